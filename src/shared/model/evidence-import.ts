import { evidenceColumns } from './evidence-rows.ts'
import { TransferId } from './ids.ts'
import { ColumnMapping } from './import-columns.ts'
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

/** A cell of the file that was mended on the way in: the words that stand in its place. */
const CellCorrection = z.strictObject({
  row: z.int().min(1).max(10_000_000),
  column: z.enum(evidenceColumns),
  value: z.string().max(400_000),
})
export type CellCorrection = z.infer<typeof CellCorrection>

/**
 * A file of many items that was brought in as a transfer (whoever began that ends it): how its columns are matched, and the cells that were
 * mended; of two for one cell the later counts.
 */
export const ImportChoices = z.strictObject({
  transferId: TransferId,
  columns: ColumnMapping.optional(),
  corrections: z.array(CellCorrection).max(5_000).default([]),
})

/** Rows to save: with what the identifier guard finds in them masked, or not at all while it finds anything. */
export const LeftOutChoices = z.strictObject({ ...ImportChoices.shape, masked: z.boolean().default(false) })

/** What to bring in: all or nothing, or the good rows alone; in a dry run nothing is written. */
export const ImportOrder = z.strictObject({
  ...ImportChoices.shape,
  goodRows: z.boolean().default(false),
  dryRun: z.boolean().default(false),
})

/** A CSV that is offered to be saved: the template, or the rows that were left out, and how many items it holds. */
export const OfferedCsv = z.strictObject({
  transferId: TransferId,
  fileName: z.string(),
  contentType: z.literal('text/csv'),
  rows: Count,
})

/** A row that cannot be brought in yet: its cells by our columns, and everything that is wrong with it. */
const FaultyRow = z.strictObject({
  row: z.int(),
  cells: z.partialRecord(z.enum(evidenceColumns), z.string()),
  faults: z.array(RowFault),
})
export type FaultyRow = z.infer<typeof FaultyRow>

/** What a file of many items holds, before anything is written. */
export const ImportReading = z.strictObject({
  /** By its content; null when it could not be told. */
  kind: z.enum(['csv', 'xlsx']).nullable(),
  /** The sheet of the workbook that was read. */
  sheet: z.string().nullable(),
  /** The headings as a {@link ColumnMapping} names them. */
  headings: z.array(z.string()),
  /** The columns as they were matched, or guessed. */
  columns: ColumnMapping,
  /** The first rows, cell by cell under the headings, long cells cut short. */
  samples: z.array(z.array(z.string())),
  rows: Count,
  /** Rows that would be brought in, that were brought in before, and that have faults. */
  fresh: Count,
  already: Count,
  faulty: Count,
  /** Rows of a request sheet that nobody filled in: left out, and no fault. */
  unfilled: Count,
  /** The faulty rows, as many as a screen can bear; {@link ImportReading} counts all in `faulty`. */
  faultyRows: z.array(FaultyRow),
  /** What is wrong with the file or its heading: no row can be brought in before it is mended. */
  faults: z.array(RowFault),
})
export type ImportReading = z.infer<typeof ImportReading>
