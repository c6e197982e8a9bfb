import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { FileState } from '../../../shared/model/evidence.ts'
import type { ArrivedFile } from '../tasks/transfers.ts'

/** The files of a workspace, each kept under its SHA-256 beside the database, once however often it is attached. */
export type AttachmentStore = {
  /** Keeps a file that arrived: under a temporary name, synced, then renamed. The row is written after this, never before. */
  keep(file: ArrivedFile): Promise<void>
  /** Where the file with this hash lies. */
  fileOf(sha256: string): string
  /** Whether the file is there with the right number of bytes. Quick: the bytes are not read. */
  glance(sha256: string, size: number): Promise<FileState>
  /** Whether the bytes still have this hash. Reads the file. */
  check(sha256: string, size: number): Promise<FileState>
  /** The hashes of all files in the store. */
  list(): Promise<string[]>
}

/** Opens the attachment store of a workspace folder. */
export function createAttachmentStore(folder: string): AttachmentStore {
  const root = path.join(folder, 'attachments')
  const fileOf = (sha256: string) => path.join(root, sha256.slice(0, 2), sha256)

  async function glance(sha256: string, size: number): Promise<FileState> {
    try {
      return (await stat(fileOf(sha256))).size === size ? 'present' : 'changed'
    } catch {
      return 'missing'
    }
  }

  return {
    fileOf,
    glance,
    async keep({ file, size, sha256 }) {
      const target = fileOf(sha256)
      if ((await glance(sha256, size)) === 'present' && (await hashFile(target)) === sha256) return
      await mkdir(path.dirname(target), { recursive: true })
      const temporary = `${target}.part`
      await moveOrCopy(file, temporary)
      await syncFile(temporary)
      await rename(temporary, target)
      await syncFolder(path.dirname(target))
    },
    async check(sha256, size) {
      const state = await glance(sha256, size)
      if (state !== 'present') return state
      return (await hashFile(fileOf(sha256))) === sha256 ? 'present' : 'changed'
    },
    async list() {
      const folders = await readdir(root).catch(() => [])
      const files = await Promise.all(folders.map((name) => readdir(path.join(root, name)).catch(() => [])))
      return files.flat().filter((name) => /^[0-9a-f]{64}$/.test(name))
    },
  }
}

/** The SHA-256 of a file's bytes, read as a stream. */
export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk as Uint8Array)
  return hash.digest('hex')
}

async function moveOrCopy(from: string, to: string) {
  try {
    await rename(from, to)
  } catch (error) {
    // A workspace may lie on another disk than the folder where files arrive.
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
    await copyFile(from, to)
    await rm(from, { force: true })
  }
}

async function syncFile(file: string) {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function syncFolder(folder: string) {
  // Windows cannot open a folder to sync it; there the rename itself is journalled.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
