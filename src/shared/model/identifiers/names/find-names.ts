import type { Certainty, Span } from '../identifier.ts'
import { cues } from './lexicon.ts'
import { readerOf, type Reader } from './reader.ts'
import { readTokens, type Token } from './tokens.ts'

type Find = { readonly first: number; readonly last: number; readonly reason: string; readonly certainty: Certainty }

const monthsAndDays = new Set(
  'january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday today tomorrow'.split(
    ' ',
  ),
)
const plants = new Set(
  'rose willow rowan hazel heather holly ivy jasmine poppy lily daisy fern laurel iris violet cherry clover ash amber jade ruby pearl olive myrtle opal topaz emerald sapphire sage wren robin'.split(
    ' ',
  ),
)
const joinsNames = new Set(['and', '&', '/', '+', 'or'])

/**
 * Finds names of people: after titles, labels, kin and roles, from the lists of names, in signatures, and again wherever a found
 * name comes back. `notNames` are folded words that the app knows are no people (ward names). Linear in the text's length.
 */
export function findNames(text: string, notNames: ReadonlySet<string>, withPossible: boolean): Span[] {
  const tokens = readTokens(text)
  const reader = readerOf(tokens)
  const finder = createFinder(reader, notNames)
  const found: Find[] = []
  let index = 0
  while (index < tokens.length) {
    const find = tokens[index]?.kind === 'word' ? finder.at(index) : undefined
    if (find === undefined) {
      index += 1
      continue
    }
    const previous = found.at(-1)
    const back = find.certainty === 'possible' ? undefined : finder.joinedBefore(find.first, previous?.last ?? -1)
    if (back !== undefined) found.push(back)
    found.push(find)
    index = find.last + 1
    // `Gaz and Sarah`: what a conjunction joins to a name is a name.
    let joined = find.certainty === 'possible' ? undefined : finder.joinedAfter(find.last)
    while (joined !== undefined) {
      found.push(joined)
      index = joined.last + 1
      joined = finder.joinedAfter(joined.last)
    }
  }
  const again = finder.again(found)
  const possible = withPossible ? finder.possible([...found, ...again]) : []
  return [...found, ...again, ...possible]
    .filter((find) => withPossible || find.certainty !== 'possible')
    .map((find) => toSpan(tokens, find))
}

function toSpan(tokens: readonly Token[], find: Find): Span {
  const start = tokens[find.first]?.start ?? 0
  const end = tokens[find.last]?.end ?? start
  return { type: 'NAME', start, end, reason: find.reason, certainty: find.certainty }
}

