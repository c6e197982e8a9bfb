import { isImperative, isName } from './clauses.ts'
import { weighRelative, weighWe } from './company.ts'
import { weighDeeds, weighOwn } from './deeds.ts'
import { against, isSelfObject, openScene, verbAfter } from './scene.ts'
import { weighCues } from './staff-cues.ts'
import type { Attribution } from './views.ts'
import type { Token } from './tokens.ts'
import type { VoiceContext } from './voice-words.ts'
import { cls, form, gistBits, verb } from './word-classes.ts'

/** A decision between the person and anyone else behind "I", "me", "my", "we". */
export interface SpeakerScore {
  first: boolean
  unsure: boolean
  says: string
  at: Token | undefined
  to: Token | undefined
}

const signature =
  /[-–—,(/]\s*(?:(?:[A-Z][\p{L}.'’-]*\s*){0,3}[,(]?\s*)(?:RMN|RGN|CPN|HCA|OT|SW|RC|SHO|RMNH|RNLD|RN|AMHP|Dr|Consultant|Nurse|Psychologist|Ward Manager|Social Worker|Doctor|Keyworker|Key Worker|Care Coordinator|Registrar|Staff Nurse|ST\d|CT\d|HCSW|Psychiatrist|Band \d|Pharmacist|Physio|Matron|Support Worker|Occupational Therapist|named nurse|primary nurse|key worker)\b[^.]*\.?\)?\s*$/u
const drSignature = /[-–—]\s*(?:Dr|Prof|S\/N|SN|CN|Sr)\.?\s+\p{Lu}[\p{L}'’-]*\s*(?:,.*)?$/u
/** Work that only staff do: said with "I" and nothing of one's own. */
const workRegister =
  /\b(?:as (?:the |his |her |their )?(?:care co-?ordinator|key ?worker|named nurse|primary nurse|lead professional|responsible clinician|duty \w+|nurse in charge)|funding (?:for|panel|application)|for the placement|in my absence|on my return (?:from leave)?|on nights|on shift|night shift|annual leave|caseload|risk of (?:relapse|suicide|self-harm|absconding|harm|violence|self-neglect|falls)|best interests?|capacity assessment|risk (?:assessment|formulation|management)|gate-?keep\w*|bed manager|discharge summary|tribunal report|social circumstances report|datix|systmone|\brio\b|t2|t3|soad|amhp|crisis team|duty (?:doctor|worker|team)|on[- ]call|handover|safeguarding (?:alert|referral|concern|lead)|raised (?:the|an) alarm|pulled the alarm|with a ligature|differential|mental state|nearest relative|next of kin|care programme|cpa paperwork|section papers|drug chart|medication chart|blister packs? for|ttos?|body map|news2? score|with good effect|physical obs|observation levels?|per protocol|as per plan|signs of (?:psychosis|relapse|distress)|no evidence of|evidence of psychosis|rapport|therapeutic relationship|formulation|supervision with|liaison|multi-?disciplinary|professionals meeting|strategy meeting|neutrophils?|qtc|egfr|u&es|lfts?|titration|(?:a )?trial of|plasma levels?|whil(?:e|st) (?:intervening|restraining|attempting)|tissue viability|pressure areas|left (?:a |him a |her a )?(?:message|voicemail) (?:with|for) the|unable to attend|apologies|benefits agency|housing officer|local authority|deep clean|clinical (?:notes|record|team|lead|opinion|impression))\b/i
/** A clinician's words put into the person's mouth. */
const selfState =
  /\bi (?:(?:can|may|will|often|sometimes|do|currently|continue to) )*(?:present|experience|display|exhibit|lack|require|become|am at (?:high |low |medium |increased )?risk|have (?:a (?:diagnosis|history)|poor|limited|no|little|been (?:non|assessed|sectioned|detained)))\b/i
const carerLead = /^(?:as|am|i'm|are|we're|caring|look|looked)$/
const carerOpening =
  /\b(?:as (?:his|her|their|\p{Lu}\p{L}*['’]s) (?:\p{L}+ )?(?:mum|mother|mam|dad|father|wife|husband|partner|son|daughter|sister|brother|carer|parents?|nan|gran|grandmother|aunt|uncle|niece|nephew|cousin|grandson|granddaughter|friend|neighbour|next of kin|nearest relative|guardian)|(?:i am|i'm|i’m|we are|we're|we’re) (?:his|her|their|\p{Lu}\p{L}*['’]s) (?:\p{L}+ ){0,2}(?:mum|mother|mam|dad|father|wife|husband|partner|son|daughter|sister|brother|carer|parents?|nan|gran|grandmother|aunt|uncle|niece|nephew|cousin|grandson|granddaughter|friend|neighbour|landlord|landlady|next of kin|nearest relative|guardian)(?!-)|as (?:the |a |main )?(?:nearest relative|next of kin|main carer|carer)\b|caring for (?:him|her)|look after (?:him|her)|looked after (?:him|her))\b/iu
/** What plans say a person will do: "Eve will use my coping plan". */
const planVerb =
  /^(?:attend|engage|comply|use|utilise|participate|adhere|express|approach|identify|maintain|follow|access|develop|refrain|complete|explore|discuss|accept|manage)$/
const careNoun =
  /^(?:coping|medication|care|named|treatment|plan|goals|keyworker|key|primary|mental|feelings|skills|strategies|meds|risk|safety|triggers|mood|tablets|recovery|thoughts|symptoms|distraction|sessions|therapy|1:1|behaviour|personal|physical|anxiety|dose|depot|injection|hygiene|illness|needs)$/
const formalStaff = /^(?:ext|extension|bleep|bleeped|x\d+|(?!(?:19|20)\d\d$)\d{4,})$/

/** Weighs who stands behind "I", "me", "my" or "we". Needs at least one such word among `open`. */
export function scoreFirstPerson(
  tokens: readonly Token[],
  open: readonly Token[],
  otherSaid: Attribution | undefined,
  context: VoiceContext,
  text: string,
  question: boolean,
): SpeakerScore {
  const scene = openScene(tokens, open, context, text)
  const { words, mine, hasI, hasMy, loose, nameToken, patientNamed } = scene
  const lead = words[0]
  const heads = (f: number): boolean => words.some((t) => (t.info.flags & f) !== 0)

  if (
    words.some((t) => t.word === 'know') &&
    !heads(cls.my) &&
    /\b(?:please )?let me know (?:if|when|whether|as soon)\b/i.test(text)
  )
    against(scene, 2, 'this is how staff write to each other', mine)
  if (
    hasI &&
    !hasMy &&
    /\b(?:as per|level \d|within the hour|with good effect|on call|at \d{1,2}[:.]?\d{2}|throughout|to the patient|with the patient|next of kin|nearest relative|mdt)\b/i.test(
      text,
    )
  )
    against(scene, 2, 'this is how staff write of their work', mine)
  if (
    hasI &&
    words.some((t) => (t.info.gist & gistBits.register) !== 0) &&
    (!hasMy || /\bmy (?:absence|caseload|shift|colleagues?)\b/i.test(text)) &&
    workRegister.test(text)
  )
    against(scene, selfState.test(text) ? 0.5 : 3, 'this is how staff write of their work', mine)
  if (context.setting === 'carer') against(scene, 5, 'it stands under a carer’s heading', mine)
  else if (context.setting === 'staff') against(scene, 4, 'it stands under a staff heading or author', mine)
  else if (context.setting === 'patient') scene.first += 4
  if (/[-–—,(/]/.test(text) && (signature.test(text) || drSignature.test(text)))
    against(scene, 8, 'a member of staff has signed it', words.at(-1))
  if (
    words.some((t) => (t.info.flags & (cls.heShe | cls.relation)) !== 0) &&
    words.some((t) => carerLead.test(t.word)) &&
    carerOpening.test(text)
  )
    against(scene, hasSelfCare(words) ? 1 : 5, 'a relative or carer speaks', mine)

  // "patient", "client" said by somebody who is not one.
  const patient = words.find(
    (t) => (t.info.flags & cls.patient) !== 0 && t.word !== 'individual' && t.word !== 'inpatient',
  )
  if (patient !== undefined)
    against(
      scene,
      /s$/.test(patient.word) ||
        (patient.word === 'patient' && /\b(?:a|another|other|each|every|the other) patient\b/i.test(text))
        ? 1
        : 4,
      'it speaks of the patient as another person',
      patient,
    )

  if (
    patientNamed !== undefined &&
    !/\b(?:call(?:ed)? me|my name|i['’]?m|i am|known as|nickname|name is)\b/i.test(text)
  )
    against(scene, 4, 'it speaks of the person by name', patientNamed)
  if (loose !== undefined) {
    const i = tokens.indexOf(loose)
    const actsOnMe =
      (loose.word === 'he' || loose.word === 'she' || loose.word === "he's" || loose.word === "she's") &&
      (tokens.slice(i + 1, i + 7).some((t) => (t.info.flags & (cls.me | cls.my)) !== 0) ||
        tokens.slice(i + 7, i + 12).some((t) => (t.info.flags & cls.me) !== 0))
    if (actsOnMe) {
      scene.first += 1
      const often = words.filter((t) => (t.info.flags & cls.heShe) !== 0).length
      if (often > 1 && !hasI && !words.some((t) => (t.info.flags & cls.my) !== 0))
        against(scene, 2.5, 'a relative or carer speaks of the person', loose)
    } else
      against(
        scene,
        hasMy && !heads(cls.i) ? 2 : 3.5,
        'it speaks of “' + loose.word + '” with no one else named: the person',
        loose,
      )
    // "He is all I've got… before anybody moves him": somebody speaks of him throughout.
    if (!actsOnMe && hasI && !hasMy && words.filter((t) => (t.info.flags & cls.heShe) !== 0).length > 1)
      against(scene, 1.5, 'a relative or carer speaks of the person', loose)
  }

  // "Warn me before you touch my arm": who asks staff for themselves.
  if (
    lead !== undefined &&
    hasMy &&
    isImperative(words, 0) &&
    words.slice(1, 4).some((t) => (t.info.flags & cls.me) !== 0)
  )
    scene.first += 2
  weighDeeds(scene)
  weighOwn(scene)
  weighCues(scene)
  if (!hasI && words.some((t) => formalStaff.test(t.word)))
    against(scene, 3, 'it gives staff a number to call', words.at(-1))
  if (
    loose !== undefined &&
    lead !== undefined &&
    isImperative(words, 0) &&
    !hasI &&
    !words.some((t) => (t.info.flags & cls.my) !== 0)
  )
    against(scene, 2, 'this is an instruction to staff', lead)

  // Find and replace: a third-person subject with "my" care words.
  const subject = words.findIndex((t) => (t.info.flags & (cls.patient | cls.heShe)) !== 0 || isName(t))
  if (subject === 0 && hasMy) {
    const my = words.findIndex((t) => (t.info.flags & cls.my) !== 0)
    const k = my >= 0 ? words[my + 1] : undefined
    const modal = words
      .slice(1, 4)
      .some((t) => (t.info.flags & cls.modal) !== 0 || t.word === 'to' || (t.info.forms & form.s) !== 0)
    if (
      my > 0 &&
      k !== undefined &&
      modal &&
      !hasI &&
      (careNoun.test(k.word) || words.slice(1, 4).some((t) => planVerb.test(t.info.lemma)))
    )
      against(scene, 4.5, 'a name stands where “I” was: text copied from another plan?', words[0], k)
    else if (patientNamed !== undefined && modal && my > 0)
      against(scene, 2, 'a name stands where “I” was: text copied from another plan?', words[0], k)
  }
  if (lead !== undefined && (lead.info.flags & cls.staff) !== 0 && words[1]?.word === 'to' && !hasI)
    against(scene, hasMy ? 3 : 1, 'it says what staff are to do', lead, words[1])

  weighRelative(scene)
  weighWe(scene)

  if (heads(cls.you) && hasI && !hasMy) {
    if (
      context.letter ||
      /\b(?:your (?:gp|progress|dose|medication|appointment|care|referral|letter|next)|saw you|seeing you|write to you|written to your|grateful if you)\b/i.test(
        text,
      )
    )
      against(scene, 4, 'it is written to the person or to a colleague', mine)
  }
  if (context.letter) against(scene, hasMy ? 3 : 6, 'it stands in a letter from staff', mine)
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
    against(scene, 2.5, 'this is what staff do', mine)
  if (
    !hasMy &&
    /\b(?:risk of (?:absconding|suicide|self-harm|relapse|violence)|no evidence of|presentation|differential|moderate depressive|impression)\b/i.test(
      text,
    ) &&
    /\b(?:concerned|my (?:opinion|impression)|i (?:remain|feel that|believe that))\b/i.test(text)
  )
    against(scene, 2.5, 'this is how clinicians put it', mine)
  if (otherSaid !== undefined && !hasI)
    against(
      scene,
      hasMy ? 0.5 : 2,
      'these are the words of someone other than the person',
      tokens[otherSaid.from],
      tokens[otherSaid.to - 1],
    )
  if (question && hasMy) scene.first += 1
  if (hasI && heads(cls.heShe) && /\b(?:since he|since she|known (?:him|her))\b/i.test(text))
    against(scene, 2, 'it speaks of the person', mine)

  const { first, other, says, at, to } = scene
  // A staff note taken for the person's words is the worse mistake: when the evidence is even, it is not theirs.
  const isFirst = other === 0 || first > other
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
