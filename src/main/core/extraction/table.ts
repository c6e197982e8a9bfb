/** A row of a table that is not empty: its number as a spreadsheet counts (from 1), and its cells as words. */
export type TableRow = { row: number; cells: string[] }

/** What a reader of tables is asked for. */
export type TableWish = {
  /** For each column that must be there, the headings it may go by ({@link plainHeading}); a workbook’s sheet is chosen by them. */
  headings: readonly (readonly string[])[]
  /** Most rows that hold anything. */
  rows: number
  /** Most columns: of those further right the first that is not empty stands for all. */
  columns: number
  /** Longest row, in characters. */
  rowCharacters: number
}

/** Why the reading of a table stopped before its end. */
export type TableStop = 'too-many-rows' | 'row-too-long' | 'open-quote'

/** What a table was found to be: its kind, the sheet that was read, and where the reading stopped if it did. */
export type TableEnd = { kind: 'csv' | 'xlsx'; sheet: string | null; stopped: { row: number; why: TableStop } | null }

/** Takes rows as they are read, some hundred at a time. */
export type TakeRows = (rows: TableRow[]) => void

/** Rows and characters after which rows are handed on. */
const batchRows = 400
const batchCharacters = 200_000

/** Gathers rows into batches. `flush` hands on what is left. */
export function createBatches(take: TakeRows): { add: (row: TableRow, characters: number) => void; flush: () => void } {
  let rows: TableRow[] = []
  let characters = 0
  const flush = () => {
    if (rows.length > 0) take(rows)
    rows = []
    characters = 0
  }
  return {
    add(row, length) {
      rows.push(row)
      characters += length
      if (rows.length >= batchRows || characters >= batchCharacters) flush()
    },
    flush,
  }
}
