import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { findIdentifiers } from '../../../shared/model/identifiers/find.ts'
import type { Identifier } from '../../../shared/model/identifiers/identifier.ts'
import { damaged } from './archive.ts'
import { ExtractionFault, type Extraction, type ExtractionLimits, type ExtractionReason } from './extraction.ts'
import { readDocument } from './read-document.ts'
import { readTable } from './read-table.ts'
import type { TableEnd, TableRow, TableWish } from './table.ts'

/** What the worker is given: a file by its bytes or its path, and for a table what is wanted of it; else its text is read. */
export type ExtractionJob = {
  file: Uint8Array | string
  fileName: string
  limits: ExtractionLimits
  table?: TableWish
}

/** Texts to look for identifiers in, with words that are nobody's name. */
export type SearchJob = { texts: string[]; notNames: readonly string[] }

/** What was found in each of the texts, in their order. */
export type SearchAnswer = { finds: Identifier[][] }

/** What the worker says: how far it is (0 to 1), rows as they are read, then once the text, the end of the table, or the fault. */
export type ExtractionMessage =
  | { progress: number }
  | { rows: TableRow[] }
  | { extraction: Extraction }
  | { table: TableEnd }
  | { reason: ExtractionReason; sentence: string }

const tell = (message: ExtractionMessage) => parentPort?.postMessage(message)

async function run({ file, fileName, limits, table }: ExtractionJob): Promise<ExtractionMessage> {
  try {
    const bytes = typeof file === 'string' ? readFileSync(file) : file
    const source = { bytes, fileName, limits, onProgress: (progress: number) => tell({ progress }) }
    if (!table) return { extraction: await readDocument(source) }
    return { table: await readTable(source, table, (rows) => tell({ rows })) }
  } catch (error) {
    // Whatever a reader throws at a file, the file is what is at fault, and the person gets a sentence.
    const fault = error instanceof ExtractionFault ? error : damaged(fileName)
    return { reason: fault.reason, sentence: fault.message }
  }
}

const search = ({ texts, notNames }: SearchJob): SearchAnswer => ({
  finds: texts.map((text) => findIdentifiers(text, { notNames })),
})

const given = workerData as ExtractionJob | SearchJob
if ('texts' in given) parentPort?.postMessage(search(given))
else void run(given).then(tell)
