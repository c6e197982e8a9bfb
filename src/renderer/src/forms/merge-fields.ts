/** One field that two people changed: both values, so that neither is lost. */
export type FieldConflict<Field extends string = string> = { field: Field; mine: unknown; theirs: unknown }

/** How a person settles a conflict. */
export type ConflictChoice = 'mine' | 'theirs' | 'both'

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/**
 * Joins two people's changes to one row. A field that only I changed goes again; one that both changed alike is settled; one that
 * both changed differently is a conflict. `base` is the row that I began with.
 */
export function mergeFields<Fields extends object>(
  base: Partial<Fields>,
  mine: Partial<Fields>,
  theirs: Fields,
): { again: Partial<Fields>; conflicts: FieldConflict<keyof Fields & string>[] } {
  const again: Partial<Fields> = {}
  const conflicts: FieldConflict<keyof Fields & string>[] = []
  for (const field of Object.keys(mine) as (keyof Fields & string)[]) {
    const value = mine[field]
    if (value === undefined || isSame(value, theirs[field])) continue
    if (isSame(theirs[field], base[field])) again[field] = value
    else conflicts.push({ field, mine: value, theirs: theirs[field] })
  }
  return { again, conflicts }
}

/** Both texts in one, theirs first because it was saved first; the same text is not said twice. */
export function keepBoth(mine: string, theirs: string): string {
  if (mine.trim() === '' || theirs.includes(mine)) return theirs
  if (theirs.trim() === '' || mine.includes(theirs)) return mine
  return `${theirs.trimEnd()}\n\n${mine.trimStart()}`
}
