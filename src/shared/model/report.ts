import { IsoDate } from './dates.ts'
import { AssessmentId, TransferId } from './ids.ts'
import { z } from './schema.ts'

/** Whom the report is for: each is a preset of what it shows. */
export const audiences = ['public', 'board', 'visit'] as const
export const Audience = z.enum(audiences)
export type Audience = z.infer<typeof Audience>

/** The forms of one report: pages to print and keep, or one web page that needs nothing else. */
export const reportFormats = ['pdf', 'html'] as const
export const ReportFormat = z.enum(reportFormats)
export type ReportFormat = z.infer<typeof ReportFormat>

/** What the user chose for a report. Left out: the open assessment, today, the board, a PDF. */
export const ReportChoices = z.strictObject({
  assessmentId: AssessmentId.optional(),
  asAt: IsoDate.optional(),
  audience: Audience.default('board'),
  format: ReportFormat.default('pdf'),
})
export type ReportChoices = z.infer<typeof ReportChoices>

/** A report that was made: where its bytes can be read, and what a person should know before sharing it. */
export const ReportResult = z.strictObject({
  transferId: TransferId,
  fileName: z.string(),
  size: z.int(),
  /** Null for a web page, which has none. */
  pages: z.int().nullable(),
  sha256: z.string(),
  /** Characters that no font could draw, each with where it stands; the text keeps them, the page shows a box. */
  missingGlyphs: z.array(z.strictObject({ character: z.string(), where: z.string() })),
  notes: z.array(z.string()),
})
export type ReportResult = z.infer<typeof ReportResult>
