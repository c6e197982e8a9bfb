import type { CellCorrection, FaultyRow, RowFault } from '../../../shared/model/evidence-import.ts'
import {
  checkEvidenceRow,
  evidenceColumns,
  isUnfilledAsk,
  requiredColumns,
  type EvidenceColumn,
  type EvidenceRowValues,
  type KnownToRows,
} from '../../../shared/model/evidence-rows.ts'
import { guessColumns, headingsOf, nameHeadings, type ColumnMapping } from '../../../shared/model/import-columns.ts'
import type { TableEnd, TableRow, TableWish } from '../extraction/table.ts'
import { createPauses } from '../pauses.ts'

/** The bounds of a table of evidence: far above any real file, far below any harm. */
export const evidenceTableWish: TableWish = {
  headings: requiredColumns.map(headingsOf),
  // The heading is a row too.
  rows: 200_001,
  columns: 100,
  rowCharacters: 1_000_000,
}
/** Rows shown under the headings, and characters of a cell shown there. */
const sampleRows = 3
const sampleCharacters = 200

/** A table of evidence as it was checked: the items of its good rows, its faulty rows, and what is wrong with the file itself. */
export type EvidenceTable = {
  headings: string[]
  columns: ColumnMapping
  samples: string[][]
  good: EvidenceRowValues[]
  faulty: FaultyRow[]
  /** Rows of a request sheet that nobody filled in. */
  unfilled: number
  faults: RowFault[]
}

/** How a table is checked. Columns are matched as they are given, guessed, or, by default, known by our own names alone (cli.md). */
export type CheckOptions = {
  columns?: ColumnMapping | 'guess' | undefined
  corrections?: readonly CellCorrection[]
  signal?: AbortSignal
  onProgress?: (rows: number) => void
}

/**
 * Checks the rows of a table of evidence. Never throws for a bad one: each fault names its row (the heading is row 1), its column, what is
 * wrong and the mend. After a fault of the heading no row is checked, since none could be trusted.
 *
 * @throws the signal's reason, when it is aborted
 */
export async function checkEvidenceTable(
  { kind, stopped, batches }: Pick<TableEnd, 'kind' | 'stopped'> & { batches: readonly (readonly TableRow[])[] },
  known: KnownToRows,
  { columns: wanted, corrections = [], signal, onProgress }: CheckOptions = {},
): Promise<EvidenceTable> {
  if (stopped?.why === 'too-many-rows')
    return refusedTable(
      'the file has more than 200,000 rows',
      'Divide it into several files, each with the heading row.',
    )
  const mended = new Map(corrections.map((each) => [`${each.row} ${each.column}`, each]))
  const table: EvidenceTable = { headings: [], columns: {}, samples: [], good: [], faulty: [], unfilled: 0, faults: [] }
  const pause = createPauses()
  let heading: Heading | undefined
  let rows = 0
  for (const batch of batches) {
    for (const { row, cells } of batch) {
      rows += 1
      if (rows % 50 === 0) await pause()
      if (!heading) {
        heading = readHeading(cells, row, wanted, kind)
        Object.assign(table, { headings: heading.names, columns: heading.mapping, faults: heading.faults })
        continue
      }
      if (table.samples.length < sampleRows)
        table.samples.push(heading.names.map((_name, index) => (cells[index] ?? '').slice(0, sampleCharacters)))
      else if (heading.faults.length > 0) return table
      if (heading.faults.length > 0) continue
      const read = readRow(row, cells, heading, mended)
      if (!read.fault && isUnfilledAsk(read.cells)) {
        table.unfilled += 1
        continue
      }
      const checked = read.fault ? null : checkEvidenceRow(row, read.cells, known)
      if (checked?.values) table.good.push(checked.values)
      else
        table.faulty.push({ row, cells: read.cells, faults: read.fault ? [read.fault] : [...(checked?.faults ?? [])] })
    }
    signal?.throwIfAborted()
    onProgress?.(rows)
  }
  if (!heading) return refusedTable('the file is empty', beginWithColumns)
  if (stopped) table.faulty.push({ row: stopped.row, cells: {}, faults: [faultOfStop(stopped)] })
  for (const { row, column } of mended.values())
    table.faults.push({
      row,
      column,
      problem: 'is mended, and the file has no such row',
      mend: 'Choose the file again: it may be another than the one that was checked.',
    })
  return table
}

/** A table of which nothing can be read, and why. */
export const refusedTable = (problem: string, mend: string): EvidenceTable => ({
  headings: [],
  columns: {},
  samples: [],
  good: [],
  faulty: [],
  unfilled: 0,
  faults: [{ row: 1, column: '', problem, mend }],
})

/** The mend of a file without a heading. */
export const beginWithColumns = `Begin with a row of columns: ${evidenceColumns.join(', ')}.`

