import { Action } from './action.ts'
import { IsoDate, Timestamp } from './dates.ts'
import { EvidenceRow, Link } from './evidence.ts'
import { AssessmentId, FindingId, PromptId, ScopeId, Version } from './ids.ts'
import { PeopleView } from './people-view.ts'
import { z } from './schema.ts'
import { Count, OptionalLine, Words } from './text.ts'
import { GapLetter, Judgement, Relation, SourceKind } from './vocabulary.ts'

/** What an assessment says of one prompt in one scope. */
export const Finding = z.strictObject({
  id: FindingId,
  assessmentId: AssessmentId,
  scopeId: ScopeId,
  promptId: PromptId,
  judgement: Judgement,
  /** Why the prompt does not apply; empty for every other judgement. */
  reason: Words,
  narrative: Words,
  owner: OptionalLine,
  due: IsoDate.nullable(),
  judgedAt: Timestamp.nullable(),
  judgedBy: z.string(),
  peopleView: PeopleView,
  /** What the last sign-off said, when this finding was carried forward from it. */
  carriedFrom: z.strictObject({ judgement: Judgement, narrative: Words, signedOffAt: Timestamp }).nullable(),
  /** When the words or the judgement of a carried finding were set again in this cycle. */
  reconfirmedAt: Timestamp.nullable(),
  version: Version,
})
export type Finding = z.infer<typeof Finding>

/** A finding as a cell or a row: its marks, counts and gaps at the date of the picture. */
export const FindingSummary = z.strictObject({
  id: FindingId,
  scopeId: ScopeId,
  promptId: PromptId,
  judgement: Judgement,
  peopleView: z.strictObject({ yes: Count, inPart: Count, no: Count }),
  /** Linked items, context included. */
  items: Count,
  /** Kinds of source among the counted items. */
  kinds: z.array(SourceKind),
  gaps: z.array(GapLetter),
  /** Carried forward from the last sign-off, not re-confirmed. */
  reconfirm: z.boolean(),
})
export type FindingSummary = z.infer<typeof FindingSummary>

/** An item linked to the finding, with the link. */
export const LinkedEvidence = z.strictObject({ link: Link, evidence: EvidenceRow })
export type LinkedEvidence = z.infer<typeof LinkedEvidence>

/** How many linked items of a kind bear on a finding in a way; `unweighed` of them contradict it with no word of how that was weighed. */
export const LinkedCount = z.strictObject({
  sourceKind: SourceKind,
  relation: Relation,
  items: Count,
  unweighed: Count,
})
export type LinkedCount = z.infer<typeof LinkedCount>

/** A finding with everything that its screen shows at first. */
export const FindingDetail = z.strictObject({
  ...Finding.shape,
  gaps: z.array(GapLetter),
  /** The newest of each kind and way of bearing, and of those not weighed or without their file: `findings.linked` has the others. */
  linked: z.array(LinkedEvidence),
  /** How many there are of each kind and way; none that is nought. */
  linkedCounts: z.array(LinkedCount),
  actions: z.array(Action),
})
export type FindingDetail = z.infer<typeof FindingDetail>

/** What a person may change of the staff's side of a finding. */
export const FindingChanges = z.strictObject({
  judgement: Judgement.optional(),
  reason: Words.optional(),
  narrative: Words.optional(),
  owner: OptionalLine.optional(),
  due: IsoDate.nullable().optional(),
})
export type FindingChanges = z.infer<typeof FindingChanges>
