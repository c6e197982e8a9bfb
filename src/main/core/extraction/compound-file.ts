import { damaged } from './archive.ts'
import { ExtractionFault, type Source } from './extraction.ts'

/** The streams of an OLE compound file (the container of .doc files and of encrypted .docx files), by name. */
export type CompoundFile = {
  has: (name: string) => boolean
  /** The bytes of a stream, or undefined when there is none. Throws an {@link ExtractionFault} when it is damaged or cut off. */
  read: (name: string) => Buffer | undefined
}

type Entry = { name: string; start: number; size: number }

const LAST_SECTOR = 0xfffffff9
const ENTRY = 128
const HEADER_SLOTS = 109

/** Opens a compound file that may be hostile: every chain is followed once at most, and never outside the file. */
export function openCompoundFile(source: Source): CompoundFile {
  const { fileName } = source
  const bytes = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength)
  if (bytes.length < 512) throw cutOff(fileName)
  const sectorSize = 1 << bytes.readUInt16LE(30)
  const smallSize = 1 << bytes.readUInt16LE(32)
  const smallLimit = bytes.readUInt32LE(56)
  if ((sectorSize !== 512 && sectorSize !== 4096) || smallSize !== 64) throw damaged(fileName)
  const sectorCount = Math.floor(bytes.length / sectorSize) - 1

  const sector = (index: number) => {
    const start = (index + 1) * sectorSize
    // The last sector of a file may be shorter than the rest.
    if (start >= bytes.length) throw cutOff(fileName)
    return bytes.subarray(start, start + sectorSize)
  }
  const table = readTable()
  const chain = (start: number) => {
    const sectors: number[] = []
    for (let index = start; index <= LAST_SECTOR; index = table[index] ?? LAST_SECTOR + 1) {
      if (sectors.length > sectorCount) throw damaged(fileName)
      sectors.push(index)
    }
    return sectors
  }
  const join = (start: number) => Buffer.concat(chain(start).map(sector))

  const directory = join(bytes.readUInt32LE(48))
  const entries = readEntries(directory)
  const root = entries.find((entry) => entry.name === 'Root Entry')
  const smallSectors = lazily(() => (root ? join(root.start) : Buffer.alloc(0)))
  const smallTable = lazily(() => wordsOf(join(bytes.readUInt32LE(60))))

  const readSmall = (entry: Entry) => {
    const parts: Buffer[] = []
    for (let index = entry.start; index <= LAST_SECTOR; index = smallTable()[index] ?? LAST_SECTOR + 1) {
      if (parts.length * smallSize > entry.size) break
      parts.push(smallSectors().subarray(index * smallSize, (index + 1) * smallSize))
    }
    return Buffer.concat(parts)
  }
  const read = (name: string) => {
    const entry = entries.find((each) => each.name === name)
    if (!entry) return undefined
    const data = entry.size < smallLimit ? readSmall(entry) : join(entry.start)
    if (data.length < entry.size) throw cutOff(fileName)
    return data.subarray(0, entry.size)
  }
  return { has: (name) => entries.some((entry) => entry.name === name), read }

  function readTable(): number[] {
    const places: number[] = []
    for (let slot = 0; slot < HEADER_SLOTS; slot += 1) places.push(bytes.readUInt32LE(76 + slot * 4))
    let next = bytes.readUInt32LE(68)
    for (let count = 0; next <= LAST_SECTOR; count += 1) {
      if (count > sectorCount) throw damaged(fileName)
      const more = wordsOf(sector(next))
      next = more.pop() ?? LAST_SECTOR + 1
      places.push(...more)
    }
    const used = places.filter((place) => place <= LAST_SECTOR)
    if (used.length > sectorCount + 1) throw damaged(fileName)
    return used.flatMap((place) => wordsOf(sector(place)))
  }
}

/** The fault of a compound file whose streams go on past its end. */
const cutOff = (fileName: string) =>
  new ExtractionFault(
    'truncated',
    `“${fileName}” stops before its end: part of the file is missing. Copy or download it again.`,
  )

function readEntries(directory: Buffer): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at + ENTRY <= directory.length; at += ENTRY) {
    const nameLength = directory.readUInt16LE(at + 64)
    if (nameLength < 2 || nameLength > 64) continue
    entries.push({
      name: directory.toString('utf16le', at, at + nameLength - 2),
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    })
  }
  return entries
}

function wordsOf(bytes: Buffer): number[] {
  const words: number[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) words.push(bytes.readUInt32LE(at))
  return words
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
