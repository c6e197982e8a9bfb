import type { Result } from '../../../shared/result.ts'
import type { ExtractionLimits } from './extraction.ts'
import { runExtraction, type ExtractionOptions } from './run-extraction.ts'
import type { TableEnd, TableRow, TableWish } from './table.ts'

/** The rows of a table as they were read, some hundred together, and what the table was found to be. */
export type ExtractedTable = TableEnd & { batches: TableRow[][] }

/** Bounds for tables: a workbook of 200,000 rows is far larger inside than any document. */
export const tableLimits: Partial<ExtractionLimits> = {
  inflatedBytes: 250_000_000,
  characters: 120_000_000,
  milliseconds: 60_000,
  memoryBytes: 900_000_000,
  heapMegabytes: 512,
}

/** The rows of a workbook or a CSV, read as {@link runExtraction} reads. */
export async function extractTable(
  file: Uint8Array | string,
  fileName: string,
  wish: TableWish,
  options: ExtractionOptions,
): Promise<Result<ExtractedTable>> {
  const batches: TableRow[][] = []
  const limits = { ...tableLimits, ...options.limits }
  const read = await runExtraction({ file, fileName, table: wish }, { ...options, limits }, (message) => {
    if ('rows' in message) batches.push(message.rows)
    return 'table' in message ? message.table : undefined
  })
  return read.ok ? { ok: true, value: { ...read.value, batches } } : read
}
