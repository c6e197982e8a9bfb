/**
 * What the engine had to change, by name: `headingLevel` (a skipped level was lowered), `emptyHeading` (dropped), `badLanguage`
 * (a language tag was left out), `unsafeLink` (shown as text), `looseBlock` (kept together in the report, but taller than a page: broken),
 * `narrowTable` (columns were made narrower to fit), `offPage` (drawn outside the page), `lostBlock` (a header or footer had no room), `missingShape`
 * (a font drew the box for "no shape").
 */
export type NoteName =
  | 'headingLevel'
  | 'emptyHeading'
  | 'badLanguage'
  | 'unsafeLink'
  | 'looseBlock'
  | 'narrowTable'
  | 'offPage'
  | 'lostBlock'
  | 'missingShape'

/** Counts of what was changed. */
export interface Notes {
  add(name: NoteName): void
  counts(): Partial<Record<NoteName, number>>
}

/** Makes an empty count. */
export function createNotes(): Notes {
  const found: Partial<Record<NoteName, number>> = {}
  return {
    add(name) {
      found[name] = (found[name] ?? 0) + 1
    },
    counts: () => ({ ...found }),
  }
}
