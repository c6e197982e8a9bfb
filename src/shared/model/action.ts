import { IsoDate, Timestamp } from './dates.ts'
import { ActionId, EvidenceId, FindingId, PromptId, ScopeId, Version } from './ids.ts'
import { z } from './schema.ts'
import { Line, OptionalLine, Words } from './text.ts'

/** Open, done (with the evidence that shows it worked), or could not be done (with a reason). */
export const ActionState = z.enum(['open', 'done', 'could-not'])
export type ActionState = z.infer<typeof ActionState>

/** What will be done about a gap, by whom (a role), by when. */
export const NewAction = z.strictObject({
  title: Line,
  detail: Words.default(''),
  owner: OptionalLine.default(''),
  due: IsoDate.nullable().default(null),
  findingId: FindingId.nullable().default(null),
})
export type NewAction = z.infer<typeof NewAction>

/** An action with the finding it is about, in words. */
export const Action = z.strictObject({
  id: ActionId,
  title: Line,
  detail: Words,
  owner: OptionalLine,
  due: IsoDate.nullable(),
  findingId: FindingId.nullable(),
  promptId: PromptId.nullable(),
  promptShort: z.string().nullable(),
  scopeId: ScopeId.nullable(),
  scopeName: z.string().nullable(),
  state: ActionState,
  closedAt: Timestamp.nullable(),
  closedReason: Words,
  evidenceId: EvidenceId.nullable(),
  evidenceTitle: z.string().nullable(),
  version: Version,
})
export type Action = z.infer<typeof Action>
