import { createHash } from 'node:crypto'
import type { Worker } from 'node:worker_threads'
import { safeFileName } from '../../../shared/model/file-name.ts'
import { audienceWords } from '../../../shared/model/report-redaction.ts'
import { AppError } from '../../../shared/result.ts'
import type { HandlersOf } from '../handler.ts'
import type { TaskControl } from '../tasks/tasks.ts'
import { gatherReport } from './report-data.ts'
import type { ReportMessage, ReportOrder } from './report-worker.ts'

type Made = Extract<ReportMessage, { kind: 'made' }>

/** Waits for the worker's file; a cancelled task ends the worker at once. */
function waitForFile(worker: Worker, control: TaskControl): Promise<Made> {
  return new Promise<Made>((resolve, reject) => {
    const cancel = () => {
      void worker.terminate()
      reject(new AppError('cancelled', 'Cancelled. No report was made.'))
    }
    control.signal.addEventListener('abort', cancel, { once: true })
    worker.on('message', (message: ReportMessage) => {
      if (message.kind === 'made') resolve(message)
      else control.report(message.words, message.done, message.total)
    })
    worker.on('error', reject)
    // A worker that ends without a word has failed.
    worker.on('exit', (code) => reject(new Error(`the report worker ended early (${code})`)))
    if (control.signal.aborted) cancel()
  })
}

export const reportHandlers: HandlersOf<'report.make'> = {
  async 'report.make'(choices, { db, today, startWorker, transfers, control }) {
    control.report('Gathering the evidence', 0, 100)
    const data = await gatherReport(db, { ...choices, asAt: choices.asAt ?? today() })
    const order: ReportOrder = { data, format: choices.format }
    const { bytes, pages, missingGlyphs, notes } = await waitForFile(startWorker('report-worker', order), control)
    const { id, size } = await transfers.offer(bytes)
    const name = `${data.provider.name}, ${data.assessment.title}, ${audienceWords[data.audience]}, ${data.asAt}`
    return {
      transferId: id,
      fileName: `${safeFileName(name)}.${choices.format}`,
      size,
      pages,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      missingGlyphs,
      notes,
    }
  },
}
