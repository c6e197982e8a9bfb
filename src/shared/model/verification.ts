import { Timestamp } from './dates.ts'
import { z } from './schema.ts'
import { Count } from './text.ts'

/**
 * A file that no item uses and nothing can bring back: what a crash between a file and its row leaves. Named by its hash, since that is
 * all that is known of it. Size in bytes.
 */
export const OrphanFile = z.strictObject({ name: z.string(), size: z.int().min(0), since: Timestamp })
export type OrphanFile = z.infer<typeof OrphanFile>

/** What was checked of a workspace, and each fault found, in words. Clean means no faults. */
export const Verification = z.strictObject({
  database: z.enum(['sound', 'damaged']),
  foreignKeys: z.enum(['sound', 'broken']),
  trail: z.strictObject({ entries: Count, state: z.enum(['unbroken', 'broken']) }),
  attachments: z.strictObject({ files: Count, missing: Count, changed: Count, orphans: Count }),
  /** The first of the orphans, the oldest first. */
  orphanFiles: z.array(OrphanFile).max(200),
  faults: z.array(z.string()),
  /** What is no fault and worth knowing, in words: plan texts that a backup could not bring back. */
  remarks: z.array(z.string()),
})
export type Verification = z.infer<typeof Verification>
