import { IsoDate } from './dates.ts'
import { AssessmentId, TransferId } from './ids.ts'
import { z } from './schema.ts'

/** Whom the report is for: each is a preset of what it shows. */
export const audiences = ['public', 'board', 'visit'] as const
export const Audience = z.enum(audiences)
export type Audience = z.infer<typeof Audience>

/** What the user chose for a report. Left out: the open assessment, today, the board. */
export const ReportChoices = z.strictObject({
  assessmentId: AssessmentId.optional(),
  asAt: IsoDate.optional(),
  audience: Audience.default('board'),
})
export type ReportChoices = z.infer<typeof ReportChoices>

/** A report that was made: where its bytes can be read, and what a person should know before sharing it. */
export const ReportResult = z.strictObject({
  transferId: TransferId,
  fileName: z.string(),
  size: z.int(),
  pages: z.int(),
  sha256: z.string(),
  /** Characters that no font could draw, each with where it stands; the text keeps them, the page shows a box. */
  missingGlyphs: z.array(z.strictObject({ character: z.string(), where: z.string() })),
  notes: z.array(z.string()),
})
export type ReportResult = z.infer<typeof ReportResult>
