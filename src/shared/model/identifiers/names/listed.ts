import { cues } from './lexicon.ts'
import { isCapital, isMentalWord, isWord, monthsAndDays, type NameFind, type NameShapes, plants } from './shapes.ts'
import { createSurnameFirstRule } from './surname-first.ts'
import type { Token } from './tokens.ts'

/** The rules for words that the lists of names hold, by how sure the lists are of them. */
export function createListedRule(shapes: NameShapes): (index: number) => NameFind | undefined {
  const { reader, notNames, at, adjacent, looksLikeName, extend, namesThing, isPet } = shapes
  const surnameFirst = createSurnameFirstRule(shapes)

  function lexiconName(index: number): NameFind | undefined {
    const token = at(index)
    if (!isWord(token) || notNames.has(token.folded)) return undefined
    const { first, either, wordName, family, weakFamily } = token.facts
    if (first && token.capital) return firstName(index, token)
    if (first) return lowerFirstName(index, token)
    if (either && token.capital) return eitherName(index, token)
    if (wordName && token.capital) return wordAsName(index, token)
    if (family && isCapital(token)) return familyName(index, token, weakFamily)
    if (
      either &&
      reader.opensSentence(index) &&
      reader.right(index) === 'person' &&
      /^(?:said|says|told|tells|wants|wanted|likes|liked|asked|thinks|feels|felt)$/.test(at(index + 1)?.folded ?? '')
    )
      return {
        first: index,
        last: index,
        reason: 'a name in small letters, with what people do after it',
        certainty: 'likely',
      }
    if (either && reader.left(index) === 'kin' && !token.facts.ordinary)
      return { first: index, last: index, reason: 'a name after a word for kin', certainty: 'likely' }
    return undefined
  }

  function firstName(index: number, token: Token): NameFind | undefined {
    if (token.allCapitals && token.text.length <= 3 && !reader.shoutedLine(index) && reader.left(index) === 'none') {
      const after = at(index + 1)
      if (!(isCapital(after) && after.facts.family)) return undefined
    }
    const last = extend(index, 4, false)
    if (namesThing(index, last)) return undefined
    if (last > index && namesThing(index, index, last)) return undefined
    const pet = isPet(index, last)
    return {
      first: withNickname(index),
      last,
      reason: pet ? "may be a pet's name" : last > index ? 'a first name and a family name' : 'a first name',
      certainty: pet ? 'possible' : 'likely',
    }
  }

  // `Big Dave`: a nickname's adjective joins.
  const withNickname = (index: number) =>
    isCapital(at(index - 1)) && adjacent(index) && /^(?:big|little|old|young|wee)$/.test(at(index - 1)?.folded ?? '')
      ? index - 1
      : index

  function lowerFirstName(index: number, token: Token): NameFind | undefined {
    if (token.text.length < 3 || token.text !== token.text.toLowerCase()) return undefined
    const left = reader.left(index)
    const cued =
      left === 'kin' || left === 'role' || left === 'label' || left === 'verb' || reader.right(index) === 'person'
    if (!cued && (token.text.length < 4 || cues.onlyWithCapital.has(token.folded) || left === 'thing')) return undefined
    if (left === 'pet' || namesThing(index, index)) return undefined
    const next = at(index + 1)
    const last =
      isWord(next) &&
      adjacent(index + 1) &&
      !token.possessive &&
      next.facts.family &&
      !next.facts.ordinary &&
      !next.facts.familyWord
        ? index + 1
        : index
    return { first: index, last, reason: 'a first name in small letters', certainty: 'likely' }
  }

  function eitherName(index: number, token: Token): NameFind | undefined {
    const left = reader.left(index)
    if (left === 'thing' && reader.right(index) !== 'person') return undefined
    if (
      token.allCapitals &&
      (reader.shoutedLine(index) || token.text.length <= 3) &&
      left !== 'label' &&
      left !== 'kin'
    ) {
      const after = at(index + 1)
      if (!(isCapital(after) && after.facts.family && !after.facts.ordinary)) return undefined
    }
    const last = extend(index, 4, false)
    if (namesThing(index, last) || namesThing(index, index, last)) return undefined
    const right = reader.right(last)
    if (right === 'thing') return undefined
    if (isPet(index, last)) return { first: index, last, reason: "may be a pet's name", certainty: 'possible' }
    const make = (reason: string): NameFind => ({ first: index, last, reason, certainty: 'likely' })
    if (left === 'label' || left === 'kin' || left === 'role' || left === 'verb')
      return make('a name after words for a person')
    if (last > index && !(last === index + 1 && isPlainWord(at(last)))) return make('a first name and a family name')
    if (right !== 'person' && plants.has(token.folded) && /^(?:to|from)$/.test(at(index - 1)?.folded ?? ''))
      return undefined
    if (right === 'person' || right === 'to-verb' || (right === 'verb' && last === index))
      return make('a name, with what people do after it')
    if (token.possessive && !(isCapital(at(index + 1)) && reader.opensSentence(index)))
      return make('a name, with something of theirs after it')
    if (reader.opensSentence(index)) return undefined
    const before = at(index - 1)
    // `Recovery Star`, `Green Jade`: one of several words with capitals.
    if (isCapital(before) && adjacent(index) && before.facts.ordinary && !reader.opensSentence(index - 1))
      return undefined

    if (before?.kind === 'mark' && !['(', ',', '"', '“', '‘', "'", '/', '&'].includes(before.text)) return undefined
    if (before?.text === ',' && plants.has(token.folded)) return undefined
    // `Elm, Oak and Ash`: one of several bays.
    if (
      plants.has(token.folded) &&
      before?.folded === 'and' &&
      isCapital(at(index - 2)) &&
      at(index - 2)?.facts.ordinary
    )
      return undefined
    return make('a name within a sentence')
  }

  const isPlainWord = (token: Token | undefined) =>
    token === undefined || (token.facts.ordinary && !token.facts.familyWord)

  function wordAsName(index: number, token: Token): NameFind | undefined {
    const left = reader.left(index)
    if (token.allCapitals && left !== 'label') return undefined
    const month = monthsAndDays.has(token.folded) || token.folded === 'may'
    const last = extend(index, 3, false)
    if (namesThing(index, last) || namesThing(index, index, last)) return undefined
    const right = reader.right(last)
    if (right === 'thing') return undefined
    if (isPet(index, last)) return { first: index, last, reason: "may be a pet's name", certainty: 'possible' }
    const make = (reason: string): NameFind => ({ first: index, last, reason, certainty: 'likely' })
    const { place } = token.facts
    if (left === 'label' && !place) return make('a name after a label')
    if (
      !month &&
      (left === 'kin' ||
        (left === 'role' &&
          !place &&
          !plants.has(token.folded) &&
          !(token.folded === 'christian' && at(index - 1)?.folded === 'is'))) &&
      at(index - 1)?.text !== ','
    )
      return make('a name after words for a person')
    if (
      left === 'verb' &&
      !place &&
      ((!month && !isMentalWord(token)) ||
        /^(?:tell|told|ask|asked|ring|rang|phone|phoned|remind|reminded|thank|thanked|dear|hi|hello)$/.test(
          at(index - 1)?.folded ?? '',
        ))
    )
      return make('a name after a verb done to people')
    if (
      at(index - 1)?.folded === 'with' &&
      !place &&
      !isMentalWord(token) &&
      !plants.has(token.folded) &&
      (at(last + 1) === undefined || at(last + 1)?.kind === 'line' || /^[.,;!?]$/.test(at(last + 1)?.text ?? ''))
    )
      return make('a name after "with"')
    if (
      last === index + 1 &&
      !month &&
      left !== 'thing' &&
      !place &&
      looksLikeName(at(last) ?? token) &&
      !/^(?:wars|trek|delight|lear|kong|trail|wing)$/.test(at(last)?.folded ?? '') &&
      !(isCapital(at(index - 1)) && at(index - 1)?.facts.ordinary && !reader.opensSentence(index - 1))
    )
      return make('a first name and a family name')
    if (
      last > index &&
      at(last)?.facts.family &&
      !at(last)?.facts.ordinary &&
      !at(last)?.facts.place &&
      left !== 'thing'
    )
      return make('a first name and a family name')
    // `Take Will to the shop`, `a card for Joy`: inside a sentence a capital means the person, unless concepts are listed.
    if (
      left === 'weak' &&
      !/^(?:and|or|&|re|of)$/.test(at(index - 1)?.folded ?? '') &&
      /^(?:will|hope|joy|faith|charity|patience|blessing|precious|angel|mercy|comfort|prudence|lovely|honey)$/.test(
        token.folded,
      ) &&
      !(isWord(at(last + 1)) && at(last + 1)?.capital) &&
      !(at(last + 1)?.text === ',' && at(last + 2)?.capital) &&
      !/^(?:and|or|&)$/.test(at(last + 1)?.folded ?? '')
    )
      return make('a name within a sentence')
    if (right === 'person' && left !== 'thing') {
      if (
        token.folded === 'will' &&
        !/^(?:is|was|has|had)$/.test(at(last + 1)?.folded ?? '') &&
        !/s$|ed$/.test(at(last + 1)?.folded ?? '')
      )
        return undefined
      return make('a name, with what people do after it')
    }
    if (
      token.folded === 'will' &&
      reader.opensSentence(index) &&
      /^(?:is|was|has|had|does|can)$/.test(at(index + 1)?.folded ?? '')
    )
      return make('a name, with what people do after it')
    // `would like Faith to be her named nurse`.
    if (
      left === 'weak' &&
      at(last + 1)?.folded === 'to' &&
      /^(?:her|his|my|their|the)$/.test(at(last + 3)?.folded ?? '')
    )
      return make('a name, with what they are to be after it')
    if (right === 'to-verb' && !month && !place && !isMentalWord(token) && reader.opensSentence(index))
      return make('a name, with what people are to do after it')
    return undefined
  }

  function familyName(index: number, token: Token, weak: boolean): NameFind | undefined {
    if (token.allCapitals && token.text.length <= 3 && !reader.shoutedLine(index)) return undefined
    const left = reader.left(index)
    const comma = surnameFirst(index)
    if (comma !== undefined) return comma
    const last = extend(index, 2, false)
    if (namesThing(index, last) || namesThing(index, index, last)) return undefined
    const right = reader.right(last)
    if (right === 'thing') return undefined
    const make = (reason: string): NameFind => ({ first: index, last, reason, certainty: 'likely' })
    if (
      left === 'label' ||
      left === 'kin' ||
      (left === 'role' && !token.facts.place) ||
      (left === 'verb' && !token.facts.place)
    )
      return make('a family name after words for a person')
    if (
      last > index &&
      isCapital(at(last)) &&
      (at(last)?.facts.family || at(last)?.facts.first) &&
      !(weak && at(last)?.facts.weakFamily)
    )
      return make('two family names')
    if (right === 'person' && !token.facts.place && !token.facts.ordinary)
      return make('a family name, with what people do after it')
    if (weak || left === 'thing') return undefined
    if (token.facts.ordinary || token.facts.place || token.facts.familyWord) return undefined
    return make(last > index ? 'a family name and an initial' : 'a family name')
  }

  return lexiconName
}
