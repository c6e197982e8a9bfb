import { chimeConcepts, type ChimeConcept } from '../vocabulary.ts'
import { dialogDomains, needs, type DialogDomain, type Need } from './concepts.ts'
import { isImperative, isName, isNounToo } from './clauses.ts'
import { bare, type People } from './subjects.ts'
import { mask, type Token } from './tokens.ts'
import { cls, form, gistBits } from './word-classes.ts'
import type { VoiceReading } from './voice.ts'
import type { Voice } from './voice-words.ts'

/** Words that made a statement touch a need, a CHIME concept or a DIALOG domain (UTF-16 offsets, end exclusive). */
export interface Trigger {
  touches: Need | ChimeConcept | DialogDomain
  start: number
  end: number
  /** The words name it only loosely. */
  weak: boolean
}

/** What a statement touches. */
export interface TouchReading {
  needs: Need[]
  chime: ChimeConcept[]
  dialog: DialogDomain[]
  triggers: Trigger[]
}

const contactVerb =
  /^(?:see|visit|contact|ring|phone|call|miss|live|meet|invite|involve|marry|write|video|facetime|join|reunite|reconnect|marry|divorce|stay)$/

function phraseFits(tokens: readonly Token[], i: number, rest: readonly string[], open: boolean): boolean {
  for (let k = 0; k < rest.length; k++) {
    const word = tokens[i + 1 + k]?.word
    const want = rest[k] ?? ''
    if (word === want) continue
    if (word === undefined) return false
    if (open && k === rest.length - 1 && word.startsWith(want)) continue
    if (word.length === want.length + 2 && bare(word) === want) continue
    return false
  }
  return true
}

const follows = (seconds: ReadonlySet<string>, next: Token | undefined): boolean =>
  next !== undefined && (seconds.has(next.word) || (next.word.endsWith("'s") && seconds.has(bare(next.word))))

/** How many further words the longest phrase has that begins here and is known to name no need ("mental health act"). */
function namesNothing(tokens: readonly Token[], i: number, phrases: NonNullable<Token['info']['phrases']>): number {
  let longest = 0
  for (const { rest, open, touches } of phrases)
    if (
      rest.length > longest &&
      (touches.needs | touches.weak | touches.framing | touches.chime | touches.dialog) === 0 &&
      phraseFits(tokens, i, rest, open)
    )
      longest = rest.length
  return longest
}

/** Verbs of things to do, have and get: with nothing else to go by the need is social. */
const doing =
  /^(?:want|like|love|enjoy|go|get|take|bring|make|use|play|watch|help|work|own|have|has|would|run|promise|join|buy|learn|teach|keep|visit|meet|return|start|finish|build|fix|mend|sell|collect|drive|ride|support|follow|read|write|swap|owe|used)$/

/** Runs of bits as the names they stand for: few are ever met, and nobody changes them. */
function namer<T>(all: readonly T[]): (bits: number) => T[] {
  const known = new Map<number, T[]>()
  return (bits) => {
    let names = known.get(bits)
    if (names === undefined) {
      names = all.filter((_, b) => (bits & (1 << b)) !== 0)
      known.set(bits, names)
    }
    return names
  }
}

const needsOf = namer(needs)
const chimeOf = namer(chimeConcepts)
const dialogOf = namer(dialogDomains)

const likes = /^(?:like|love|enjoy|want|prefer|dream|hope|miss)$/
/** What a narrator reports: a wish is most often of people and things to do, what happens is most often of the mind. */
const wishes = /^(?:want|like|love|enjoy|wish|hope|miss|bring|return|get|go|meet|visit|ask|request|buy|play|work)$/

/**
 * Finds what a statement touches. A word that names a need only loosely counts when nothing names one plainly.
 * @param individualised a statement particular to the person that names no need is taken as social: most are of people, places and things to do.
 */
