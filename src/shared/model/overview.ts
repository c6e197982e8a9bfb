import { Action } from './action.ts'
import { Assessment, Scope } from './assessment.ts'
import { IsoDate } from './dates.ts'
import { FindingSummary } from './finding.ts'
import { FindingId } from './ids.ts'
import { z } from './schema.ts'
import { Count } from './text.ts'

/** One of the three things to know: words, and the finding or list that they lead to. */
export const ThingToKnow = z.strictObject({
  text: z.string(),
  target: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('finding'), findingId: FindingId }),
    z.strictObject({ kind: z.literal('not-asked') }),
    z.strictObject({ kind: z.literal('stale') }),
    z.strictObject({ kind: z.literal('actions') }),
  ]),
})
export type ThingToKnow = z.infer<typeof ThingToKnow>

/** The whole picture of an assessment as at a date: matrix, gaps, actions due, three things to know. */
export const Overview = z.strictObject({
  asAt: IsoDate,
  assessment: Assessment,
  scopes: z.array(Scope),
  findings: z.array(FindingSummary),
  evidenceItems: Count,
  links: Count,
  actionsDue: z.array(Action),
  openActions: Count,
  lateActions: Count,
  thingsToKnow: z.array(ThingToKnow),
})
export type Overview = z.infer<typeof Overview>
