import { cues } from './lexicon.ts'
import type { Certainty } from '../identifier.ts'
import { isCapital, isWord, type NameFind, type NameShapes } from './shapes.ts'
import { createSurnameFirstRule } from './surname-first.ts'

/** The rules for words that no list knows: a name only where the words around it say so. */
export function createUnlistedRule(shapes: NameShapes): (index: number) => NameFind | undefined {
  const { reader, at, adjacent, isUnknown, looksLikeName, extend, namesThing, isPet } = shapes
  const surnameFirst = createSurnameFirstRule(shapes)

  /** A word that no list knows, where the words around it name a person. */
  function unknownName(index: number): NameFind | undefined {
    const token = at(index)
    if (!isCapital(token)) return undefined
    const left = reader.left(index)
    const comma = token.facts.ordinary ? undefined : surnameFirst(index)
    if (comma !== undefined) return comma
    const asPlace = token.facts.place && (left === 'label' || left === 'kin') && at(index - 1)?.text !== ','
    if (!looksLikeName(token) && !asPlace && !(token.facts.familyWord && left === 'label')) return undefined
    const last = extend(index, 3, false)
    if (namesThing(index, last) || namesThing(index, index, last)) return undefined
    const right = reader.right(last)
    if (right === 'thing') return undefined
    const pet = isPet(index, last)
    const make = (reason: string, certainty: Certainty = 'likely'): NameFind => ({
      first: index,
      last,
      reason,
      certainty: pet ? 'possible' : certainty,
    })
    if (asPlace) return left === 'kin' || last > index ? make('a name after words for a person') : undefined
    if (left === 'label' && !labelHoldsThing(last)) return make('a capitalised word after a label')
    if (left === 'kin' || left === 'role') return make('a capitalised word after a word for a person')
    if (left === 'verb') return make('a capitalised word after a verb done to people')
    if (left === 'thing') return undefined
    if (right === 'person' && !(reader.shoutedLine(index) && !token.possessive))
      return make('a capitalised word, with what people do after it')
    if (
      right === 'to-verb' &&
      reader.opensSentence(index) &&
      !/s$/.test(token.folded) &&
      !/^(?:given|reviewed|offered|moved|monitored|helped|observed|assessed)$/.test(at(last + 3)?.folded ?? '')
    )
      return make('a capitalised word, with what people are to do after it')
    if (left === 'weak' && right === 'to-verb') return make('a capitalised word, with what people are to do after it')
    const surname = at(last)
    if (
      last > index &&
      surname !== undefined &&
      surname.facts.family &&
      !surname.facts.weakFamily &&
      !surname.facts.place
    )
      return make('a capitalised word and a family name')
    if (
      last > index &&
      surname !== undefined &&
      left === 'weak' &&
      !surname.facts.place &&
      (surname.facts.family || looksLikeName(surname))
    )
      return make('two capitalised words after a word such as "with"')
    return undefined
  }

  // `Contact: Leeds Crisis Team`: what follows is a service.
  const labelHoldsThing = (last: number) => {
    const after = at(last + 1)
    return (
      isCapital(after) &&
      adjacent(last + 1) &&
      (after.facts.namesThing || after.facts.ordinary) &&
      !cues.credentials.has(after.folded) &&
      after.text.length > 3
    )
  }

  /** Names in small letters after a label or a verb: `name: tadhg`, `my brother gaz`. */
  function smallLabelled(index: number): NameFind | undefined {
    const token = at(index)
    if (!isWord(token) || token.capital || token.text.length < 3 || token.facts.ordinary) return undefined
    const before = at(index - 1)
    const label =
      before?.text === ':' && /^(?:name|nok|patient|keyworker|surname|forename)$/.test(at(index - 2)?.folded ?? '')
    if (!label || !(isUnknown(token) || token.facts.family)) return undefined
    const next = at(index + 1)
    const last =
      isWord(next) && adjacent(index + 1) && !next.facts.ordinary && (isUnknown(next) || next.facts.family)
        ? index + 1
        : index
    return { first: index, last, reason: 'words after a name label', certainty: 'likely' }
  }

  return (index) => unknownName(index) ?? smallLabelled(index)
}
