import { daysAfter, daysBetween, IsoDate } from '../../../../shared/model/dates.ts'

/** How far ahead the picture may be looked at, in weeks, when a visit is expected later than anyone plans. */
const mostWeeks = 104

/**
 * The dates that the slider stops at: today, then week by week, and the expected visit last. Null where there is nothing to slide
 * to: no visit is expected, or it has passed.
 */
export function asAtSteps(today: IsoDate, expectedVisit: IsoDate | null): IsoDate[] | null {
  if (expectedVisit === null || expectedVisit <= today) return null
  const weeks = Math.min(Math.ceil(daysBetween(today, expectedVisit) / 7), mostWeeks)
  return Array.from({ length: weeks + 1 }, (_, week) => (week === weeks ? expectedVisit : daysAfter(today, week * 7)))
}

/** The step that stands for a date: the last that is not later, so that a date from an old address still has its place. */
export function stepOf(steps: readonly IsoDate[], date: IsoDate): number {
  const next = steps.findIndex((step) => step > date)
  return next === -1 ? steps.length - 1 : Math.max(next - 1, 0)
}

/** The date of an address, where it is one that the page can show: later than today and written as a date. Null means today. */
export function asAtOf(word: string | null, today: IsoDate): IsoDate | null {
  return word !== null && IsoDate.safeParse(word).success && word > today ? word : null
}
