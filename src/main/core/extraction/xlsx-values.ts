/** What a number format makes of a number: a day, a time of day, both; null: it stays a number. */
export type DateKind = 'date' | 'time' | 'date-time'

/** The built-in formats that show dates, of all countries (ECMA-376 part 1, 18.8.30). */
const builtIn: readonly (readonly [from: number, to: number, kind: DateKind])[] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date-time'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 45, 'time'],
  [47, 47, 'time'],
  [50, 58, 'date'],
]

/** The kind of a number format by its number, or by its code when it is the workbook's own. */
export function dateKindOf(format: number, code: string | undefined): DateKind | null {
  // A length of time is no time of day.
  if (code !== undefined && /\[[hms]+\]/i.test(code)) return null
  if (code === undefined) return builtIn.find(([from, to]) => format >= from && format <= to)?.[2] ?? null
  const bare = code
    .slice(0, 1_000)
    .replace(/"[^"]*"?|\\.|[_*].|\[[^\]]*\]/g, '')
    .split(';', 1)[0]
  const marks = (bare ?? '').toLowerCase().replace(/am\/pm|a\/p/g, 'h')
  if (/^general$|[#?]/.test(marks)) return null
  const hasTime = /[hs]/.test(marks)
  if (/[dy]/.test(marks) || (marks.includes('m') && !hasTime)) return hasTime ? 'date-time' : 'date'
  return hasTime ? 'time' : null
}

const daySeconds = 86_400
/** 31 December 9999, the last day that spreadsheets know. */
const lastDay = 2_958_465

/**
 * A spreadsheet's number for a day or time in words, `2026-10-13`, `09:30` or `2026-10-13 09:30`; null where no day has that number.
 * Spreadsheets that count from 1900 think that year a leap year, and know a 29 February 1900.
 */
export function dateWords(serial: number, kind: DateKind, countsFrom1904: boolean): string | null {
  if (!(serial >= 0 && serial < lastDay + 1)) return null
  const seconds = Math.round(serial * daySeconds)
  const day = Math.floor(seconds / daySeconds)
  const time = new Date((seconds % daySeconds) * 1_000).toISOString().slice(11, 16)
  if (kind === 'time') return time
  if (day === 0 && !countsFrom1904) return null
  const words = dayWords(day, countsFrom1904)
  return kind === 'date' ? words : `${words} ${time}`
}

function dayWords(day: number, countsFrom1904: boolean): string {
  if (!countsFrom1904 && day === 60) return '1900-02-29'
  const since1970 = countsFrom1904 ? day - 24_107 : day - (day > 60 ? 25_569 : 25_568)
  return new Date(since1970 * daySeconds * 1_000).toISOString().slice(0, 10)
}

/** A number as a person would read it: the fifteen digits that spreadsheets show, no more. What is no number stays as it is. */
export function numberWords(text: string): string {
  const number = Number(text)
  return text.trim() === '' || !Number.isFinite(number) ? text : String(Number(number.toPrecision(15)))
}

/** Words as they stand in a workbook: letters that XML cannot hold are written `_x000D_` there. */
export const cellWords = (text: string): string =>
  text
    .replace(/_x([0-9a-f]{4})_/gi, (_match, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n')

/** The number of a column by the letters of a cell's place, from 0: `B7` is 1; -1 when there are none. */
export function columnOf(place: string): number {
  let column = 0
  for (let at = 0; at < place.length; at += 1) {
    const letter = place.charCodeAt(at) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}
