import { hasPredicate, isImperative, isName } from './clauses.ts'
import { attributions } from './reported.ts'
import { readLabel, type Label } from './labels.ts'
import { isFormQuestion, isHeading, isTickBox } from './forms.ts'
import { scoreFirstPerson } from './speaker.ts'
import { scorePatientWithoutPronoun } from './dropped-subject.ts'
import { mask, maskTokens, quotations, tokenise, type Token } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'
import { decideLabelled } from './labelled.ts'
import { firstPronoun, type Draft, type Reason, type Voice, type VoiceContext } from './voice-words.ts'
import { cls, verb } from './word-classes.ts'

/** A suggestion of who speaks. `alternatives` are the other voices a careful reader could choose. */
export interface VoiceReading {
  voice: Voice
  unsure: boolean
  reasons: Reason[]
  alternatives: Voice[]
  tokens: readonly Token[]
  /** Reads as a sentence (has a predicate). */
  sentence: boolean
  question: boolean
  label: Label | null
  /** Words (by index) that say who speaks or tells, not what of. */
  except: { from: number; to: number }
  /** A request, a plea or a sentence with its "I" left out. */
  plea: boolean
}

const noAlternatives: Voice[] = []
const nothingToSkip = { from: 0, to: 0 }
const noContext: VoiceContext = { people: null, setting: null, letter: false }
/** A statement longer than this is judged by its first words: nobody reads a 400-word sentence, and time must stay linear. */
const longest = 300
const longestText = 4000

/**
 * Suggests who speaks in one statement.
 * @param whole the statement; reasons are offsets into it.
 */
