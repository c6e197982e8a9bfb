import type { Finding, FindingChanges } from '../../../../shared/model/finding.ts'

/** The fields of the staff's side of a finding that a person may change. */
export type FindingField = keyof FindingChanges

/** One field that two people changed: both texts, so that neither is lost. */
export type FieldConflict = { field: FindingField; mine: string; theirs: string }

/** What to do after a conflict: `again` can be sent on its own, `conflicts` need a person. */
export type Merge = { again: FindingChanges; conflicts: FieldConflict[] }

/** The finding as its fields are compared. */
export type FindingFields = Pick<Finding, FindingField>

/**
 * Joins two people's changes to a finding. A field that only I changed goes again; one that both changed alike is settled; one that
 * both changed differently is a conflict.
 */
export function mergeFinding(base: FindingFields, mine: FindingChanges, theirs: FindingFields): Merge {
  const again: Record<string, unknown> = {}
  const conflicts: FieldConflict[] = []
  for (const [name, value] of Object.entries(mine)) {
    const field = name as FindingField
    if (value === undefined || value === theirs[field]) continue
    if (theirs[field] === base[field]) again[field] = value
    else conflicts.push({ field, mine: value ?? '', theirs: theirs[field] ?? '' })
  }
  return { again: again as FindingChanges, conflicts }
}

/** How a person settles a conflict. */
export type ConflictChoice = 'mine' | 'theirs' | 'both'

/** Both texts in one, theirs first because it was saved first; the same text is not said twice. */
export function keepBoth(mine: string, theirs: string): string {
  if (mine.trim() === '' || theirs.includes(mine)) return theirs
  if (theirs.trim() === '' || mine.includes(theirs)) return mine
  return `${theirs.trimEnd()}\n\n${mine.trimStart()}`
}

/** The changes that a person's choices leave to be saved; nothing of a field where theirs was taken. */
export function settleConflicts(
  conflicts: readonly FieldConflict[],
  choices: Partial<Record<FindingField, ConflictChoice>>,
): FindingChanges {
  const changes: Record<string, unknown> = {}
  for (const { field, mine, theirs } of conflicts) {
    const choice = choices[field] ?? 'mine'
    if (choice === 'theirs') continue
    const text = choice === 'both' && isText(field) ? keepBoth(mine, theirs) : mine
    changes[field] = field === 'due' && text === '' ? null : text
  }
  return changes as FindingChanges
}

/** Whether both texts of a field can stand together: words can, a judgement or a date cannot. */
export const isText = (field: FindingField): boolean => field === 'narrative' || field === 'reason'
