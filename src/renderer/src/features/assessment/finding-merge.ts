import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { judgementWords } from '../../../../shared/drawing/words.ts'
import type { Finding, FindingChanges } from '../../../../shared/model/finding.ts'
import { peopleAsked, type PeopleView } from '../../../../shared/model/people-view.ts'

/** What a person may change on a finding's screen: the staff's side, field by field, and the people's view as one. */
export type FindingEdits = FindingChanges & { peopleView?: PeopleView | undefined }

/** One of the fields of {@link FindingEdits}. */
export type FindingField = keyof FindingEdits

/** A finding as its fields are compared. */
export type FindingFields = Pick<Finding, FindingField>

/** One field that two people changed: both values, so that neither is lost. */
export type FieldConflict = { field: FindingField; mine: unknown; theirs: unknown }

/** What to do after a conflict: `again` can be sent on its own, `conflicts` need a person. */
export type Merge = { again: FindingEdits; conflicts: FieldConflict[] }

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * Joins two people's changes to a finding. A field that only I changed goes again; one that both changed alike is settled; one that
 * both changed differently is a conflict.
 */
export function mergeFinding(base: Partial<FindingFields>, mine: FindingEdits, theirs: FindingFields): Merge {
  const again: Record<string, unknown> = {}
  const conflicts: FieldConflict[] = []
  for (const [name, value] of Object.entries(mine)) {
    const field = name as FindingField
    if (value === undefined || isSame(value, theirs[field])) continue
    if (isSame(theirs[field], base[field])) again[field] = value
    else conflicts.push({ field, mine: value, theirs: theirs[field] })
  }
  return { again: again as FindingEdits, conflicts }
}

/** How a person settles a conflict. */
export type ConflictChoice = 'mine' | 'theirs' | 'both'

/** Both texts in one, theirs first because it was saved first; the same text is not said twice. */
export function keepBoth(mine: string, theirs: string): string {
  if (mine.trim() === '' || theirs.includes(mine)) return theirs
  if (theirs.trim() === '' || mine.includes(theirs)) return mine
  return `${theirs.trimEnd()}\n\n${mine.trimStart()}`
}

/** Whether both values of a field can stand together: words can, a judgement or a date cannot. */
export const canKeepBoth = (field: FindingField): boolean =>
  field === 'narrative' || field === 'reason' || field === 'peopleView'

/** The edits that a person's choices leave to be saved; nothing of a field where theirs was taken. */
export function settleConflicts(
  conflicts: readonly FieldConflict[],
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

/** A field's value as it is shown beside the other one. */
export function fieldInWords(field: FindingField, value: unknown): string {
  if (value === null || value === undefined || value === '') return '(left empty)'
  if (field === 'judgement') return judgementWords[value as Finding['judgement']]
  if (field === 'peopleView') return peopleViewInWords(value as PeopleView)
  return field === 'due' ? formatDate(String(value)) : String(value)
}
