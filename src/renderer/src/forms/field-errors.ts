/** What is wrong with each field, in words that say how to mend it. */
export type FieldErrors<Field extends string> = Partial<Record<Field, string>>

/** Reads a count of people or things; null when it is not one. */
export function readCount(words: string): number | null {
  const text = words.trim()
  return /^\d{1,6}$/.test(text) ? Number(text) : null
}

/** What is said of a text that is not a date. */
export const notADate = (words: string): string => `${words.trim()} is not a date. Write it like 13 October 2026`