type Heading = {
  names: string[]
  mapping: ColumnMapping
  /** Our column for each of the file's. */
  columns: (EvidenceColumn | null)[]
  /** Which words under none of our columns are a fault, and not something that was left out on purpose, by their place. */
  isStray: (index: number) => boolean
  faults: RowFault[]
}

function readHeading(
  cells: readonly string[],
  row: number,
  wanted: ColumnMapping | 'guess' | undefined,
  kind: TableEnd['kind'],
): Heading {
  const shown = cells.slice(0, evidenceTableWish.columns)
  const names = nameHeadings(shown)
  const faults: RowFault[] = []
  const fault = (column: string, problem: string, mend: string) => faults.push({ row, column, problem, mend })
  if (cells.length > shown.length)
    fault(
      '',
      kind === 'csv' ? `the heading has ${cells.length} columns` : `the heading has more than ${shown.length} columns`,
      `Use these alone: ${evidenceColumns.join(', ')}.`,
    )
  const mapping =
    wanted === undefined ? readNames(shown, names, fault) : wanted === 'guess' ? guessColumns(names) : wanted
  for (const column of requiredColumns) {
    if (mapping[column] !== undefined) continue
    if (wanted === undefined) fault(column, 'is missing from the heading', `Add a column named ${column}.`)
    else fault(column, 'is not matched with a column of the file', 'Choose the column that holds it.')
  }
  const columns: (EvidenceColumn | null)[] = names.map(() => null)
  for (const column of evidenceColumns) {
    const name = mapping[column]
    if (name === undefined) continue
    const at = names.indexOf(name)
    const other = columns[at]
    if (at < 0) fault(column, `“${name.slice(0, 60)}” is no column of the file`, 'Choose one of its columns.')
    else if (other)
      fault(column, `is matched with “${name.slice(0, 60)}”, and so is ${other}`, 'Choose another column.')
    else columns[at] = column
  }
  const isBeyond = (index: number) => index >= names.length
  const isUnnamed = (index: number) => isBeyond(index) || (cells[index] ?? '').trim() === ''
  const isStray = wanted === undefined ? isUnnamed : kind === 'csv' ? isBeyond : () => false
  return { names, mapping, columns, isStray, faults }
}

type NoteFault = (column: string, problem: string, mend: string) => void

/** The columns of a heading that holds our own names and no others. */
function readNames(cells: readonly string[], names: readonly string[], fault: NoteFault): ColumnMapping {
  const mapping: ColumnMapping = {}
  const counts = new Map<EvidenceColumn, number>()
  for (const [index, cell] of cells.entries()) {
    const plain = cell
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_')
    const column = evidenceColumns.find((each) => each === plain)
    if (column) {
      counts.set(column, (counts.get(column) ?? 0) + 1)
      mapping[column] ??= names[index] ?? ''
    } else if (plain !== '')
      fault(
        cell.trim().slice(0, 60),
        'is not a column that is known',
        `Rename it to one of ${evidenceColumns.join(', ')}, or delete it.`,
      )
  }
  for (const [column, count] of counts)
    if (count > 1) fault(column, `stands ${count} times in the heading`, 'Keep one of them and delete the others.')
  return mapping
}

function readRow(
  row: number,
  cells: readonly string[],
  { columns, isStray }: Heading,
  mended: Map<string, CellCorrection>,
): { cells: Partial<Record<EvidenceColumn, string>>; fault?: RowFault } {
  const byColumn: Partial<Record<EvidenceColumn, string>> = {}
  let fault: RowFault | undefined
  for (const [index, cell] of cells.entries()) {
    const column = columns[index]
    if (column) byColumn[column] = cell
    else if (!fault && cell.trim() !== '' && isStray(index))
      fault = {
        row,
        column: `column ${index + 1}`,
        problem: `“${cell.trim().slice(0, 60)}” stands under no heading`,
        mend: 'If the words of a cell hold a comma, put quotation marks round the cell; else delete it or name its column.',
      }
  }
  for (const column of mended.size > 0 ? evidenceColumns : []) {
    const correction = mended.get(`${row} ${column}`)
    if (!correction) continue
    byColumn[column] = correction.value
    mended.delete(`${row} ${column}`)
  }
  return fault ? { cells: byColumn, fault } : { cells: byColumn }
}

function faultOfStop({ row, why }: NonNullable<TableEnd['stopped']>): RowFault {
  if (why === 'row-too-long')
    return {
      row,
      column: '',
      problem: 'the row is longer than a million characters',
      mend: 'Look for a quotation mark (") at the start of a cell that has none at its end. Nothing after it could be read.',
    }
  return {
    row,
    column: '',
    problem: 'a quotation mark is opened and never closed',
    mend: 'Look for a quotation mark (") at the start of a cell that has none at its end. Nothing after it could be read.',
  }
}
