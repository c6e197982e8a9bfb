import { daysBetween, type IsoDate } from '../model/dates.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const parts = (date: IsoDate) => {
  const name = months[Number(date.slice(5, 7)) - 1] ?? ''
  return { year: date.slice(0, 4), month: name, short: name.slice(0, 3), day: Number(date.slice(8, 10)) }
}

/** "13 October 2026". */
export function formatDate(date: IsoDate): string {
  const { day, month, year } = parts(date)
  return `${day} ${month} ${year}`
}

/** "13 October", where the year stands beside it. */
export function formatDayMonth(date: IsoDate): string {
  const { day, month } = parts(date)
  return `${day} ${month}`
}

/** "6 Oct", for lists of what is due. */
export function formatShortDay(date: IsoDate): string {
  const { day, short } = parts(date)
  return `${day} ${short}`
}

/** "Sep 2026", for tables. Takes a date or a year and month. */
export function formatMonth(date: string): string {
  const { short, year } = parts(date)
  return `${short} ${year}`
}

/** "June 2019". Takes a date or a year and month. */
export function formatLongMonth(date: string): string {
  const { month, year } = parts(date)
  return `${month} ${year}`
}

/** "4 July to 24 September 2026"; one date where both are the same day. */
export function formatRange(from: IsoDate, to: IsoDate): string {
  if (from === to) return formatDate(to)
  const start = parts(from)
  const end = parts(to)
  if (start.year !== end.year) return `${formatDate(from)} to ${formatDate(to)}`
  if (start.month === end.month) return `${start.day} to ${formatDate(to)}`
  return `${start.day} ${start.month} to ${formatDate(to)}`
}

/** "April to September 2026": a period of whole months. */
export function formatPeriod(from: IsoDate, to: IsoDate): string {
  const start = parts(from)
  const end = parts(to)
  if (start.year !== end.year) return `${start.month} ${start.year} to ${end.month} ${end.year}`
  return start.month === end.month ? `${end.month} ${end.year}` : `${start.month} to ${end.month} ${end.year}`
}

/** What an item describes, as tables say it: "Jul to Sep 2026", "Aug 2026", "18 Sep 2026", "no date". */
export function formatDescribes(from: IsoDate | null, to: IsoDate | null): string {
  const end = to ?? from
  if (end === null) return 'no date'
  const start = from ?? end
  if (start === end) return `${formatShortDay(end)} ${parts(end).year}`
  const first = parts(start)
  const last = parts(end)
  if (first.year !== last.year) return `${first.short} ${first.year} to ${last.short} ${last.year}`
  return first.month === last.month ? `${last.short} ${last.year}` : `${first.short} to ${last.short} ${last.year}`
}

/** "09:05", from hours and minutes of the clock on the wall. */
export const formatTime = (hours: number, minutes: number): string =>
  `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`

/** How far off a due date is: "late", "today", "1 day", "17 days". */
export function dueInWords(due: IsoDate, asAt: IsoDate): string {
  const days = daysBetween(asAt, due)
  if (days < 0) return 'late'
  if (days === 0) return 'today'
  return days === 1 ? '1 day' : `${days} days`
}
