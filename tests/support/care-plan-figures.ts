import type { CarePlanReader } from '../../src/shared/model/care-plans/reader.ts'
import { hardPairs, scoreOf, type HardPlan, type HardStatement } from './care-plan-cases.ts'

/** Precision, recall and F1. */
export type Figures = ReturnType<typeof scoreOf>

const voices = ['first-person', 'reported', 'someone-else', 'none'] as const
const needs = ['medical', 'social', 'psychological'] as const

function counter() {
  const counts = new Map<string, [number, number, number]>()
  return {
    hit: (key: string) => bump(key, 0),
    falseAlarm: (key: string) => bump(key, 1),
    miss: (key: string) => bump(key, 2),
    of: (key: string): Figures => scoreOf(...(counts.get(key) ?? ([0, 0, 0] as [number, number, number]))),
  }
  function bump(key: string, slot: 0 | 1 | 2): void {
    const known = counts.get(key) ?? [0, 0, 0]
    known[slot]++
    counts.set(key, known)
  }
}

/** What a reader makes of labelled statements, label by label: the voices, their macro-F1, generic first person, needs. */
export function statementFigures(reader: CarePlanReader, cases: readonly HardStatement[]) {
  const counts = counter()
  for (const { voices: right, individualised, needs: must, optional, text } of cases) {
    const reading = reader.readStatement(text)
    const gold = right.includes(reading.voice) ? reading.voice : (right[0] ?? 'none')
    if (gold === reading.voice) counts.hit(gold)
    else {
      counts.falseAlarm(reading.voice)
      counts.miss(gold)
    }
    if (right[0] === 'first-person') {
      if (reading.individualised === 'no') counts[individualised === 'no' ? 'hit' : 'falseAlarm']('generic')
      else if (individualised === 'no') counts.miss('generic')
    }
    for (const need of needs) {
      if (optional.includes(need)) continue
      const found = reading.needs.includes(need)
      if (!found && !must.includes(need)) continue
      for (const key of ['needs', need])
        if (found && must.includes(need)) counts.hit(key)
        else if (found) counts.falseAlarm(key)
        else counts.miss(key)
    }
  }
  return {
    macro: voices.reduce((sum, voice) => sum + counts.of(voice).f1 / voices.length, 0),
    ...Object.fromEntries([...voices, 'generic', 'needs', ...needs].map((key) => [key, counts.of(key)])),
  } as { macro: number } & Record<(typeof voices)[number] | 'generic' | 'needs' | (typeof needs)[number], Figures>
}

/** How well two statements are known for the same one, in the part held out or the rest. */
export function pairFigures(reader: CarePlanReader, held: boolean): Figures {
  const counts = counter()
  for (const pair of hardPairs()) {
    if (pair.held !== held) continue
    const found = reader.isSameSentence(pair.a, pair.b)
    if (found && pair.same) counts.hit('same')
    else if (found) counts.falseAlarm('same')
    else if (pair.same) counts.miss('same')
  }
  return counts.of('same')
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/^\s*(?:[-*•]|\d{1,2}[.)])\s+/, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s"'.,:;!?()[\]-]+|[\s"'.,:;!?()[\]-]+$/g, '')

/** Whole plans from end to end: how they are cut, each voice (words and label both right), interventions, the class of voice. */
export function planFigures(reader: CarePlanReader, plans: readonly HardPlan[]) {
  const counts = counter()
  const batch = reader.readPlans(plans.map(({ id, text, name }) => ({ id, text, patientName: name })))
  let rightClass = 0
  plans.forEach((plan, p) => {
    const read = batch.plans[p]
    if (read === undefined) return
    const pool = read.statements.map((statement) => ({ statement, key: plain(statement.text), used: false }))
    for (const segment of plan.segments) {
      const found = pool.find((one) => !one.used && one.key === plain(segment.text))
      if (found === undefined) {
        counts.miss('cut')
        counts.miss(segment.voice)
        continue
      }
      found.used = true
      counts.hit('cut')
      const { voice, intervention } = found.statement
      if (voice === segment.voice) counts.hit(voice)
      else {
        counts.falseAlarm(voice)
        counts.miss(segment.voice)
      }
      if (segment.heading) continue
      if (intervention && segment.intervention) counts.hit('intervention')
      else if (intervention) counts.falseAlarm('intervention')
      else if (segment.intervention) counts.miss('intervention')
    }
    for (const { used, statement } of pool)
      if (!used) {
        counts.falseAlarm('cut')
        counts.falseAlarm(statement.voice)
      }
    if (read.summary.patientVoice === plan.patientVoice) rightClass++
  })
  const keys = ['cut', 'intervention', ...voices] as const
  return {
    rightClass,
    ...(Object.fromEntries(keys.map((key) => [key, counts.of(key)])) as Record<(typeof keys)[number], Figures>),
  }
}
