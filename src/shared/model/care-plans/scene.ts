import { antecedent, bare } from './subjects.ts'
import { isName } from './clauses.ts'
import { mask, type Token } from './tokens.ts'
import type { VoiceContext } from './voice-words.ts'
import { cls } from './word-classes.ts'

/** One statement with a first person in it, and the evidence weighed so far. */
export interface Scene {
  tokens: readonly Token[]
  /** The words outside quotations, titles and numerals. */
  words: readonly Token[]
  text: string
  context: VoiceContext
  /** A first-person word, the first of the statement. */
  mine: Token | undefined
  hasI: boolean
  hasMy: boolean
  /** "He" or "she" with nobody named before: the person the plan is about. */
  loose: Token | undefined
  nameToken: Token | undefined
  patientNamed: Token | undefined
  first: number
  other: number
  /** The heaviest evidence against the person as speaker, and its words. */
  best: number
  says: string
  at: Token | undefined
  to: Token | undefined
}

/** Looks at a statement before weighing it. */
export function openScene(
  tokens: readonly Token[],
  words: readonly Token[],
  context: VoiceContext,
  text: string,
): Scene {
  let loose: Token | undefined
  for (let i = 0; i < tokens.length && loose === undefined; i++) {
    const t = tokens[i]
    if (t === undefined || t.mask !== mask.none || (t.info.flags & cls.heShe) === 0) continue
    if (antecedent(tokens, i, context.people) < 0) loose = t
  }
  const { people } = context
  return {
    tokens,
    words,
    text,
    context,
    mine: words.find((t) => (t.info.flags & (cls.i | cls.me | cls.my | cls.we | cls.our)) !== 0),
    hasI: words.some((t) => (t.info.flags & cls.i) !== 0),
    hasMy: words.some((t) => (t.info.flags & (cls.me | cls.my)) !== 0),
    loose,
    nameToken: tokens.find((t, i) => t.mask === mask.none && isName(t) && !isPlaceLike(tokens, i)),
    patientNamed:
      people === null
        ? undefined
        : tokens.find((t) => t.mask === mask.none && t.capital && people.patientNames.has(bare(t.word))),
    first: 0,
    other: 0,
    best: 0,
    says: '',
    at: undefined,
    to: undefined,
  }
}

/** Adds evidence that somebody other than the person speaks. */
export function against(
  scene: Scene,
  weight: number,
  why: string,
  from: Token | undefined,
  until: Token | undefined = from,
): void {
  scene.other += weight
  if (weight <= scene.best) return
  scene.best = weight
  scene.says = why
  scene.at = from
  scene.to = until
}

/** Whether "me" or "my" follows soon. */
export const isSelfObject = (tokens: readonly Token[], from: number): boolean =>
  tokens.slice(from, from + 7).some((t) => (t.info.flags & (cls.me | cls.my)) !== 0)

/** Index of the verb that goes with the subject at `i`, auxiliaries and adverbs passed over; -1 for none. */
export function verbAfter(tokens: readonly Token[], i: number): number {
  for (let k = i + 1; k < Math.min(tokens.length, i + 7); k++) {
    const t = tokens[k]
    if (t === undefined) break
    if (
      t.info.forms !== 0 &&
      !(t.info.flags & (cls.adverb | cls.modal | cls.be | cls.have | cls.does)) &&
      t.info.lemma !== 'keep'
    )
      return k
    if (
      t.info.flags & (cls.adverb | cls.modal | cls.be | cls.have | cls.does | cls.negation) ||
      t.word.endsWith('ly') ||
      t.word === 'to' ||
      t.info.lemma === 'keep' ||
      t.word === 'happy' ||
      t.word === 'able'
    )
      continue
    break
  }
  return -1
}

/** A capitalised word that is a place or a thing more than a person: after "at", "in", "the", or part of a longer name. */
function isPlaceLike(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  if (before === undefined || tokens[i]?.gap !== '') return false
  return /^(?:at|in|on|near|the|from|outside|to|round)$/.test(before.word)
}

const clinicalObject =
  /^(?:relative|relatives|kin|nok|carer|carers|bathroom|notes|plan|assessment|risk|risks|bloods|ecg|medication|dose|leave|section|rights|review|referral|prn|observations|obs|capacity|mse|mdt|careplan|ttos|tto|chart|charts|paperwork|lorazepam|olanzapine|clozapine|benefits|form|cpa|pharmacy|team|safeguarding|consultant|family|parents|father|mother|records|tribunal|report|staff|ward|option|options|support|1:1|time|reassurance|crisis|officer|debrief|handover|incident|gp|duty|shift|night)$/

const institution =
  /^(?:association|agency|council|officer|department|authority|funding|panel|tribunal|referral|report|session|sessions|placement|clinic|property|prn|bloods|ecg|ttos?|dose|levels?|rash|incident|form|assessment|plan|leave|paperwork|handover|records|notes|delay)$/

/** Whether the words after a verb name agencies, forms or treatment and nothing of one's own: the business of staff. */
export const institutional = (words: readonly Token[], k: number): boolean =>
  words.slice(k + 1, k + 8).some((t) => institution.test(bare(t.word))) &&
  !words.some((t) => t.info.detail === 1 && !isName(t) && !institution.test(t.word))

/** Whether what follows a verb is the work of staff: notes, doses, the patient. */
export function staffObject(words: readonly Token[], k: number): boolean {
  const span = words.slice(k + 1, k + 6)
  return span.some((t) => clinicalObject.test(bare(t.word)) || (t.info.flags & (cls.heShe | cls.patient)) !== 0)
}
