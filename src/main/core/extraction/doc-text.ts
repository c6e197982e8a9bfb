import { damaged, encrypted } from './archive.ts'
import { openCompoundFile } from './compound-file.ts'
import { readLists } from './doc-lists.ts'
import { readParagraphs, type DocParagraph } from './doc-paragraphs.ts'
import { ExtractionFault, type Source } from './extraction.ts'
import { symbolCharacter } from './symbol-characters.ts'
import { createTextBuilder, joinStories, tooMuchText, type TextBuilder } from './text-builder.ts'

/** A piece of the text: where its characters stand in the document stream, and in the text. */
type Piece = { from: number; to: number; place: number; wide: boolean }

const DOCUMENT = 'WordDocument'
const MAGIC = 0xa5ec
const WORD_97 = 0xc1
const ENCRYPTED = 0x0100
const TABLE_1 = 0x0200
const CELL = 7

/**
 * The text of a Word 97 to 2003 document (.doc): headers, body, footnotes, endnotes and text boxes, footers. Written from
 * MS-DOC: FIB, piece table, properties of paragraphs. Throws an {@link ExtractionFault}.
 */
export function readDoc(source: Source): { text: string; notes: string[] } {
  const { fileName } = source
  const file = openCompoundFile(source)
  if (file.has('EncryptedPackage')) throw encrypted(fileName)
  const document = file.read(DOCUMENT)
  if (!document) throw notWord(file.has('Workbook') || file.has('Book'), fileName)
  try {
    if (document.readUInt16LE(0) !== MAGIC || document.readUInt16LE(2) < WORD_97) throw tooOld(fileName)
    const flags = document.readUInt16LE(0xa)
    if ((flags & ENCRYPTED) !== 0) throw encrypted(fileName)
    const table = file.read((flags & TABLE_1) === 0 ? '0Table' : '1Table')
    if (!table) throw damaged(fileName)
    const text = readStories(document, table, source)
    const notes = file.has('Macros') || file.has('_VBA_PROJECT') ? ['The file holds macros: they were not run.'] : []
    return { text, notes }
  } catch (error) {
    // Buffers throw a RangeError when a place in the file lies outside it.
    if (error instanceof RangeError) throw damaged(fileName)
    throw error
  }
}

function readStories(document: Buffer, table: Buffer, source: Source): string {
  const pieces = readPieces(document, table, source)
  const paragraphs = readParagraphs(document, table)
  const lists = readLists(document, table)
  const lengths = [0x4c, 0x50, 0x54, 0x5c, 0x60, 0x64, 0x68].map((place) => document.readUInt32LE(place))
  const [body = 0, footnotes = 0, headers = 0, comments = 0, endnotes = 0, boxes = 0, headerBoxes = 0] = lengths
  const pages = readPageStories(document, table, body + footnotes, headers)
  const read = (spans: readonly Span[]) => {
    const builder = createTextBuilder(source)
    for (const [start, length] of spans) {
      const reader = createReader(builder, (paragraph) => lists.markOf(paragraph.list, paragraph.level))
      for (const piece of pieces) {
        const first = Math.max(piece.from, start)
        const last = Math.min(piece.to, start + length)
        if (first < last) readPiece(document, piece, first, last, reader, (place) => paragraphs.at(place))
      }
      reader.end()
    }
    return builder.finish()
  }
  const notes = read([
    [body, footnotes],
    [body + footnotes + headers + comments, endnotes + boxes + headerBoxes],
  ])
  // A note begins with its number, which is no character, and a blank.
  const trimmed = notes.map((line) => line.trimStart())
  return joinStories([read(pages.headers), read([[0, body]]), trimmed, read(pages.footers)])
}

function readPiece(
  document: Buffer,
  piece: Piece,
  first: number,
  last: number,
  reader: Reader,
  propertiesAt: (place: number) => DocParagraph,
): void {
  const width = piece.wide ? 2 : 1
  for (let index = first; index < last; index += 1) {
    const place = piece.place + (index - piece.from) * width
    const code = piece.wide ? document.readUInt16LE(place) : windows1252(document.readUInt8(place))
    reader.add(code, () => propertiesAt(place))
  }
}

/** Where a story stands in the text, and how long it is, in characters. */
type Span = readonly [start: number, length: number]