export function readTouches(reading: VoiceReading, individualised: boolean): TouchReading {
  const { tokens, sentence, except, voice } = reading
  let strong = 0
  let weak = 0
  let framing = 0
  let chime = 0
  let dialog = 0
  const isContact = (): boolean =>
    tokens.some((t) => t.info.forms !== 0 && t.mask === mask.none && contactVerb.test(t.info.lemma))
  let contact: boolean | undefined
  const hits: number[] = []
  let covered = -1
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (token === undefined) continue
    const { info } = token
    if (
      (info.needs | info.chime | info.dialog) === 0 &&
      token.mask === mask.none &&
      (info.phrases === null || (info.seconds !== null && !follows(info.seconds, tokens[i + 1])))
    )
      continue
    if (info.lemma === 'leave' && isLeaving(tokens, i)) continue
    if (i < except.to && i >= except.from && info.flags & (cls.relation | cls.staff | cls.person)) continue
    if (token.mask === mask.title && !(info.flags & cls.title)) continue
    let own = 0
    let ownWeak = 0
    let ownFraming = 0
    let ownChime = 0
    let ownDialog = 0
    let last = i
    const phrases = info.seconds === null || follows(info.seconds, tokens[i + 1]) ? info.phrases : null
    const nothing = phrases === null ? 0 : namesNothing(tokens, i, phrases)
    if (phrases !== null)
      for (const phrase of phrases) {
        if (phrase.rest.length < nothing) continue
        if (!phraseFits(tokens, i, phrase.rest, phrase.open)) continue
        const { touches } = phrase
        own |= touches.needs
        ownWeak |= touches.weak
        ownFraming |= touches.framing
        ownChime |= touches.chime
        ownDialog |= touches.dialog
        if (phrase.covers && i + phrase.rest.length > covered) covered = i + phrase.rest.length
        if (phrase.rest.length > 0) last = i + phrase.rest.length
      }
    // A phrase says it better than the words in it: "washing machine" is no washing.
    if (own === 0 && i > covered) {
      own |= info.needs
      ownWeak |= info.weak
      ownFraming |= info.framing
      ownChime |= info.chime
      ownDialog |= info.dialog
    }
    if (token.mask === mask.numeral && token.word === 'me') own |= 1
    if (info.flags & cls.relation && own & 2 && (contact ??= isContact())) ownWeak &= ~2
    if ((own | ownChime | ownDialog) === 0) continue
    strong |= own & ~ownWeak & ~ownFraming
    weak |= own & ownWeak & ~ownFraming
    framing |= own & ownFraming
    chime |= ownChime
    dialog |= ownDialog
    hits.push(i, last, own, (ownWeak | ownFraming) & own, ownChime, ownDialog)
  }
  let all = strong
  if (strong === 0) all = weak & 4 ? weak & ~2 : weak
  if (all === 0) all = framing
  const triggers: Trigger[] = []
  for (let h = 0; h < hits.length; h += 6) {
    const token = tokens[hits[h] ?? 0]
    const end = tokens[hits[h + 1] ?? 0]?.end ?? 0
    if (token === undefined) continue
    const { start } = token
    const own = (hits[h + 2] ?? 0) & all
    for (let b = 0; b < needs.length; b++) {
      const need = needs[b]
      if (own & (1 << b) && need !== undefined)
        triggers.push({ touches: need, start, end, weak: ((hits[h + 3] ?? 0) & (1 << b)) !== 0 })
    }
    for (const concept of chimeOf(hits[h + 4] ?? 0))
      triggers.push({ touches: concept, start, end: token.end, weak: false })
    for (const domain of dialogOf(hits[h + 5] ?? 0))
      triggers.push({ touches: domain, start, end: token.end, weak: false })
  }
  let found = needsOf(all)
  if (
    found.length === 0 &&
    individualised &&
    sentence &&
    (voice !== 'someone-else' || tokens.some((t) => likes.test(t.info.lemma)))
  ) {
    const particular = tokens.find((t) => t.info.detail === 1) ?? tokens[0]
    const lived = voice === 'reported' ? wishes : doing
    const guess = reading.plea || !tokens.some((t) => lived.test(t.info.lemma)) ? 'psychological' : 'social'
    if (particular !== undefined)
      triggers.push({ touches: guess, start: particular.start, end: particular.end, weak: true })
    found = needsOf(1 << needs.indexOf(guess))
  }
  return { needs: found, chime: chimeOf(chime), dialog: dialogOf(dialog), triggers }
}

/** "Leave" that is going away, not time away from the ward. */
function isLeaving(tokens: readonly Token[], i: number): boolean {
  if (tokens[i]?.word !== 'leave') return true
  const before = tokens[i - 1]
  return (
    before === undefined ||
    /^(?:to|please|must|can|can't|cannot|will|i|you|they|we|and|or|just|could|should|don't|may|not|would|so|staff)$/.test(
      before.word,
    )
  )
}

/** Whether a statement could be pasted unchanged into another plan; with the words that speak against it. */
export interface DetailReading {
  individualised: 'yes' | 'no' | 'na'
  words: { start: number; end: number }[]
}

const plainOpening = /^(?:i|i'm|i've|i'll|i'd|im|ive|my|we|when|if|staff|please|to|want|need|feel|it)$/
const casualDetail =
  /^(?:cos|coz|cuz|wanna|gonna|gotta|dunno|owt|nowt|summat|bairns?|lass|lads?|bloke|mam|brew|telly|proper|knackered|gutted|skint|fags?|bloody|crap|wor|yous|youse|coz|bum|jab|kip|nite|ten|creeps|stuff|dead)$/

