import { docxEntries, docxHead, docxParagraph, docxTail, hugeEntry, packHuge, writeZip, zipEntry } from './zip-files.ts'

const words = docxParagraph('I want my own front door.')

/** A Word document that inflates to 300 MB, honest about it or not. */
export function bombDocx({ declared }: { declared?: number } = {}): Buffer {
  const entry = hugeEntry('word/document.xml', `${docxHead}<w:p><w:r><w:t>`, 300, `</w:t></w:r></w:p>${docxTail}`)
  return writeZip(docxEntries({ ...entry, size: declared ?? entry.size }))
}

/** A Word document with an archive in it that inflates to 300 MB. */
export const nestedBombDocx = (): Buffer =>
  writeZip(docxEntries(docxHead + words + docxTail, { 'word/embeddings/inner.zip': bombDocx() }))

/** An archive of archives, with no document in it. */
export const nestedBombZip = (): Buffer => writeZip([zipEntry('inner.zip', bombDocx())])

/** A Word document whose words are an entity made of ten of the next, ten times over. */
export function entityBombDocx(): Buffer {
  const letters = 'abcdefghij'
  const entities = [...letters].map((letter, index) => {
    const next = letters[index + 1]
    return `<!ENTITY ${letter} "${next ? `&${next};`.repeat(10) : 'x'.repeat(50)}">`
  })
  const [declaration, body] = splitHead()
  return writeZip(
    docxEntries(`${declaration}<!DOCTYPE w [${entities.join('')}]>${body}${docxParagraph('&a;')}${docxTail}`),
  )
}

/** A Word document that asks for a file of the machine. */
export function externalEntityDocx(address: string): Buffer {
  const [declaration, body] = splitHead()
  const type = `<!DOCTYPE w [<!ENTITY secret SYSTEM "${address}">]>`
  return writeZip(docxEntries(`${declaration}${type}${body}${docxParagraph('&secret;')}${docxTail}`))
}

function splitHead(): [declaration: string, body: string] {
  const at = docxHead.indexOf('?>') + 2
  return [docxHead.slice(0, at), docxHead.slice(at)]
}

/** A Word document whose elements are nested this deep. */
export function deepDocx(depth: number): Buffer {
  const open = '<w:sdt><w:sdtContent>'.repeat(depth / 2)
  const close = '</w:sdtContent></w:sdt>'.repeat(depth / 2)
  return writeZip(docxEntries(docxHead + open + words + close + docxTail))
}

/** An OpenDocument text of this content, with further entries. */
export function writeOdt(content: string, further: Readonly<Record<string, string>> = {}): Buffer {
  const type = Buffer.from('application/vnd.oasis.opendocument.text')
  const mimetype = { ...zipEntry('mimetype', type), packed: type, method: 0 }
  return writeZip([
    mimetype,
    zipEntry('content.xml', content),
    ...Object.entries(further).map(([name, text]) => zipEntry(name, text)),
  ])
}

const odf = 'urn:oasis:names:tc:opendocument:xmlns'
/** The content of an OpenDocument text. */
export const odtContent = (body: string): string =>
  `<office:document-content xmlns:office="${odf}:office:1.0" xmlns:text="${odf}:text:1.0" xmlns:table="${odf}:table:1.0" xmlns:draw="${odf}:drawing:1.0">` +
  `<office:body><office:text>${body}</office:text></office:body></office:document-content>`

/** An OpenDocument text that inflates to 300 MB. */
export function bombOdt(): Buffer {
  const [head = '', tail = ''] = odtContent('<text:p>|</text:p>').split('|')
  return writeZip([
    zipEntry('mimetype', 'application/vnd.oasis.opendocument.text'),
    hugeEntry('content.xml', head, 300, tail),
  ])
}

/** An OpenDocument text that a password protects: its manifest says so, its content is noise. */
export function passwordOdt(): Buffer {
  const manifest =
    `<manifest:manifest xmlns:manifest="${odf}:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml" manifest:size="4000">` +
    '<manifest:encryption-data manifest:checksum-type="SHA256/1K" manifest:checksum="aaaa"/></manifest:file-entry></manifest:manifest>'
  return writeOdt('\u0001\u0002noise', { 'META-INF/manifest.xml': manifest })
}

