import type { StatementReading } from './reading.ts'
import { needs, type Need } from './concepts.ts'

/** How much of the person's voice a plan has: five or more individual first-person statements; some; none, or only generic ones. */
export const patientVoices = ['strong', 'some', 'none-or-generic'] as const
export type PatientVoice = (typeof patientVoices)[number]

/** A plan in counts of statements. Absence is "none found, please check": every miss of the reading adds to it. */
export interface PlanSummary {
  patientVoice: PatientVoice
  statements: number
  firstPerson: number
  firstPersonIndividual: number
  firstPersonTemplated: number
  firstPersonVentriloquised: number
  reported: number
  reportedIndividual: number
  someoneElse: number
  templated: number
  unsure: number
  needsWithIntervention: Need[]
  needsNoneFound: Need[]
}

/** Counts a plan's statements. */
export function summarise(statements: readonly StatementReading[]): PlanSummary {
  const count = (test: (s: StatementReading) => boolean): number =>
    statements.reduce((n, s) => (test(s) ? n + 1 : n), 0)
  const first = (s: StatementReading): boolean => s.voice === 'first-person'
  const individual = (s: StatementReading): boolean => s.individualised === 'yes'
  const firstPersonIndividual = count((s) => first(s) && individual(s))
  const reportedIndividual = count((s) => s.voice === 'reported' && individual(s))
  const met = needs.filter((need) => statements.some((s) => s.intervention && s.needs.includes(need)))
  return {
    patientVoice:
      firstPersonIndividual >= 5
        ? 'strong'
        : firstPersonIndividual + reportedIndividual > 0
          ? 'some'
          : 'none-or-generic',
    statements: count((s) => s.voice !== 'none'),
    firstPerson: count(first),
    firstPersonIndividual,
    firstPersonTemplated: count((s) => first(s) && s.template !== null),
    firstPersonVentriloquised: count((s) => s.ventriloquised),
    reported: count((s) => s.voice === 'reported'),
    reportedIndividual,
    someoneElse: count((s) => s.voice === 'someone-else'),
    templated: count((s) => s.template !== null),
    unsure: count((s) => s.unsure),
    needsWithIntervention: met,
    needsNoneFound: needs.filter((need) => !met.includes(need)),
  }
}
