import { daysAfter, IsoDate } from '../../../shared/model/dates.ts'

const monthNames = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]

/**
 * Reads a date as people in England write it: `13 October 2026`, `13 Oct`, `13/10/2026`, `13.10.26`, `2026-10-13`, `today`,
 * `yesterday`. Without a year it is this year's. Null when it is not a date (`31/02/2026`).
 */
export function readDate(words: string, today: IsoDate): IsoDate | null {
  const text = words
    .trim()
    .toLowerCase()
    .replace(/(\d)(st|nd|rd|th)\b/, '$1')
  if (text === 'today') return today
  if (text === 'yesterday') return daysAfter(today, -1)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
  if (iso) return checked(iso[1], iso[2], iso[3])
  const numbers = /^(\d{1,2})[/. -](\d{1,2})(?:[/. -](\d{4}|\d{2}))?$/.exec(text)
  if (numbers) return checked(yearOf(numbers[3], today), numbers[2], numbers[1])
  const named = /^(\d{1,2})\s*([a-z]{3,9})\.?,?(?:\s*(\d{4}|\d{2}))?$/.exec(text)
  if (!named) return null
  const month = monthNames.findIndex((name) => name.startsWith(named[2] ?? '-'))
  return month < 0 ? null : checked(yearOf(named[3], today), String(month + 1), named[1])
}

const yearOf = (year: string | undefined, today: IsoDate) =>
  year === undefined ? today.slice(0, 4) : year.length === 2 ? `20${year}` : year

function checked(year: string | undefined, month: string | undefined, day: string | undefined): IsoDate | null {
  const date = IsoDate.safeParse(`${year}-${(month ?? '').padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`)
  return date.success ? date.data : null
}
