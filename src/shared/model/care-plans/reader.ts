import { baseLexicon, type CarePlanLexicon } from './lexicon.ts'
import { settingOf } from './labels.ts'
import {
  expectedGender,
  genderOf,
  patientPronouns,
  peopleOfBatch,
  wrongNameIn,
  type PronounSlip,
  type WrongName,
} from './people.ts'
import { isName } from './clauses.ts'
import { bare, type People } from './subjects.ts'
import { cls } from './word-classes.ts'
import { readStatements, readUnits, toSource, type Statement } from './structure.ts'
import { summarise, type PlanSummary } from './summary.ts'
import { clusterTemplates, gistOf, isSameSentence, type Gist, type TemplateItem } from './templates.ts'
import { isClinicianWording, isIntervention, readDetail, readTouches, type TouchReading } from './touches.ts'
import { readVoice, type VoiceReading } from './voice.ts'
import type { Reason, Voice, VoiceContext } from './voice-words.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'

/** What the reading suggests of one statement. All offsets are UTF-16 in the source, end exclusive. */
export interface StatementReading extends TouchReading {
  text: string
  start: number
  end: number
  kind: 'heading' | 'bullet' | 'cell' | 'line'
  voice: Voice
  /** The voice is the likeliest of several: a person should decide. */
  unsure: boolean
  alternatives: Voice[]
  reasons: Reason[]
  individualised: 'yes' | 'no' | 'na'
  /** The words particular to this person. */
  detail: { start: number; end: number }[]
  /** First person in a clinician's wording. */
  ventriloquised: boolean
  /** Says something that somebody will do. */
  intervention: boolean
  /** Number of the cluster of the same sentence in other people's plans; null when it stands in this plan alone. */
  template: number | null
}

/** A plan to read. `patientName` is what the batch calls the patient (a pseudonym, a first name, a full name). */
export interface PlanText {
  id: string
  text: string
  patientName: string | null
}

/** What the reading suggests of one plan. */
export interface PlanReading {
  id: string
  /** Version of the lexicon it was read with. */
  lexicon: string
  statements: StatementReading[]
  wrongNames: WrongName[]
  pronounSlips: PronounSlip[]
  summary: PlanSummary
}

/** The same sentence in the plans of several people. `text` is its first occurrence. */
export interface TemplateCluster {
  id: number
  text: string
  members: { plan: string; statement: number }[]
}

/** The plans of a batch, read together. */
export interface BatchReading {
  lexicon: string
  plans: PlanReading[]
  templates: TemplateCluster[]
}

/** Reads care plans with one lexicon. Pure and deterministic. */
export interface CarePlanReader {
  lexicon: string
  /** One statement on its own, without the plan around it. */
  readStatement: (text: string) => StatementReading
  /** Plans together: another patient's name and sentences shared between people can only be seen so. */
  readPlans: (plans: readonly PlanText[]) => BatchReading
  /** Whether two statements are the same apart from names, pronouns, dates, numbers and small rewording. */
  isSameSentence: (a: string, b: string) => boolean
}

/** Makes a reader. Building one takes some milliseconds: keep it. */
export function createCarePlanReader(lexicon: CarePlanLexicon = baseLexicon): CarePlanReader {
  const vocabulary = createVocabulary(lexicon)
  return {
    lexicon: lexicon.version,
    readStatement: (text) => {
      const whole: Statement = {
        text,
        start: 0,
        end: text.length,
        unit: { kind: 'line', pieces: [], row: 0, author: null },
        parts: [{ at: 0, source: 0 }],
      }
      return readOne(whole, readVoice(text, vocabulary), null)
    },
    readPlans: (plans) => readBatch(plans, vocabulary),
    isSameSentence: (a, b) => isSameSentence(a, b, vocabulary),
  }
}

