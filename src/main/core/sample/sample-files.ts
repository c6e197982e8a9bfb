import { strToU8, zipSync } from 'fflate'
import { crc32, deflateSync } from 'node:zlib'
import type { SampleFileKind } from './sample-data.ts'

/** The bytes and the name of a small real file that an invented item is attached to. */
export type SampleFile = { name: string; contentType: string; bytes: Uint8Array }

/** Makes a small real file that says what the item says. The same words give the same bytes. */
export function makeSampleFile(kind: SampleFileKind, title: string, text: string): SampleFile {
  const stem = title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  switch (kind) {
    case 'txt':
      return { name: `${stem}.txt`, contentType: 'text/plain', bytes: strToU8(`${title}\n\n${text}\n`) }
    case 'docx':
    case 'missing':
      return {
        name: `${stem}.docx`,
        contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        bytes: makeDocx(title, text),
      }
    case 'pdf':
      return { name: `${stem}.pdf`, contentType: 'application/pdf', bytes: makePdf(title, text) }
    case 'png':
      return { name: `${stem}.png`, contentType: 'image/png', bytes: makePng(title) }
  }
}

const escapeXml = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

function makeDocx(title: string, text: string): Uint8Array {
  const paragraph = (words: string, bold: boolean) =>
    `<w:p><w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escapeXml(words)}</w:t></w:r></w:p>`
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  const files = {
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document xmlns:w="${word}"><w:body>${paragraph(title, true)}${paragraph(text, false)}</w:body></w:document>`,
  }
  const entries = Object.entries(files).map(([name, xml]) => [name, strToU8(xml)] as const)
  // A fixed date keeps the bytes the same each time.
  return zipSync(Object.fromEntries(entries), { mtime: new Date(2026, 0, 1) })
}

const lineLength = 80

function wrap(text: string): string[] {
  const lines = ['']
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) ?? ''
    if (last.length + word.length + 1 > lineLength) lines.push(word)
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`
  }
  return lines
}

/** One page in a font that every reader has; characters beyond Latin-1 are written as their nearest plain form. */
function makePdf(title: string, text: string): Uint8Array {
  const plain = (words: string) =>
    words
      .replace(/[’‘]/g, "'")
      .replace(/[“”]/g, '"')
      .replace(/[()\\]/g, '\\$&')
  const lines = wrap(text).map((line) => `(${plain(line)}) Tj T*`)
  const content = `BT /F1 16 Tf 56 770 Td (${plain(title)}) Tj /F1 11 Tf 16 TL 0 -32 Td ${lines.join(' ')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ]
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((object, position) => {
    const offset = Buffer.byteLength(pdf, 'latin1')
    pdf += `${position + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = Buffer.byteLength(pdf, 'latin1')
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(pdf, 'latin1'))
}

/** A small picture, a sheet of paper on a wall, in colours that come from its title. */
function makePng(title: string): Uint8Array {
  const [width, height] = [160, 120]
  const hue = [...title].reduce((sum, character) => sum + character.charCodeAt(0), 0)
  const wall = [150 + (hue % 60), 160 + (hue % 50), 170 + (hue % 40)]
  const rows = Buffer.alloc(height * (width * 3 + 1))
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const paper = x > 30 && x < 130 && y > 14 && y < 106
      const line = paper && y % 12 < 3 && x > 42 && x < 118 - (y % 36)
      const colour = line ? [70, 84, 93] : paper ? [250, 248, 240] : wall
      rows.set(colour, y * (width * 3 + 1) + 1 + x * 3)
    }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(name: string, data: Buffer) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const chunk = Buffer.alloc(body.length + 8)
  chunk.writeUInt32BE(data.length, 0)
  chunk.set(body, 4)
  chunk.writeUInt32BE(crc32(body) >>> 0, body.length + 4)
  return chunk
}
