import { findIdentifiers } from '../../../shared/model/identifiers/find.ts'
import { identifierWords } from '../../../shared/model/identifiers/mask.ts'

/** A place in a masked text where something stood: offsets are UTF-16, end exclusive; `words` say what it was. */
export type Mask = { start: number; end: number; words: string }

/** A patient's name, and the word that stands for it in every text. */
export type KnownName = { name: string; word: string }

/** Stands for a name that nobody gave. It begins like a name, so that the reading takes it for one. */
const somebody = 'Maskedname'

/** The word that stands for the name of the patient of the plan with this number, counted from 0: no language has it. */
export const wordForName = (number: number): string =>
  `Masked${String.fromCharCode(97 + Math.floor(number / 26))}${String.fromCharCode(97 + (number % 26))}q`

/** Every word of a name that could stand alone for it. */
const partsOf = (name: string) => name.split(/[\s,.]+/).filter((part) => part.length > 1)

/**
 * Replaces the names that are known, and what else looks like an identifier, before a text is kept. A patient's name becomes the word that
 * stands for it, so that whose name stands where can still be read. It misses some: nothing says that the text is free of identifiers.
 */
export function maskNames(text: string, names: readonly KnownName[]): { text: string; masks: Mask[] } {
  const known = names.filter(({ name }) => name !== '')
  const wordOf = new Map(known.flatMap(({ name, word }) => partsOf(name).map((part) => [part.toLowerCase(), word])))
  const found = findIdentifiers(text, { knownNames: known.map(({ name }) => name) })
  const masks: Mask[] = []
  let masked = ''
  let from = 0
  for (const { type, start, end, value } of found) {
    if (start < from) continue
    masked += text.slice(from, start)
    const isName = type === 'NAME'
    const patient = partsOf(value.replace(/['’]s$/, ''))
      .map((part) => wordOf.get(part.toLowerCase()))
      .find((word) => word !== undefined)
    const ending = isName ? (/['’]s$/.exec(value)?.[0] ?? '') : ''
    const stands = isName ? (patient ?? somebody) : identifierWords(type)
    masks.push({
      start: masked.length,
      end: masked.length + stands.length,
      words: isName ? 'name masked' : `${identifierWords(type).slice(1, -1)} masked`,
    })
    masked += stands + ending
    from = end
  }
  return { text: masked + text.slice(from), masks }
}

/** Whether a word stands for a name. */
export const isMaskedName = (word: string): boolean => word === somebody || /^Masked[a-z]{2}q$/.test(word)
