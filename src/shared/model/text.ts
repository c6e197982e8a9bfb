import { z } from './schema.ts'

/** One line of words: a title, a name, a role. Never empty. */
export const Line = z.string().trim().min(1, 'is empty').max(300, 'is longer than 300 characters')

/** One line that may be left empty. */
export const OptionalLine = z.string().trim().max(300, 'is longer than 300 characters')

/** Words of any length a person would write: 400,000 characters is about 60,000 words. */
export const Words = z.string().max(400_000, 'is longer than 400,000 characters')

/** Words that must not be empty. */
export const SomeWords = Words.refine((text) => text.trim() !== '', 'is empty')

/** A count of people or things. */
export const Count = z.int().min(0).max(1_000_000)
