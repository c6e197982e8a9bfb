import { z } from './schema.ts'
import { Count } from './text.ts'

/** One fault of one row of a file that was brought in: where, what is wrong, and the mend. `row` counts from 1, the heading row. */
export const RowFault = z.strictObject({ row: z.int(), column: z.string(), problem: z.string(), mend: z.string() })
export type RowFault = z.infer<typeof RowFault>

/** What bringing in many items did, or in a dry run would do. */
export const ImportReport = z.strictObject({
  imported: Count,
  leftOut: Count,
  already: Count,
  written: z.boolean(),
  faults: z.array(RowFault),
})
export type ImportReport = z.infer<typeof ImportReport>
