import { z } from '../schema.ts'
import detail from './lexicon/detail.json' with { type: 'json' }
import language from './lexicon/language.json' with { type: 'json' }
import names from './lexicon/names.json' with { type: 'json' }
import needs from './lexicon/needs.json' with { type: 'json' }
import templates from './lexicon/templates.json' with { type: 'json' }
import voice from './lexicon/voice.json' with { type: 'json' }

const parts = { language, voice, needs, detail, templates, names }

/**
 * The words the care-plan reading works from: lists by name (`needs.medical`), each an array of lines, each line terms parted
 * by commas (words of a synonym group by spaces). A term may end in `*` (words that start so) or start with it.
 */
export interface CarePlanLexicon {
  version: string
  lists: Readonly<Record<string, readonly string[]>>
}

/** The lexicon that comes with the product. */
export const baseLexicon: CarePlanLexicon = {
  version: language.version,
  lists: Object.fromEntries(
    Object.entries(parts).flatMap(([part, { lists }]) =>
      Object.entries(lists).map(([name, lines]) => [`${part}.${name}`, lines] as const),
    ),
  ),
}

const listNames = Object.keys(baseLexicon.lists)

/** What a trust may add: its own version and terms for lists that exist already. */
export const LexiconExtension = z.strictObject({
  version: z.string().trim().min(1, 'is empty').max(40, 'is longer than 40 characters'),
  lists: z.record(
    z.string().refine((name) => listNames.includes(name), 'is not a list of the lexicon'),
    z.array(z.string().trim().min(1, 'is empty').max(2000, 'is longer than 2,000 characters')).max(500),
  ),
})

/**
 * A lexicon with a trust's own terms added. Nothing of the base is lost.
 * @param extra checked against `LexiconExtension`; throws a ZodError that names the list and what is wrong.
 */
export function extendLexicon(base: CarePlanLexicon, extra: unknown): CarePlanLexicon {
  const { version, lists } = LexiconExtension.parse(extra)
  const merged: Record<string, readonly string[]> = { ...base.lists }
  for (const [name, lines] of Object.entries(lists)) merged[name] = [...(merged[name] ?? []), ...lines]
  return { version: `${base.version}+${version}`, lists: merged }
}

/** The terms of one list, lower case. */
export function termsOf(lexicon: CarePlanLexicon, name: string): string[] {
  return (lexicon.lists[name] ?? []).flatMap((line) =>
    line
      .split(',')
      .map((term) => term.trim().toLowerCase())
      .filter((term) => term !== ''),
  )
}
