import { z } from './schema.ts'
import { Count } from './text.ts'

/** What was checked of a workspace, and each fault found, in words. Clean means no faults. */
export const Verification = z.strictObject({
  database: z.enum(['sound', 'damaged']),
  foreignKeys: z.enum(['sound', 'broken']),
  trail: z.strictObject({ entries: Count, state: z.enum(['unbroken', 'broken']) }),
  attachments: z.strictObject({ files: Count, missing: Count, changed: Count, orphans: Count }),
  faults: z.array(z.string()),
})
export type Verification = z.infer<typeof Verification>
