import { randomBytes } from 'node:crypto'
import { open, rename, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { AppError } from '../shared/result.ts'

/**
 * Writes a file whole or not at all: the bytes go to a temporary name beside it, are synced, and take its place by one rename. Whatever
 * goes wrong, a file that was there before is as it was, and nothing is left over. Throws an {@link AppError} that says what to do.
 */
export async function replaceFile(file: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const temporary = path.join(path.dirname(file), `.${randomBytes(6).toString('hex')}.part`)
  try {
    await writeSynced(temporary, chunks)
    await renameInto(temporary, file)
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw explain(error)
  }
  await syncFolder(path.dirname(file))
}

async function writeSynced(file: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const handle = await open(file, 'wx')
  try {
    for await (const chunk of chunks) await writeAll(handle, chunk)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.length;) {
    written += (await handle.write(chunk, written)).bytesWritten
  }
}

/** On Windows a virus scanner or a reader holds a file for a moment: a few tries, then it is said. */
async function renameInto(from: string, to: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await rename(from, to)
    } catch (error) {
      if (tries === 5 || !['EBUSY', 'EPERM', 'EACCES'].includes(codeOf(error))) throw error
      await wait(50 * 2 ** tries)
    }
  }
}

/** The rename itself is safe from a power cut only when the folder is synced. Windows has no such call. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

function explain(error: unknown): unknown {
  switch (codeOf(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return new AppError('disk-full', 'The file was not saved: the disk is full. Free some space, then try again.')
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new AppError(
        'refused',
        'The file was not saved: this folder or file cannot be written to. Choose another.',
      )
    case 'EBUSY':
      return new AppError(
        'in-use',
        'The file was not saved: another program has it open. Close it there, then try again.',
      )
    case 'EISDIR':
      return new AppError('refused', 'The file was not saved: a folder has this name. Choose another name.')
    case 'ENOENT':
    case 'ENOTDIR':
      return new AppError('folder-missing', 'The file was not saved: its folder is not there. Choose another.')
    case 'ENAMETOOLONG':
      return new AppError('refused', 'The file was not saved: its name is too long. Choose a shorter one.')
    default:
      return error
  }
}
