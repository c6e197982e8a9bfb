import type { InputOf } from '../../../../shared/contract.ts'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { daysAfter, monthsBefore, type IsoDate } from '../../../../shared/model/dates.ts'
import { notADate } from '../../forms/field-errors.ts'
import { readDate } from '../../forms/written-date.ts'

/** The form of a new workspace, as it is typed. Wards and teams are lines of text under each core service that was ticked. */
export type NewWorkspaceDraft = {
  provider: string
  coreServices: readonly string[]
  wards: Readonly<Record<string, string>>
  from: string
  to: string
  expectedVisit: string
}

/** What is wrong with a field of the form; `id` is that of its control. */
export type FieldFault = { id: string; words: string }

/** The three questions. */
export const questions = ['provider', 'core-services', 'period'] as const
export type Question = (typeof questions)[number]

/** An empty form, with the six months up to today as the period. Dates are kept as they are written. */
export const emptyDraft = (today: IsoDate): NewWorkspaceDraft => ({
  provider: '',
  coreServices: [],
  wards: {},
  from: formatDate(daysAfter(monthsBefore(today, 6), 1)),
  to: formatDate(today),
  expectedVisit: '',
})

/** At most this many characters in a name: what the contract takes. */
const longestName = 300

/** What is wrong with the answer to one question; empty when it is all right. */
export function checkQuestion(question: Question, draft: NewWorkspaceDraft, today: IsoDate): FieldFault[] {
  if (question === 'provider') {
    if (draft.provider.trim() === '') return [{ id: 'provider', words: 'Give the provider’s name' }]
    if (draft.provider.trim().length > longestName)
      return [{ id: 'provider', words: `The name is longer than ${longestName} characters. Shorten it` }]
    return []
  }
  if (question === 'core-services') {
    const tooLong = draft.coreServices.filter((id) =>
      wardNames(draft.wards[id]).some((name) => name.length > longestName),
    )
    return tooLong.map((id) => ({ id: `wards-${id}`, words: `A name is longer than ${longestName} characters` }))
  }
  const faults: FieldFault[] = []
  const read = (id: string, words: string) => {
    const date = readDate(words, today)
    if (date === null) faults.push({ id, words: notADate(words) })
    return date
  }
  if (draft.from.trim() === '') faults.push({ id: 'from', words: 'Give the day on which the period begins' })
  if (draft.to.trim() === '') faults.push({ id: 'to', words: 'Give the day on which the period ends' })
  const from = draft.from.trim() === '' ? null : read('from', draft.from)
  const to = draft.to.trim() === '' ? null : read('to', draft.to)
  if (from !== null && to !== null && to < from) faults.push({ id: 'to', words: 'The period ends before it begins' })
  if (draft.expectedVisit.trim() !== '') read('expected-visit', draft.expectedVisit)
  return faults
}

/** The names written one on a line, without empty lines and without the same name twice. */
const wardNames = (text: string | undefined): string[] => [
  ...new Set(
    (text ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]

/** What the contract is sent for a form without faults. */
export const toNewWorkspace = (
  draft: NewWorkspaceDraft,
  today: IsoDate,
): InputOf<'workspaces.create'>['workspace'] => ({
  provider: draft.provider.trim(),
  coreServices: [...draft.coreServices],
  wards: draft.coreServices.flatMap((coreService) =>
    wardNames(draft.wards[coreService]).map((name) => ({ coreService, name })),
  ),
  from: readDate(draft.from, today) ?? today,
  to: readDate(draft.to, today) ?? today,
  expectedVisit: readDate(draft.expectedVisit, today),
})
