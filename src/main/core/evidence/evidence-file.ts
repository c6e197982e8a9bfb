import { AppError } from '../../../shared/result.ts'
import type { KnownToRows } from '../../../shared/model/evidence-rows.ts'
import { extractTable, type ExtractedTable } from '../extraction/extract-table.ts'
import type { ExtractionReason } from '../extraction/extraction.ts'
import type { ExtractionDetails } from '../extraction/run-extraction.ts'
import type { StartWorker } from '../handler.ts'
import type { ArrivedFile } from '../tasks/transfers.ts'
import {
  beginWithColumns,
  checkEvidenceTable,
  evidenceTableWish,
  refusedTable,
  type CheckOptions,
  type EvidenceTable,
} from './evidence-table.ts'

/** A file of evidence as it was read: what it is by its content, and its table. */
type EvidenceFile = { name: string; kind: ExtractedTable['kind'] | null; sheet: string | null; table: EvidenceTable }

type FileOptions = Omit<CheckOptions, 'onProgress'> & {
  startWorker: StartWorker
  /** Hears rows checked and rows in all, which are null while they are not known. */
  onProgress: (done: number, total: number | null) => void
}

/**
 * Reads a file of evidence (cli.md, “CSV columns”), CSV or an Excel workbook, in a worker under bounds, and checks its rows. Never throws for
 * a bad file: what is wrong with it is a fault of the table.
 *
 * @throws the signal's reason, when it is aborted
 */
export async function readEvidenceFile(
  { file, name }: ArrivedFile,
  known: KnownToRows,
  { startWorker, onProgress, ...options }: FileOptions,
): Promise<EvidenceFile> {
  const { signal } = options
  const read = await extractTable(file, name, evidenceTableWish, { startWorker, ...(signal ? { signal } : {}) })
  if (!read.ok) {
    const { code, message, details } = read.error
    const fault = faults[(details as ExtractionDetails).reason]
    if (!fault) throw new AppError(code, message, details)
    return { name, kind: null, sheet: null, table: refusedTable(...fault) }
  }
  const { kind, sheet, batches } = read.value
  const total = batches.reduce((sum, batch) => sum + batch.length, 0)
  const table = await checkEvidenceTable(read.value, known, {
    ...options,
    onProgress: (rows) => onProgress(rows, total),
  })
  return { name, kind, sheet, table }
}

const saveAs = 'In Excel choose Save As, “Excel Workbook (.xlsx)” or “CSV UTF-8”, and bring that in.'
const divide = 'Divide it into several files, each with the heading row.'

/** What is wrong with a file and the mend, by the reason why it could not be read; absent where the file is not at fault. */
const faults: Partial<Record<ExtractionReason, [problem: string, mend: string]>> = {
  empty: ['the file is empty', beginWithColumns],
  'no-text': ['the workbook is empty', beginWithColumns],
  encrypted: [
    'the workbook is protected with a password',
    'Open it in Excel with the password, save a copy without one, and bring that in.',
  ],
  unsupported: ['the file is neither an .xlsx workbook nor CSV', saveAs],
  'not-what-it-says': ['the file is not text', saveAs],
  unsafe: [
    'the workbook is made in a way that no program makes them, as files made to do harm are',
    'Open it in Excel, save it again as .xlsx, and bring that in.',
  ],
  truncated: ['the file stops before its end', 'Copy or download it again.'],
  damaged: ['the file is damaged', 'Copy or download it again, or open it in Excel and save it again.'],
  'too-large': ['the file is larger than 100 MB', divide],
  'too-large-inside': [
    'the workbook holds more than can be read',
    'Copy the rows with evidence, 200,000 at most, to a new workbook, and bring that in.',
  ],
  'too-much-memory': ['the file takes more memory than there is for it', divide],
  'too-slow': ['the file took longer than a minute to read', divide],
}
