import { crc32, inflateRawSync } from 'node:zlib'
import { ExtractionFault, type Source } from './extraction.ts'

type Entry = {
  method: number
  encrypted: boolean
  crc: number
  packed: number
  size: number
  offset: number
}

/** A zip archive whose directory was checked; entries are inflated one by one, under a cap on the bytes that really come out. */
export type Archive = {
  has: (name: string) => boolean
  names: () => string[]
  /** The bytes of an entry, or undefined when there is none. Throws an {@link ExtractionFault} for a damaged or oversized one. */
  read: (name: string) => Uint8Array | undefined
}

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const MAX_16 = 0xffff
const MAX_32 = 0xffffffff

/**
 * Opens a zip archive that may be hostile: the directory is checked whole (counts, places, overlaps) before anything is inflated, and
 * no declared size is believed.
 */
export function openArchive(source: Source): Archive {
  const { fileName, limits } = source
  const bytes = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength)
  const entries = readDirectory(bytes, source)
  let left = limits.inflatedBytes

  const read = (name: string) => {
    const entry = entries.get(name)
    if (!entry) return undefined
    if (entry.encrypted) throw encrypted(fileName)
    if (entry.size > left) throw tooLargeInside(fileName, limits.inflatedBytes)
    const data = inflate(bytes, entry, source)
    left -= data.length
    return data
  }
  return { has: (name) => entries.has(name), names: () => [...entries.keys()], read }
}

function inflate(bytes: Buffer, entry: Entry, { fileName }: Source): Buffer {
  const start = dataStart(bytes, entry, fileName)
  const packed = bytes.subarray(start, start + entry.packed)
  let data: Buffer
  try {
    // A declared size that lies is caught by the cap: not one byte more than declared is ever made.
    data = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(entry.size, 1) })
  } catch (error) {
    if (isTooLong(error)) throw liar(fileName)
    throw damaged(fileName)
  }
  if (data.length !== entry.size) throw liar(fileName)
  if (crc32(data) !== entry.crc) throw damaged(fileName)
  return data
}

/** Whether zlib stopped because more came out than was allowed. */
export const isTooLong = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

function readDirectory(bytes: Buffer, { fileName, limits }: Source): Map<string, Entry> {
  const { count, start, end } = findDirectory(bytes, fileName)
  if (count > limits.entries)
    throw new ExtractionFault(
      'unsafe',
      `“${fileName}” holds ${count} parts, far more than a document needs, and was not opened. Open it in a word processor and save it again.`,
    )
  const entries = new Map<string, Entry>()
  const spans: [from: number, to: number][] = []
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL) throw damaged(fileName)
    const nameLength = bytes.readUInt16LE(at + 28)
    const extraLength = bytes.readUInt16LE(at + 30)
    const next = at + 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32)
    if (next > end) throw damaged(fileName)
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)
    const entry = readEntry(bytes, at, extra, fileName)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    if (entry.method !== 0 && entry.method !== 8) throw damaged(fileName)
    if (entry.method === 0 && entry.packed !== entry.size) throw liar(fileName)
    const dataFrom = dataStart(bytes, entry, fileName)
    if (dataFrom + entry.packed > start) throw damaged(fileName)
    spans.push([entry.offset, dataFrom + entry.packed])
    // The first of two entries with one name is the one that word processors read; the second hides from whoever checks.
    if (entries.has(name)) throw damaged(fileName)
    entries.set(name, entry)
    at = next
  }
  spans.sort(([a], [b]) => a - b)
  for (let index = 1; index < spans.length; index += 1) {
    if ((spans[index]?.[0] ?? 0) < (spans[index - 1]?.[1] ?? 0)) throw liar(fileName)
  }
  return entries
}

function readEntry(bytes: Buffer, at: number, extra: Buffer, fileName: string): Entry {
  const entry = {
    encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  }
  if (entry.packed !== MAX_32 && entry.size !== MAX_32 && entry.offset !== MAX_32) return entry
  for (let part = 0; part + 4 <= extra.length;) {
    const length = extra.readUInt16LE(part + 2)
    if (extra.readUInt16LE(part) === 1) {
      let field = part + 4
      const long = () => {
        if (field + 8 > Math.min(extra.length, part + 4 + length)) throw damaged(fileName)
        field += 8
        return Number(extra.readBigUInt64LE(field - 8))
      }
      if (entry.size === MAX_32) entry.size = long()
      if (entry.packed === MAX_32) entry.packed = long()
      if (entry.offset === MAX_32) entry.offset = long()
      return entry
    }
    part += 4 + length
  }
  throw damaged(fileName)
}

function findDirectory(bytes: Buffer, fileName: string): { count: number; start: number; end: number } {
  const last = Math.max(0, bytes.length - 22 - MAX_16)
  for (let at = bytes.length - 22; at >= last; at -= 1) {
    if (bytes.readUInt32LE(at) !== END) continue
    let end = at
    let count = bytes.readUInt16LE(at + 10)
    let size = bytes.readUInt32LE(at + 12)
    let start = bytes.readUInt32LE(at + 16)
    if (count === MAX_16 || size === MAX_32 || start === MAX_32) {
      if (at < 20 || bytes.readUInt32LE(at - 20) !== LOCATOR_64) throw damaged(fileName)
      const record = Number(bytes.readBigUInt64LE(at - 12))
      if (record + 56 > at || bytes.readUInt32LE(record) !== END_64) throw damaged(fileName)
      end = record
      count = Number(bytes.readBigUInt64LE(record + 32))
      size = Number(bytes.readBigUInt64LE(record + 40))
      start = Number(bytes.readBigUInt64LE(record + 48))
    }
    if (start + size > end) throw damaged(fileName)
    return { count, start, end: start + size }
  }
  throw new ExtractionFault(
    'truncated',
    `“${fileName}” stops before its end: part of the file is missing. Copy or download it again.`,
  )
}

function dataStart(bytes: Buffer, entry: Entry, fileName: string): number {
  const { offset } = entry
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw damaged(fileName)
  return offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
}

/** The fault of a file whose parts do not fit together. */
export const damaged = (fileName: string): ExtractionFault =>
  new ExtractionFault(
    'damaged',
    `“${fileName}” is damaged: its parts do not fit together. Copy or download it again, or open it in a word processor and save it again.`,
  )

/** The fault of a file that would grow past the bound when unpacked. */
export const tooLargeInside = (fileName: string, bytes: number): ExtractionFault =>
  new ExtractionFault(
    'too-large-inside',
    `“${fileName}” would unpack to more than ${Math.round(bytes / 1_000_000)} MB, which no care plan needs, and was not opened. Save the pages you need as a new file.`,
  )

/** The fault of a file that a password protects. */
export const encrypted = (fileName: string): ExtractionFault =>
  new ExtractionFault(
    'encrypted',
    `“${fileName}” is protected with a password and cannot be read. Open it with the password and save a copy without one.`,
  )

const liar = (fileName: string) =>
  new ExtractionFault(
    'unsafe',
    `“${fileName}” is not as big inside as it says, as files made to do harm are, and was not opened. Open it in a word processor and save it again.`,
  )
