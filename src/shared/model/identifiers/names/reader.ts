import { cues } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** Reads the tokens of a text by index: what stands before and after a word, and what that says of it. */
export type Reader = {
  readonly tokens: readonly Token[]
  readonly at: (index: number) => Token | undefined
  /** Whether a word opens a sentence, a line, a cell or a bullet. */
  readonly opensSentence: (index: number) => boolean
  /** Whether every word of the line is in capitals, so that capitals say nothing. */
  readonly shoutedLine: (index: number) => boolean
  /** What stands before the word says it is a person: a label, kin, a role, a verb done to people. */
  readonly left: (index: number) => LeftCue
  /** What stands after a word (the last of the name) says it is a person. */
  readonly right: (index: number) => RightCue
}

/** From the surest to the least: `label` and `kin` name a person; `verb` is done to people; `weak` may be done to things too. */
export type LeftCue = 'label' | 'kin' | 'role' | 'verb' | 'weak' | 'pet' | 'thing' | 'none'
export type RightCue = 'person' | 'verb' | 'to-verb' | 'thing' | 'none'

const sentenceEnds = new Set(['.', '!', '?', '•', '●', '·', '◦', '▪', '*', '|', '\uf0b7', '○', '…', '>'])
const dashes = new Set(['-', '–', '—', ':', ';', '='])
const quotes = new Set(['"', '“', '”', '‘', '’', "'", '(', '[', '_'])
const adverbs = new Set(
  'also often still always never really usually sometimes currently now just only then currently rarely regularly clearly mostly mainly generally again has had have'.split(
    ' ',
  ),
)
const commaRole = /^(?:his|her|their|my|the|a|an|our|your)$/

/** Prepares reading of tokens. Every question costs a fixed number of steps, but for the lines, which are read once. */
export function readerOf(tokens: readonly Token[]): Reader {
  const shouted = shoutedTokens(tokens)
  const lefts = new Map<number, LeftCue>()
  const at = (index: number) => tokens[index]
  const opensSentence = (index: number): boolean => {
    let before = index - 1
    while (before >= 0 && before > index - 3 && quotes.has(tokens[before]?.text ?? '')) before -= 1
    const token = tokens[before]
    if (token === undefined || token.kind === 'line') return true
    if (token.kind === 'number')
      return /^\d{1,2}$/.test(token.text) && (tokens[before - 1] === undefined || tokens[before - 1]?.kind === 'line')
    if (token.text === ')') return tokens[before - 1]?.kind === 'number' && tokens[before - 2]?.kind !== 'word'
    return sentenceEnds.has(token.text) || dashes.has(token.text)
  }
  const reader: Reader = {
    tokens,
    at,
    opensSentence,
    shoutedLine: (index) => shouted[index] === 1,
    left: (index) => {
      const known = lefts.get(index) ?? leftCue(tokens, index)
      lefts.set(index, known)
      return known
    },
    right: (index) => rightCue(tokens, index),
  }
  return reader
}

function shoutedTokens(tokens: readonly Token[]): Uint8Array {
  const shouted = new Uint8Array(tokens.length)
  let from = 0
  for (let index = 0; index <= tokens.length; index += 1) {
    if (index < tokens.length && tokens[index]?.kind !== 'line') continue
    let words = 0
    let capitals = 0
    for (let inside = from; inside < index; inside += 1) {
      const token = tokens[inside]
      if (token?.kind !== 'word') continue
      words += 1
      if (token.text === token.text.toUpperCase()) capitals += 1
    }
    if (words >= 2 && capitals === words) shouted.fill(1, from, index)
    from = index + 1
  }
  return shouted
}

/** The folded words before an index on its line, nearest first, without quotes; stops at other marks. */
function wordsBefore(tokens: readonly Token[], index: number, most: number): string[] {
  const words: string[] = []
  for (let before = index - 1; before >= 0 && words.length < most; before -= 1) {
    const token = tokens[before]
    if (token === undefined || token.kind === 'line') break
    if (token.kind === 'word') words.push(token.folded)
    else if (!quotes.has(token.text)) break
  }
  return words
}

