import { isName } from './clauses.ts'
import { settingOf } from './labels.ts'
import { genderOf, patientPronouns, wrongNameIn } from './people.ts'
import type { StatementReading } from './reading.ts'
import { toSource, type Statement } from './structure.ts'
import { bare, type People } from './subjects.ts'
import { gistOf, type Gist } from './templates.ts'
import { isClinicianWording, isIntervention, readDetail, readTouches } from './touches.ts'
import { readVoice, type VoiceReading } from './voice.ts'
import type { VoiceContext } from './voice-words.ts'
import type { Vocabulary } from './vocabulary.ts'
import { cls } from './word-classes.ts'

interface Span {
  start: number
  end: number
}

/** All that one statement's words say, before their place in a source is known: spans are offsets into its text. */
export interface Words {
  reading: StatementReading
  gist: Gist
  /** Somebody of the batch is named: what it says depends on whose plan it stands in. */
  named: boolean
  /** The person speaks of somebody, who "she" in the next sentence may be. */
  speaksOfSomebody: boolean
  wrongName: (Span & { name: string }) | null
  pronouns: (Span & { word: string; gender: 'he' | 'she' })[]
  /** For a heading: whose words it says stand below. */
  setting: VoiceContext['setting']
}

/** The gist of what says nothing. */
const noGist: Gist = { core: [], negated: false, particular: [] }
/** Text beyond this is not looked at for wording. */
const longestText = 4000

/** Puts the readings of a statement's words together. */
export function readingOf(
  text: string,
  kind: StatementReading['kind'],
  voice: VoiceReading,
  people: People | null,
): StatementReading {
  const ventriloquised = voice.voice === 'first-person' && isClinicianWording(text.slice(0, longestText), voice.tokens)
  const detail = readDetail(text, voice, people, ventriloquised)
  const touches = readTouches(voice, detail.individualised === 'yes')
  return {
    text,
    start: 0,
    end: text.length,
    kind,
    voice: voice.voice,
    unsure: voice.unsure,
    alternatives: voice.alternatives,
    reasons: voice.reasons,
    individualised: detail.individualised,
    detail: detail.words,
    ventriloquised,
    intervention: isIntervention(voice, voice.voice),
    template: null,
    needs: touches.needs,
    chime: touches.chime,
    dialog: touches.dialog,
    triggers: touches.triggers,
  }
}

/** Reads the words of one statement of a plan. */
export function readWords(
  text: string,
  tableHeading: boolean,
  context: VoiceContext,
  people: People,
  vocabulary: Vocabulary,
): Words {
  const voice = readVoice(text, vocabulary, context)
  if (tableHeading) {
    voice.voice = 'none'
    voice.unsure = false
    voice.alternatives = []
    voice.reasons = [{ says: 'this is the heading of a table', start: 0, end: text.length }]
  }
  const { tokens } = voice
  const named = people.otherPatients.size > 0 && tokens.some((t) => people.otherPatients.has(bare(t.word)))
  const none = voice.voice === 'none'
  const first = voice.voice === 'first-person'
  const out: Words = {
    reading: readingOf(text, 'line', voice, people),
    gist: none ? noGist : gistOf(tokens, people.otherPatients),
    named,
    speaksOfSomebody:
      first &&
      (people.carried ||
        tokens.some(
          (t) => (t.info.flags & cls.relation) !== 0 || (isName(t) && !people.patientNames.has(bare(t.word))),
        )),
    wrongName: null,
    pronouns: [],
    setting: none ? settingOf(text, vocabulary, people) : null,
  }
  if (none || first) return out
  const wrong = wrongNameIn(tokens, people)
  if (wrong !== null) {
    const end = wrong.word.endsWith("'s") ? wrong.end - 2 : wrong.end
    out.wrongName = { name: text.slice(wrong.start, end), start: wrong.start, end }
  } else
    for (const token of patientPronouns(tokens, people))
      out.pronouns.push({ word: token.word, gender: genderOf(token), start: token.start, end: token.end })
  return out
}

/** A copy of a span, moved from the statement's text to the source. */
export function placed<T extends Span>(span: T, statement: Statement): T {
  if (statement.parts.length === 1)
    return { ...span, start: span.start + statement.start, end: span.end + statement.start }
  const start = toSource(statement, span.start)
  return { ...span, start, end: span.end > span.start ? toSource(statement, span.end - 1) + 1 : start }
}

function move(spans: Span[], by: number): void {
  for (const span of spans) {
    span.start += by
    span.end += by
  }
}

/**
 * A reading of words as the reading of a statement at its place in the source.
 * @param kept others read these words too: they are copied, not moved.
 */
export function placeReading(reading: StatementReading, statement: Statement, kept: boolean): StatementReading {
  const by = statement.start
  const plain = statement.parts.length === 1
  if (plain && !kept) {
    reading.start = by
    reading.end = statement.end
    reading.kind = statement.unit.kind
    move(reading.reasons, by)
    move(reading.detail, by)
    move(reading.triggers, by)
    return reading
  }
  return {
    text: reading.text,
    start: by,
    end: statement.end,
    kind: statement.unit.kind,
    voice: reading.voice,
    unsure: reading.unsure,
    alternatives: reading.alternatives,
    reasons: plain
      ? reading.reasons.map((r) => ({ says: r.says, start: r.start + by, end: r.end + by }))
      : reading.reasons.map((span) => placed(span, statement)),
    individualised: reading.individualised,
    detail: plain
      ? reading.detail.map((d) => ({ start: d.start + by, end: d.end + by }))
      : reading.detail.map((span) => placed(span, statement)),
    ventriloquised: reading.ventriloquised,
    intervention: reading.intervention,
    template: null,
    needs: reading.needs,
    chime: reading.chime,
    dialog: reading.dialog,
    triggers: plain
      ? reading.triggers.map((t) => ({ touches: t.touches, start: t.start + by, end: t.end + by, weak: t.weak }))
      : reading.triggers.map((span) => placed(span, statement)),
  }
}
