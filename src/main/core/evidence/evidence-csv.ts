import { parse, CsvError } from 'csv-parse'
import type { RowFault } from '../../../shared/model/evidence-import.ts'
import {
  checkEvidenceRow,
  evidenceColumns,
  requiredColumns,
  type CheckedRow,
  type EvidenceColumn,
  type KnownToRows,
} from '../../../shared/model/evidence-rows.ts'
import { decodeText } from '../decode-text.ts'

/** A CSV of evidence as it was read: its rows, each with its item or its faults, and all faults, those of the heading first. */
export type EvidenceCsv = { rows: CheckedRow[]; faults: RowFault[] }

/** Largest file in bytes, most rows, longest row in characters, most columns: far above any real file, far below any harm. */
const MOST_BYTES = 50_000_000
const MOST_ROWS = 50_000
const LONGEST_ROW = 1_000_000
const MOST_COLUMNS = 100
/** Rows between two reports of progress. */
const STEP = 500

/**
 * Reads a CSV of evidence (cli.md, “CSV columns”): UTF-8, UTF-16 or Windows-1252; commas, semicolons or tabs; quoted line breaks. Never
 * throws for a bad file: each fault names its row (the heading is row 1), its column, what is wrong and the mend. Formulas are words.
 * After a fault of the heading no row is read, since none could be trusted.
 *
 * @throws the signal's reason, when it is aborted
 */
export async function readEvidenceCsv(
  bytes: Uint8Array,
  known: KnownToRows,
  { signal, onProgress }: { signal?: AbortSignal; onProgress?: (rows: number) => void } = {},
): Promise<EvidenceCsv> {
  if (bytes.length > MOST_BYTES)
    return refuse('the file is larger than 50 MB', 'Divide it into several files, each with the heading row.')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return refuse('the file is a workbook, not CSV', 'In Excel choose Save As, “CSV UTF-8”, and bring that in.')
  const text = decodeText(bytes)?.text.replace(/^\ufeff/, '')
  if (text === undefined)
    return refuse('the file is not text', 'In Excel choose Save As, “CSV UTF-8”, and bring that in.')
  if (text.trim() === '')
    return refuse('the file is empty', `Begin with a row of columns: ${evidenceColumns.join(', ')}.`)

  const rows: CheckedRow[] = []
  let heading: Heading | undefined
  let row = 0
  try {
    for await (const cells of records(text)) {
      row += 1
      signal?.throwIfAborted()
      if (row % STEP === 0) onProgress?.(row)
      if (cells.every((cell) => cell.trim() === '')) continue
      if (!heading) {
        heading = readHeading(cells, row)
        if (heading.faults.length > 0) return { rows: [], faults: heading.faults }
      } else if (rows.length >= MOST_ROWS) {
        return refuse('the file has more than 50,000 rows', 'Divide it into several files, each with the heading row.')
      } else rows.push(readRow(row, cells, heading, known))
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    rows.push({ row: row + 1, values: null, faults: [faultOfReading(error, row + 1)] })
  }
  return { rows, faults: rows.flatMap((each) => each.faults) }
}

type Heading = { columns: (EvidenceColumn | null)[]; faults: RowFault[] }

async function* records(text: string): AsyncGenerator<string[]> {
  // Excel tells itself by such a line what divides the cells.
  const said = /^sep=(.)\n/i.exec(text)
  const body = said ? text.slice(said[0].length) : text
  // The line before the heading is a row of the file too.
  if (said) yield []
  const arrived: string[][] = []
  let failure: Error | undefined
  const parser = parse({
    delimiter: said?.[1] ?? dividerOf(body),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_ROW,
    // Taken here and not from the stream, which drops the rows before a fault.
    on_record: (record: string[]) => {
      arrived.push(record)
      return null
    },
  })
  parser.on('error', (error) => (failure = error))
  const closed = new Promise((resolve) => parser.once('close', resolve))
  parser.resume()
  for (const slice of slicesOf(body)) {
    if (failure) break
    parser.write(slice)
    await new Promise((resolve) => setImmediate(resolve))
    yield* arrived.splice(0)
  }
  parser.end()
  await closed
  yield* arrived
  if (failure) throw failure
}

/** Small enough that the app answers others between two of them. */
function* slicesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += 65_536) yield text.slice(at, at + 65_536)
}

/** Whichever of comma, semicolon and tab stands most often in the heading, outside quotation marks. */
function dividerOf(text: string): string {
  const line =
    text
      .trimStart()
      .split('\n', 1)[0]
      ?.replace(/"[^"]*"/g, '') ?? ''
  const count = (divider: string) => line.split(divider).length
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best))
}

function readHeading(cells: readonly string[], row: number): Heading {
  const faults: RowFault[] = []
  const fault = (column: string, problem: string, mend: string) => faults.push({ row, column, problem, mend })
  if (cells.length > MOST_COLUMNS)
    fault('', `the heading has ${cells.length} columns`, `Use these alone: ${evidenceColumns.join(', ')}.`)
  const columns = cells.slice(0, MOST_COLUMNS).map((cell) => {
    const name = cell
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_')
    const column = evidenceColumns.find((each) => each === name)
    if (!column && name !== '')
      fault(
        cell.trim().slice(0, 60),
        'is not a column that is known',
        `Rename it to one of ${evidenceColumns.join(', ')}, or delete it.`,
      )
    return column ?? null
  })
  for (const column of evidenceColumns) {
    const count = columns.filter((each) => each === column).length
    if (count > 1) fault(column, `stands ${count} times in the heading`, 'Keep one of them and delete the others.')
  }
  for (const column of requiredColumns) {
    if (!columns.includes(column)) fault(column, 'is missing from the heading', `Add a column named ${column}.`)
  }
  return { columns, faults }
}

function readRow(row: number, cells: readonly string[], { columns }: Heading, known: KnownToRows): CheckedRow {
  const byColumn: Partial<Record<EvidenceColumn, string>> = {}
  for (const [index, cell] of cells.entries()) {
    const column = columns[index]
    if (column) byColumn[column] = cell
    else if (cell.trim() !== '')
      return {
        row,
        values: null,
        faults: [
          {
            row,
            column: `column ${index + 1}`,
            problem: `“${cell.trim().slice(0, 60)}” stands under no heading`,
            mend: 'If the words of a cell hold a comma, put quotation marks round the cell; else delete it or name its column.',
          },
        ],
      }
  }
  return checkEvidenceRow(row, byColumn, known)
}

function faultOfReading(error: CsvError, row: number): RowFault {
  const problem =
    error.code === 'CSV_MAX_RECORD_SIZE'
      ? 'the row is longer than a million characters'
      : 'a quotation mark is opened and never closed'
  return {
    row,
    column: '',
    problem,
    mend: 'Look for a quotation mark (") at the start of a cell that has none at its end. Nothing after it could be read.',
  }
}

function refuse(problem: string, mend: string): EvidenceCsv {
  return { rows: [], faults: [{ row: 1, column: '', problem, mend }] }
}
