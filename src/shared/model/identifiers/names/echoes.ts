import { cues } from './lexicon.ts'
import {
  isCapital,
  isInitial,
  isMentalWord,
  joinsNames,
  monthsAndDays,
  type NameFind,
  type NameShapes,
} from './shapes.ts'

/** What a found name says of other words: those a conjunction joins to it, and the same word elsewhere in the text. */
export function createEchoes(shapes: NameShapes, find: (index: number) => NameFind | undefined) {
  const { reader, notNames, at, adjacent, looksLikeName, extend, namesThing, isPet } = shapes
  const { tokens } = reader

  function joined(index: number): NameFind | undefined {
    const token = at(index)
    if (!isCapital(token) || !adjacent(index) || notNames.has(token.folded)) return undefined
    const { first, either, wordName, family } = token.facts
    if (monthsAndDays.has(token.folded)) return undefined
    if (!first && !either && !wordName && !family && !(looksLikeName(token) && !token.allCapitals)) return undefined
    if (token.facts.place || (wordName && isMentalWord(token))) return undefined
    const last = extend(index, 3, false)
    if (
      namesThing(index, last) ||
      namesThing(index, index, last) ||
      reader.right(last) === 'thing' ||
      isPet(index, last)
    )
      return undefined
    return { first: index, last, reason: 'joined to a name', certainty: 'likely' }
  }

  // `A Bose, T Ward, C Rafferty`.
  function initialsInList(index: number): NameFind | undefined {
    const [initial, name] = [at(index), at(index + 1)]
    if (
      !isInitial(initial) ||
      initial?.text === 'I' ||
      initial?.text === 'A' ||
      !isCapital(name) ||
      !adjacent(index + 1)
    )
      return undefined
    if (!name.facts.familyWord && !name.facts.family && !looksLikeName(name)) return undefined
    return {
      first: index,
      last: extend(index + 1, 2, true),
      reason: 'initials and a family name in a list of names',
      certainty: 'likely',
    }
  }

  return {
    /** The name that a conjunction joins after one that ends at a token. */
    joinedAfter: (last: number): NameFind | undefined => {
      const joint = at(last + 1)
      if (joint === undefined || at(last)?.possessive || joint.capital) return undefined
      if (joint.text === ',') return initialsInList(last + 2)
      if (!joinsNames.has(joint.folded)) return undefined
      return find(last + 2) ?? joined(last + 2)
    },
    /** The name that a conjunction joins before one that begins at a token; `after` is where the last find ended. */
    joinedBefore: (first: number, after: number): NameFind | undefined => {
      const joint = at(first - 1)
      const token = at(first - 2)
      if (
        joint === undefined ||
        token === undefined ||
        first - 2 <= after ||
        !joinsNames.has(joint.folded) ||
        token.possessive
      )
        return undefined
      return isCapital(token) &&
        (looksLikeName(token) || token.facts.either) &&
        !token.allCapitals &&
        !reader.left(first - 2).startsWith('thing') &&
        !cues.kin.has(token.folded)
        ? { first: first - 2, last: first - 2, reason: 'joined to a name', certainty: 'likely' }
        : undefined
    },
    /** Words of names already found, wherever they come back with a capital. */
    again: (found: readonly NameFind[]): NameFind[] => {
      const covered = new Uint8Array(tokens.length)
      const words = new Set<string>()
      for (const each of found) {
        covered.fill(1, each.first, each.last + 1)
        if (each.certainty === 'possible') continue
        for (let index = each.first; index <= each.last; index += 1) {
          const token = at(index)
          if (
            !isCapital(token) ||
            token.text.length < 3 ||
            cues.formalTitles.has(token.folded) ||
            cues.closeTitles.has(token.folded)
          )
            continue
          if (
            !token.facts.ordinary &&
            !token.facts.place &&
            !monthsAndDays.has(token.folded) &&
            !token.facts.familyWord
          )
            words.add(token.folded)
        }
      }
      const again: NameFind[] = []
      for (let index = 0; index < tokens.length; index += 1) {
        const token = at(index)
        if (covered[index] === 1 || !isCapital(token) || !words.has(token.folded)) continue
        if (namesThing(index, index) || reader.right(index) === 'thing') continue
        if (
          (token.facts.wordName || token.facts.either) &&
          (reader.left(index) === 'thing' || reader.opensSentence(index))
        )
          continue
        again.push({ first: index, last: index, reason: 'a name found elsewhere in this text', certainty: 'likely' })
      }
      return again
    },
    /** What is left with a capital letter inside a sentence: for a person to answer yes or no. */
    possible: (found: readonly NameFind[]): NameFind[] => {
      const covered = new Uint8Array(tokens.length)
      for (const each of found) covered.fill(1, each.first, each.last + 1)
      const possible: NameFind[] = []
      for (let index = 0; index < tokens.length; index += 1) {
        const token = at(index)
        if (covered[index] === 1 || !isCapital(token) || token.allCapitals || notNames.has(token.folded)) continue
        const { first, either, wordName, family, ordinary, place } = token.facts
        const named = first || either || family || (wordName && token.folded !== 'may' && token.folded !== 'will')
        if (ordinary || place || monthsAndDays.has(token.folded) || (!named && reader.opensSentence(index))) continue
        if (namesThing(index, index)) continue
        possible.push({ first: index, last: index, reason: 'a word with a capital letter', certainty: 'possible' })
      }
      return possible
    },
  }
}
