import { z } from './schema.ts'

const idPattern = /^[0-9a-z][0-9a-z-]{0,63}$/

/** Ids are lower-case text: UUIDv7 for what people make, words for core services and prompts' checklists. */
const id = <Name extends string>(_name: Name) => z.string().regex(idPattern, 'is not an id').brand<Name>()

export const WorkspaceId = id('WorkspaceId')
export const CoreServiceId = id('CoreServiceId')
export const WardId = id('WardId')
export const AssessmentId = id('AssessmentId')
export const ScopeId = id('ScopeId')
export const FindingId = id('FindingId')
export const EvidenceId = id('EvidenceId')
export const LinkId = id('LinkId')
export const AttachmentId = id('AttachmentId')
export const ActionId = id('ActionId')
export const AuditId = id('AuditId')
export const AuditPlanId = id('AuditPlanId')
export const AuditSentenceId = id('AuditSentenceId')
export const TransferId = id('TransferId')
export const TaskId = id('TaskId')

/** The id of a prompt inside its checklist, `C1`: forever the same once published. */
export const PromptId = z.string().regex(/^[A-Za-z][A-Za-z0-9.-]{0,15}$/, 'is not a prompt id')
export type PromptId = z.infer<typeof PromptId>

/** A version number of a row: 1 when made, one more with each change. */
export const Version = z.int().min(1)