function createFinder(reader: Reader, notNames: ReadonlySet<string>) {
  const { tokens, at } = reader
  const isWord = (token: Token | undefined): token is Token => token?.kind === 'word'
  const adjacent = (index: number) => (at(index)?.gapBefore ?? 9) <= 3
  const isInitial = (token: Token | undefined) => isWord(token) && token.text.length === 1 && token.capital
  const isCapital = (token: Token | undefined): token is Token =>
    isWord(token) && token.capital && token.text.length > 1
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

  function titleAt(index: number): Find | undefined {
    const title = at(index)
    if (!isWord(title) || title.possessive) return undefined
    const formal = cues.formalTitles.has(title.folded)
    const close = !formal && cues.closeTitles.has(title.folded) && title.capital
    if (!formal && !close) return undefined
    let next = index + 1
    if (at(next)?.text === '.' && at(next)?.gapBefore === 0) next += 1
    // `Mr and Mrs Khan`, `Prof Dr Weber`.
    for (let chained = 0; chained < 3; chained += 1) {
      const joint = at(next)
      const step = joint !== undefined && joinsNames.has(joint.folded) ? 1 : 0
      const other = at(next + step)
      if (!isWord(other) || !cues.formalTitles.has(other.folded) || !adjacent(next + step)) break
      next += step + 1
      if (at(next)?.text === '.') next += 1
    }
    const name = at(next)
    if (!isWord(name) || !adjacent(next)) return undefined
    const phrase = `${title.folded} ${name.folded}`
    if (cues.phrases.has(phrase) || notNames.has(name.folded)) return undefined
    const particle = cues.particles.has(name.folded) && isCapital(at(next + 1)) && name.text.length <= 4
    if (!particle && !nameAfterTitle(title, name, next, formal)) return undefined
    const last = particle ? extend(next + 1, 3, false) : extend(next, 4, true)
    const after = at(last + 1)
    if (last === next && !formal && isCapital(after) && after.facts.namesThing && adjacent(last + 1)) return undefined
    return { first: withNurseRank(index), last, reason: `after the title ${title.text}`, certainty: 'certain' }
  }

  function nameAfterTitle(title: Token, name: Token, index: number, formal: boolean): boolean {
    const { facts } = name
    if (isInitial(name))
      return title.capital && name.text !== 'I' && !(name.text === 'A' && !formal) && at(index + 1)?.text !== '&'
    if (!formal)
      return (
        isCapital(name) &&
        !monthsAndDays.has(name.folded) &&
        (facts.first ||
          facts.either ||
          facts.family ||
          (facts.wordName && name.folded !== 'may' && name.folded !== 'will') ||
          looksLikeName(name))
      )
    if (monthsAndDays.has(name.folded) && !(facts.wordName && name.capital && !/day$/.test(name.folded))) return false
    if (name.capital) {
      // `Dr Will attend`, `Miss Medication`: the word keeps its own sense.
      if (facts.first || facts.either || facts.wordName || facts.family || facts.familyWord) return true
      if (title.folded === 'miss' && reader.opensSentence(index - 1) && facts.ordinary) return false
      return (
        !facts.ordinary &&
        !(
          name.allCapitals &&
          name.text.length <= 3 &&
          title.folded !== 'mr' &&
          title.folded !== 'mrs' &&
          title.folded !== 'ms'
        )
      )
    }
    if (
      facts.ordinary ||
      facts.familyWord ||
      facts.either ||
      facts.wordName ||
      facts.namesThing ||
      name.text.length < 2
    )
      return facts.wordName || facts.either ? /^(?:mr|mrs|ms|mx)$/.test(title.folded) : false
    if (facts.first || facts.family) return title.folded !== 'miss' || title.capital || facts.family
    return /^(?:mr|mrs|ms|mx)$/.test(title.folded) || (title.folded === 'dr' && reader.right(index) === 'person')
  }

  const withNurseRank = (index: number) => {
    const rank = at(index - 1)
    return at(index)?.folded === 'nurse' &&
      isCapital(rank) &&
      /^(?:staff|charge|student|bank|community|lead)$/.test(rank.folded) &&
      adjacent(index)
      ? index - 1
      : index
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
  function namesThing(index: number, last: number): boolean {
    const before = at(index - 1)
    if (isWord(before) && (before.folded === 'st' || before.folded === 'saint') && adjacent(index)) return true
    if (before?.text === '.' && at(index - 2)?.folded === 'st' && at(index)?.gapBefore === 1 && before.gapBefore === 0)
      return true
    if (isPhrase(index) || isPhrase(last)) return true
    const after = at(last + 1)
    if (!isWord(after) || !adjacent(last + 1)) return false
    if (after.capital && after.facts.namesThing && after.text !== 'I') return true
    if (after.allCapitals && /^(?:CMHT|CRHT|HTT|NHS|PICU|CAMHS|MHT)$/.test(after.text)) return true
    // `on Florence ward`, `Rose and Ivy wards`.
    if (
      !at(last)?.possessive &&
      /^(?:ward|wards|unit|units|suite|lodge|house|court|clinic|hospital|centre|building|wing)$/.test(after.folded)
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

  function lexiconName(index: number): Find | undefined {
    const token = at(index)
    if (!isWord(token) || notNames.has(token.folded)) return undefined
    const { first, either, wordName, family, weakFamily } = token.facts
    if (first && token.capital) return firstName(index, token)
    if (first) return lowerFirstName(index, token)
    if (either && token.capital) return eitherName(index, token)
    if (wordName && token.capital) return wordAsName(index, token)
    if (family && isCapital(token)) return familyName(index, token, weakFamily)
    if (either && reader.left(index) === 'kin' && !token.facts.ordinary)
      return { first: index, last: index, reason: 'a name after a word for kin', certainty: 'likely' }
    return undefined
  }

  function firstName(index: number, token: Token): Find | undefined {
    if (token.allCapitals && token.text.length <= 3 && !reader.shoutedLine(index) && reader.left(index) === 'none') {
      const after = at(index + 1)
      if (!(isCapital(after) && after.facts.family)) return undefined
    }
    const last = extend(index, 4, false)
    if (namesThing(index, last)) return undefined
    if (last > index && namesThing(index, index)) return undefined
    const pet = isPet(index, last)
    return {
      first: withNickname(index),
      last,
      reason: pet ? "may be a pet's name" : last > index ? 'a first name and a family name' : 'a first name',
      certainty: pet ? 'possible' : 'likely',
    }
  }

  // `Big Dave`, `Auntie` is a title: only a nickname's adjective joins.
  const withNickname = (index: number) =>
    isCapital(at(index - 1)) &&
    /^(?:big|little|old|young|wee)$/.test(at(index - 1)?.folded ?? '') &&
    !reader.opensSentence(index - 1)
      ? index - 1
      : index

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

  function lowerFirstName(index: number, token: Token): Find | undefined {
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

  function eitherName(index: number, token: Token): Find | undefined {
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
    if (namesThing(index, last) || namesThing(index, index)) return undefined
    const right = reader.right(last)
    if (right === 'thing') return undefined
    if (isPet(index, last)) return { first: index, last, reason: "may be a pet's name", certainty: 'possible' }
    const make = (reason: string): Find => ({ first: index, last, reason, certainty: 'likely' })
    if (left === 'label' || left === 'kin' || left === 'role' || left === 'verb')
      return make('a name after words for a person')
    if (last > index && !(last === index + 1 && isPlainWord(at(last)))) return make('a first name and a family name')
    if (right === 'person' || right === 'to-verb' || (right === 'verb' && last === index))
      return make('a name, with what people do after it')
    if (token.possessive && !(isCapital(at(index + 1)) && reader.opensSentence(index)))
      return make('a name, with something of theirs after it')
    if (reader.opensSentence(index)) return undefined
    const before = at(index - 1)
    // `Recovery Star`, `Green Jade`: one of several words with capitals.
    if (isCapital(before) && adjacent(index) && before.facts.ordinary && !reader.opensSentence(index - 1))
      return undefined
    if (isWord(before) && (before.folded === 'to' || before.folded === 'from') && plants.has(token.folded))
      return undefined
    if (before?.kind === 'mark' && !['(', ',', '"', '“', '‘', "'", '/', '&'].includes(before.text)) return undefined
    if (before?.text === ',' && plants.has(token.folded)) return undefined
    return make('a name within a sentence')
  }

  const isPlainWord = (token: Token | undefined) =>
    token === undefined || (token.facts.ordinary && !token.facts.familyWord)

  function wordAsName(index: number, token: Token): Find | undefined {
    const left = reader.left(index)
    if (token.allCapitals && left !== 'label') return undefined
    const month = monthsAndDays.has(token.folded) || token.folded === 'may'
    const last = extend(index, 3, false)
    if (namesThing(index, last) || namesThing(index, index)) return undefined
    const right = reader.right(last)
    if (right === 'thing') return undefined
    if (isPet(index, last)) return { first: index, last, reason: "may be a pet's name", certainty: 'possible' }
    const make = (reason: string): Find => ({ first: index, last, reason, certainty: 'likely' })
    const { place } = token.facts
    if (left === 'label' && !place) return make('a name after a label')
    if (
      !month &&
      (left === 'kin' || (left === 'role' && !place && !plants.has(token.folded))) &&
      at(index - 1)?.text !== ','
    )
      return make('a name after words for a person')
    if (!month && left === 'verb' && !place && !isMentalWord(token)) return make('a name after a verb done to people')
    if (
      last > index &&
      at(last)?.facts.family &&
      !at(last)?.facts.ordinary &&
      !at(last)?.facts.place &&
      left !== 'thing'
    )
      return make('a first name and a family name')
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
      /^(?:is|was|has|had|does|can|and)$/.test(at(index + 1)?.folded ?? '')
    )
      return make('a name, with what people do after it')
    if (right === 'to-verb' && !month && !place && !isMentalWord(token) && reader.opensSentence(index))
      return make('a name, with what people are to do after it')
    return undefined
  }

  // `Hope to see`, `Joy to watch`, `Encourage Hope`: feelings are done to as people are.
  const isMentalWord = (token: Token) =>
    /^(?:hope|joy|faith|love|trust|glory|comfort|peace|happy|success|wisdom|beauty|knowledge|memory|praise|promise|honour|truth|charity|serenity|harmony|clarity|may|will|art|success|grant|chase|summer|spring|winter|autumn)$/.test(
      token.folded,
    ) && token.folded !== 'will'

  function familyName(index: number, token: Token, weak: boolean): Find | undefined {
    if (token.allCapitals && token.text.length <= 3 && !reader.shoutedLine(index)) return undefined
    const left = reader.left(index)
    const comma = surnameFirst(index)
    if (comma !== undefined) return comma
    const last = extend(index, 2, false)
    if (namesThing(index, last) || namesThing(index, index)) return undefined
    const right = reader.right(last)
    if (right === 'thing') return undefined
    const make = (reason: string): Find => ({ first: index, last, reason, certainty: 'likely' })
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
    if (right === 'person' && !token.facts.place) return make('a family name, with what people do after it')
    if (weak || left === 'thing') return undefined
    if (token.facts.ordinary || token.facts.place || token.facts.familyWord) return undefined
    return make(last > index ? 'a family name and an initial' : 'a family name')
  }

  /** `Rafferty, Colm` and `SMITH, John`: a family name, a comma and a first name. */
  function surnameFirst(index: number): Find | undefined {
    const token = at(index)
    if (!isCapital(token) || at(index + 1)?.text !== ',' || token.possessive || token.facts.place) return undefined
    const given = at(index + 2)
    if (!isWord(given) || !adjacent(index + 2) || !given.capital) return undefined
    const firstCell = reader.opensSentence(index) || reader.left(index) === 'label'
    if (
      isInitial(given)
        ? given.text !== 'I' && (firstCell || at(index + 3)?.text === '.') && !token.facts.ordinary
        : given.facts.first && (firstCell || token.allCapitals)
    )
      return {
        first: index,
        last: extend(index + 2, 2, false),
        reason: 'a family name, a comma and a first name',
        certainty: 'likely',
      }
    return undefined
  }

  const beforeLetters =
    /^(?:vitamin|hepatitis|hep|type|section|plan|ward|room|appendix|grade|class|block|bay|part|option|step|unit|group|schedule|table|figure|category|tier|stage|level|band|form|building|wing|house|flat|phase|cluster|pathway|test|item|factor|omega|page|point|letter|team|zone|site|floor|question|goal|section)$/

  /** `J. Mills`, `A.B. Carter`, `JP O'Hara`: initials before a family name. */
  function initialsAt(index: number): Find | undefined {
    const token = at(index)
    if (!isWord(token) || !token.capital) return undefined
    const before = at(index - 1)
    if (isWord(before) && beforeLetters.test(before.folded)) return undefined
    let next = index
    let dots = 0
    let initials = 0
    while (
      initials < 4 &&
      isInitial(at(next)) &&
      !at(next)?.possessive &&
      (initials === 0 || (at(next)?.gapBefore ?? 9) <= 1)
    ) {
      initials += 1
      next += 1
      if (at(next)?.text === '.' && at(next)?.gapBefore === 0) {
        dots += 1
        next += 1
      }
    }
    const together = initials === 0 && token.allCapitals && token.text.length <= 3 && !token.facts.ordinary
    if (together) next = index + 1
    if (initials === 0 && !together) return undefined
    const name = at(next)
    const signed = reader.left(index) === 'label'
    if (!isCapital(name) || !adjacent(next)) {
      const alone = signed && (together || initials >= 2 || dots > 0) && !reader.shoutedLine(index)
      return alone
        ? { first: index, last: together ? index : next - 1, reason: 'initials after a label', certainty: 'likely' }
        : undefined
    }
    if (
      notNames.has(name.folded) ||
      (name.facts.ordinary && !name.facts.familyWord) ||
      (name.facts.namesThing && !name.facts.familyWord)
    )
      return undefined
    if (monthsAndDays.has(name.folded)) return undefined
    const certain = name.facts.family && !name.facts.weakFamily
    const credential = reader.right(next) === 'person'
    if (together && !(certain || (signed && !name.facts.ordinary))) return undefined
    if (dots === 0 && !together) {
      if ((token.text === 'I' || token.text === 'A') && !signed) return undefined
      if (
        !certain &&
        !credential &&
        !signed &&
        !afterDash(index) &&
        reader.left(index) !== 'verb' &&
        !(name.facts.family && initials > 0)
      )
        return undefined
    }
    if (dots > 0 && name.facts.place && !signed && !credential) return undefined
    if (reader.shoutedLine(index) && !certain && !signed) return undefined
    const last = extend(next, 2, true)
    if (namesThing(next, last)) return undefined
    return { first: index, last, reason: 'initials and a family name', certainty: 'likely' }
  }

  const afterDash = (index: number) => /^[-–—]$/.test(at(index - 1)?.text ?? '')

  /** A word that no list knows, where the words around it name a person. */
  function unknownName(index: number): Find | undefined {
    const token = at(index)
    if (!isCapital(token)) return undefined
    const left = reader.left(index)
    const comma = token.facts.ordinary ? undefined : surnameFirst(index)
    if (comma !== undefined) return comma
    const asPlace = token.facts.place && (left === 'label' || left === 'kin') && at(index - 1)?.text !== ','
    if (!looksLikeName(token) && !asPlace && !(token.facts.familyWord && left === 'label')) return undefined
    const last = extend(index, 3, false)
    if (namesThing(index, last) || namesThing(index, index)) return undefined
    const right = reader.right(last)
    if (right === 'thing') return undefined
    const pet = isPet(index, last)
    const make = (reason: string, certainty: Certainty = 'likely'): Find => ({
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
    if (right === 'to-verb' && reader.opensSentence(index) && !/s$/.test(token.folded))
      return make('a capitalised word, with what people are to do after it')
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
  function smallLabelled(index: number): Find | undefined {
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

  const find = (index: number): Find | undefined =>
    titleAt(index) ?? initialsAt(index) ?? lexiconName(index) ?? unknownName(index) ?? smallLabelled(index)

  function joined(index: number): Find | undefined {
    const token = at(index)
    if (!isCapital(token) || !adjacent(index) || notNames.has(token.folded)) return undefined
    const { first, either, wordName, family } = token.facts
    if (monthsAndDays.has(token.folded)) return undefined
    if (!first && !either && !wordName && !family && !(looksLikeName(token) && !token.allCapitals)) return undefined
    if (token.facts.place || (wordName && isMentalWord(token))) return undefined
    const last = extend(index, 3, false)
    if (namesThing(index, last) || namesThing(index, index) || reader.right(last) === 'thing' || isPet(index, last))
      return undefined
    return { first: index, last, reason: 'joined to a name', certainty: 'likely' }
  }

  return {
    at: find,
    joinedAfter: (last: number): Find | undefined => {
      const joint = at(last + 1)
      if (joint === undefined || at(last)?.possessive || !joinsNames.has(joint.folded) || joint.capital)
        return undefined
      return find(last + 2) ?? joined(last + 2)
    },
    joinedBefore: (first: number, after: number): Find | undefined => {
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
    again: (found: readonly Find[]): Find[] => {
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
      const again: Find[] = []
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
    possible: (found: readonly Find[]): Find[] => {
      const covered = new Uint8Array(tokens.length)
      for (const each of found) covered.fill(1, each.first, each.last + 1)
      const possible: Find[] = []
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