function labelBefore(tokens: readonly Token[], index: number): boolean {
  let before = index - 1
  let marks = 0
  while (
    before >= 0 &&
    marks < 4 &&
    tokens[before] !== undefined &&
    (dashes.has(tokens[before]?.text ?? '') ||
      ['|', '.', '(', ')', '*', '_', '/', '"'].includes(tokens[before]?.text ?? ''))
  ) {
    before -= 1
    marks += 1
  }
  // A value may stand on the line under its label.
  if (
    marks === 0 &&
    tokens[before]?.kind === 'line' &&
    (tokens[before - 1]?.text === ':' || labelEnds(tokens, before - 1, true))
  ) {
    before -= tokens[before - 1]?.text === ':' ? 2 : 1
    return labelEnds(tokens, before, true)
  }
  if (marks === 0) return labelEnds(tokens, before, false)
  return labelEnds(tokens, before, true)
}

// Without a mark after it, only a label that can be nothing else counts: `signed R. Peel`, `NOK Bev Shaw`.
const bareLabels = new Set(
  'signed|signed by|sig|print name|completed by|written by|reviewed by|updated by|seen by|entered by|agreed with|discussed with|nok|next of kin|nearest relative|patient name|known as|likes to be called|likes to be known as|also known as|aka|named nurse|key worker|keyworker|primary nurse|associate nurse|responsible clinician|attn|fao|cc|full name|surname|forename|preferred name|care coordinator|care co-ordinator|name|witnessed by|author|allocated nurse|allocated to|prefers to be called|wants to be called|goes by|my name is|name is|prefers the name|called|named|nicknamed|prefers|i am'.split(
    '|',
  ),
)
const notAfterBare = new Set(['prefers', 'i am', 'called', 'named'])