function readOne(statement: Statement, reading: VoiceReading, people: People | null): StatementReading {
  const { text } = statement
  const ventriloquised = reading.voice === 'first-person' && isClinicianWording(text.slice(0, 4000), reading.tokens)
  const detail = readDetail(text, reading, people, ventriloquised)
  const touches = readTouches(reading, detail.individualised === 'yes')
  if (statement.parts.length !== 1 || statement.start !== 0) {
    shift(reading.reasons, statement)
    shift(detail.words, statement)
    shift(touches.triggers, statement)
  }
  return {
    text,
    start: statement.start,
    end: statement.end,
    kind: statement.unit.kind,
    voice: reading.voice,
    unsure: reading.unsure,
    alternatives: reading.alternatives,
    reasons: reading.reasons,
    individualised: detail.individualised,
    detail: detail.words,
    ventriloquised,
    intervention: isIntervention(reading, reading.voice),
    template: null,
    needs: touches.needs,
    chime: touches.chime,
    dialog: touches.dialog,
    triggers: touches.triggers,
  }
}

/** Moves spans from the statement's text to the source. */
function shift(spans: { start: number; end: number }[], statement: Statement): void {
  if (statement.parts.length === 1) {
    for (const span of spans) {
      span.start += statement.start
      span.end += statement.start
    }
    return
  }
  for (const span of spans) {
    const empty = span.end <= span.start
    span.start = toSource(statement, span.start)
    span.end = empty ? span.start : toSource(statement, span.end - 1) + 1
  }
}

const dear = /^dear\s+(.{1,60}?)[,:]?$/i
const closing = /^(?:yours (?:sincerely|faithfully)|kind regards|best wishes|regards|with best wishes|many thanks)\b/i
const staffSign =
  /\b(?:dr|consultant|psychiatrist|nurse|rmn|cpn|registrar|psychologist|practitioner|coordinator|co-ordinator|therapist|social worker|gp|manager|specialty doctor)\b/i

