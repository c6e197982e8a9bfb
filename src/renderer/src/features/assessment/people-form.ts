import { formatDate } from '../../../../shared/drawing/date-words.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import type { PeopleView } from '../../../../shared/model/people-view.ts'
import { notADate, readCount, type FieldErrors } from '../../forms/field-errors.ts'
import { readDate } from '../../forms/written-date.ts'

/** What people said, as it is typed. */
export type PeopleForm = Record<keyof PeopleView, string>

/** A people's view as the fields of its form. */
export const peopleFormOf = (view: PeopleView): PeopleForm => ({
  yes: view.yes === 0 ? '' : String(view.yes),
  inPart: view.inPart === 0 ? '' : String(view.inPart),
  no: view.no === 0 ? '' : String(view.no),
  who: view.who,
  how: view.how,
  from: view.from === null ? '' : formatDate(view.from),
  to: view.to === null ? '' : formatDate(view.to),
  words: view.words,
})

const counts = ['yes', 'inPart', 'no'] as const

/** Checks the form: who, how, when and their words are required once a count is entered. */
export function checkPeopleForm(form: PeopleForm, today: IsoDate): FieldErrors<keyof PeopleForm> {
  const errors: FieldErrors<keyof PeopleForm> = {}
  for (const count of counts)
    if (form[count].trim() !== '' && readCount(form[count]) === null) errors[count] = 'Give the number in figures'
  const from = form.from.trim() === '' ? null : readDate(form.from, today)
  const to = form.to.trim() === '' ? null : readDate(form.to, today)
  if (form.from.trim() !== '' && from === null) errors.from = notADate(form.from)
  if (form.to.trim() !== '' && to === null) errors.to = notADate(form.to)
  if (from !== null && to !== null && to < from) errors.to = 'The last day is before the first'
  if (asked(form) === 0) return errors
  if (form.who.trim() === '') errors.who = 'Say who was asked'
  if (form.how.trim() === '') errors.how = 'Say how they were asked'
  if (form.from.trim() === '') errors.from = 'Say when they were asked'
  if (form.words.trim() === '') errors.words = 'Say in short what people said'
  return errors
}

/** How many people the counts of the form add up to. */
export const asked = (form: PeopleForm): number => counts.reduce((sum, count) => sum + (readCount(form[count]) ?? 0), 0)

/** The people's view that a checked form stands for. */
export const toPeopleView = (form: PeopleForm, today: IsoDate): PeopleView => ({
  yes: readCount(form.yes) ?? 0,
  inPart: readCount(form.inPart) ?? 0,
  no: readCount(form.no) ?? 0,
  who: form.who.trim(),
  how: form.how.trim(),
  from: readDate(form.from, today),
  to: readDate(form.to, today),
  words: form.words.trim(),
})