export function readVoice(whole: string, vocabulary: Vocabulary, context: VoiceContext = noContext): VoiceReading {
  const text = whole.length > longestText ? whole.slice(0, longestText) : whole
  let tokens = tokenise(text, vocabulary)
  if (tokens.length > longest) tokens = tokens.slice(0, longest)
  const quotes = quotations(text)
  maskTokens(tokens, text, quotes, vocabulary)
  const label = readLabel(tokens, text, vocabulary, context.people)
  const body = label === null ? tokens : tokens.slice(label.words)
  const sentence = hasPredicate(body)
  const question = /\?["'”’)\s]*$/.test(text) && !/^\s*\?/.test(text)
  const draft = decide(text, tokens, body, label, quotes, sentence, question, vocabulary, context)
  const start = draft.at?.start ?? 0
  const end = draft.to?.end ?? draft.at?.end ?? text.length
  return {
    voice: draft.voice,
    unsure: draft.unsure ?? false,
    reasons: [{ says: draft.says, start, end }],
    alternatives: draft.alternatives ?? noAlternatives,
    tokens,
    sentence,
    question,
    label,
    except: exceptOf(draft, tokens, label),
    plea: draft.plea ?? (draft.voice === 'first-person' && isImperative(body, 0)),
  }
}

function exceptOf(draft: Draft, tokens: readonly Token[], label: Label | null): { from: number; to: number } {
  if (draft.voice !== 'someone-else' && draft.voice !== 'reported')
    return label === null ? nothingToSkip : { from: 0, to: label.words }
  if (label !== null) return { from: 0, to: label.words }
  if (draft.told !== true) return nothingToSkip
  const from = draft.at === undefined ? -1 : tokens.indexOf(draft.at)
  const to = draft.to === undefined ? from : tokens.indexOf(draft.to)
  return from < 0 ? nothingToSkip : { from: Math.max(0, from - 2), to: to + 1 }
}

function decide(
  text: string,
  tokens: Token[],
  body: Token[],
  label: Label | null,
  quotes: [number, number][],
  sentence: boolean,
  question: boolean,
  vocabulary: Vocabulary,
  context: VoiceContext,
): Draft {
  const first = tokens[0]
  if (first === undefined) return { voice: 'none', says: 'there are no words here' }
  if (isTickBox(text, tokens)) return { voice: 'none', says: 'this is a tick box or a choice on a form', at: first }
  if (label !== null) {
    const labelled = decideLabelled(text, tokens, body, label, sentence, question, context)
    if (labelled !== null) return labelled
  }
  const masked = body.some((t) => t.mask !== mask.none)
  const open = masked ? body.filter((t) => t.mask === mask.none) : body
  const quoted = masked && quotes.length > 0 ? body.filter((t) => t.mask === mask.quote) : []
  if (quoted.length > 0 && (open.length === 0 || isAttributionTail(body, quotes))) return decideQuote(open, quoted)
  if (question) {
    if (isFormQuestion(body, vocabulary)) return { voice: 'none', says: 'this is a question on a form', at: first }
  } else if (label === null && isHeading(text, tokens))
    return { voice: 'none', says: 'this is a heading or a field label', at: first }

  const said = attributions(body, context.people)
  const patientSaid = said.find((a) => a.whose === 'patient')
  const otherSaid = said.find((a) => a.whose === 'other')
  const told = patientSaid === undefined && quoted.length > 0 && otherSaid === undefined ? spokenAfter(body) : undefined
  if (told !== undefined)
    return {
      voice: 'reported',
      says: 'a narrator gives the words or the view of the person',
      at: told,
      told: true,
    }
  if (patientSaid !== undefined)
    return {
      voice: 'reported',
      says: 'a narrator gives the words or the view of the person',
      at: body[patientSaid.from],
      to: body[Math.min(body.length - 1, patientSaid.to - 1)],
      unsure: !patientSaid.sure,
      told: true,
      alternatives: patientSaid.sure ? [] : ['someone-else'],
    }

  const pronoun = open.find((t) => (t.info.flags & firstPronoun) !== 0)
  if (pronoun !== undefined) {
    if (!sentence && !open.some((t) => t.info.forms !== 0 && (t.info.flags & cls.nounToo) === 0)) {
      // "My daughter Ellie and the allotment": somebody's own list, unless it is plain form wording.
      const particular = open.some((t) => t.info.detail === 1 && (t.capital || t.info.detail === 1))
      if (pronoun.capital && pronoun !== first && open.some((t) => (t.info.flags & cls.title) !== 0))
        return { voice: 'none', says: 'this is the name of a group or a booklet', at: pronoun }
      const own = (pronoun.info.flags & (cls.my | cls.me)) !== 0
      if (!(own && particular)) return { voice: 'none', says: 'no one says anything here: there is no verb', at: first }
      return {
        voice: 'first-person',
        says: `“${text.slice(pronoun.start, pronoun.end)}” with something of the person’s own`,
        at: pronoun,
        unsure: true,
        alternatives: ['none'],
      }
    }
    const score = scoreFirstPerson(body, open, otherSaid, context, text, question)
    return {
      voice: score.first ? 'first-person' : 'someone-else',
      says: score.says,
      at: score.at,
      to: score.to,
      unsure: score.unsure,
      alternatives: score.unsure ? [score.first ? 'someone-else' : 'first-person'] : [],
    }
  }
  if (otherSaid !== undefined)
    return {
      voice: 'someone-else',
      says: 'these are the words of someone other than the person',
      told: true,
      at: body[otherSaid.from],
      to: body[Math.min(body.length - 1, otherSaid.to - 1)],
    }
  if (quoted.length > 0)
    return {
      voice: 'someone-else',
      says: 'the words in quotation marks are a phrase to use or another’s words',
      at: quoted[0],
      to: quoted.at(-1),
      unsure: false,
    }
  if (!question || sentence) {
    const own = scorePatientWithoutPronoun(body, context, question, text)
    if (own !== null)
      return {
        voice: 'first-person',
        says: own.says,
        at: own.at,
        unsure: own.unsure,
        alternatives: own.unsure ? ['someone-else'] : [],
      }
  }
  if (!sentence) return { voice: 'none', says: 'no one says anything here: there is no verb', at: first }
  if (question && !/\b(?:him|her|he|she|staff)\b/i.test(text))
    return {
      voice: 'none',
      says: 'this is a question on a form',
      at: first,
      unsure: true,
      alternatives: ['first-person'],
    }
  return {
    voice: 'someone-else',
    says: isImperative(body, 0) ? 'this is an instruction to staff' : 'this is written about the person, or to them',
    at: body[0] ?? first,
  }
}

/** Whether all that is outside the quotation is a short tail such as "- mum" or "(Leon, 3 March)". */
function isAttributionTail(body: readonly Token[], quotes: [number, number][]): boolean {
  const last = quotes.at(-1)
  const start = quotes[0]
  if (last === undefined || start === undefined || body[0] === undefined || body[0].start < start[0]) return false
  const tail = body.filter((t) => t.start >= last[1])
  const between = body.filter((t) => t.mask === mask.none && t.start < last[1])
  return (
    between.length === 0 &&
    tail.length <= 5 &&
    !tail.some((t) => t.info.forms !== 0 && !isName(t)) &&
    /[-–—(~]/.test(tail[0]?.gap ?? '')
  )
}

/** The verb of "… was all he would say": a quotation, then he or she and any form of a verb of saying. */
function spokenAfter(body: readonly Token[]): Token | undefined {
  if (body[0]?.mask !== mask.quote) return undefined
  return body.find(
    (t, i) =>
      t.mask === mask.none &&
      (t.info.kinds & verb.report) !== 0 &&
      body.slice(Math.max(0, i - 3), i).some((s) => s.mask === mask.none && /^(?:he|she)$/.test(s.word)),
  )
}

function decideQuote(open: readonly Token[], quoted: readonly Token[]): Draft {
  const whom = open.find(
    (t) => (t.info.flags & (cls.relation | cls.staff | cls.person | cls.patient)) !== 0 || isName(t),
  )
  if (
    whom !== undefined &&
    whom.info.flags & (cls.relation | cls.staff | cls.person) &&
    !(whom.info.flags & cls.patient)
  )
    return { voice: 'someone-else', says: 'the quotation is someone else’s', at: whom }
  if (whom !== undefined)
    return {
      voice: 'reported',
      says: 'the quotation is given as the person’s',
      at: whom,
      unsure: true,
      alternatives: ['first-person'],
    }
  const aboutThem =
    quoted.some((t) => (t.info.flags & cls.heShe) !== 0) &&
    !quoted.some((t) => (t.info.flags & (cls.i | cls.me | cls.my)) !== 0)
  if (aboutThem)
    return {
      voice: 'first-person',
      says: 'a quotation that stands alone',
      at: quoted[0],
      to: quoted.at(-1),
      unsure: true,
      alternatives: ['someone-else'],
    }
  if (
    quoted.length <= 4 &&
    !hasPredicate(quoted.map((t) => ({ ...t, mask: 0 }))) &&
    !quoted.some((t) => (t.info.flags & firstPronoun) !== 0)
  )
    return {
      voice: 'first-person',
      says: 'a quotation that stands alone',
      at: quoted[0],
      to: quoted.at(-1),
      unsure: true,
      alternatives: ['none'],
    }
  return { voice: 'first-person', says: 'a quotation that stands alone', at: quoted[0], to: quoted.at(-1) }
}