/** A PDF of these objects; the first is the catalogue. */
function writePdf(objects: readonly (string | Buffer)[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const places: number[] = []
  let length = parts[0]?.length ?? 0
  const add = (part: string | Buffer) => {
    const bytes = Buffer.from(part)
    parts.push(bytes)
    length += bytes.length
  }
  for (const [index, object] of objects.entries()) {
    places.push(length)
    add(`${index + 1} 0 obj\n`)
    add(object)
    add('\nendobj\n')
  }
  const start = length
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  add(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`)
  add(`trailer<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF`)
  return Buffer.concat(parts)
}

/** A PDF of one page with this stream for its content. */
export function onePagePdf(stream: Buffer, dictionary = ''): Buffer {
  return writePdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    Buffer.concat([
      Buffer.from(`<</Length ${stream.length}${dictionary}>>\nstream\n`),
      stream,
      Buffer.from('\nendstream'),
    ]),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ])
}

/** A PDF whose page inflates to 400 MB. `asPicture` says that the page is a picture, which is not checked beforehand. */
export function bombPdf({ asPicture = false } = {}): Buffer {
  // As zlib writes it: two bytes before the packed ones, a checksum (untrue) after them.
  const packed = packHuge('', '(AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA) Tj\n', 400, '')
  const stream = Buffer.concat([Buffer.from([0x78, 0xda]), packed, Buffer.alloc(4)])
  return onePagePdf(stream, `${asPicture ? '/Subtype /Image' : ''}/Filter/FlateDecode`)
}

/** A compound file (OLE) with these streams, as old and as encrypted Office files are. */
export function writeCompoundFile(streams: Readonly<Record<string, Buffer>>): Buffer {
  const sector = 512
  const names = Object.keys(streams)
  const padded = Object.values(streams).map((data) => {
    const bytes = Buffer.alloc(Math.max(4_096, Math.ceil(data.length / sector) * sector))
    data.copy(bytes)
    return bytes
  })
  // Sector 0 is the table, 1 the directory; each stream follows whole.
  const table = Buffer.alloc(sector, 0xff)
  table.writeUInt32LE(0xfffffffd, 0)
  table.writeUInt32LE(0xfffffffe, 4)
  const directory = Buffer.alloc(sector)
  const entry = (index: number, name: string, kind: number, start: number, size: number) => {
    const at = index * 128
    directory.write(name, at, 'utf16le')
    directory.writeUInt16LE((name.length + 1) * 2, at + 64)
    directory.writeUInt8(kind, at + 66)
    directory.writeUInt32LE(start, at + 116)
    directory.writeUInt32LE(size, at + 120)
  }
  entry(0, 'Root Entry', 5, 0xfffffffe, 0)
  let next = 2
  for (const [index, bytes] of padded.entries()) {
    const count = bytes.length / sector
    entry(index + 1, names[index] ?? '', 2, next, bytes.length)
    for (let step = 0; step < count; step += 1)
      table.writeUInt32LE(step === count - 1 ? 0xfffffffe : next + step + 1, (next + step) * 4)
    next += count
  }
  const header = Buffer.alloc(sector)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.writeUInt16LE(0x3e, 24)
  header.writeUInt16LE(3, 26)
  header.writeUInt16LE(0xfffe, 28)
  header.writeUInt16LE(9, 30)
  header.writeUInt16LE(6, 32)
  header.writeUInt32LE(1, 44)
  header.writeUInt32LE(1, 48)
  header.writeUInt32LE(4_096, 56)
  header.writeUInt32LE(0xfffffffe, 60)
  header.writeUInt32LE(0xfffffffe, 68)
  header.fill(0xff, 76)
  header.writeUInt32LE(0, 76)
  return Buffer.concat([header, table, directory, ...padded])
}

/** A Word document that a password protects, as Office writes it: a compound file with the encrypted archive in it. */
export const passwordDocx = (): Buffer =>
  writeCompoundFile({ EncryptionInfo: Buffer.from('agile'), EncryptedPackage: Buffer.alloc(9_000, 0x5a) })
