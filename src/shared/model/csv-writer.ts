/** A cell of a table as it is written: words, a number, or nothing. */
export type CsvCell = string | number | null | undefined

/** Words that a spreadsheet would take for a formula; the wide forms too, which some take for the plain ones. */
const formula = /^[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/
/** What makes quotation marks necessary. Semicolons and tabs too, for spreadsheets that divide by them. */
const divided = /[",;\t\r\n]|^\s|\s$/

/**
 * Rows as CSV with CRLF between them. Words that begin like a formula get an apostrophe before them, so that no spreadsheet runs them;
 * numbers stay numbers. A byte-order mark comes first where there are letters beyond ASCII, or Excel would misread them.
 */
export function toCsv(rows: readonly (readonly CsvCell[])[]): string {
  const text = rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
  return /[^\u0020-\u007e\t\r\n]/.test(text) ? `\ufeff${text}` : text
}

function writeCell(cell: CsvCell): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return String(cell)
  const words = formula.test(cell) ? `'${cell}` : cell
  return divided.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}

/** The words of a cell that {@link toCsv} wrote: without the apostrophe that kept them from being a formula. */
export const readCell = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell
