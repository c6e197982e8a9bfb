import { z } from '../schema.ts'
import type { CarePlanReader } from './reader.ts'
import type { BatchReading, PlanReading } from './reading.ts'
import type { PatientVoice } from './summary.ts'
import type { Voice } from './voice-words.ts'

/** A line of `care-plans voice`: a statement without its plan. Further keys are allowed and left out. */
export const VoiceLine = z.object({ id: z.string(), text: z.string() })
export type VoiceLine = z.infer<typeof VoiceLine>

/** A line of `care-plans pairs`. */
export const PairLine = z.object({ id: z.string(), a: z.string(), b: z.string() })
export type PairLine = z.infer<typeof PairLine>

/** A line of the roster of `care-plans plans`: DIR/<plan>.txt holds its text. */
export const RosterLine = z.object({ plan: z.string(), patient_name: z.string().nullish(), ward: z.string().nullish() })
export type RosterLine = z.infer<typeof RosterLine>

const voiceLabels = {
  'first-person': 'first_person',
  reported: 'reported_speech',
  'someone-else': 'third_person',
  none: 'neutral',
} as const satisfies Record<Voice, string>

const patientVoiceLabels = {
  strong: 'strong',
  some: 'some',
  'none-or-generic': 'none_or_generic',
} as const satisfies Record<PatientVoice, string>

/** The record `care-plans voice` writes for a line. */
export function voiceRecord(reader: CarePlanReader, line: VoiceLine) {
  const { voice, unsure, individualised, needs } = reader.readStatement(line.text)
  return { id: line.id, voice: voiceLabels[voice], individualised, needs, unsure, lexicon: reader.lexicon }
}

/** The record `care-plans pairs` writes for a line. */
export function pairRecord(reader: CarePlanReader, line: PairLine) {
  return { id: line.id, same: reader.isSameSentence(line.a, line.b), lexicon: reader.lexicon }
}

/** The record `care-plans plans` writes for a plan of a batch. */
export function planRecord(plan: PlanReading) {
  return {
    plan: plan.id,
    segments: plan.statements.map(({ text, voice, unsure, individualised, needs, intervention, template }) => ({
      text,
      voice: voiceLabels[voice],
      individualised,
      needs,
      intervention,
      boilerplate: template === null ? null : `B${template + 1}`,
      unsure,
    })),
    patient_voice: patientVoiceLabels[plan.summary.patientVoice],
    needs_with_intervention: plan.summary.needsWithIntervention,
    wrong_names: [...new Set(plan.wrongNames.map(({ name }) => name))],
    pronoun_mismatch: plan.pronounSlips.length > 0,
    lexicon: plan.lexicon,
  }
}

/**
 * The records `care-plans plans` writes: all plans of the roster are read together.
 * @param textOf the text of a plan by its id.
 */
export function planRecords(reader: CarePlanReader, roster: readonly RosterLine[], textOf: (plan: string) => string) {
  const batch: BatchReading = reader.readPlans(
    roster.map(({ plan, patient_name }) => ({ id: plan, text: textOf(plan), patientName: patient_name ?? null })),
  )
  return batch.plans.map(planRecord)
}
