import { isImperative, isName } from './clauses.ts'
import type { Attribution } from './reported.ts'
import { antecedent, bare } from './subjects.ts'
import { mask, type Token } from './tokens.ts'
import type { VoiceContext } from './voice.ts'
import { cls, form, verb } from './vocabulary.ts'

/** A decision between the person and anyone else behind "I", "me", "my", "we". */
export interface SpeakerScore {
  first: boolean
  unsure: boolean
  says: string
  at: Token | undefined
  to: Token | undefined
}

const own = cls.i | cls.me | cls.my
const signature =
  /[-–—,(/]\s*(?:(?:[A-Z][\p{L}.'’-]*\s*){0,3}[,(]?\s*)(?:RMN|RGN|CPN|HCA|OT|SW|RC|SHO|RMNH|RNLD|RN|AMHP|Dr|Consultant|Nurse|Psychologist|Ward Manager|Social Worker|Doctor|Keyworker|Key Worker|Care Coordinator|Registrar|Staff Nurse|ST\d|CT\d|HCSW|Psychiatrist|Band \d|Pharmacist|Physio|Matron|Support Worker|Occupational Therapist|named nurse|primary nurse|key worker)\b[^.]*\.?\)?\s*$/u
const drSignature = /[-–—]\s*(?:Dr|Prof|S\/N|SN|CN|Sr)\.?\s+\p{Lu}[\p{L}'’-]*\s*(?:,.*)?$/u
const carerOpening =
  /\b(?:as (?:his|her|their|\p{Lu}\p{L}*['’]s) (?:\p{L}+ )?(?:mum|mother|mam|dad|father|wife|husband|partner|son|daughter|sister|brother|carer|parents?|nan|gran|grandmother|aunt|uncle|friend|nearest relative|guardian)|(?:i am|i'm|i’m|we are|we're|we’re) (?:his|her|their|\p{Lu}\p{L}*['’]s) (?:\p{L}+ ){0,2}(?:mum|mother|mam|dad|father|wife|husband|partner|son|daughter|sister|brother|carer|parents?|nan|gran|grandmother|aunt|uncle|nearest relative|guardian)|as (?:the |a |main )?(?:nearest relative|next of kin|main carer|carer)\b|caring for (?:him|her)|look after (?:him|her)|looked after (?:him|her))\b/iu
const illness =
  /^(?:settle|settles|settled|anxious|upset|distressed|medication|meds|tablets|unwell|ill|self-harm|self-harms|relapse|relapses|hides|hide|sleeps|sleep|eats|eat|needs|need|gets|loves|likes|hates|struggles|bottles|prefers|hears|voices|appointments|overwhelmed|agitated|discharged|discharge|ward|hospital|confused|forgets|wanders|becomes|refuses|stops|paces|cries|calms|calm|safe)$/
const shiftWord =
  /^(?:colleague|colleagues|shift|caseload|clinic|impression|formulation|supervisor|recommendation|recommendations|handover|findings|patients|examination|opinion|assessment|concern|concerns|entry|understanding)$/
const careNoun =
  /^(?:coping|medication|care|named|treatment|plan|goals|keyworker|key|primary|mental|feelings|skills|strategies|meds|risk|safety|triggers|mood|tablets|recovery|thoughts|symptoms|distraction|sessions|therapy|1:1|behaviour|personal|physical|anxiety|dose|depot|injection|hygiene|illness|needs)$/
const formalStaff = /^(?:ext|extension|bleep|bleeped|x\d+|\d{4,})$/
const sharedWord =
  /^(?:married|engaged|flat|house|wedding|dog|cat|dogs|cats|kids|bed|holiday|football|lads|together|mam|band|whippets|baby)$/
const staffWeNoun =
  /^(?:team|service|ward|unit|records|clinic|policy|notes|plan|staff|psychologist|consultant|crisis|duty|reception|occupational|pharmacist|mdt|trust|assessment|letter|recommendation|plans|intention|aim|concern|concerns|doctor|nurses|social|department|caseload|office|contact)$/
const interactVerb =
  /^(?:take|sit|meet|see|speak|discuss|visit|ask|encourage|help|support|escort|accompany|walk|offer|assist|prompt|review|assess|observe|spend|explain|give|call|ring|phone|book|refer|introduce|work|talk|contact|inform|remind|show|advise)$/

const isSelfObject = (tokens: readonly Token[], from: number): boolean =>
  tokens.slice(from, from + 7).some((t) => (t.info.flags & (cls.me | cls.my)) !== 0)

function verbAfter(tokens: readonly Token[], i: number): number {
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

/** Weighs who stands behind "I", "me", "my" or "we". Needs at least one such word among `open`. */
export function scoreFirstPerson(
  tokens: readonly Token[],
  open: readonly Token[],
  otherSaid: Attribution | undefined,
  context: VoiceContext,
  text: string,
  question: boolean,
): SpeakerScore {
  let first = 0
  let other = 0
  let says = ''
  let at: Token | undefined
  let to: Token | undefined
  let best = 0
  const mine = open.find((t) => (t.info.flags & (own | cls.we | cls.our)) !== 0)
  const against = (weight: number, why: string, from: Token | undefined, until: Token | undefined = from): void => {
    other += weight
    if (weight > best) {
      best = weight
      says = why
      at = from
      to = until
    }
  }
  const hasI = open.some((t) => (t.info.flags & cls.i) !== 0)
  const hasMy = open.some((t) => (t.info.flags & (cls.me | cls.my)) !== 0)
  const words = open
  const lead = words[0]
  const heads = (f: number): boolean => words.some((t) => (t.info.flags & f) !== 0)

  if (
    /\b(?:please )?let me know (?:if|when|whether|as soon)\b/i.test(text) &&
    !words.some((t) => (t.info.flags & cls.my) !== 0)
  )
    against(2, 'this is how staff write to each other', mine)
  if (
    hasI &&
    !hasMy &&
    /\b(?:as per|level \d|within the hour|with good effect|on call|at \d{1,2}[:.]?\d{2}|throughout|to the patient|with the patient|next of kin|nearest relative|mdt)\b/i.test(
      text,
    )
  )
    against(2, 'this is how staff write of their work', mine)
  if (context.setting === 'carer') against(5, 'it stands under a carer’s heading', mine)
  else if (context.setting === 'staff') against(4, 'it stands under a staff heading or author', mine)
  else if (context.setting === 'patient') first += 4
  if (/[-–—,(/]/.test(text) && (signature.test(text) || drSignature.test(text)))
    against(8, 'a member of staff has signed it', words.at(-1))
  if (words.some((t) => (t.info.flags & (cls.heShe | cls.relation)) !== 0) && carerOpening.test(text))
    against(hasSelfCare(words) ? 1 : 5, 'a relative or carer speaks', mine)

  // "patient", "client" said by somebody who is not one.
  const patient = words.find(
    (t) => (t.info.flags & cls.patient) !== 0 && t.word !== 'individual' && t.word !== 'inpatient',
  )
  if (patient !== undefined)
    against(
      /s$/.test(patient.word) ||
        (patient.word === 'patient' && /\b(?:a|another|other|each|every|the other) patient\b/i.test(text))
        ? 1
        : 4,
      'it speaks of the patient as another person',
      patient,
    )

  // He or she with nobody named before: the person the plan is about.
  let loose: Token | undefined
  for (let i = 0; i < tokens.length; i++) {
    const t = tokens[i]
    if (t === undefined || t.mask !== mask.none || (t.info.flags & cls.heShe) === 0) continue
    if (antecedent(tokens, i, context.people) < 0) {
      loose = t
      break
    }
  }
  const nameToken = tokens.find((t, i) => t.mask === mask.none && isName(t) && !isPlaceLike(tokens, i))
  const patientNamed =
    context.people === null
      ? undefined
      : tokens.find((t) => t.mask === mask.none && t.capital && context.people?.patientNames.has(bare(t.word)))
  if (
    patientNamed !== undefined &&
    !/\b(?:call(?:ed)? me|my name|i['’]?m|i am|known as|nickname|name is)\b/i.test(text)
  )
    against(4, 'it speaks of the person by name', patientNamed)
  if (loose !== undefined) {
    const i = tokens.indexOf(loose)
    const actsOnMe =
      (loose.word === 'he' || loose.word === 'she' || loose.word === "he's" || loose.word === "she's") &&
      tokens.slice(i + 1, i + 7).some((t) => (t.info.flags & (cls.me | cls.my)) !== 0)
    if (actsOnMe) {
      first += 1
      const often = words.filter((t) => (t.info.flags & cls.heShe) !== 0).length
      if (often > 1 && !hasI && !words.some((t) => (t.info.flags & cls.my) !== 0))
        against(2.5, 'a relative or carer speaks of the person', loose)
    } else
      against(
        hasMy && !heads(cls.i) ? 2 : 3.5,
        'it speaks of “' + loose.word + '” with no one else named: the person',
        loose,
      )
  }

  // What "I" does.
  for (let i = 0; i < words.length; i++) {
    const t = words[i]
    if (t === undefined || (t.info.flags & cls.i) === 0) continue
    first += 1
    const k = verbAfter(words, i)
    const v = k > 0 ? words[k] : undefined
    if (v === undefined) continue
    const object = words[k + 1]
    const next = words.slice(k + 1, k + 6)
    const self = isSelfObject(words, k + 1)
    const aboutOther = next.some(
      (x) =>
        (x.info.flags & (cls.heShe | cls.patient)) !== 0 ||
        (isName(x) &&
          (context.people === null ||
            context.people.patientNames.size === 0 ||
            context.people.patientNames.has(bare(x.word)))) ||
        x.word === 'mr' ||
        x.word === 'mrs' ||
        x.word === 'ms',
    )
    const toYou = next.some((x) => (x.info.flags & cls.you) !== 0)
    const passive =
      words.slice(i, k).some((x) => (x.info.flags & cls.be) !== 0) && (v.info.forms & form.participle) !== 0
    if (passive) {
      if (
        /^(?:allocate|ask|bleep|call|inform|request)$/.test(v.info.lemma) &&
        /\b(?:named nurse|keyworker|review|assess|attend by|to see)\b/i.test(text) &&
        !hasMy
      )
        against(2.5, 'this is what staff do', t, v)
      else first += 1
      continue
    }
    if (v.info.kinds & verb.staff) {
      if (self) first += 1.5
      else if (aboutOther) against(3, 'this is what staff do', t, v)
      else if (object !== undefined && staffObject(words, k)) against(2.5, 'this is what staff do', t, v)
      else if (toYou) against(2, 'this is what staff do', t, v)
      else if (
        /^(?:prescribe|administer|titrate|liaise|clerk|signpost|de-escalate|upload|chase|commence|countersign|rescind|medicate|discharge|triage|allocate|facilitate)$/.test(
          v.info.lemma,
        )
      )
        against(2.5, 'this is what staff do', t, v)
      else if (v.info.kinds & verb.self) first += 1
    } else if (v.info.kinds & verb.staffSoft) {
      const firstName = next.find(
        (x) => isName(x) && (x.info.flags & cls.name) !== 0 && (x.info.flags & cls.staff) === 0,
      )
      const relationBefore =
        firstName !== undefined &&
        words.some(
          (x) =>
            x.end < firstName.start && x.start >= v.start && (x.info.flags & (cls.relation | cls.staff | cls.my)) !== 0,
        )
      const patientLike =
        firstName !== undefined &&
        !relationBefore &&
        !self &&
        interactVerb.test(v.info.lemma) &&
        (v.info.forms & form.past) !== 0 &&
        !hasMy
      if (patientLike && context.people === null)
        against(2.2, 'this is what staff do with a person they name', t, firstName)
      else if (toYou && !self) against(2, 'it is said to the person', t, v)
      else if (
        staffObject(words, k) &&
        !self &&
        !hasMy &&
        ((v.info.forms & (form.past | form.participle)) !== 0 || loose !== undefined)
      )
        against(1.8, 'this is what staff do', t, v)
      if (v.info.kinds & verb.self && !(staffObject(words, k) && !hasMy && (v.info.forms & form.base) === 0))
        first += 1.5
    } else if (v.info.kinds & verb.self || !(v.info.kinds & verb.weStaff)) first += 1.5
    if (v.info.lemma === 'remain' && next.some((x) => /^concern/.test(x.word)))
      against(2.5, 'this is how staff put a concern', t, v)
    if (v.info.lemma === 'visit' && !hasMy && loose !== undefined) against(1, 'a visitor speaks', t, v)
  }

  // What "my" and "me" go with.
  for (let i = 0; i < words.length; i++) {
    const t = words[i]
    if (t === undefined) continue
    if (t.info.flags & cls.my) {
      const next = words[i + 1]
      if (next === undefined) continue
      if (
        shiftWord.test(next.word) ||
        next.word === 'clinical' ||
        (next.word === 'next' && words[i + 2]?.word === 'visit') ||
        next.word === 'patient' ||
        (/^(?:visit|letter|note|notes|report)$/.test(next.word) && loose !== undefined)
      ) {
        against(
          /^(?:opinion|concern|concerns|assessment|understanding)$/.test(next.word)
            ? loose !== undefined || /\b(?:evidence|psychosis|risk|presentation|clinical|diagnosis)\b/i.test(text)
              ? 3
              : 0.5
            : 3,
          'this is how staff write of their work',
          t,
          next,
        )
      } else first += next.info.flags & cls.relation ? 1.5 : 1
    } else if (t.info.flags & cls.me) {
      if (
        words[i - 1]?.word === 'by' &&
        /^(?:review|complete|assess|see|write|sign|update)/.test(words[i - 2]?.info.lemma ?? '')
      )
        against(3, 'this is what staff do', t)
      else if (
        /^(?:or|and)$/.test(words[i + 1]?.word ?? '') &&
        words.slice(i + 2, i + 4).some((x) => /^(?:dr|mr|mrs|ms)$/.test(x.word) || (x.info.flags & cls.staff) !== 0)
      )
        against(2.5, 'a colleague of staff speaks', t)
      else first += 1
    }
    if (t.info.flags & cls.casual) first += 0.5
  }
  if (words.some((t) => formalStaff.test(t.word)) && !hasI) against(3, 'it gives staff a number to call', words.at(-1))
  if (
    loose !== undefined &&
    lead !== undefined &&
    isImperative(words, 0) &&
    !hasI &&
    !words.some((t) => (t.info.flags & cls.my) !== 0)
  )
    against(2, 'this is an instruction to staff', lead)

  // Find and replace: a third-person subject with "my" care words.
  const subject = words.findIndex((t) => (t.info.flags & (cls.patient | cls.heShe)) !== 0 || isName(t))
  if (subject === 0 && hasMy) {
    const my = words.findIndex((t) => (t.info.flags & cls.my) !== 0)
    const k = my >= 0 ? words[my + 1] : undefined
    const modal = words
      .slice(1, 4)
      .some((t) => (t.info.flags & cls.modal) !== 0 || t.word === 'to' || (t.info.forms & form.s) !== 0)
    if (my > 0 && k !== undefined && careNoun.test(k.word) && modal)
      against(4.5, 'a name stands where “I” was: text copied from another plan?', words[0], k)
    else if (patientNamed !== undefined && modal && my > 0)
      against(2, 'a name stands where “I” was: text copied from another plan?', words[0], k)
  }
  if (lead !== undefined && (lead.info.flags & cls.staff) !== 0 && words[1]?.word === 'to' && !hasI)
    against(hasMy ? 3 : 1, 'it says what staff are to do', lead, words[1])

  // A relative who speaks of "my son": the son is the subject throughout.
  const myRelation = words.findIndex(
    (t, i) =>
      (t.info.flags & (cls.my | cls.our)) !== 0 &&
      ((words[i + 1]?.info.flags ?? 0) & cls.relation) !== 0 &&
      /^(?:son|daughter|husband|wife|brother|sister|mum|mother|dad|father|partner|nan|gran|boy|girl|grandson|granddaughter|nephew|niece)$/.test(
        words[i + 1]?.word ?? '',
      ),
  )
  if (myRelation >= 0 && myRelation <= 2) {
    const rest = words.slice(myRelation + 2)
    const selfElsewhere = rest.some((t) => (t.info.flags & own) !== 0)
    const himself = rest.some((t) => (t.info.flags & cls.heShe) !== 0)
    const signs = rest.filter((t) => illness.test(t.word)).length
    const singular = words[myRelation]?.word === 'our'
    if (!selfElsewhere && signs > 0 && (himself || signs > 1 || singular))
      against(4, 'a relative speaks of the person', words[myRelation], words[myRelation + 1])
    else if (singular && himself && !selfElsewhere)
      against(3.5, 'a relative speaks of the person', words[myRelation], words[myRelation + 1])
  }

  // "We" and "our".
  for (let i = 0; i < words.length; i++) {
    const t = words[i]
    if (t === undefined || !(t.info.flags & (cls.we | cls.our))) continue
    if (t.info.flags & cls.our) {
      const next = words[i + 1]
      if (t.word === 'us') {
        if (
          hasMy ||
          hasI ||
          !(
            loose !== undefined ||
            heads(cls.patient) ||
            nameToken !== undefined ||
            /\b(?:contact|call|ring|tell|let) us\b/i.test(text)
          )
        )
          first += 1
        else against(2, '“us” is the team or the family', t)
      } else if (next !== undefined && (staffWeNoun.test(next.word) || staffWeNoun.test(words[i + 2]?.word ?? '')))
        against(3, '“our” is the team’s', t, next)
      else
        first +=
          next !== undefined && (isName(next) || next.info.flags & cls.relation) && loose === undefined ? 1.5 : 0.5
      continue
    }
    const k = verbAfter(words, i)
    const v = k > 0 ? words[k] : undefined
    const couple = words.slice(0, i).some((x) => (x.info.flags & cls.relation) !== 0) && loose === undefined
    const clinic = v !== undefined && (v.info.kinds & verb.staff) !== 0 && !(v.info.kinds & verb.self)
    const shared = (!(clinic && !couple && !hasI) && words.some((x) => sharedWord.test(x.word))) || couple || hasI
    const future =
      (t.info.flags & cls.modal) !== 0 || words.slice(i + 1, k).some((x) => (x.info.flags & cls.modal) !== 0)
    if (hasMy && !words.slice(0, i).some((x) => (x.info.flags & cls.staff) !== 0 && false)) {
      first += 1.5
      continue
    }
    if (heads(cls.you) && !hasI) {
      against(3, '“we” is the team, speaking to the person', t, v)
      continue
    }
    if (v !== undefined && v.info.kinds & (verb.weStaff | verb.staff) && (!shared || loose !== undefined)) {
      const about = words.slice(k + 1).some((x) => (x.info.flags & (cls.heShe | cls.patient)) !== 0 || isName(x))
      against(
        future || about || v.info.kinds & verb.clinical || v.info.kinds & verb.staff ? 3 : 2,
        '“we” is the team',
        t,
        v,
      )
    } else if (
      v === undefined &&
      words.slice(i + 1).some((x) => /^(?:concerned|worried|mdt|meeting|unable|planning|aware)$/.test(x.word))
    )
      against(2.5, '“we” is the team', t)
    else first += shared ? 2 : 1
    if (/\bmdt\b|\bward round every\b/i.test(text)) against(1.5, '“we” is the team', t)
  }

  if (heads(cls.you) && hasI && !hasMy) {
    if (
      context.letter ||
      /\b(?:your (?:gp|progress|dose|medication|appointment|care|referral|letter|next)|saw you|seeing you|write to you|written to your|grateful if you)\b/i.test(
        text,
      )
    )
      against(4, 'it is written to the person or to a colleague', mine)
  }
  if (
    /\b(?:i would be grateful|i am writing|i have written|many thanks for|thank you for referring|i look forward to (?:seeing|hearing)|i enclose|i reviewed|i saw (?:this|mr|mrs|ms))\b/i.test(
      text,
    )
  )
    against(3.5, 'this is how staff write letters', mine)
  if (context.letter && hasI) against(2, 'it stands in a letter from staff', mine)
  if (
    hasI &&
    !hasMy &&
    patient === undefined &&
    (loose === undefined || nameToken !== undefined) &&
    /\b(?:the (?:notes|ward team|risk assessment|mdt|night nurse|day staff|on-call|duty doctor|crisis team|gp|care coordinator|pharmacy|ttos?)|(?:risk assessment|care plan|capacity assessment|ttos|rio|systmone|datix|handed over|section 17 form|prn|ward round with)\b)/i.test(
      text,
    ) &&
    words.some((t) => t.info.flags & cls.i && staffAct(words, words.indexOf(t)))
  )
    against(2.5, 'this is what staff do', mine)
  if (
    /\b(?:risk of (?:absconding|suicide|self-harm|relapse|violence)|no evidence of|presentation|differential|moderate depressive|impression)\b/i.test(
      text,
    ) &&
    !hasMy &&
    /\b(?:concerned|my (?:opinion|impression)|i (?:remain|feel that|believe that))\b/i.test(text)
  )
    against(2.5, 'this is how clinicians put it', mine)
  if (otherSaid !== undefined && !hasI)
    against(
      hasMy ? 0.5 : 2,
      'these are the words of someone other than the person',
      tokens[otherSaid.from],
      tokens[otherSaid.to - 1],
    )
  if (question && hasMy) first += 1
  if (hasI && /\b(?:since he|since she|known (?:him|her))\b/i.test(text)) against(2, 'it speaks of the person', mine)

  const isFirst = first >= other
  const unsure = Math.abs(first - other) < 1.01 && other > 0
  return isFirst
    ? {
        first: true,
        unsure,
        says: unsure
          ? `“${mine?.word ?? 'I'}” may be the person or someone else`
          : `“${display(mine)}” is the person, and no one else is named as the speaker`,
        at: mine,
        to: mine,
      }
    : { first: false, unsure, says, at: at ?? mine, to: to ?? at ?? mine }
}

const display = (token: Token | undefined): string =>
  token === undefined ? 'I' : token.word === 'i' ? 'I' : token.word
const hasSelfCare = (words: readonly Token[]): boolean =>
  words.some((t) => (t.info.flags & cls.me) !== 0) && !words.some((t) => (t.info.flags & cls.heShe) !== 0)

function staffAct(words: readonly Token[], i: number): boolean {
  const k = verbAfter(words, i)
  const v = words[k]
  return v !== undefined && (v.info.kinds & (verb.staff | verb.staffSoft)) !== 0 && !isSelfObject(words, k + 1)
}

/** A capitalised word that is a place or a thing more than a person: after "at", "in", "the", or part of a longer name. */
function isPlaceLike(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  if (before === undefined || tokens[i]?.gap !== '') return false
  return /^(?:at|in|on|near|the|from|outside|to|round)$/.test(before.word)
}

const clinicalObject =
  /^(?:relative|relatives|kin|nok|carer|carers|bathroom|notes|plan|assessment|risk|risks|bloods|ecg|medication|dose|leave|section|rights|review|referral|prn|observations|obs|capacity|mse|mdt|careplan|ttos|tto|chart|charts|paperwork|lorazepam|olanzapine|clozapine|benefits|form|cpa|pharmacy|team|safeguarding|consultant|family|parents|father|mother|records|tribunal|report|staff|ward|option|options|support|1:1|time|reassurance|crisis|officer|debrief|handover|incident|gp|duty|shift|night)$/

function staffObject(words: readonly Token[], k: number): boolean {
  const span = words.slice(k + 1, k + 6)
  return span.some((t) => clinicalObject.test(bare(t.word)) || (t.info.flags & (cls.heShe | cls.patient)) !== 0)
}

const feeling =
  /^(?:anxious|angry|scared|upset|tired|low|lonely|bored|nervous|panicky|worked|wound|down|frightened|stressed|jumpy|sad|really|so|very|dead|proper|confused|muddled|frustrated|overwhelmed|agitated|depressed|a|like|as|sick|better|worse|safe|that|the|ill|unwell|high|weird|funny|rough|lost|on|paranoid|wobbly|dizzy|awful|good|ok|okay|fine)$/
const afterDont =
  /^(?:like|want|know|trust|feel|need|think|believe|get|have|see|sleep|eat|understand|remember|hear|wanna|care|go|do|always|really|mind|fancy|even|deserve|belong|agree|enjoy|cope)$/
const adverbLead =
  /^(?:just|really|still|also|sometimes|often|always|only|mostly|usually|never|so|and|but|well|now|yes|no|honestly|please|mainly)$/
const requestLead = /^(?:please|pls|plz)$/

/** Reads the person's voice where no pronoun gives it: a dropped "I", a request, a plea. Null when it does not sound so. */
export function scorePatientWithoutPronoun(
  tokens: readonly Token[],
  context: VoiceContext,
  question: boolean,
  text: string,
): { says: string; at: Token | undefined; unsure: boolean } | null {
  const open = tokens.filter((t) => t.mask === mask.none)
  let i = 0
  while (i < open.length - 1 && adverbLead.test(open[i]?.word ?? '') && !requestLead.test(open[i]?.word ?? '')) i++
  const v = open[i]
  if (v === undefined) return null
  const next = open[i + 1]
  const another =
    open.some((t) => (t.info.flags & (cls.heShe | cls.patient)) !== 0) ||
    (context.people !== null && open.some((t) => t.capital && context.people?.patientNames.has(bare(t.word))))
  const dropped = (sure: boolean): { says: string; at: Token; unsure: boolean } => ({
    says: `“${text.slice(v.start, v.end)}” with “I” left out`,
    at: v,
    unsure: !sure,
  })
  if (question)
    return open.some((t) => /^(?:someone|somebody|anyone|anybody)$/.test(t.word)) && !another
      ? { says: 'a question the person asks', at: v, unsure: true }
      : open.some((t) => t.word === 'you') && /^(?:can|could|will|why)$/.test(v.word) && !another
        ? { says: 'a question the person asks', at: v, unsure: true }
        : null
  if (another && !/^(?:miss|love|hate|want|dont|don't)$/.test(v.word)) return null
  if (requestLead.test(v.word)) {
    const lemma = next?.info.lemma ?? ''
    if (
      another ||
      next === undefined ||
      next.info.kinds & verb.clinical ||
      /^(?:see|find|refer|note|ensure|read|sign|complete|attach|use|return|contact|ask|remember|bring|call|ring|encourage|be)$/.test(
        lemma,
      )
    )
      return null
    if (open.some((t) => (t.info.flags & cls.staff) !== 0 && t.word !== 'staff')) return null
    return { says: 'a request to staff', at: v, unsure: true }
  }
  if (
    !(v.info.kinds & verb.dropped) &&
    !/^(?:don't|dont|can't|cant|carnt|cannot|am|gonna|gotta|wanna|dunno|haven't|havent|sick|fed)$/.test(v.word)
  )
    return null
  if (next === undefined) return null
  if (another && !/^(?:miss|love|hate|want)$/.test(v.word)) return null
  const { word } = v
  if (v.info.forms !== 0 && !(v.info.forms & form.base)) return null
  if (/^(?:sick|fed)$/.test(word)) return next.word === 'of' || next.word === 'up' ? dropped(true) : null
  if (word === 'am') return dropped(true)
  if (/^(?:don't|dont)$/.test(word))
    return afterDont.test(next.word) && !(next.word === 'do' || (next.word === 'go' && false)) ? dropped(true) : null
  if (/^(?:can't|cant|carnt|cannot)$/.test(word)) {
    if (next.word === 'be' || another) return null
    return dropped(word !== 'cannot')
  }
  if (/^(?:gonna|gotta|wanna|dunno|haven't|havent|dread|dislike|crave)$/.test(word)) return dropped(true)
  if ((next.info.flags & cls.be && !/^(?:being|been)$/.test(next.word)) || next.info.flags & cls.modal) return null
  if (next.gap !== '') return null
  if (/^(?:want|hate|love|miss|fancy|wish)$/.test(word))
    return /^(?:of|and|list)$/.test(next.word) ? null : dropped(true)
  if (word === 'need')
    return open.some((t, k) => k > 0 && (t.info.kinds & verb.clinical) !== 0 && open[k - 1]?.word === 'to') ||
      (next.info.flags & (cls.preposition | cls.adverb) && next.word !== 'to') ||
      next.info.forms & form.ing
      ? null
      : /^(?:to|my|a|someone|somebody|more|some|help|time|space)$/.test(next.word)
        ? dropped(false)
        : null
  if (word === 'feel') return feeling.test(next.word) ? dropped(true) : null
  if (word === 'get')
    return feeling.test(next.word) && !/^(?:a|the|as|like|that|on|better|down|so|down)$/.test(next.word)
      ? dropped(true)
      : null
  if (word === 'keep')
    return next.info.forms & form.ing && !/^(?:taking|monitoring|encouraging|offering|trying)$/.test(next.word)
      ? dropped(true)
      : null
  if (word === 'find')
    return open
      .slice(i + 1)
      .some((t) => /^(?:hard|difficult|easier|tough|helpful|scary|boring|tricky|impossible)$/.test(t.word))
      ? dropped(true)
      : null
  if (word === 'have')
    return /^(?:been|got|always|never|no|to|had|nothing|nobody|nightmares|felt|lost)$/.test(next.word)
      ? dropped(true)
      : null
  if (word === 'hear') return dropped(true)
  if (word === 'like')
    return next.info.forms & form.ing || /^(?:to|the|it|when|having|being|my|people)$/.test(next.word)
      ? dropped(true)
      : null
  if (word === 'live') return /^(?:with|in|alone|on|at)$/.test(next.word) ? dropped(true) : null
  if (word === 'think') return next.word === 'about' ? null : dropped(true)
  if (word === 'sleep') return /^(?:better|badly|with|all|through|in|on)$/.test(next.word) ? dropped(false) : null
  if (word === 'wake') return next.word === 'up' && open.length > 3 ? dropped(false) : null
  if (/^(?:hope|prefer|enjoy|worry|struggle|suffer|cry|panic|know|believe|lose|shake|trust)$/.test(word))
    return /^(?:of|and|for|list)$/.test(next.word) && word !== 'hope'
      ? null
      : dropped(!/^(?:trust|panic|know|believe|shake|lose|cry|hope)$/.test(word))
  return null
}
