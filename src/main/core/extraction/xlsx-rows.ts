import { plainHeading } from '../../../shared/model/import-columns.ts'
import { damaged, type Archive } from './archive.ts'
import { targetsOf } from './archive-parts.ts'
import { ExtractionFault, type Source } from './extraction.ts'
import { readXml } from './read-xml.ts'
import { createBatches, type TableEnd, type TableRow, type TableWish, type TakeRows } from './table.ts'
import { cellWords, columnOf, dateKindOf, dateWords, numberWords, type DateKind } from './xlsx-values.ts'

/** Rows and cells that a sheet may write down, empty ones too: reading takes about a second for each million. */
const mostElements = 6_000_000
/** Sheets whose headings are looked at. */
const mostSheets = 50
/** The last row of any sheet. */
const lastRow = 1_048_576

/** What the cells of all sheets refer to. */
type Book = { words: string[]; kinds: (DateKind | null)[]; countsFrom1904: boolean }

type Sheet = { name: string; path: string }

/** Ends the reading of a part from within: what was wanted of it has been heard. */
class Enough extends Error {}

/**
 * Reads the rows of one sheet of an Excel workbook: the first that has the columns, else the first with anything in it. Dates become
 * `2026-10-13`, formulas the words that were last worked out for them. Macros, links to other workbooks and pictures are never opened.
 * Throws an {@link ExtractionFault}.
 */
export function readXlsxRows(archive: Archive, source: Source, wish: TableWish, take: TakeRows): TableEnd {
  const { sheets, book } = readBook(archive, source)
  let first: { sheet: Sheet; bytes: Uint8Array } | undefined
  for (const sheet of sheets.slice(0, mostSheets)) {
    const bytes = archive.read(sheet.path)
    const heading = bytes && readHeading(bytes, book, source, wish)
    if (!bytes || !heading) continue
    first ??= { sheet, bytes }
    if (!hasColumns(heading, wish)) continue
    first = { sheet, bytes }
    break
  }
  if (!first) throw new ExtractionFault('no-text', `“${source.fileName}” holds no sheet with anything in it.`)
  return { kind: 'xlsx', sheet: first.sheet.name, stopped: readAll(first.bytes, book, source, wish, take) }
}

function hasColumns({ cells }: TableRow, { headings }: TableWish) {
  const names = new Set(cells.map(plainHeading))
  return headings.every((wanted) => wanted.some((name) => names.has(name)))
}

function readHeading(bytes: Uint8Array, book: Book, source: Source, wish: TableWish): TableRow | undefined {
  let heading: TableRow | undefined
  readUntilEnough(() =>
    readSheet(bytes, book, source, wish, (row) => {
      heading = row
      throw new Enough()
    }),
  )
  return heading
}

function readAll(bytes: Uint8Array, book: Book, source: Source, wish: TableWish, take: TakeRows): TableEnd['stopped'] {
  const batches = createBatches(take)
  let kept = 0
  let characters = 0
  let stopped: TableEnd['stopped'] = null
  readUntilEnough(() =>
    readSheet(bytes, book, source, wish, (row, length) => {
      kept += 1
      // Words that many cells share are written once in a workbook, and would come out once for each cell.
      characters += length
      if (characters > source.limits.characters)
        throw new ExtractionFault('too-large-inside', `“${source.fileName}” holds more words than can be read.`)
      if (kept > wish.rows) stopped = { row: row.row, why: 'too-many-rows' }
      else if (length > wish.rowCharacters) stopped = { row: row.row, why: 'row-too-long' }
      if (stopped) throw new Enough()
      batches.add(row, length)
      if (kept % 1_000 === 0) source.onProgress(Math.min(0.99, kept / wish.rows))
    }),
  )
  batches.flush()
  return stopped
}

function readUntilEnough(read: () => void) {
  try {
    read()
  } catch (error) {
    if (!(error instanceof Enough)) throw error
  }
}