const clinicianWording =
  /\b(?:insight|non-?compliant|non-?compliance|non-?concordant|complian(?:t|ce)|concordan(?:t|ce)|comply|complying|adhere|adherence|resistive|resistant to care|prompting|prompts|adls?|activities of daily living|present (?:as|with)|presents? (?:as|with)|presentation|presenting|absconding|abscond|delusional|delusions|challenging behaviours?|ideation|utili[sz]e|risk to (?:self|others|myself)|risk of (?:harm|self|absconding|suicide|relapse|violence|aggression)|diagnosis of|diagnosed with|maladaptive|verbally aggressive|physically aggressive|aggression|disengage|observations?|level \d|hostile|de-?escalation|impulsiv(?:e|ity)|emotional dysregulation|dysregulated?|vulnerable to|exploitation|offending behaviour|index offence|boundaries|inappropriate(?:ly)?|disinhibited|non-engagement|self-neglect|deteriorat\w*|distraction techniques|coping strategies when|medication regime|prescribed medication|demanding|attention[- ]seeking|manipulative|paranoid ideas|thought disordered?|chaotic|require(?:s|d)? (?:support|assistance|supervision|prompt\w*|monitoring|level|input|encouragement)|lack (?:capacity|motivation|insight)|symptomatology|expressed emotion|fluctuat\w*|self-injur\w*|meaningful occupation|malnutrition|dietary intake|reduction in|mental state|close monitoring|functional\w*|cognitive\w*|impair\w*|deficits?|poor (?:insight|motivation|concentration|self-?care|compliance|engagement|sleep hygiene|impulse)|at risk|stressors|in relation to|needs are not met|meaningful activit\w+|personal hygiene)\b/i

/** Whether words in the first person read as a clinician's. */
export const isClinicianWording = (text: string, tokens: readonly Token[]): boolean =>
  tokens.some((t) => (t.info.gist & gistBits.clinician) !== 0) && clinicianWording.test(text)

/** Looks for what is particular to this person. The patient's own name, doctors, drugs, dates and roles are not. */
export function readDetail(
  text: string,
  reading: VoiceReading,
  people: People | null,
  ventriloquised: boolean,
): DetailReading {
  if (reading.voice === 'none') return { individualised: 'na', words: [] }
  const { tokens, voice, label } = reading
  const from = label?.words ?? 0
  let total = 0
  let spared = voice === 'first-person' || (people !== null && people.patientNames.size > 0) ? 0 : 1
  let sparedName = ''
  const words: { start: number; end: number }[] = []
  const signedFrom = signatureStart(text)
  for (let i = from; i < tokens.length; i++) {
    const t = tokens[i]
    if (t === undefined || t.info.detail === 0 || t.mask >= mask.title || t.start >= signedFrom) continue
    const before = tokens[i - 1]
    if (people !== null && (people.patientNames.has(bare(t.word)) || people.otherPatients.has(bare(t.word)))) continue
    if (isName(t)) {
      if (before !== undefined && t.gap !== ',' && /^(?:dr|mr|mrs|ms|miss|doctor|nurse|prof)$/.test(before.word))
        continue
      if (bare(t.word) === sparedName) continue
      if (
        spared > 0 &&
        !(before !== undefined && (before.info.flags & (cls.relation | cls.staff)) !== 0 && t.gap === '') &&
        !/^(?:at|in|on|to|near|from|the)$/.test(before?.word ?? '')
      ) {
        spared--
        sparedName = bare(t.word)
        continue
      }
    } else if (t.shout && t.word.length <= 5 && text !== text.toUpperCase()) continue
    total += t.info.detail
    words.push({ start: t.start, end: t.end })
  }
  // Two is enough whatever else is said.
  if (voice === 'first-person' && total < 2) {
    const words_ = tokens.length - from
    if (tokens.some((t) => casualDetail.test(t.word))) total += 0.5
    if (reading.plea && words_ >= 5) total += 0.75
    else if (reading.plea) total += 0.25
    const lead = tokens[from]
    // Generic lines open with "I will", "I want", "My"; what opens otherwise is more often somebody's own.
    if (
      lead !== undefined &&
      words_ >= 4 &&
      !plainOpening.test(lead.word) &&
      !tokens.some((t) => /^(?:will|would|want|like)$/.test(t.word))
    )
      total += 0.5
    else if (reading.question) total += 0.5
    // What happened, and what runs against it, is told; a line for everybody promises and wishes.
    if (tokens.some((t, k) => k >= from && isEvent(t))) total += 0.5
    if (tokens.some((t) => t.word === 'but' || t.word === 'never' || t.word === 'nobody')) total += 0.5
    if (tokens.some((t) => (t.info.flags & cls.relation) !== 0) && tokens.some((t) => (t.info.flags & cls.heShe) !== 0))
      total += 0.5
  }
  if (total > 0 && total < 1 && /\b(?:because|cos|coz|since|so that|ever since)\b/i.test(text)) total += 0.5
  return { individualised: total >= 1 && (!ventriloquised || total >= 2) ? 'yes' : 'no', words }
}

