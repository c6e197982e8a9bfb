import { cues } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** From the surest to the least: `label` and `kin` name a person; `verb` is done to people; `weak` may be done to things too. */
export type LeftCue = 'label' | 'kin' | 'role' | 'verb' | 'weak' | 'pet' | 'thing' | 'none'

/** Marks that part a label from its value, or one thought from the next. */
export const dashes = new Set(['-', '–', '—', ':', ';', '='])

/** Marks that may stand round a word without parting it from the words before. */
export const quotes = new Set(['"', '“', '”', '‘', '’', "'", '(', '[', '_'])

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

const callingPeople =
  /^(?:be|i'm|am|him|her|them|herself|himself|themselves|myself|me|boy|man|woman|friend|nurse|lady|bloke|guy|girl|lad|child|son|daughter|brother|sister|partner|doctor|worker|uncle|aunt|cousin|baby|someone|somebody|person|patient|resident|carer)$/

/** What stands before a word says of it. Reads at most a few words back, on the same line or a label's line above. */
export function leftCue(tokens: readonly Token[], index: number): LeftCue {
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
  // `Her named nurse is Will`.
  if (/^(?:is|was)$/.test(one) && (cues.roles.has(two) || cues.kin.has(two))) return 'role'
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
