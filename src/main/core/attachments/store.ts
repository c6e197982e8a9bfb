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
  /** Whether the bytes still have this hash. Reads the file. */
  check(sha256: string, size: number): Promise<FileState>
  /** All files in the store, also those that a crash left half written. What is not the store's own is passed over. */
  list(): Promise<StoredFile[]>
  /** Removes a file from the store. */
  discard(name: string): Promise<void>
}

/** A file of the store. `name` is its hash, with `.part` where it was still arriving; `since` is when it was last written. */
export type StoredFile = { name: string; size: number; since: Date }

const storedName = /^[0-9a-f]{64}(\.part)?$/

/** Opens the attachment store of a workspace folder. */
export function createAttachmentStore(folder: string): AttachmentStore {
  const root = path.join(folder, 'attachments')
  const fileOf = (sha256: string) => path.join(root, sha256.slice(0, 2), sha256)

  /** Whether the file is there with the right number of bytes. Quick: the bytes are not read. */
  async function glance(sha256: string, size: number): Promise<FileState> {
    try {
      return (await stat(fileOf(sha256))).size === size ? 'present' : 'changed'
    } catch {
      return 'missing'
    }
  }

  return {
    fileOf,
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
      const stored: StoredFile[] = []
      for (const folder of await readdir(root).catch(() => [])) {
        const names = await readdir(path.join(root, folder)).catch(() => [])
        for (const name of names.filter((each) => storedName.test(each))) {
          const found = await stat(fileOf(name)).catch(() => null)
          if (found?.isFile()) stored.push({ name, size: found.size, since: found.mtime })
        }
      }
      return stored
    },
    discard: (name) => rm(fileOf(name), { force: true }),
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
