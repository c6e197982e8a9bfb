import { constants, crc32, deflateRawSync } from 'node:zlib'

/** An entry as it will stand in an archive: bytes already packed, and sizes that may lie. */
export type ZipEntry = { name: string; packed: Buffer; size: number; crc: number; method?: number; flags?: number }

/** An honest entry. */
export function zipEntry(name: string, content: string | Uint8Array): ZipEntry {
  const bytes = Buffer.from(content)
  return { name, packed: deflateRawSync(bytes), size: bytes.length, crc: crc32(bytes) }
}

/**
 * The packed form of `megabytes` of the same words between `head` and `tail`, made without ever holding them: a packed block that refers
 * to nothing before it can be repeated.
 */
export function packHuge(head: string, filling: string, megabytes: number, tail: string): Buffer {
  const block = { finishFlush: constants.Z_FULL_FLUSH, level: 9 }
  const megabyte = deflateRawSync(Buffer.alloc(1_000_000, filling), block)
  return Buffer.concat([
    deflateRawSync(Buffer.from(head), block),
    ...Array.from({ length: megabytes }, () => megabyte),
    deflateRawSync(Buffer.from(tail)),
  ])
}

/** An entry of `megabytes` and a little more. Its checksum is not true: whoever gets as far as to look at it has unpacked too much. */
export const hugeEntry = (name: string, head: string, megabytes: number, tail: string): ZipEntry => ({
  name,
  packed: packHuge(head, 'A', megabytes, tail),
  size: megabytes * 1_000_000 + Buffer.byteLength(head + tail),
  crc: 0,
})

/** Writes an archive byte by byte, so that any of it can lie. `shareData` makes every entry point at the first one's bytes. */
export function writeZip(entries: readonly ZipEntry[], { shareData = false, zip64 = false } = {}): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [index, entry] of entries.entries()) {
    const name = Buffer.from(entry.name)
    const place = shareData && index > 0 ? 0 : offset
    if (!shareData || index === 0) {
      const local = Buffer.alloc(30)
      local.writeUInt32LE(0x04034b50, 0)
      local.writeUInt16LE(20, 4)
      local.writeUInt16LE(entry.flags ?? 0, 6)
      local.writeUInt16LE(entry.method ?? 8, 8)
      local.writeUInt32LE(entry.crc, 14)
      local.writeUInt32LE(entry.packed.length, 18)
      local.writeUInt32LE(entry.size, 22)
      local.writeUInt16LE(name.length, 26)
      parts.push(local, name, entry.packed)
      offset += local.length + name.length + entry.packed.length
    }
    const extra = zip64 ? longExtra(entry.size, entry.packed.length, place) : Buffer.alloc(0)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0)
    central.writeUInt16LE(20, 4)
    central.writeUInt16LE(20, 6)
    central.writeUInt16LE(entry.flags ?? 0, 8)
    central.writeUInt16LE(entry.method ?? 8, 10)
    central.writeUInt32LE(entry.crc, 16)
    central.writeUInt32LE(zip64 ? 0xffffffff : entry.packed.length, 20)
    central.writeUInt32LE(zip64 ? 0xffffffff : entry.size, 24)
    central.writeUInt16LE(name.length, 28)
    central.writeUInt16LE(extra.length, 30)
    central.writeUInt32LE(zip64 ? 0xffffffff : place, 42)
    directory.push(central, name, extra)
  }
  const central = Buffer.concat(directory)
  return Buffer.concat([...parts, central, ...endOfZip(entries.length, central.length, offset, zip64)])
}

function longExtra(...values: number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(values.length * 8, 2)
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + index * 8)
  return extra
}

function endOfZip(count: number, length: number, offset: number, zip64: boolean): Buffer[] {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(zip64 ? 0xffff : count, 8)
  end.writeUInt16LE(zip64 ? 0xffff : count, 10)
  end.writeUInt32LE(zip64 ? 0xffffffff : length, 12)
  end.writeUInt32LE(zip64 ? 0xffffffff : offset, 16)
  if (!zip64) return [end]
  const record = Buffer.alloc(56)
  record.writeUInt32LE(0x06064b50, 0)
  record.writeBigUInt64LE(44n, 4)
  record.writeBigUInt64LE(BigInt(count), 24)
  record.writeBigUInt64LE(BigInt(count), 32)
  record.writeBigUInt64LE(BigInt(length), 40)
  record.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.writeUInt32LE(0x07064b50, 0)
  locator.writeBigUInt64LE(BigInt(offset + length), 8)
  locator.writeUInt32LE(1, 16)
  return [record, locator, end]
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
/** How the main part of a Word document begins and ends. */
export const docxHead = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${WORD}"><w:body>`
export const docxTail = '</w:body></w:document>'

/** A paragraph of a Word document. */
export const docxParagraph = (words: string): string => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`

/** The entries of a Word document with this main part, and further parts by path. */
export function docxEntries(
  main: string | ZipEntry,
  further: Readonly<Record<string, string | Uint8Array>> = {},
): ZipEntry[] {
  return [
    zipEntry('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    zipEntry(
      '_rels/.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    typeof main === 'string' ? zipEntry('word/document.xml', main) : main,
    ...Object.entries(further).map(([name, content]) => zipEntry(name, content)),
  ]
}

/** A Word document whose body is this XML, with further parts and the relations of the main one (`numbering: 'numbering.xml'`). */
export function writeDocx(
  body: string,
  further: Readonly<Record<string, string | Uint8Array>> = {},
  relations: Readonly<Record<string, string>> = {},
): Buffer {
  const list = Object.entries(relations).map(
    ([type, target], index) => `<Relationship Id="r${index}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  )
  const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`
  return writeZip(docxEntries(docxHead + body + docxTail, { ...further, 'word/_rels/document.xml.rels': rels }))
}
