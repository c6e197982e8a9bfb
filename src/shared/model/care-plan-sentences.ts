import { IsoDate, Timestamp } from './dates.ts'
import { ActionId, AuditId, AuditSentenceId, Version } from './ids.ts'
import { z } from './schema.ts'
import { Count, Line, OptionalLine } from './text.ts'

/** A templated sentence that an auditor chose to retire: the only words of a plan that outlive its audit, without a name. */
export const AuditSentence = z.strictObject({
  id: AuditSentenceId,
  words: Line,
  /** The template it comes from: a record system's page, a form; empty when not known. */
  source: OptionalLine,
  action: z.strictObject({ id: ActionId, title: Line, due: IsoDate.nullable(), state: z.string() }).nullable(),
  keptAt: Timestamp,
  /** Plans that had it in the three months up to the one asked for, and in the three before those. */
  plans: Count,
  plansBefore: Count,
  /** Different teams that had it in the three months. */
  teams: Count,
  version: Version,
})
export type AuditSentence = z.infer<typeof AuditSentence>

/** A sentence that stands in several plans of an open audit and was not kept yet. Names in it read "(name)". */
export const SentenceCandidate = z.strictObject({
  auditId: AuditId,
  wardName: z.string(),
  words: z.string(),
  plans: Count,
  pseudonyms: z.array(z.string()),
})
export type SentenceCandidate = z.infer<typeof SentenceCandidate>

/** The sentences to retire, the most repeated first, and those that might join them. */
export const AuditSentences = z.strictObject({ kept: z.array(AuditSentence), candidates: z.array(SentenceCandidate) })
