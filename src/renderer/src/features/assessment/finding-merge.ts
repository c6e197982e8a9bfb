import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { judgementWords } from '../../../../shared/drawing/words.ts'
import type { Finding, FindingChanges } from '../../../../shared/model/finding.ts'
import { keepBoth, mergeFields, type ConflictChoice, type FieldConflict } from '../../forms/merge-fields.ts'
import { peopleAsked, type PeopleView } from '../../../../shared/model/people-view.ts'

/** What a person may change on a finding's screen: the staff's side, field by field, and the people's view as one. */
export type FindingEdits = FindingChanges & { peopleView?: PeopleView | undefined }

/** One of the fields of {@link FindingEdits}. */
export type FindingField = keyof FindingEdits

/** A finding as its fields are compared. */
export type FindingFields = Pick<Finding, FindingField>

/** Joins two people's changes to a finding. */
export const mergeFinding = (
  base: Partial<FindingFields>,
  mine: FindingEdits,
  theirs: FindingFields,
): { again: FindingEdits; conflicts: FieldConflict<FindingField>[] } =>
  mergeFields(base, mine as Partial<FindingFields>, theirs)

/** Whether both values of a field can stand together: words can, a judgement or a date cannot. */
export const canKeepBoth = (field: FindingField): boolean =>
  field === 'narrative' || field === 'reason' || field === 'peopleView'

/** The edits that a person's choices leave to be saved; nothing of a field where theirs was taken. */
export function settleConflicts(
  conflicts: readonly FieldConflict<FindingField>[],
  choices: Partial<Record<FindingField, ConflictChoice>>,
): FindingEdits {
  const edits: Record<string, unknown> = {}
  for (const { field, mine, theirs } of conflicts) {
    const choice = choices[field] ?? 'mine'
    if (choice === 'theirs') continue
    edits[field] = choice === 'both' && canKeepBoth(field) ? joined(field, mine, theirs) : mine
  }
  return edits as FindingEdits
}

function joined(field: FindingField, mine: unknown, theirs: unknown): unknown {
  if (field !== 'peopleView') return keepBoth(String(mine), String(theirs))
  const view = mine as PeopleView
  const other = theirs as PeopleView
  // Two counts cannot both stand as one: mine is counted, theirs is kept in words.
  const counted = peopleAsked(other) === 0 ? '' : `Also recorded: ${peopleViewInWords({ ...other, words: '' })}`
  return { ...view, words: keepBoth(keepBoth(view.words, other.words), counted) }
}

/** A people's view in one text, for setting two beside each other. */
export function peopleViewInWords(view: PeopleView): string {
  const dates = [view.from, view.to].flatMap((date) => (date === null ? [] : [formatDate(date)]))
  const facts = [
    `${view.yes} yes, ${view.inPart} in part, ${view.no} no`,
    view.who,
    view.how,
    [...new Set(dates)].join(' to '),
  ].filter((fact) => fact !== '')
  return view.words === '' ? `${facts.join('; ')}.` : `${facts.join('; ')}. ${view.words}`
}

/** The fields as a person knows them. */
export const findingFieldWords: Record<FindingField, string> = {
  judgement: 'Staff say',
  reason: 'Why it does not apply',
  narrative: 'Why staff say so',
  owner: 'Who looks after this',
  due: 'Due',
  peopleView: 'People who use the service say',
}

/** A field's value as it is shown beside the other one. */
export function fieldInWords(field: FindingField, value: unknown): string {
  if (value === null || value === undefined || value === '') return '(left empty)'
  if (field === 'judgement') return judgementWords[value as Finding['judgement']]
  if (field === 'peopleView') return peopleViewInWords(value as PeopleView)
  return field === 'due' ? formatDate(String(value)) : String(value)
}
