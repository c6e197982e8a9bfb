import { Assessment } from './assessment.ts'
import { IsoDate, Timestamp } from './dates.ts'
import { FileState } from './evidence.ts'
import { AssessmentId, AttachmentId, EvidenceId, FindingId, PromptId, ScopeId, Version } from './ids.ts'
import { z } from './schema.ts'
import { Count, Line, SomeWords, Words } from './text.ts'
import { GapLetter, Judgement } from './vocabulary.ts'

/** A finding by name: its prompt in words and its scope. */
const NamedFinding = z.strictObject({
  id: FindingId,
  promptId: PromptId,
  promptShort: z.string(),
  scopeId: ScopeId,
  scopeName: z.string(),
})
export type NamedFinding = z.infer<typeof NamedFinding>

/** What a person should see before they sign, in the order of the overview: coverage, gaps, actions, files. */
export const SignOffCheck = z.strictObject({
  assessment: Assessment,
  asAt: IsoDate,
  findings: Count,
  notAssessed: z.array(NamedFinding),
  /** Carried forward from the last sign-off, and neither the words nor the judgement were set again. */
  notReconfirmed: z.array(NamedFinding),
  /** All nine kinds in their order; a kind that is not found has no findings. */
  gaps: z.array(z.strictObject({ letter: GapLetter, findings: z.array(NamedFinding) })),
  openActions: Count,
  lateActions: Count,
  /** Attachments of linked items that are not as they were when they were attached. */
  files: z.array(
    z.strictObject({
      id: AttachmentId,
      name: z.string(),
      state: FileState,
      evidenceId: EvidenceId,
      evidenceTitle: z.string(),
    }),
  ),
})
export type SignOffCheck = z.infer<typeof SignOffCheck>

/** What is signed, by whom. The reason is required where findings are not assessed or not re-confirmed. */
export const NewSignOff = z.strictObject({
  id: AssessmentId,
  expectedVersion: Version,
  signer: Line,
  role: Line,
  statement: SomeWords,
  unassessedReason: Words.default(''),
})

/** A correction beside a sign-off, with its date. */
export const Erratum = z.strictObject({ id: z.string(), addedAt: Timestamp, addedBy: z.string(), words: z.string() })
export type Erratum = z.infer<typeof Erratum>

/** Who signed an assessment off, and what they said. */
export const SignOff = z.strictObject({
  assessmentId: AssessmentId,
  signedAt: Timestamp,
  signer: z.string(),
  role: z.string(),
  statement: z.string(),
  unassessedReason: z.string(),
  asAt: IsoDate,
  /** The SHA-256 of the snapshot's content. */
  sha256: z.string(),
})
export type SignOff = z.infer<typeof SignOff>

/** One finding as it was signed. */
const SignedFinding = z.strictObject({
  ...NamedFinding.shape,
  judgement: Judgement,
  reason: z.string(),
  narrative: z.string(),
  people: z.strictObject({ yes: Count, inPart: Count, no: Count }),
  items: Count,
  gaps: z.array(GapLetter),
  /** It was carried forward from the sign-off before, and was not set again. */
  reconfirm: z.boolean(),
})

/** An assessment as it was signed off, read from its snapshot, with the errata beside it. */
export const SignedAssessment = z.strictObject({
  assessment: Assessment,
  signOff: SignOff,
  /** Whether the snapshot is byte for byte what was signed. */
  intact: z.boolean(),
  evidenceItems: Count,
  findings: z.array(SignedFinding),
  errata: z.array(Erratum),
})
export type SignedAssessment = z.infer<typeof SignedAssessment>