/** Whether a text is a letter by staff, or one by the patient; null when it is no letter. */
function letterBy(statements: readonly Statement[], people: People): 'staff' | 'patient' | null {
  const opening = statements.findIndex((s) => s.text.length < 70 && dear.test(s.text))
  if (opening < 0) return null
  const end = statements.findIndex((s, i) => i > opening && s.text.length < 50 && closing.test(s.text))
  const signed =
    end < 0
      ? ''
      : statements
          .slice(end, end + 4)
          .map((s) => s.text)
          .join(' ')
  const hasOwn = (words: string): boolean =>
    words
      .toLowerCase()
      .split(/[^\p{L}'-]+/u)
      .some((w) => people.patientNames.has(w))
  if (staffSign.test(signed)) return 'staff'
  if (hasOwn(signed)) return 'patient'
  return hasOwn(statements[opening]?.text ?? '') ? 'staff' : null
}

function readBatch(plans: readonly PlanText[], vocabulary: Vocabulary): BatchReading {
  const people = peopleOfBatch(plans.map(({ patientName }) => patientName))
  const everybody = people[0]?.otherPatients ?? new Set<string>()
  const version = vocabulary.lexicon.version
  const items: TemplateItem[] = []
  const owners: StatementReading[] = []
  const places: { plan: number; statement: number }[] = []
  const sameName = new Map<string, number>()
  const read = plans.map((plan, p): PlanReading => {
    const known = people[p] ?? { patientNames: new Set<string>(), otherPatients: everybody, carried: false }
    // Two plans of one person are not the plans of two people.
    const key = plan.patientName === null ? `#${p}` : plan.patientName.toLowerCase().trim()
    const person = sameName.get(key) ?? p
    sameName.set(key, person)
    const made = readPlan(plan, known, vocabulary)
    made.statements.forEach((statement, s) => {
      if (statement.voice === 'none') return
      items.push({ plan: person, gist: made.gists[s] ?? noGist })
      owners.push(statement)
      places.push({ plan: p, statement: s })
    })
    return {
      id: plan.id,
      lexicon: version,
      statements: made.statements,
      wrongNames: made.wrongNames,
      pronounSlips: made.pronounSlips,
      summary: emptySummary,
    }
  })
  const cluster = clusterTemplates(items)
  const templates: TemplateCluster[] = []
  owners.forEach((statement, i) => {
    const id = cluster[i] ?? -1
    if (id < 0) return
    statement.template = id
    // What stands in several people's plans is not particular to one of them.
    statement.individualised = 'no'
    const place = places[i]
    if (place === undefined) return
    const known = templates[id] ?? { id, text: statement.text, members: [] }
    known.members.push({ plan: plans[place.plan]?.id ?? '', statement: place.statement })
    templates[id] = known
  })
  for (const plan of read) plan.summary = summarise(plan.statements)
  return { lexicon: version, plans: read, templates }

  function readPlan(
    plan: PlanText,
    known: People,
    words: Vocabulary,
  ): { statements: StatementReading[]; gists: Gist[]; wrongNames: WrongName[]; pronounSlips: PronounSlip[] } {
    const statements = readStatements(plan.text, readUnits(plan.text, words))
    const letter = letterBy(statements, known)
    const context: VoiceContext = { people: known, setting: null, letter: letter === 'staff' }
    let heading: VoiceContext['setting'] = null
    const out: StatementReading[] = []
    const gists: Gist[] = []
    const wrongNames: WrongName[] = []
    const pronouns: { token: { word: string; start: number; end: number }; gender: 'he' | 'she'; statement: number }[] =
      []
    let speaksOfSomebody = false
    let he = 0
    let she = 0
    statements.forEach((statement, s) => {
      const fromRow = statement.unit.author === null ? null : settingOf(statement.unit.author, words, known)
      context.setting = fromRow ?? (letter === 'patient' ? 'patient' : heading)
      const before = statements[s - 1]
      known.carried = before !== undefined && before.unit === statement.unit && speaksOfSomebody
      const reading = readVoice(statement.text, words, context)
      speaksOfSomebody =
        reading.voice === 'first-person' &&
        (known.carried ||
          reading.tokens.some(
            (t) => (t.info.flags & cls.relation) !== 0 || (isName(t) && !known.patientNames.has(bare(t.word))),
          ))
      if (statement.unit.kind === 'heading' && statement.unit.row > 0) {
        reading.voice = 'none'
        reading.unsure = false
        reading.alternatives = []
        reading.reasons = [{ says: 'this is the heading of a table', start: 0, end: statement.text.length }]
      }
      const one = readOne(statement, reading, known)
      out.push(one)
      gists.push(one.voice === 'none' ? noGist : gistOf(reading.tokens, everybody))
      if (one.voice === 'none') {
        if (statement.unit.kind !== 'cell') heading = settingOf(statement.text, words, known)
        return
      }
      if (one.voice === 'first-person') return
      const wrong = wrongNameIn(reading.tokens, known)
      if (wrong !== null) {
        const end = wrong.word.endsWith("'s") ? wrong.end - 2 : wrong.end
        wrongNames.push({
          name: statement.text.slice(wrong.start, end),
          statement: s,
          start: toSource(statement, wrong.start),
          end: toSource(statement, end - 1) + 1,
        })
        return
      }
      for (const token of patientPronouns(reading.tokens, known)) {
        const gender = genderOf(token)
        if (gender === 'he') he++
        else she++
        pronouns.push({
          token: {
            word: token.word,
            start: toSource(statement, token.start),
            end: toSource(statement, token.end - 1) + 1,
          },
          gender,
          statement: s,
        })
      }
    })
    const expected = expectedGender(he, she, known, words)
    const pronounSlips =
      expected === null
        ? []
        : pronouns
            .filter(({ gender }) => gender !== expected)
            .map(({ token, statement }) => ({
              pronoun: token.word,
              expected,
              statement,
              start: token.start,
              end: token.end,
            }))
    return { statements: out, gists, wrongNames, pronounSlips }
  }
}

const noGist: Gist = { core: [], negated: false, particular: new Set() }
const emptySummary: PlanSummary = summarise([])
