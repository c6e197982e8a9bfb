import { flagsAt, isImperative, isName, isNounToo } from './clauses.ts'
import { bare, commaSubject, ownLetter, subjectFlags, subjectKind, subjectOf, type People } from './subjects.ts'
import { mask, type Token } from './tokens.ts'
import { madeAttribution, nounAttribution, type Attribution } from './views.ts'
import { cls, form, verb } from './word-classes.ts'

const selfMental =
  /^(?:want|wants|need|feel|feels|am|i'm|don't|can't|hate|love|just|wish|hear|miss|would|like|won't|hope|need|did|didn't|never|think|know)$/
const clinicalThing =
  /^(?:bloods?|ecg|mri|ct|scan|scans|x-ray|notes|review|referral|urgent|urine|copies|further|tests?|screening|update)$/
const place =
  /^(?:to|from|under|on|informally|via|by|with|at|in|into|last|this|following|for|again|yesterday|today|overnight|after|voluntarily|as)$/
const quoteMark = /["“”'‘«]/
const reportingIng =
  /^(?:say|ask|tell|claim|state|report|complain|deny|shout|insist|request|express|describe|demand|talk|beg|threaten|scream|yell|repeat|chant)$/

/** Whether the verb at `i` stands in a condition that an instruction answers ("If he says..., offer"). */
function isConditional(tokens: readonly Token[], i: number, present: boolean): boolean {
  for (let j = i - 1; j >= 0; j--) {
    const t = tokens[j]
    if (t === undefined) break
    if (
      t.word === 'if' ||
      t.word === 'whenever' ||
      t.word === 'unless' ||
      t.word === 'until' ||
      t.word === 'whether' ||
      t.word === 'should' ||
      t.word === 'once'
    )
      return t.word !== 'once' || present
    if (t.word === 'when' || t.word === 'where' || t.word === 'what' || t.word === 'how' || t.word === 'whatever') {
      if (t.word === 'what' || t.word === 'how' || t.word === 'whatever' || t.word === 'where') return present && j > 0
      return (
        present &&
        tokens.some(
          (x, k) =>
            (x.mask === mask.none && isImperative(tokens, k) && (k === 0 || x.gap !== '')) ||
            x.word === 'staff' ||
            (x.word === 'to' && k > 0 && (flagsAt(tokens, k - 1) & cls.staff) !== 0),
        )
      )
    }
    if (t.gap.includes('.') || t.gap.includes(';')) break
  }
  return false
}

function clauseStart(tokens: readonly Token[], j: number, i: number): boolean {
  if (j < 0) return true
  const gap = tokens[j + 1]?.gap ?? ''
  if (j + 1 <= i && /[.;:–—]|(?:^|\s)-|["”’)]/.test(gap)) return true
  return /^(?:and|but|then)$/.test(tokens[j]?.word ?? '')
}

function objectFits(tokens: readonly Token[], i: number, dropped: boolean): boolean {
  const v = tokens[i]
  const next = tokens[i + 1]
  if (v === undefined) return false
  const quoted = next !== undefined && (next.mask === mask.quote || quoteMark.test(next.gap))
  if (quoted) return true
  const { lemma, kinds } = v.info
  // "He asked good questions": it is not said what he asked.
  if (lemma === 'ask' && tokens.slice(i + 1, i + 4).some((t) => /^questions?$/.test(t.word))) return false
  // "Voices, nightmares", "Signs I am unwell": a list or a label that opens with what could be a verb.
  if (
    dropped &&
    next !== undefined &&
    (next.gap === ',' || (lemma === 'sign' && next.word !== 'that')) &&
    isNounToo(v.info)
  )
    return false
  if (
    isNounToo(v.info) &&
    (v.info.forms & form.s) !== 0 &&
    next !== undefined &&
    (next.info.flags & (cls.be | cls.modal)) !== 0 &&
    next.gap === '' &&
    !(next.info.flags & (cls.heShe | cls.they | cls.i))
  )
    return false
  if (next === undefined) return !dropped && !(kinds & verb.reportThat)
  const f = next.info.flags
  const clause =
    next.word === 'that' ||
    next.word === 'how' ||
    next.word === 'whether' ||
    next.word === 'why' ||
    (f & (cls.heShe | cls.they)) !== 0 ||
    next.gap === ':' ||
    (next.info.forms & form.ing && next.info.lemma !== 'room') !== 0 ||
    next.word === 'not' ||
    next.word === 'no' ||
    next.word === 'having' ||
    next.word === 'being'
  if (lemma === 'admit')
    return (
      (clause || next.word === 'to' || (f & (cls.i | cls.staff)) !== 0) &&
      !(
        v.word === 'admitted' &&
        place.test(next.word) &&
        !(next.word === 'to' && ((tokens[i + 2]?.info.forms ?? 0) & form.ing) !== 0)
      )
    )
  if (lemma === 'express' && /^(?:himself|herself|themselves|milk)$/.test(next.word)) return false
  if (lemma === 'rate') return /^(?:his|her|their|mood|pain|anxiety|sleep|himself|herself|it|low)$/.test(next.word)
  if (lemma === 'describe') return !dropped || !/^(?:as|in|by|to)$/.test(next.word)
  if (lemma === 'tell')
    return (
      next.word !== 'by' &&
      (!dropped ||
        (f & (cls.staff | cls.me | cls.our | cls.relation | cls.person | cls.heShe)) !== 0 ||
        isName(next) ||
        next.word === 'the')
    )
  if (
    lemma === 'claim' &&
    /^(?:benefits?|pip|uc|esa|dla|universal|asylum|housing|income|carers?|pension)$/.test(next.word)
  )
    return false
  if (
    lemma === 'voice' ||
    lemma === 'write' ||
    lemma === 'stress' ||
    lemma === 'suggest' ||
    lemma === 'highlight' ||
    lemma === 'acknowledge' ||
    lemma === 'indicate'
  )
    return true
  if (lemma === 'share')
    return (
      clause ||
      next.word === 'with' ||
      next.word === 'his' ||
      /^(?:concerns?|worries|feelings|thoughts|some|about)$/.test(next.word)
    )
  if (kinds & verb.reportThat)
    return (
      clause ||
      (f & (cls.i | cls.me | cls.our | cls.staff)) !== 0 ||
      (/^(?:to|about|being)$/.test(next.word) && /^(?:admit|apologise|joke|comment)$/.test(lemma)) ||
      tokens.slice(i + 1).some((t) => t.mask === mask.quote)
    )
  // "Asked to review by nursing staff": it was staff who asked.
  if (
    dropped &&
    lemma === 'ask' &&
    next.word === 'to' &&
    /^(?:review|see|assess|attend|complete|visit)$/.test(tokens[i + 2]?.info.lemma ?? '')
  )
    return false
  if (dropped) {
    if (
      next.word === 'by' ||
      (next.word === 'of' && lemma !== 'complain') ||
      next.word === 'from' ||
      (f & cls.be) !== 0 ||
      (/^(?:attached|reviewed|sent|received|completed|include|includes|and|for)$/.test(next.word) &&
        !(lemma === 'ask' && next.word === 'for'))
    )
      return false
    if (lemma === 'request' && clinicalThing.test(next.word)) return false
    if (lemma === 'identify') return !/^(?:needs?|risks?|triggers?|goals?|strengths?|as|in)$/.test(next.word)
    if (lemma === 'mention' || lemma === 'report') return next.gap === ''
  }
  if (lemma === 'describe' && dropped && next.word === 'as') return false
  return next.gap === '' || next.gap === ',' || quoteMark.test(next.gap)
}

function verbAttribution(tokens: readonly Token[], i: number, people: People | null): Attribution | null {
  const token = tokens[i]
  if (token === undefined || token.mask !== mask.none) return null
  const { info } = token
  const talk = (info.kinds & verb.talk) !== 0
  if (talk) {
    const near = tokens.slice(i + 1, i + 6).map((t) => t.word)
    if (
      !(near[0] === 'about' || near[0] === 'of' || near[0] === 'openly' || near.includes('about')) ||
      near[0] === 'with'
    )
      return null
  }
  if (tokens[i - 1]?.word === 'to' && /^(?:heard|overheard)$/.test(tokens[i - 2]?.word ?? ''))
    return { whose: 'patient', from: i - 2, to: i + 1, sure: true }
  const { at, passive, negated, aux, future } = subjectOf(tokens, i)
  const f = info.forms
  // "He has written": a participle that is no past form says it with "has" before it.
  const perfect = (f & form.participle) !== 0 && ((flagsAt(tokens, i - 1) | flagsAt(tokens, i - 2)) & cls.have) !== 0
  const finite = (f & (form.s | form.past)) !== 0 || perfect
  const plural =
    (f & form.base) !== 0 &&
    (/^(?:they|patients|clients)$/.test(tokens[at]?.word ?? '') ||
      (aux && (flagsAt(tokens, at) & (cls.heShe | cls.they | cls.patient)) !== 0) ||
      (aux && (at < 0 || /^(?:and|but|or)$/.test(tokens[at]?.word ?? '') || isName(tokens[at]))))
  const ing = (f & form.ing) !== 0 && reportingIng.test(info.lemma)
  if (!(finite || plural || ing)) return null
  if (future) return null
  if (passive) {
    const byAt = tokens.findIndex((t, k) => k > i && k < i + 4 && t.word === 'by')
    if (byAt > 0 && !tokens.slice(byAt + 1, byAt + 3).some((t) => t.word.endsWith("'s"))) {
      const who = tokens
        .slice(byAt + 1, byAt + 4)
        .find(
          (t) =>
            t.info.flags & cls.patient ||
            isName(t) ||
            t.word === 'him' ||
            t.word === 'her' ||
            t.info.flags & subjectFlags,
        )
      if (
        who !== undefined &&
        (who.info.flags & cls.patient ||
          who.info.flags & cls.heShe ||
          (isName(who) &&
            !(who.info.flags & cls.staff) &&
            (people === null || people.patientNames.size === 0 || people.patientNames.has(bare(who.word)))))
      )
        return { whose: 'patient', from: i, to: byAt + 2, sure: true }
    }
    return null
  }
  if (negated && info.lemma !== 'deny') return null
  if (isConditional(tokens, i, (f & form.s) !== 0 || ing)) return null
  // Participles without an auxiliary after a noun: "thoughts denied", "no concerns reported".
  const subject = tokens[at]
  if (ing && !aux) {
    const kind = at >= 0 ? subjectKind(tokens, at, i, people) : 'no'
    if (kind === 'other' || kind === 'speaker') return null
    // "Asking Leon about football is a good way in": a thing to do, not something said.
    if (i === 0 && (isName(tokens[1]) || (flagsAt(tokens, 1) & (cls.heShe | cls.patient | cls.determiner)) !== 0))
      return null
    if (tokens.some((t) => t.mask === mask.none && (t.info.flags & (cls.i | cls.me | cls.my)) !== 0)) return null
    if (
      /^(?:when|if|while|before|after|for|by|without|of|in|on|from|about|than|is|are|like|to|and|voices|through|with|was|were|who)$/.test(
        tokens[i - 1]?.word ?? '',
      ) ||
      tokens.some((t) => t.info.flags & (cls.relation | cls.staff) && t.start < token.start)
    )
      return null
    return at >= 0 &&
      objectFits(tokens, i, true) &&
      tokens[i + 1] !== undefined &&
      !/^(?:his|her|the|a)$/.test(tokens[i + 1]?.word ?? '')
      ? { whose: 'patient', from: i, to: i + 1, sure: false }
      : at < 0 && objectFits(tokens, i, true)
        ? { whose: 'patient', from: i, to: i + 1, sure: false }
        : null
  }
  const comma = commaSubject(tokens, i, people)
  if (comma !== null) {
    if (comma === 'no') return null
    return objectFits(tokens, i, true) ? { whose: comma, from: i, to: i + 1, sure: true } : null
  }
  if (clauseStart(tokens, at, i)) {
    // Quotation before the verb: "...", she said / "...," Femi whispered come with a subject; none here.
    const starts = at < 0 || /[.;–—]/.test(tokens[at + 1]?.gap ?? '')
    const joined = subject !== undefined && /^(?:and|but|then)$/.test(subject.word)
    if (joined) {
      for (let k = at - 1; k >= 0; k--) {
        const kind = tokens[k]?.mask === mask.none ? subjectKind(tokens, k, i, people) : 'no'
        if (kind === 'speaker') return null
        const startsHere = k === 0 || (k === 1 && (flagsAt(tokens, 0) & cls.determiner) !== 0)
        if (kind !== 'no' && startsHere)
          return objectFits(tokens, i, true) ? { whose: kind, from: i, to: i + 1, sure: true } : null
      }
      const lead = tokens[0]
      return lead !== undefined &&
        lead.info.forms & (form.s | form.past) &&
        !(lead.info.forms & form.base) &&
        objectFits(tokens, i, true)
        ? { whose: 'patient', from: i, to: i + 1, sure: false }
        : null
    }
    const inner = at + 1 === i || aux
    if (starts && inner && objectFits(tokens, i, true) && ((f & form.ing) === 0 || aux))
      return { whose: 'patient', from: at + 1, to: i + 1, sure: true }
    return null
  }
  // "Our Jade's texts": a noun, and whose it is.
  if (subject !== undefined && subject.word.endsWith("'s") && isNounToo(info) && f & form.s) return null
  const kind = subjectKind(tokens, at, i, people)
  if (kind === 'no' || kind === 'speaker') {
    if (kind === 'no' && info.lemma === 'deny' && f & form.past && i === tokens.length - 1)
      return { whose: 'patient', from: i, to: i + 1, sure: true }
    if (kind === 'no' && f & form.participle) {
      const by = tokens[i + 1]
      const who = tokens[i + 2]
      if (
        by?.word === 'by' &&
        who !== undefined &&
        (who.info.flags & cls.patient ||
          (who.word === 'the' && flagsAt(tokens, i + 3) & cls.patient) ||
          (isName(who) && tokens[i + 3]?.word !== 'and' && !who.word.endsWith("'s") && !(who.info.flags & cls.staff)) ||
          who.word === 'him' ||
          who.word === 'her')
      )
        return { whose: 'patient', from: i, to: i + 3, sure: true }
    }
    return null
  }
  if (!objectFits(tokens, i, false)) return null
  if (kind === 'other' && ownLetter(tokens, at))
    return { whose: 'patient', from: Math.max(0, at), to: i + 1, sure: true }
  if (kind === 'other') return { whose: 'other', from: at, to: i + 1, sure: true }
  // A friend who says what I may do ("Stan says I can have my old job back") is somebody the patient tells of.
  const named = isName(subject) && !people?.patientNames.has(bare(subject?.word ?? ''))
  if (named) {
    const rest = tokens.slice(i + 1).filter((t) => t.mask === mask.none)
    const content = rest.findIndex((t) => (t.info.flags & (cls.i | cls.my)) !== 0)
    const next = rest[content + 1]
    const direct =
      content === 0 &&
      (rest[0]?.info.flags ?? 0) & cls.i &&
      next !== undefined &&
      (selfMental.test(next.word) || rest[0]?.word === "i'm")
    const before = tokens.slice(0, Math.max(0, at)).some((t) => t.mask === mask.none && (t.info.flags & cls.my) !== 0)
    if ((content >= 0 && !direct) || before) return { whose: 'other', from: at, to: i + 1, sure: false }
  }
  return { whose: 'patient', from: at, to: i + 1, sure: true }
}

/** Everything in a statement that a narrator attributes to somebody. Linear in its words. */
export function attributions(tokens: readonly Token[], people: People | null): Attribution[] {
  const out: Attribution[] = []
  for (let i = 0; i < tokens.length; i++) {
    const info = tokens[i]?.info
    if (info === undefined) continue
    const found = info.kinds & (verb.report | verb.talk) && info.forms ? verbAttribution(tokens, i, people) : null
    const made = found ?? madeAttribution(tokens, i, people) ?? nounAttribution(tokens, i, people)
    if (made !== null) out.push(made)
  }
  return out
}
