import { mostPlans, type NewAudit } from '../../../../shared/model/care-plan-audit.ts'
import { widestInterval } from '../../../../shared/model/care-plan-sample.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import type { z } from '../../../../shared/model/schema.ts'
import { notADate, readCount } from '../../forms/field-errors.ts'
import { readDate } from '../../forms/written-date.ts'

/** A new audit as it is written in the form. */
export type AuditDraft = {
  wardId: string
  from: string
  to: string
  method: 'random' | 'all' | 'chosen'
  caseload: string
  size: string
  criteria: 'core' | 'all'
}

/** What is wrong with a field, by the id of its control. */
export type DraftFault = { id: string; words: string }

/** The distinct pseudonyms of a list, one on each line. */
export const pseudonymsOf = (caseload: string): string[] => [
  ...new Set(
    caseload
      .split(/[\n,;\t]/)
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]

/** Reads the form: the audit to begin, or what is wrong with each field. */
export function readAuditDraft(
  draft: AuditDraft,
  seed: number,
  today: IsoDate,
): { audit: z.input<typeof NewAudit>; faults: [] } | { audit: null; faults: DraftFault[] } {
  const faults: DraftFault[] = []
  const from = readDate(draft.from, today)
  const to = readDate(draft.to, today)
  const caseload = pseudonymsOf(draft.caseload)
  const size = readCount(draft.size)
  if (draft.wardId === '') faults.push({ id: 'ward', words: 'Choose the ward or team' })
  if (from === null) faults.push({ id: 'from', words: notADate(draft.from) })
  if (to === null) faults.push({ id: 'to', words: notADate(draft.to) })
  if (from !== null && to !== null && to < from) faults.push({ id: 'to', words: 'The period ends before it begins' })
  if (draft.method === 'random') {
    if (caseload.length === 0) faults.push({ id: 'caseload', words: 'List the pseudonyms, one on each line' })
    else if (caseload.some((name) => name.length > 40))
      faults.push({ id: 'caseload', words: 'A pseudonym is longer than 40 characters. Give each a line of its own' })
    if (size === null || size === 0) faults.push({ id: 'size', words: 'Say how many plans, as a number' })
    else if (size > mostPlans) faults.push({ id: 'size', words: `An audit has ${mostPlans} plans at most` })
    else if (caseload.length > 0 && size > caseload.length)
      faults.push({ id: 'size', words: `The list has ${caseload.length} pseudonyms. Ask for fewer plans` })
  }
  if (faults.length > 0 || from === null || to === null) return { audit: null, faults }
  const sample: z.input<typeof NewAudit>['sample'] =
    draft.method === 'random' ? { method: 'random', seed, size: size ?? 0, caseload } : { method: draft.method }
  return {
    audit: { wardId: draft.wardId as z.infer<typeof NewAudit>['wardId'], from, to, sample, criteria: draft.criteria },
    faults: [],
  }
}

const percent = (share: number) => Math.round(share * 100)

/** What a sample of this size can say at its widest: half of the plans say yes. Null when there is no sample. */
export function intervalInWords(size: number): string | null {
  const widest = size > 0 ? widestInterval(size) : null
  if (widest === null) return null
  return `If ${widest.k} of ${size} say yes, the proportion lies between ${percent(widest.low)} and ${percent(widest.high)}% (95% interval).`
}
