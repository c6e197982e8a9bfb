import { hasPredicate, isFiniteVerb } from './clauses.ts'
import { mask, type Token } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'
import { cls, form, gistBits } from './word-classes.ts'

const mayBeTickBox = /[[(/?\u2610-\u2718\u25a0\u25a1]/
const tickBox =
  /[☐☑☒□■✓✔✗✘]|\[\s?[xX✓]?\s?\]|\(\s\)|\(tick\)|\b(?:yes\s*\/\s*no|y\s*\/\s*n|yes\s+\[|yes\s+no\s*$|(?:please|delete|circle|tick) (?:circle|as appropriate|as applicable|one|tick|delete)\b|(?:please tick|\(tick\)|tick box|circle one)|agree\s*\/\s*disagree|(?:always|often|sometimes|never|fully|partly|agree|strongly agree)\s*\/\s*\w+|true\s*\/\s*false|n\/a\s*\/)|\?\s*(?:yes|no|y|n|n\/a)\s*$|\b(do|have|am|was|did|wish|consent|agree) ?\/ ?(?:\1|do|have|am) not\b/i

/** Tick-box text and choices printed on a form. */
export const isTickBox = (text: string, tokens: readonly Token[]): boolean =>
  (mayBeTickBox.test(text) || tokens.some((t) => (t.info.gist & gistBits.choice) !== 0)) && tickBox.test(text)

const asksToGet = /^(?:can|could|may|will|would|when|why|please|should|shall)$/
const questionWord = /^(?:what|who|how|where|which|when|why|whom|whose)$/

/** Whether a question is one a form puts to the patient, rather than one the patient asks. */
export function isFormQuestion(tokens: readonly Token[], vocabulary: Vocabulary): boolean {
  const open = tokens.filter((t) => t.mask < mask.title)
  const first = open[0]
  if (first === undefined) return true
  const own = open.some((t) => (t.info.flags & (cls.i | cls.me | cls.my | cls.we)) !== 0)
  if (!own) {
    if (
      open.some((t) => (t.info.flags & cls.heShe) !== 0) &&
      !/\?\s*(?:yes|no)\b/i.test(open.map((t) => t.word).join(' '))
    )
      return false
    if (
      open.some((t) => /^(?:someone|somebody|anyone|anybody)$/.test(t.word)) &&
      !open.some((t) => (t.info.flags & (cls.heShe | cls.patient | cls.you)) !== 0)
    )
      return open.every((t) => vocabulary.has('voice.formWords', t.word))
    if (
      /^(?:can|could|will|why)$/.test(first.word) &&
      open.some((t) => t.word === 'you') &&
      !open.every((t) => vocabulary.has('voice.formWords', t.word))
    )
      return false
    return (
      questionWord.test(first.word) ||
      (first.info.flags & (cls.be | cls.have | cls.does | cls.modal)) !== 0 ||
      !hasPredicate(tokens)
    )
  }
  const plain = open.filter((t) => (t.info.flags & (cls.form | cls.heading)) === 0 && !/\d/.test(t.word))
  const second = open[1]
  if (asksToGet.test(first.word)) {
    if (first.word === 'when' && second !== undefined && !(second.info.flags & cls.modal) && second.word !== 'do')
      return plain.length === 0
    if (first.word === 'when' && open.some((t) => /^(?:feel|best|worst|well|unwell)$/.test(t.word)))
      return plain.length === 0
    if (
      (first.word === 'could' || first.word === 'would') &&
      plain.length === 0 &&
      !(open.length < 8 && second !== undefined && /^(?:you|someone|somebody|i)$/.test(second.word))
    )
      return true
    return false
  }
  if (
    first.word === 'am' &&
    second?.word === 'i' &&
    open.some((t) => /^(?:allowed|going|getting|being|supposed)$/.test(t.word))
  )
    return false
  const joined = open.map((t) => t.word).join(' ')
  if (/^(?:how|what|when|who) (?:will|should|can|do|did|are) we\b/.test(joined)) return true
  if (
    /^do i (?:have to|get to|still have)/.test(joined) ||
    /^(?:how long|what time|what happens|how come)/.test(joined)
  )
    return false
  // A form asks in the person's voice what they want; nobody asks that of themselves, unless of something particular.
  if (wishQuestion.test(joined) && !open.some((t) => t.info.detail === 1)) return true
  return plain.length === 0
}

const wishQuestion =
  /^(?:how|what|who|where|when|which)(?: \w+)? (?:do|would|should|could|can) (?:i|we) (?:want|like|prefer|wish|need|hope|see myself|see ourselves)\b/
const headWord =
  /^(?:steps|goals|skills|tools|strategies|triggers|reasons|changes|worries|hopes|tips|signs?|early|some|a|key|little|more|what|how|who|where|when|why|if|things?|people|ways?|places?|activities|about|my|me|i|those|someone|important|our|your|this)$/

/** Whether the words are a heading, a title or a field label in which no one speaks. */
export function isHeading(text: string, tokens: readonly Token[]): boolean {
  const n = tokens.length
  if (n === 0) return true
  const trimmed = text.trimEnd()
  const open = tokens.filter((t) => t.mask === mask.none)
  if (open.length === 0) return tokens.every((t) => t.mask >= mask.title)
  const stop = /[.!]["'”’)]*$/.test(trimmed) && n > 1
  const inHeading = (t: Token): boolean =>
    t.mask >= mask.title || (t.info.flags & (cls.form | cls.heading)) !== 0 || /^\d/.test(t.word)
  if (/^(?:page \d|version \d|v\d|©|copyright|trust policy|policy ref|printed|review due|form ref|ref:)/i.test(trimmed))
    return true
  if (
    n <= 10 &&
    !stop &&
    /^(?:please )?(?:tell us|let us know|describe|list|state|specify|give details|continue on|attach|circle|tick|delete)\b/i.test(
      trimmed,
    ) &&
    /\b(?:you|your|yourself|below|overleaf|separate|here|details|us)\b/i.test(trimmed)
  )
    return true
  if (trimmed.endsWith(':') && n <= 14 && tokens.every((t) => !/[.!?]/.test(t.gap))) return true
  if (stop && n > 4) return false
  const first = tokens[0]
  if (first === undefined) return true
  if (n <= 9 && tokens.some((t) => t.mask >= mask.title) && !hasPredicate(tokens)) return true
  const all = tokens.every(inHeading)
  const opening = (first.word === 'the' ? tokens[1] : first)?.word ?? ''
  // "What upsets me", "What professionals will do", "Who else was there".
  if (
    !stop &&
    n <= 7 &&
    /^(?:what|who|how|where|things|people|ways|places|signs)$/.test(opening) &&
    tokens.every((t) => t.gap === '' || t === first) &&
    !tokens.some((t) => (t.info.flags & cls.heShe) !== 0) &&
    (/^(?:is|are|was|were|do|does|did|else)$/.test(tokens[1]?.word ?? '') || !hasMainClause(tokens))
  )
    return true
  if (n <= 3 && tokens[n - 1]?.mask === mask.numeral && !stop) return true
  // "Nurse Ali": who, and nothing said.
  if (
    n >= 2 &&
    n <= 3 &&
    !stop &&
    (first.info.flags & (cls.staff | cls.role)) !== 0 &&
    first.capital &&
    tokens.slice(1).every((t) => t.capital && t.info.forms === 0 && (t.info.flags & ~(cls.name | cls.nameOrWord)) === 0)
  )
    return true
  if (!stop && /\((?:score|rating|section|page)\b[^)]*\)$/i.test(trimmed)) return true
  if (!all) {
    if (!(n <= 8 && tokens.every((t) => t.capital || inHeading(t) || /^(?:and|of|the|to|for|with|in|a)$/.test(t.word))))
      return false
    if (!headWord.test(opening) || tokens.filter((t) => !inHeading(t)).length > 1) return false
  }
  if (stop) return !hasPredicate(tokens)
  if (!headWord.test(opening)) return !hasPredicate(tokens)
  if (n > 14) return false
  return !hasMainClause(tokens)
}

const relativeBefore =
  /^(?:what|who|that|which|how|things|people|places|when|if|where|i|we|you|they|he|she|why|ways|this|it|activities)$/

/** "What scares me most is…", "When I am low I hide": a clause of its own after the one that opens the words. */
function hasMainClause(tokens: readonly Token[]): boolean {
  const first = tokens[0]?.word ?? ''
  if (/^(?:i|my|me|our|this|those|someone|your|about|important|signs?|early|some|a|key|little|more)$/.test(first)) {
    if (first === 'i' || /^(?:those|someone|about|important)$/.test(first)) return first === 'i'
    return tokens.some((_, i) => i > 0 && isFiniteVerb(tokens, i) && !relativeClause(tokens, i))
  }
  let subjects = 0
  let lexical = 0
  for (let i = 1; i < tokens.length; i++) {
    const t = tokens[i]
    const before = tokens[i - 1]
    if (t === undefined || before === undefined) continue
    if (
      /^(?:i|we|they|he|she|i'm|i'll|i've|i'd)$/.test(t.word) &&
      !/^(?:that|what|who|when|if|which|how|where)$/.test(before.word)
    )
      subjects++
    if (
      t.info.forms & (form.base | form.s | form.past) &&
      !(t.info.flags & (cls.be | cls.modal | cls.have | cls.does)) &&
      before.word !== 'to'
    )
      lexical++
    if (
      (t.word === 'is' || t.word === 'are' || t.word === 'was') &&
      !relativeBefore.test(before.word) &&
      /^(?:what|all|things|who|people)$/.test(first)
    )
      return true
  }
  if (/^(?:when|if|where)$/.test(first)) return subjects > 1 || lexical > 1
  return false
}

function relativeClause(tokens: readonly Token[], i: number): boolean {
  for (let k = i - 1; k > 0 && k >= i - 4; k--)
    if (/^(?:that|who|which|when|what|how|where|if)$/.test(tokens[k]?.word ?? '')) return true
  return false
}
