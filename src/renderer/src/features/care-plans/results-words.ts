import { countOf, kOfN } from '../../../../shared/drawing/words.ts'
import type { AuditResults, TeamResults } from '../../../../shared/model/care-plan-results.ts'
import type { ReadBackAnswer } from '../../../../shared/model/care-plan-audit.ts'

type Share = TeamResults['period']

/** What a person may say of their own lines. */
export const readBackWords: Record<ReadBackAnswer, string> = {
  mine: 'Mine',
  'not-quite': 'Not quite',
  'not-mine': 'Not mine',
  'never-saw-it': 'Never saw it',
}

/** "35 to 59%"; "too few to say" under five; nothing where nothing was read. */
export function intervalOf({ n, low, high }: Share): string {
  if (n === 0 || low === null || high === null) return ''
  return n < 5 ? 'too few to say' : `${Math.round(low * 100)} to ${Math.round(high * 100)}%`
}

/** "28 of 60", or "none read". */
export const shareOf = ({ k, n }: Share): string => (n === 0 ? 'none read' : kOfN(k, n))

/** "No signal yet" until 6 or more in a row lie on one side of the median; no other word for change. */
export function signalOf({ run, median }: Pick<TeamResults, 'run' | 'median'>): { word: string; detail: string } {
  const detail =
    median === null ? 'no median yet' : run.side === null ? 'none off the median' : `${run.length} in a row ${run.side}`
  return { word: run.signal ? 'Signal' : 'No signal yet', detail }
}

/** "same answer in 21 of 24"; null when nothing was read twice. */
export const agreementInWords = ({ same, of }: AuditResults['readTwice']): string | null =>
  of === 0 ? null : `same answer in ${kOfN(same, of)}`

/** What the results stand on: "One team: 10 readings of 10 distinct plans. Read twice: same answer in 21 of 24." */
export function groundInWords(results: AuditResults): string {
  const twice = agreementInWords(results.readTwice)
  const open =
    results.openAudits === 0 ? '' : ` ${countOf(results.openAudits, 'audit')} still open: these numbers may change.`
  return `${countOf(results.teams.length, 'team')}: ${countOf(results.readings, 'reading')} of ${countOf(results.distinctPlans, 'distinct plan')}.${twice === null ? '' : ` Read twice: ${twice}.`}${open}`
}

/** The six months that end with the month of a date: `2026-04` to `2026-09`. */
export function sixMonthsTo(date: string): { from: string; to: string } {
  const to = date.slice(0, 7)
  const number = Number(to.slice(0, 4)) * 12 + Number(to.slice(5)) - 1 - 5
  return { from: `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, '0')}`, to }
}
