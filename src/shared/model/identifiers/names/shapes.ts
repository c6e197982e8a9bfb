import type { Certainty } from '../identifier.ts'
import { cues } from './lexicon.ts'
import type { Reader } from './reader.ts'
import type { Token } from './tokens.ts'

/** A name by the tokens it begins and ends with. */
export type NameFind = {
  readonly first: number
  readonly last: number
  readonly reason: string
  readonly certainty: Certainty
}

/** Months, days and the like, folded: capitalised, and nobody. */
export const monthsAndDays = new Set(
  'january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday today tomorrow'.split(
    ' ',
  ),
)

/** Flowers, trees and stones: first names that wards are named after too. */
export const plants = new Set(
  'rose willow rowan hazel heather holly ivy jasmine poppy lily daisy fern laurel iris violet cherry clover ash amber jade ruby pearl olive myrtle opal topaz emerald sapphire sage wren robin'.split(
    ' ',
  ),
)

/** What joins two names: `and`, `&`. */
export const joinsNames = new Set(['and', '&', '/', '+', 'or'])

/** Whether a token is a word. */
export const isWord = (token: Token | undefined): token is Token => token?.kind === 'word'

/** Whether a token is a single capital letter. */
export const isInitial = (token: Token | undefined) => isWord(token) && token.text.length === 1 && token.capital

/** Whether a token is a word of two letters or more with a capital. */
export const isCapital = (token: Token | undefined): token is Token =>
  isWord(token) && token.capital && token.text.length > 1

/** `Hope to see`, `Joy to watch`, `Encourage Hope`: what is done to people is done to feelings too. */
export const isMentalWord = (token: Token) =>
  /^(?:patience|prudence|hope|joy|faith|love|trust|glory|comfort|peace|happy|success|wisdom|beauty|knowledge|memory|praise|promise|honour|truth|charity|serenity|harmony|clarity|may|art|grant|chase|summer|spring|winter|autumn)$/.test(
    token.folded,
  )

/** The shapes of names in one text: how far a name reaches, and what only looks like one. */
export type NameShapes = ReturnType<typeof createShapes>