/** A past form of a verb of doing, not a participle alone ("agreed", "discussed" are what everybody does with a plan). */
const isEvent = (t: Token): boolean =>
  (t.info.forms & form.past) !== 0 &&
  (t.info.forms & form.base) === 0 &&
  (t.info.flags & (cls.be | cls.have | cls.does | cls.modal)) === 0 &&
  !/^(?:agree|discuss|involve|give|prescribe|read|understand|offer|explain|sign|contribute|review|tell|inform|receive|improve|feel|admit|decline|need|require)$/.test(
    t.info.lemma,
  )

function signatureStart(text: string): number {
  if (!text.includes(' - ') && !text.includes('–') && !text.includes('—')) return text.length
  const found = /\s[-–—]\s+(?:\p{Lu}[\p{L}.'’]*,?\s*){1,4}$/u.exec(text)
  return found === null ? text.length : found.index
}

/** Whether the statement says something that somebody will do. */
export function isIntervention(reading: VoiceReading, voice: Voice): boolean {
  if (voice === 'none' || reading.question) return false
  const from = reading.label?.words ?? 0
  const tokens = reading.tokens
  const first = voice === 'first-person'
  for (let i = from; i < tokens.length; i++) {
    const t = tokens[i]
    if (t === undefined || t.mask !== mask.none) continue
    const next = tokens[i + 1]
    const f = t.info.flags
    if (t.word === 'will' || t.word === 'shall' || t.word.endsWith("'ll")) {
      if (voice === 'reported' && (tokens[i - 1] === undefined || !(tokens[i - 1]?.info.flags ?? 0 & cls.staff)))
        continue
      if (next?.word === 'not' || (t.capital && i > from)) continue
      if (
        first &&
        !tokens.slice(Math.max(from, i - 3), i + 1).some((x) => (x.info.flags & (cls.i | cls.we | cls.staff)) !== 0)
      )
        continue
      return true
    }
    if (voice !== 'someone-else') {
      if (
        first &&
        /^(?:i'm|am)$/.test(t.word) &&
        next?.word === 'going' &&
        tokens[i + 2]?.word === 'to' &&
        (tokens[i + 3]?.info.forms ?? 0) & form.base
      )
        return true
      continue
    }
    if (i === from && isImperative(tokens, i)) return true
    if (/[.;:–—]|^-$|^,$/.test(t.gap) && i > from && t.gap !== ',' && isImperative(tokens, i)) return true
    if (t.gap === ',' && isImperative(tokens, i) && tokens.slice(from, i).some((x) => /^(?:if|when)$/.test(x.word)))
      return true
    if (
      t.word === 'to' &&
      next !== undefined &&
      (next.info.forms & form.base || next.word === 'be' || next.word === 'have') &&
      planInfinitive(tokens, from, i)
    )
      return true
    if (f & cls.modal && /^(?:should|must)$/.test(t.word) && next?.word !== 'not') return true
    if (/^(?:please)$/.test(t.word) && i === from) return true
  }
  if (voice === 'someone-else' && tokens[from] !== undefined) {
    const lead = tokens[from]
    const second = tokens[from + 1]
    if (
      lead !== undefined &&
      lead.info.flags & cls.staff &&
      second !== undefined &&
      second.info.forms & (form.base | form.s) &&
      !(second.info.forms & form.past)
    )
      return true
  }
  return false
}

/** "Staff to offer", "Bloods to be taken", "To join": an infinitive that is the plan itself, with no verb before it. */
function planInfinitive(tokens: readonly Token[], from: number, i: number): boolean {
  if (i === from) return true
  const before = tokens[i - 1]
  if (before === undefined) return true
  if (/^(?:is|are)$/.test(before.word)) return true
  for (let k = from; k < i; k++) {
    const t = tokens[k]
    if (t === undefined || t.mask >= mask.title) continue
    if (t.info.flags & (cls.modal | cls.be | cls.have | cls.does)) return false
    if (
      t.info.forms & (form.s | form.past) &&
      !isNounToo(t.info) &&
      !(t.info.forms & form.base) &&
      !(t.info.forms & form.participle && k < i - 1)
    )
      return false
  }
  return !/^(?:able|want|like|how|need|unable|wish|due|access|according|things|ways|going|used|contact|response|in|as|happy|willing)$/.test(
    before.word,
  )
}
