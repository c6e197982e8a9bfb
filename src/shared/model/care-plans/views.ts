import { flagsAt, isName } from './clauses.ts'
import { antecedent, subjectFlags, subjectKind, subjectOf, type People } from './subjects.ts'
import { mask, type Token } from './tokens.ts'
import { cls, form, verb } from './word-classes.ts'

/** Words a narrator attributes: to the patient, or to somebody else; `from` and `to` are word indexes. */
export interface Attribution {
  whose: 'patient' | 'other'
  from: number
  to: number
  sure: boolean
}

/** The words besides verbs that can attribute something; those from `view` on name what was said. */
const telling = new Set(
  `c/o,c/o's,complaining,according,per,put,view,views,wish,wishes,opinion,preference,preferences,request,account,words,complaint,admission,perspective,understanding,goal,aim,hope,priority,concern,worry,ambition,reason,explanation,answer,reply,response,belief,feeling,theory,version,description`.split(
    ',',
  ),
)

const onlyStated = /^(?:goal|aim|hope|priority|concern|worry|ambition|reason)$/

/** What a noun attributes: "in her own words", "his view is", "according to Leon". */
export function nounAttribution(tokens: readonly Token[], i: number, people: People | null): Attribution | null {
  const token = tokens[i]
  if (token === undefined || token.mask !== mask.none || !telling.has(token.word)) return null
  const { word } = token
  if (word === 'c/o' || word === 'complaining' || word === "c/o's")
    return { whose: 'patient', from: i, to: i + 1, sure: true }
  if (word === 'according' && tokens[i + 1]?.word === 'to') {
    let k = i + 2
    while (tokens[k] !== undefined && (flagsAt(tokens, k) & cls.determiner) !== 0 && !(flagsAt(tokens, k) & cls.heShe))
      k++
    const who = tokens[k]
    const next = tokens[k + 1]
    if (who === undefined) return null
    const possessed =
      who.word.endsWith("'s") || (/^(?:his|her|their)$/.test(who.word) && next !== undefined && next.gap === '')
    if (possessed && next !== undefined && next.gap === '')
      return (flagsAt(tokens, k + 1) & subjectFlags) !== 0 || !/^(?:own|account|words|version)$/.test(next.word)
        ? { whose: 'other', from: i, to: k + 2, sure: true }
        : { whose: 'patient', from: i, to: k + 2, sure: true }
    const kind = who.word === 'him' || who.word === 'her' ? 'patient' : subjectKind(tokens, k, k, people)
    return kind === 'patient' || kind === 'other' ? { whose: kind, from: i, to: k + 1, sure: true } : null
  }
  if (word === 'per' && i <= 1) {
    const kind = subjectKind(tokens, i + 1, i + 1, people)
    return kind === 'patient' && !(isName(tokens[i + 1]) && people === null)
      ? { whose: kind, from: i, to: i + 2, sure: false }
      : null
  }
  if (word === 'put' && tokens[i + 1]?.word === 'it') {
    const kind = subjectKind(tokens, i - 1, i, people)
    return kind === 'patient' || kind === 'other' ? { whose: kind, from: i - 1, to: i + 2, sure: true } : null
  }
  if (word === 'according' || word === 'per' || word === 'put') return null
  // "in her own words", "his stated wish is", "at Dot's request".
  let k = i - 1
  while (k >= 0 && /^(?:own|stated|expressed|clear|main|current|only|strong|usual)$/.test(tokens[k]?.word ?? '')) k--
  const owner = tokens[k]
  if (owner === undefined || (token.gap !== '' && k === i - 1)) return null
  const own = owner.word
  const pronoun = own === 'his' || own === 'her' || own === 'their'
  const possessive = own.endsWith("'s") || own.endsWith("s'")
  if (!pronoun && !possessive) return null
  const someone = possessive
    ? (owner.info.flags & (cls.relation | cls.staff | cls.person)) !== 0 &&
      !(owner.info.flags & cls.patient) &&
      own !== "user's"
    : false
  const whose: 'patient' | 'other' = someone || (pronoun && antecedent(tokens, k, people) >= 0) ? 'other' : 'patient'
  const lead = tokens[k - 1]?.word === 'the' ? tokens[k - 2] : tokens[k - 1]
  // A goal or a hope is somebody's words only when it is said to be stated.
  if (onlyStated.test(word) && (k === i - 1 || !/^(?:stated|expressed)$/.test(tokens[i - 1]?.word ?? ''))) return null
  const be = (flagsAt(tokens, i + 1) & cls.be) !== 0
  const quoted = tokens[i + 1]?.mask === mask.quote
  const inPhrase =
    lead !== undefined &&
    (lead.word === 'in' || lead.word === 'at' || lead.word === 'by' || lead.word === 'on') &&
    (word !== 'account' || lead.word === 'by' || lead.word === 'on')
  const told =
    tokens[i + 1]?.gap === ',' && tokens[i + 1]?.word === 'as' && ((tokens[i + 2]?.info.kinds ?? 0) & verb.report) !== 0
  if (be || quoted || told || (inPhrase && !(word === 'wishes' || word === 'preferences')))
    return { whose, from: Math.max(0, k), to: i + 1, sure: true }
  return null
}

const saidThing =
  /^(?:complaints?|concerns?|requests?|allegations?|disclosures?|objections?|clear|plain|known|know|history|account|description)$/

/** "She has raised a complaint", "he made it clear that": a verb and what was said. */
export function madeAttribution(tokens: readonly Token[], i: number, people: People | null): Attribution | null {
  const token = tokens[i]
  if (token === undefined || token.mask !== mask.none || !saidThing.test(token.word)) return null
  for (let k = i - 1; k >= Math.max(0, i - 4); k--) {
    const v = tokens[k]
    if (token.word === 'know' ? v?.info.lemma !== 'let' : v?.info.lemma === 'let') continue
    if (v === undefined || !/^(?:raise|make|lodge|submit|let|give)$/.test(v.info.lemma) || v.info.forms & form.ing)
      continue
    if (/^(?:history|account|description)$/.test(token.word) !== (v.info.lemma === 'give')) return null
    if (/^(?:clear|plain|known)$/.test(token.word) && tokens[i - 1]?.word !== 'it') return null
    const { at, passive, negated, future } = subjectOf(tokens, k)
    if (passive || negated || future || !(v.info.forms & (form.past | form.s)) || (token.word === 'know' && at < 0))
      return null
    const kind = at < 0 ? 'patient' : subjectKind(tokens, at, k, people)
    return kind === 'patient' || kind === 'other'
      ? { whose: kind, from: Math.max(0, at), to: i + 1, sure: at >= 0 }
      : null
  }
  return null
}