/** Prepares the shapes of one text. `notNames` are folded words that the app knows are nobody's name. */
export function createShapes(reader: Reader, notNames: ReadonlySet<string>) {
  const { at } = reader
  const adjacent = (index: number) => (at(index)?.gapBefore ?? 9) <= 3
  const isUnknown = (token: Token) => {
    const { first, either, wordName, family, ordinary, place, namesThing } = token.facts
    return (
      !first &&
      !either &&
      !wordName &&
      !family &&
      !ordinary &&
      !place &&
      !namesThing &&
      !notNames.has(token.folded) &&
      !monthsAndDays.has(token.folded)
    )
  }
  const looksLikeName = (token: Token) =>
    isUnknown(token) && (token.allCapitals ? token.text.length >= 4 : token.text.length >= 2) && !/\d/.test(token.text)

  /** The family name, the initials and the particles that follow a word of a name: the index of the last. */
  function extend(from: number, most: number, afterTitle: boolean): number {
    let last = from
    for (let count = 0; count < most; count += 1) {
      if (at(last)?.possessive) return last
      let next = last + 1
      // The full stop of an initial: `A. Bose`.
      if (at(next)?.text === '.' && at(next)?.gapBefore === 0 && isInitial(at(last))) next += 1
      const token = at(next)
      if (!isWord(token) || !adjacent(next)) break
      if (isInitial(token)) {
        const after = at(next + 1)
        // `Sarah I think`: a pronoun, not an initial.
        if ((token.text === 'I' || token.text === 'A') && after?.text !== '.') break
        if (after?.text === "'" || after?.text === '’') break
        last = next
        continue
      }
      if (
        cues.particles.has(token.folded) &&
        token.text.length <= 4 &&
        isCapital(at(next + 1)) &&
        adjacent(next + 1) &&
        !at(next + 1)?.facts.ordinary
      ) {
        last = next + 1
        continue
      }
      if (!isCapital(token) || !canFollow(token, next, afterTitle && last === from)) break
      last = next
    }
    return last
  }

  function canFollow(token: Token, index: number, rightAfterTitle: boolean): boolean {
    const { facts, folded } = token
    if (notNames.has(folded) || (monthsAndDays.has(folded) && !(rightAfterTitle && facts.wordName))) return false
    if (
      token.allCapitals &&
      token.text.length <= 4 &&
      (cues.credentials.has(folded) || (facts.ordinary && !reader.shoutedLine(index)))
    )
      return false
    if (facts.familyWord) return !followsAsThing(index, rightAfterTitle)
    if (facts.first || facts.family || facts.either || facts.wordName) return true
    if (facts.ordinary || facts.namesThing) return false
    return true
  }

  // `Sarah Ward round`, `Tom Hall Road`: the word belongs to what comes next.
  function followsAsThing(index: number, rightAfterTitle: boolean): boolean {
    const next = at(index + 1)
    if (!isWord(next) || !adjacent(index + 1) || at(index)?.possessive) return false
    if (
      at(index)?.folded === 'ward' &&
      /^(?:round|manager|clerk|staff|team|meeting|rounds|sister|doctor)$/.test(next.folded)
    )
      return !rightAfterTitle
    return next.capital && next.facts.namesThing
  }

  const isPhrase = (index: number) => {
    const [before, word, after] = [at(index - 1), at(index), at(index + 1)]
    if (word === undefined) return false
    const whole = word.possessive ? `${word.folded}'s` : word.folded
    return (
      (after?.kind === 'word' &&
        (cues.phrases.has(`${word.folded} ${after.folded}`) || cues.phrases.has(`${whole} ${after.folded}`))) ||
      (before?.kind === 'word' &&
        (cues.phrases.has(`${before.folded} ${word.folded}`) || cues.phrases.has(`${before.folded} ${whole}`)))
    )
  }

  /** `Florence Ward`, `St Mary's`, `Martha's Rule`: the word names a place or a thing. */
  function namesThing(index: number, last: number, whole = last): boolean {
    const before = at(index - 1)
    if (isWord(before) && (before.folded === 'st' || before.folded === 'saint') && adjacent(index)) return true
    if (before?.text === '.' && at(index - 2)?.folded === 'st' && at(index)?.gapBefore === 1 && before.gapBefore === 0)
      return true
    if (isPhrase(index) || isPhrase(last)) return true
    const after = at(last + 1)
    if (!isWord(after) || !adjacent(last + 1)) return false
    if (after.capital && after.facts.namesThing && !isOwnSurname(index, last, whole)) return true
    if (after.allCapitals && /^(?:CMHT|CRHT|HTT|PICU|CAMHS|MHT)$/.test(after.text)) return true
    // `on Florence ward`, `Rose and Ivy wards`.
    if (
      !at(last)?.possessive &&
      /^(?:ward|wards|unit|units|suite|lodge|house|court|clinic|hospital|centre|building|wing|guidelines|protocol|syndrome|disease|scale|competence|criteria)$/.test(
        after.folded,
      )
    )
      return true
    const second = at(last + 2)
    const third = at(last + 3)
    return (
      joinsNames.has(after.folded) &&
      isCapital(second) &&
      isWord(third) &&
      /^(?:wards|units|suites|houses|teams)$/.test(third.folded)
    )
  }

  // `Carol Church visited`, `told Tom Ward`: a surname, if the words around the whole name are about a person.
  function isOwnSurname(index: number, last: number, whole: number): boolean {
    if (last + 1 > whole || !at(last + 1)?.facts.familyWord) return false
    const left = reader.left(index)
    const right = reader.right(whole)
    return (
      ['label', 'kin', 'role', 'verb'].includes(left) ||
      right === 'person' ||
      right === 'to-verb' ||
      (left !== 'thing' && at(whole)?.possessive === true)
    )
  }

  function isPet(index: number, last: number): boolean {
    if (reader.left(index) === 'pet') return true
    const [comma, whose, noun] = [at(last + 1), at(last + 2), at(last + 3)]
    if (comma?.text === '(' && isWord(whose))
      return cues.pets.has(whose.folded) || (isWord(noun) && cues.pets.has(noun.folded))
    return (
      comma?.text === ',' &&
      isWord(whose) &&
      isWord(noun) &&
      /^(?:his|her|their|my|the)$/.test(whose.folded) &&
      cues.pets.has(noun.folded)
    )
  }

  return { reader, notNames, at, adjacent, isUnknown, looksLikeName, extend, namesThing, isPet }
}
