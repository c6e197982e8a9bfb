import { IsoDate } from './dates.ts'

/** Notes a fault of a cell, and stands for its value. */
type Fault = (problem: string, mend: string) => null

/** The entries of a cell that holds several: semicolons, commas or line breaks between them. */
export const readList = (cell: string): string[] =>
  cell
    .split(/[;,\n]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')

/** One of a few words, in any case. An empty cell is a fault. */
export function readChoice<Word extends string>(cell: string, words: readonly Word[], fault: Fault): Word | null {
  const found = words.find((word) => word === cell.trim().toLowerCase())
  if (found !== undefined) return found
  const mend = `Use ${words.slice(0, -1).join(', ')} or ${words.at(-1)}.`
  return cell === '' ? fault('is empty', mend) : fault(`“${cell.slice(0, 60)}” is not one of the words it may be`, mend)
}

/** A time of day after a date, as logs and spreadsheets write it. */
const timeOfDay = /[T ]\d{1,2}:\d\d(:\d\d(\.\d+)?)?( ?[ap]m)?(Z|[+-]\d\d:?\d\d)?$/i

/** A date, `2026-10-13` or `13/10/2026`; a time of day after it is left out. An empty cell is none. */
export function readDate(cell: string, fault: Fault): IsoDate | null {
  if (cell === '') return null
  const day = cell.replace(timeOfDay, '')
  const british = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(day)
  const iso = british
    ? `${british[3]}-${(british[2] ?? '').padStart(2, '0')}-${(british[1] ?? '').padStart(2, '0')}`
    : day
  if (!/^\d{4}-\d\d-\d\d$/.test(iso))
    return fault(
      `“${cell.slice(0, 60)}” is not a date`,
      /^\d{5}(\.\d+)?$/.test(cell)
        ? 'It is a spreadsheet’s number for a day: format the column as a date, such as 13/10/2026, and save again.'
        : 'Write it as 2026-10-13 or 13/10/2026.',
    )
  if (!IsoDate.safeParse(iso).success)
    return fault(
      `“${cell}” is no day of the calendar`,
      british
        ? 'Write the day first, then the month: 13/10/2026.'
        : 'Write the year, the month and the day: 2026-10-13.',
    )
  if (iso < '1950' || iso > '2100')
    return fault(`“${cell}” is not a likely year`, 'Write the year with its four digits.')
  return iso
}

/** Whether a cell holds what a spreadsheet writes where a formula went wrong. */
export const isSpreadsheetError = (cell: string): boolean =>
  /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|GETTING_DATA|UNKNOWN!)$/.test(
    cell,
  )

/** A count, in digits; an empty cell is none. */
export function readWhole(cell: string, fault: Fault): number | null {
  if (cell === '') return null
  if (/^\d{1,7}$/.test(cell) && Number(cell) <= 1_000_000) return Number(cell)
  return fault(`“${cell.slice(0, 60)}” is not a count of people`, 'Write a whole number in digits, such as 12.')
}
