import type { Worker } from 'node:worker_threads'
import { AppError } from '../../../shared/result.ts'
import type { TaskControl } from '../tasks/tasks.ts'
import type { ReportMessage } from './report-worker.ts'

type Made = Extract<ReportMessage, { kind: 'made' }>

/** Waits for the worker's file; a cancelled task ends the worker at once. */
export function waitForFile(worker: Worker, control: TaskControl): Promise<Made> {
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