/** Headers and footers (MS-DOC 2.8.23 PlcfHdd): six lines between text and notes, then six stories for each section. */
function readPageStories(document: Buffer, table: Buffer, start: number, length: number) {
  const pages: { headers: Span[]; footers: Span[] } = { headers: [], footers: [] }
  if (length === 0) return pages
  const from = document.readUInt32LE(0xf2)
  const count = Math.floor(document.readUInt32LE(0xf6) / 4) - 2
  for (let index = 6; index < count; index += 1) {
    const first = table.readUInt32LE(from + index * 4)
    const last = Math.min(table.readUInt32LE(from + index * 4 + 4), length)
    const kind = index % 6
    // Each story ends in a mark of its own that is no part of it.
    if (last > first + 1)
      pages[kind === 0 || kind === 1 || kind === 4 ? 'headers' : 'footers'].push([start + first, last - first - 1])
  }
  return pages
}

type Reader = { add: (code: number, properties: () => DocParagraph) => void; end: () => void }

/** Turns the characters of a story into paragraphs, cells and rows; a cell is known by the mark at its end. */
function createReader(builder: TextBuilder, markOf: (paragraph: DocParagraph) => string): Reader {
  let words = ''
  let lines: { mark: string; words: string }[] = []
  let inRow = false
  /** One for each open field: whether its instruction, which is no text, is being read. */
  const fields: boolean[] = []

  const write = () => {
    for (const line of lines) {
      builder.openParagraph()
      builder.mark(line.mark)
      builder.words(line.words)
      builder.closeParagraph()
    }
    lines = []
  }
  const endParagraph = (properties: DocParagraph) => {
    lines.push({ mark: words.trim() === '' ? '' : markOf(properties), words })
    words = ''
  }
  const add = (code: number, properties: () => DocParagraph) => {
    if (code === 0x13) fields.push(true)
    else if (code === 0x14) fields.splice(-1, 1, false)
    else if (code === 0x15) fields.pop()
    else if (fields.includes(true)) return
    else if (code === CELL) {
      const paragraph = properties()
      if (paragraph.endsRow) {
        if (inRow) builder.closeRow()
        inRow = false
        words = ''
        return
      }
      endParagraph(paragraph)
      if (!inRow) builder.openRow()
      inRow = true
      builder.openCell()
      write()
      builder.closeCell()
    } else if (code === 0x0d || code === 0x0c) {
      endParagraph(properties())
      if (code === 0x0d && properties().inTable) return
      write()
    } else words += characterOf(code)
  }
  const end = () => {
    if (words !== '') lines.push({ mark: '', words })
    words = ''
    write()
    if (inRow) builder.closeRow()
    inRow = false
  }
  return { add, end }
}

function characterOf(code: number): string {
  if (code === 0x0b) return '\n'
  if (code === 0x09) return '\t'
  if (code === 0x1e) return '\u2011'
  // Anchors of pictures, notes and comments, and hyphens that show only at the end of a line.
  if (code < 0x20) return ''
  if (code >= 0xf000 && code <= 0xf0ff) return symbolCharacter(code)
  return String.fromCharCode(code)
}

function readPieces(document: Buffer, table: Buffer, { fileName, limits }: Source): Piece[] {
  let at = document.readUInt32LE(0x1a2)
  const end = at + document.readUInt32LE(0x1a6)
  while (at < end && table.readUInt8(at) === 1) at += 3 + table.readUInt16LE(at + 1)
  if (at >= end || table.readUInt8(at) !== 2) throw damaged(fileName)
  const length = table.readUInt32LE(at + 1)
  const start = at + 5
  const count = Math.floor((length - 4) / 12)
  if (start + length > table.length) throw damaged(fileName)
  const pieces: Piece[] = []
  for (let index = 0; index < count; index += 1) {
    const from = table.readUInt32LE(start + index * 4)
    const to = table.readUInt32LE(start + index * 4 + 4)
    const place = table.readUInt32LE(start + (count + 1) * 4 + index * 8 + 2)
    if (to < from) throw damaged(fileName)
    if (to > limits.characters) throw tooMuchText(fileName, limits.characters)
    const wide = (place & 0x40000000) === 0
    pieces.push({ from, to, place: wide ? place : (place & 0x3fffffff) >>> 1, wide })
  }
  return pieces
}

const upperHalf = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 32 }, (_, index) => 0x80 + index))
const windows1252 = (byte: number) => (byte >= 0x80 && byte < 0xa0 ? upperHalf.charCodeAt(byte - 0x80) : byte)

const notWord = (isWorkbook: boolean, fileName: string) =>
  new ExtractionFault(
    'unsupported',
    `“${fileName}” is ${isWorkbook ? 'an Excel workbook' : 'an old Office file, but not a Word document'}, whose text cannot be read. Save the pages you need as a Word document or PDF.`,
  )

const tooOld = (fileName: string) =>
  new ExtractionFault(
    'unsupported',
    `“${fileName}” was made by a version of Word older than 1997, which cannot be read. Open it in a word processor and save it as .docx.`,
  )
