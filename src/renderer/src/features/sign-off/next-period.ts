import type { Assessment } from '../../../../shared/model/assessment.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import { notADate, type FieldErrors } from '../../forms/field-errors.ts'
import { readDate } from '../../forms/written-date.ts'

/** The period of the next cycle as it is typed. */
export type PeriodForm = { from: string; to: string; expectedVisit: string }

/** What is wrong with the period of the next cycle, in words that say how to mend it. */
export function checkPeriod(
  form: PeriodForm,
  last: Pick<Assessment, 'from'>,
  today: IsoDate,
): FieldErrors<keyof PeriodForm> {
  const faultOf = (words: string, isNeeded: boolean) => {
    if (words.trim() === '') return isNeeded ? 'Give a date' : undefined
    return readDate(words, today) === null ? notADate(words) : undefined
  }
  const [from, to] = [readDate(form.from, today), readDate(form.to, today)]
  const faults = {
    from:
      faultOf(form.from, true) ?? (from !== null && from <= last.from ? 'Begin after the last one began' : undefined),
    to: faultOf(form.to, true) ?? (from !== null && to !== null && to < from ? 'End after it begins' : undefined),
    expectedVisit: faultOf(form.expectedVisit, false),
  }
  return Object.fromEntries(Object.entries(faults).filter(([, words]) => words !== undefined))
}