function labelEnds(tokens: readonly Token[], last: number, marked: boolean): boolean {
  let phrase = ''
  for (let index = last; index >= 0 && index > last - 5; index -= 1) {
    const token = tokens[index]
    if (token === undefined || token.kind === 'line') break
    if (token.kind !== 'word') {
      if (["'", '’', '(', ')', '/'].includes(token.text)) continue
      break
    }
    const word = token.possessive ? `${token.folded}s` : token.folded.replace(/'/g, '')
    phrase = phrase === '' ? word : `${word} ${phrase}`
    if (
      marked ? cues.labels.has(phrase) || bareLabels.has(phrase) : bareLabels.has(phrase) && !notAfterBare.has(phrase)
    )
      return true
  }
  return false
}

const doneToPeople =
  /^(?:seen|offered|supported|encouraged|given|escorted|reminded|asked|allowed|able|involved|reviewed|referred|assessed|discharged|transferred|nursed|observed|monitored|invited|informed|told|supervised|accompanied|visited|moved|helped|taken|home|safe|well|more)$/
const callingPeople =
  /^(?:be|i'm|am|him|her|them|herself|himself|themselves|myself|me|boy|man|woman|friend|nurse|lady|bloke|guy|girl|lad|child|son|daughter|brother|sister|partner|doctor|worker|uncle|aunt|cousin|baby|someone|somebody|person|patient|resident|carer)$/

function leftCue(tokens: readonly Token[], index: number): LeftCue {
  const [one = '', two = '', three = ''] = wordsBefore(tokens, index, 3)
  const previous = tokens[index - 1]
  if (previous !== undefined && cues.pets.has(one) && (previous.kind === 'word' || quotes.has(previous.text)))
    return 'pet'
  if ((one === 'called' || one === 'named') && cues.pets.has(two)) return 'pet'
  if (labelBefore(tokens, index)) return 'label'
  if (one === 'called' || one === 'named' || one === 'nicknamed')
    return callingPeople.test(two) || cues.kin.has(two) || cues.roles.has(two) ? 'label' : 'thing'
  if (previous?.text === ',' || previous?.text === '(') {
    const before = tokens[index - 2]
    if (before?.kind === 'word' && cues.pets.has(before.folded)) return 'pet'
    if (before?.kind === 'word' && cues.kin.has(before.folded) && before.folded !== 'our') return 'kin'
    if (before?.kind === 'word' && cues.roles.has(before.folded)) return 'role'
  }
  if (previous?.kind !== 'word' && !quotes.has(previous?.text ?? '')) return 'none'
  if (cues.kin.has(one) && !(previous?.possessive ?? false)) return 'kin'
  if (cues.roles.has(one) && !(previous?.possessive ?? false)) return 'role'
  if ((one === 'am' && two === 'i') || one === "i'm") return 'weak'
  if (one === 'by' && cues.byVerbs.has(two)) return 'verb'
  if ((one === 'to' || one === 'with' || one === 'at' || one === 'from') && cues.speechTo.has(two)) return 'verb'
  if (
    one === 'with' &&
    (cues.byVerbs.has(two) ||
      /^(?:lives|living|live|met|meeting|liaise|liaised|sat|sit|1:1|walk|session|contact|argument|relationship|visits|call|chat|stay|staying|review|discussion|discuss|shared|share|works|working|close|time|out|together|along|up|fell|engaged|married|children|child)$/.test(
        two,
      ))
  )
    return 'verb'
  if (cues.strongVerbs.has(one)) return 'verb'
  if (
    one === 'the' ||
    one === 'a' ||
    one === 'an' ||
    one === 'this' ||
    one === 'that' ||
    one === 'each' ||
    one === 'every' ||
    one === 'any' ||
    one === 'no'
  )
    return 'thing'
  if (
    one === 'on' ||
    one === 'in' ||
    one === 'at' ||
    one === 'of' ||
    one === 'near' ||
    one === 'onto' ||
    one === 'into' ||
    one === 'via' ||
    one === 'around' ||
    one === 'through' ||
    one === 'during' ||
    one === 'until' ||
    one === 'since' ||
    one === 'before' ||
    one === 'after' ||
    one === 'next' ||
    one === 'last' ||
    one === 'st' ||
    one === 'saint' ||
    one === 'early' ||
    one === 'late' ||
    one === 'mid'
  )
    return 'thing'
  if (cues.weakVerbs.has(one)) return 'weak'
  return three === '' ? 'none' : 'none'
}

function rightCue(tokens: readonly Token[], index: number): RightCue {
  const token = tokens[index]
  const next = tokens[index + 1]
  if (token === undefined || next === undefined || next.kind === 'line') return 'none'
  if (token.possessive) {
    if (next.kind !== 'word') return 'none'
    if (next.capital && next.facts.namesThing) return 'thing'
    return cues.possessed.has(next.folded) || (cues.possessed.has(tokens[index + 2]?.folded ?? '') && !next.capital)
      ? 'person'
      : 'none'
  }
  if (next.text === '(') {
    const inside = tokens.slice(index + 2, index + 6)
    if (
      tokens[index + 2]?.kind === 'word' &&
      inside.some(
        (each) => cues.kin.has(each.folded) || cues.roles.has(each.folded) || cues.credentials.has(each.folded),
      )
    )
      return 'person'
    return 'none'
  }
  if (next.text === ',') {
    const role = tokens[index + 2]
    const noun = tokens[index + 3]
    if (
      role?.kind === 'word' &&
      commaRole.test(role.folded) &&
      [noun, tokens[index + 4]].some(
        (each) => each !== undefined && (cues.kin.has(each.folded) || cues.roles.has(each.folded)),
      )
    )
      return 'person'
    if (
      role?.kind === 'word' &&
      !role.capital &&
      (cues.roles.has(role.folded) || (noun !== undefined && cues.roles.has(noun.folded)))
    )
      return 'person'
    if (role?.kind === 'word' && role.allCapitals && cues.credentials.has(role.folded)) return 'person'
    if (role?.kind === 'word' && /^aged?$/.test(role.folded)) return 'person'
    return role?.kind === 'number' &&
      /^\d{2}$/.test(role.text) &&
      [',', '.', '-'].includes(tokens[index + 3]?.text ?? '')
      ? 'person'
      : 'none'
  }
  if (next.kind !== 'word') return 'none'
  if (
    next.folded === 'and' &&
    commaRole.test(tokens[index + 2]?.folded ?? '') &&
    cues.kin.has(tokens[index + 3]?.folded ?? '')
  )
    return 'person'
  if (next.allCapitals && cues.credentials.has(next.folded)) return 'person'
  if (next.capital) return next.facts.namesThing ? 'thing' : 'none'
  if (cues.wardWords.has(next.folded)) return 'thing'
  const verb = adverbs.has(next.folded) && !/^ha[sd]$/.test(next.folded) ? (tokens[index + 2] ?? next) : next
  if (cues.personOnlyVerbs.has(verb.folded)) return 'person'
  if (/^(?:is|was|has|had|being|been|gets|got|seems|appears|looks|became|remains|remained)$/.test(verb.folded))
    return complementCue(tokens, index + (verb === next ? 2 : 3), verb.folded)
  if (next.folded === 'to' && tokens[index + 2]?.kind === 'word') {
    const base = tokens[index + 2]?.folded ?? ''
    if (cues.personToVerbs.has(base)) return 'to-verb'
    if (base === 'be') return doneToPeople.test(tokens[index + 3]?.folded ?? '') ? 'to-verb' : 'none'
    return cues.toVerbs.has(base) ? 'verb' : 'none'
  }
  return cues.otherVerbs.has(next.folded) ? 'verb' : 'none'
}

/** `Rowan is feeling low` is a person; `Rowan is a ward`, `Rowan has 16 beds` are not. */
function complementCue(tokens: readonly Token[], index: number, verb: string): RightCue {
  const [one, two, three] = [tokens[index], tokens[index + 1], tokens[index + 2]]
  for (const token of [one, two]) if (token?.kind === 'word' && cues.complements.has(token.folded)) return 'person'
  if (one?.kind === 'word' && cues.personOnlyVerbs.has(one.folded)) return 'person'
  // `Eve is 40,` is an age; `Rowan is 16 bedded` is not.
  if (
    one?.kind === 'number' &&
    /^(?:is|was)$/.test(verb) &&
    /^\d{2}$/.test(one.text) &&
    (two === undefined || two.kind !== 'word' || /^(?:years?|and|old|now)$/.test(two.folded))
  )
    return 'person'
  if (
    one?.kind === 'number' ||
    /^(?:needed|important|key|vital|essential|short|full|closed|open|locked|mixed|due|busy|quiet)$/.test(
      one?.folded ?? '',
    )
  )
    return 'thing'
  if (/^(?:a|an|the)$/.test(one?.folded ?? '')) {
    for (const token of [two, three]) {
      if (token === undefined) continue
      if (
        cues.kin.has(token.folded) ||
        (cues.roles.has(token.folded) && !cues.wardWords.has(token.folded)) ||
        /^(?:year|old|man|woman|diagnosis|history|fear|keen|vegetarian|smoker|father|mother|person|lovely|good|sister|brother|daughter|son|partner|dog|cat|flat|job)$/.test(
          token.folded,
        )
      )
        return 'person'
    }
    return two?.kind === 'number' || cues.wardWords.has(two?.folded ?? '') || cues.wardWords.has(three?.folded ?? '')
      ? 'thing'
      : 'verb'
  }
  return 'verb'
}
