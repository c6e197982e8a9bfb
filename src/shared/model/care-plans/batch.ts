import { settingOf } from './labels.ts'
import { letterBy } from './letters.ts'
import { expectedGender, peopleOfBatch, type PronounSlip, type WrongName } from './people.ts'
import type { BatchReading, PlanReading, PlanText, StatementReading, TemplateCluster } from './reading.ts'
import { placed, placeReading, readWords, type Words } from './statement.ts'
import { readStatements, readUnits } from './structure.ts'
import type { People } from './subjects.ts'
import { summarise, type PlanSummary } from './summary.ts'
import { clusterTemplates, type Gist, type TemplateItem } from './templates.ts'
import type { VoiceContext } from './voice-words.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Words already read in this batch: plans are full of the same headings and sentences. Null: met once, and not kept. */
interface Memory {
  shared: Map<string, Words | null>
  personal: Map<string, Words>
}

const most = 50_000
/** One memory for each setting a statement can stand in (by its number), made when first met. */
type Memories = (Memory | undefined)[]

/** The words of a text: `kept` when others will read them too, so that they must not be changed. */
function remembered(
  memories: Memories,
  setting: number,
  text: string,
  person: string,
  make: () => Words,
): { words: Words; kept: boolean } {
  const memory = (memories[setting] ??= { shared: new Map(), personal: new Map() })
  const known = memory.shared.get(text)
  if (known === undefined) {
    // Most sentences stand in one plan only: keeping their words would cost more than reading some of them twice.
    if (memory.shared.size > most) memory.shared.clear()
    memory.shared.set(text, null)
    return { words: make(), kept: false }
  }
  if (known !== null && !known.named) return { words: known, kept: true }
  const own = `${person}\0${text}`
  const mine = known === null ? undefined : memory.personal.get(own)
  if (mine !== undefined) return { words: mine, kept: true }
  const made = make()
  if (memory.personal.size > most) memory.personal.clear()
  if (known === null) memory.shared.set(text, made)
  if (made.named) memory.personal.set(own, made)
  return { words: made, kept: true }
}

/** Reads plans together. What the same words say in the same setting is worked out once. */
export function readBatch(plans: readonly PlanText[], vocabulary: Vocabulary): BatchReading {
  const people = peopleOfBatch(plans.map(({ patientName }) => patientName))
  const everybody = people[0]?.otherPatients ?? new Set<string>()
  const version = vocabulary.lexicon.version
  const items: TemplateItem[] = []
  const owners: StatementReading[] = []
  const places: { plan: number; statement: number }[] = []
  const sameName = new Map<string, number>()
  const memory: Memories = []
  const read = plans.map((plan, p): PlanReading => {
    const known = people[p] ?? { patientNames: new Set<string>(), otherPatients: everybody, carried: false }
    // Two plans of one person are not the plans of two people.
    const key = plan.patientName === null ? `#${p}` : plan.patientName.toLowerCase().trim()
    const person = sameName.get(key) ?? p
    sameName.set(key, person)
    const made = readPlan(plan, known, vocabulary, memory)
    made.statements.forEach((statement, s) => {
      const gist = made.gists[s]
      if (statement.voice === 'none' || gist === undefined) return
      items.push({ plan: person, gist })
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
}

const settings = [null, 'patient', 'carer', 'staff'] as const

interface PlanMade {
  statements: StatementReading[]
  gists: Gist[]
  wrongNames: WrongName[]
  pronounSlips: PronounSlip[]
}

function readPlan(plan: PlanText, people: People, vocabulary: Vocabulary, memory: Memories): PlanMade {
  const statements = readStatements(plan.text, readUnits(plan.text, vocabulary))
  const letter = letterBy(statements, people)
  const context: VoiceContext = { people, setting: null, letter: letter === 'staff' }
  const person = plan.patientName ?? ''
  const out: PlanMade = { statements: [], gists: [], wrongNames: [], pronounSlips: [] }
  const pronouns: (PronounSlip & { gender: 'he' | 'she' })[] = []
  let heading: VoiceContext['setting'] = null
  let speaksOfSomebody = false
  let he = 0
  statements.forEach((statement, s) => {
    const { unit, text } = statement
    const fromRow = unit.author === null ? null : settingOf(unit.author, vocabulary, people)
    context.setting = fromRow ?? (letter === 'patient' ? 'patient' : heading)
    people.carried = statements[s - 1]?.unit === unit && speaksOfSomebody
    const tableHeading = unit.kind === 'heading' && unit.row > 0
    const state =
      settings.indexOf(context.setting) * 16 +
      (context.letter ? 8 : 0) +
      (people.carried ? 4 : 0) +
      (tableHeading ? 2 : 0) +
      (person === '' ? 1 : 0)
    const { words, kept } = remembered(memory, state, text, person, () =>
      readWords(text, tableHeading, context, people, vocabulary),
    )
    speaksOfSomebody = words.speaksOfSomebody
    const reading = placeReading(words.reading, statement, kept)
    out.statements.push(reading)
    out.gists.push(words.gist)
    if (reading.voice === 'none' && unit.kind !== 'cell') heading = words.setting
    if (words.wrongName !== null) out.wrongNames.push({ ...placed(words.wrongName, statement), statement: s })
    for (const found of words.pronouns) {
      if (found.gender === 'he') he++
      const { start, end } = placed(found, statement)
      pronouns.push({ pronoun: found.word, expected: found.gender, gender: found.gender, statement: s, start, end })
    }
  })
  const expected = expectedGender(he, pronouns.length - he, people, vocabulary)
  if (expected !== null)
    for (const { gender, pronoun, statement, start, end } of pronouns)
      if (gender !== expected) out.pronounSlips.push({ pronoun, expected, statement, start, end })
  return out
}

const emptySummary: PlanSummary = summarise([])
