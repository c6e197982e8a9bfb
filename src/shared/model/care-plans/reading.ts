import type { PronounSlip, WrongName } from './people.ts'
import type { PlanSummary } from './summary.ts'
import type { TouchReading } from './touches.ts'
import type { Reason, Voice } from './voice-words.ts'

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
