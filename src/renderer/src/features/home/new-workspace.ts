import type { InputOf } from '../../../../shared/contract.ts'
import { daysAfter, IsoDate, monthsBefore } from '../../../../shared/model/dates.ts'

/** The form of a new workspace, as it is typed. Wards and teams are lines of text under each core service that was ticked. */
export type NewWorkspaceDraft = {
  provider: string
  coreServices: readonly string[]
  wards: Readonly<Record<string, string>>
  from: string
  to: string
  expectedVisit: string
}

/** What is wrong with a field of the form; `field` is the id of its input. */
export type FieldFault = { field: string; message: string }

/** The three questions. */
export const questions = ['provider', 'core-services', 'period'] as const
export type Question = (typeof questions)[number]

/** An empty form, with the six months up to today as the period. */
export const emptyDraft = (today: IsoDate): NewWorkspaceDraft => ({
  provider: '',
  coreServices: [],
  wards: {},
  from: daysAfter(monthsBefore(today, 6), 1),
  to: today,
  expectedVisit: '',
})

const isDate = (text: string) => IsoDate.safeParse(text).success

/** At most this many characters in a name: what the contract takes. */
const longestName = 300

/** What is wrong with the answer to one question; empty when it is all right. */
export function checkQuestion(question: Question, draft: NewWorkspaceDraft): FieldFault[] {
  if (question === 'provider') {
    if (draft.provider.trim() === '') return [{ field: 'provider', message: 'Give the provider’s name' }]
    if (draft.provider.trim().length > longestName)
      return [{ field: 'provider', message: `The name is longer than ${longestName} characters. Shorten it` }]
    return []
  }
  if (question === 'core-services') {
    const tooLong = draft.coreServices.filter((id) =>
      wardNames(draft.wards[id]).some((name) => name.length > longestName),
    )
    return tooLong.map((id) => ({ field: `wards-${id}`, message: `A name is longer than ${longestName} characters` }))
  }
  const faults: FieldFault[] = []
  if (!isDate(draft.from)) faults.push({ field: 'from', message: 'Give the day on which the period begins' })
  if (!isDate(draft.to)) faults.push({ field: 'to', message: 'Give the day on which the period ends' })
  if (faults.length === 0 && draft.to < draft.from)
    faults.push({ field: 'to', message: 'The period ends before it begins' })
  if (draft.expectedVisit !== '' && !isDate(draft.expectedVisit))
    faults.push({ field: 'expected-visit', message: 'Give the whole date of the visit, or leave it empty' })
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
export const toNewWorkspace = (draft: NewWorkspaceDraft): InputOf<'workspaces.create'>['workspace'] => ({
  provider: draft.provider.trim(),
  coreServices: [...draft.coreServices],
  wards: draft.coreServices.flatMap((coreService) =>
    wardNames(draft.wards[coreService]).map((name) => ({ coreService, name })),
  ),
  from: draft.from,
  to: draft.to,
  expectedVisit: draft.expectedVisit === '' ? null : draft.expectedVisit,
})
