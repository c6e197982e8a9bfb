import { IsoDate, Timestamp } from './dates.ts'
import { AssessmentId, CoreServiceId, ScopeId, Version } from './ids.ts'
import { z } from './schema.ts'
import { Line, OptionalLine, Words } from './text.ts'

/** Where an assessment stands. Signed off means frozen. */
export const AssessmentStatus = z.enum(['draft', 'signed-off'])

/** One cycle of self-assessment against a checklist for a period. */
export const Assessment = z.strictObject({
  id: AssessmentId,
  title: Line,
  from: IsoDate,
  to: IsoDate,
  status: AssessmentStatus,
  signedOffAt: Timestamp.nullable(),
  expectedVisit: IsoDate.nullable(),
  /** Who leads on recovery practice at the board, by role; empty until somebody says. */
  executiveLead: OptionalLine,
  /** What the board is asked to do, in the user's words, one thing a line; empty until somebody says. */
  boardAsks: Words,
  checklistId: z.string(),
  checklistVersion: z.string(),
  version: Version,
})
export type Assessment = z.infer<typeof Assessment>

/** What an assessment looks at: the provider, or one core service. A scope that was left out keeps its findings. */
export const Scope = z.strictObject({
  id: ScopeId,
  assessmentId: AssessmentId,
  kind: z.enum(['provider', 'core-service']),
  coreServiceId: CoreServiceId.nullable(),
  name: Line,
  leftOut: z.boolean(),
  version: Version,
})
export type Scope = z.infer<typeof Scope>
