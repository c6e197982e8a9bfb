import { TransferId } from './ids.ts'
import { z } from './schema.ts'
import { Count } from './text.ts'

/** A backup that was made and checked: where its bytes can be read, and what it holds. */
export const BackupResult = z.strictObject({
  transferId: TransferId,
  fileName: z.string(),
  size: z.int(),
  items: Count,
  attachments: Count,
  /** Names of attachments that were missing or changed, and so are in no backup. */
  left: z.array(z.string()),
})
export type BackupResult = z.infer<typeof BackupResult>