function readSheet(
  bytes: Uint8Array,
  book: Book,
  source: Source,
  wish: TableWish,
  hear: (row: TableRow, characters: number) => void,
) {
  let elements = 0
  let row = 0
  let column = -1
  let cells: string[] = []
  let type = ''
  let kind: DateKind | null = null
  let words = ''
  let isValue = false
  let skipping = 0

  const count = () => {
    elements += 1
    if (elements > mostElements)
      throw new ExtractionFault('too-large-inside', `“${source.fileName}” holds more cells than can be read.`)
  }
  const place = (text: string) => {
    if (text.trim() === '') return
    // Of the cells too far right the first stands for all, so that it can be told of.
    const at = Math.min(column, wish.columns)
    if (at === wish.columns && cells[at]) return
    while (cells.length < at) cells.push('')
    cells[at] = text
  }

  readXml(
    bytes,
    {
      open(name, attributes) {
        if (name === 'x:row') {
          count()
          const said = attributes('r')
          row = said === undefined ? row + 1 : Number(said)
          if (!(row >= 1 && row <= lastRow)) throw damaged(source.fileName)
          column = -1
          cells = []
        } else if (name === 'x:c') {
          count()
          const said = columnOf(attributes('r') ?? '')
          column = said >= 0 ? said : column + 1
          type = attributes('t') ?? 'n'
          kind = book.kinds[Number(attributes('s') ?? 0)] ?? null
          words = ''
        } else if (name === 'x:rPh') skipping += 1
        else if (name === 'x:v' || name === 'x:t') isValue = skipping === 0
      },
      close(name) {
        if (name === 'x:v' || name === 'x:t') isValue = false
        else if (name === 'x:rPh') skipping -= 1
        else if (name === 'x:c') place(wordsOf(type, kind, words, book))
        else if (name === 'x:row' && cells.length > 0)
          hear(
            { row, cells },
            cells.reduce((sum, cell) => sum + cell.length, 0),
          )
      },
      text: (part) => {
        if (isValue) words += part
      },
    },
    source,
  )
}

function wordsOf(type: string, kind: DateKind | null, text: string, book: Book): string {
  switch (type) {
    case 's':
      return book.words[Number(text)] ?? ''
    case 'b':
      return text.trim() === '1' ? 'TRUE' : text.trim() === '0' ? 'FALSE' : text
    case 'd':
      return text.replace(/T00:00(:00(\.0+)?)?Z?$/, '')
    case 'n': {
      const words = kind && text.trim() !== '' ? dateWords(Number(text), kind, book.countsFrom1904) : null
      return words ?? numberWords(text)
    }
    default:
      return cellWords(text)
  }
}

function readBook(archive: Archive, source: Source): { sheets: Sheet[]; book: Book } {
  const main = targetsOf(archive, '', source).find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  const bytes = archive.read(main)
  if (!bytes) throw damaged(source.fileName)
  const parts = targetsOf(archive, main, source)
  const sheets: Sheet[] = []
  let countsFrom1904 = false
  readXml(
    bytes,
    {
      open(name, attributes) {
        if (name === 'x:workbookPr') countsFrom1904 = ['1', 'true'].includes(attributes('date1904') ?? '')
        if (name !== 'x:sheet') return
        const part = parts.find(({ id, type }) => type === 'worksheet' && id === attributes('id'))
        if (part) sheets.push({ name: attributes('name') ?? '', path: part.path })
      },
    },
    source,
  )
  const partOf = (type: string) => {
    const path = parts.find((part) => part.type === type)?.path
    return path === undefined ? undefined : archive.read(path)
  }
  const book = { words: readShared(partOf('sharedStrings'), source), kinds: readKinds(partOf('styles'), source) }
  return { sheets, book: { ...book, countsFrom1904 } }
}

/** The words that cells share, in their order. */
function readShared(bytes: Uint8Array | undefined, source: Source): string[] {
  const shared: string[] = []
  if (!bytes) return shared
  let words = ''
  let isWords = false
  let skipping = 0
  readXml(
    bytes,
    {
      open(name) {
        if (name === 'x:si') words = ''
        else if (name === 'x:rPh') skipping += 1
        else if (name === 'x:t') isWords = skipping === 0
      },
      close(name) {
        if (name === 'x:t') isWords = false
        else if (name === 'x:rPh') skipping -= 1
        else if (name === 'x:si') {
          if (shared.length >= mostElements) throw damaged(source.fileName)
          shared.push(cellWords(words))
        }
      },
      text: (part) => {
        if (isWords) words += part
      },
    },
    source,
  )
  return shared
}

/** For each style of a cell whether its numbers are dates. */
function readKinds(bytes: Uint8Array | undefined, source: Source): (DateKind | null)[] {
  const kinds: (DateKind | null)[] = []
  if (!bytes) return kinds
  const codes = new Map<number, string>()
  let isCellStyle = false
  readXml(
    bytes,
    {
      open(name, attributes) {
        if (name === 'x:numFmt') codes.set(Number(attributes('numFmtId')), attributes('formatCode') ?? '')
        else if (name === 'x:cellXfs') isCellStyle = true
        else if (name === 'x:xf' && isCellStyle) {
          const format = Number(attributes('numFmtId') ?? 0)
          kinds.push(dateKindOf(format, codes.get(format)))
        }
      },
      close(name) {
        if (name === 'x:cellXfs') isCellStyle = false
      },
    },
    source,
  )
  return kinds
}
