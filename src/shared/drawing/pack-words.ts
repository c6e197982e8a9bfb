import type { ChecklistPack } from '../model/checklist.ts'
import type { IsoDate } from '../model/dates.ts'
import { formatLongMonth } from './date-words.ts'

const yearAndMonth = /^\d{4}-\d{2}(-\d{2})?$/

/** A date of a pack in words: "June 2019" of "2019-06"; anything else as the pack writes it. */
const packDate = (date: string) => (yearAndMonth.test(date) ? formatLongMonth(date) : date)

/** Whether the review date of a pack has passed: a month has passed when the next one has begun. */
function hasPassed(reviewDue: string, today: IsoDate) {
  return yearAndMonth.test(reviewDue) && reviewDue < today.slice(0, reviewDue.length)
}

type PackWords = Pick<ChecklistPack, 'title' | 'version' | 'issued' | 'reviewDue' | 'caveat'>

/** The line that every screen and every report carries: title, version, review date and caveat, all out of the pack. */
export function packLine(pack: PackWords, today: IsoDate): string {
  const review = hasPassed(pack.reviewDue, today)
    ? `Review date ${packDate(pack.reviewDue)} has passed.`
    : `Review date ${packDate(pack.reviewDue)}.`
  return `${pack.title}, ${pack.version}, ${packDate(pack.issued)}. ${review} ${pack.caveat}`
}
