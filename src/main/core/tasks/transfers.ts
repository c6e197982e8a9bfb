import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { chunkSize } from '../../../shared/contract.ts'
import { AppError } from '../../../shared/result.ts'

type Incoming = {
  way: 'in'
  name: string
  size: number
  received: number
  file: string
  handle: FileHandle
  hash: Hash
  queue: Promise<void>
}
/** What is read out: bytes, or a file, which is removed at the end when it is the transfer's own. */
export type OutgoingSource = Uint8Array | { file: string; own?: boolean }

type Outgoing = { way: 'out'; size: number; source: OutgoingSource }

/** A file that arrived whole: where it lies, and the SHA-256 of its bytes. */
export type ArrivedFile = { file: string; name: string; size: number; sha256: string }

/** Bytes on their way in or out, a chunk at a time, so that a file of 250 MB costs a few MB of memory. */
export type Transfers = {
  /** Where files that are on their way lie. */
  readonly folder: string
  begin(name: string, size: number): Promise<{ id: string }>
  /** Adds bytes at an offset; a chunk that already arrived is taken as a repeat, a gap is refused. */
  append(id: string, offset: number, base64: string): Promise<{ received: number }>
  /** The file of a transfer that is complete, flushed to disk. It stays until {@link Transfers.end}. */
  arrived(id: string): Promise<ArrivedFile>
  /** Offers bytes, or a file, to be read out. */
  offer(source: OutgoingSource): Promise<{ id: string; size: number }>
  read(id: string, offset: number): Promise<{ bytes: string; size: number }>
  /** The bytes of an outgoing transfer in order. */
  stream(id: string): AsyncIterable<Uint8Array>
  end(id: string): Promise<void>
  /** Clears away what a program that was killed left half arrived; what another program of this PC may still be at is left. */
  clearLeft(): Promise<void>
  close(): Promise<void>
}

/** How many transfers may be open at once. */
const mostOpen = 200

/** What nobody has added to for this long, in milliseconds, is no longer on its way. */
const stalledAfter = 3_600_000

/** Makes the transfers of one application, with a folder for what is still arriving. `largestFile` is in MB. */
export function createTransfers(options: { folder: string; newId(): string; largestFile(): number }): Transfers {
  const transfers = new Map<string, Incoming | Outgoing>()

  function find<Way extends 'in' | 'out'>(id: string, way: Way) {
    const transfer = transfers.get(id)
    if (transfer?.way !== way) throw new AppError('not-found', 'This file is no longer on its way. Choose it again.')
    return transfer as Way extends 'in' ? Incoming : Outgoing
  }

  async function remove(id: string) {
    const transfer = transfers.get(id)
    transfers.delete(id)
    if (transfer?.way === 'in') {
      await transfer.handle.close().catch(() => {})
      await rm(transfer.file, { force: true })
    }
    if (transfer?.way === 'out' && !(transfer.source instanceof Uint8Array) && transfer.source.own)
      await rm(transfer.source.file, { force: true })
  }

  /** The oldest transfer gives way, so that pages that went away cannot fill the list. */
  async function makeRoom() {
    const [oldest] = transfers.keys()
    if (transfers.size >= mostOpen && oldest !== undefined) await remove(oldest)
  }

  async function write(transfer: Incoming, offset: number, bytes: Buffer) {
    if (offset + bytes.length <= transfer.received) return
    if (offset !== transfer.received)
      throw new AppError('invalid-input', 'A part of the file is missing. Choose it again.')
    if (offset + bytes.length > transfer.size)
      throw new AppError('invalid-input', 'The file is longer than was said. Choose it again.')
    await transfer.handle.write(bytes, 0, bytes.length, offset)
    transfer.hash.update(bytes)
    transfer.received += bytes.length
  }

  return {
    folder: options.folder,
    async begin(name, size) {
      const largest = options.largestFile()
      if (size > largest * 1_048_576)
        throw new AppError(
          'too-large',
          `“${name}” is larger than ${largest} MB, the largest file that Settings allow. Log where it is kept instead, attach a smaller copy, or change the setting.`,
        )
      await makeRoom()
      await mkdir(options.folder, { recursive: true })
      const id = options.newId()
      const file = path.join(options.folder, `${id}.part`)
      const handle = await open(file, 'wx')
      transfers.set(id, {
        way: 'in',
        name,
        size,
        received: 0,
        file,
        handle,
        hash: createHash('sha256'),
        queue: Promise.resolve(),
      })
      return { id }
    },
    async append(id, offset, base64) {
      const transfer = find(id, 'in')
      const bytes = Buffer.from(base64, 'base64')
      // Chunks that are sent side by side are written one after the other.
      const written = transfer.queue.then(() => write(transfer, offset, bytes))
      transfer.queue = written.catch(() => {})
      await written
      return { received: transfer.received }
    },
    async arrived(id) {
      const transfer = find(id, 'in')
      await transfer.queue
      if (transfer.received !== transfer.size)
        throw new AppError(
          'invalid-input',
          `“${transfer.name}” has not arrived whole. Nothing was kept; choose it again.`,
        )
      await transfer.handle.sync()
      return {
        file: transfer.file,
        name: transfer.name,
        size: transfer.size,
        sha256: transfer.hash.copy().digest('hex'),
      }
    },
    async offer(source) {
      await makeRoom()
      const size = source instanceof Uint8Array ? source.length : (await stat(source.file)).size
      const id = options.newId()
      transfers.set(id, { way: 'out', size, source })
      return { id, size }
    },
    async read(id, offset) {
      const { source, size } = find(id, 'out')
      if (source instanceof Uint8Array)
        return { bytes: Buffer.from(source.subarray(offset, offset + chunkSize)).toString('base64'), size }
      const handle = await open(source.file, 'r')
      try {
        const buffer = Buffer.alloc(Math.min(chunkSize, Math.max(0, size - offset)))
        const { bytesRead } = await handle.read(buffer, 0, buffer.length, offset)
        return { bytes: buffer.subarray(0, bytesRead).toString('base64'), size }
      } finally {
        await handle.close()
      }
    },
    async *stream(id) {
      const { source } = find(id, 'out')
      if (source instanceof Uint8Array) yield source
      else yield* createReadStream(source.file, { highWaterMark: chunkSize }) as AsyncIterable<Uint8Array>
    },
    end: remove,
    async clearLeft() {
      for (const name of await readdir(options.folder).catch(() => [])) {
        const file = path.join(options.folder, name)
        const found = await stat(file).catch(() => null)
        if (found !== null && Date.now() - found.mtimeMs > stalledAfter) await rm(file, { force: true })
      }
    },
    async close() {
      for (const id of [...transfers.keys()]) await remove(id)
    },
  }
}
