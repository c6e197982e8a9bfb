import { AppError } from '../../../shared/result.ts'
import type { StartWorker } from '../handler.ts'
import type { CarePlanAnswer, CarePlanJob } from './read-together.ts'

/** Reads plans in a worker; a cancelled task ends it at once. */
export function runReading(startWorker: StartWorker, job: CarePlanJob, signal: AbortSignal): Promise<CarePlanAnswer> {
  return new Promise<CarePlanAnswer>((resolve, reject) => {
    const worker = startWorker('care-plan-worker', job)
    const end = (settle: () => void) => {
      signal.removeEventListener('abort', cancel)
      void worker.terminate()
      settle()
    }
    const cancel = () => end(() => reject(new AppError('cancelled', 'Cancelled. No plan was added.')))
    signal.addEventListener('abort', cancel)
    worker.on('message', (answer: CarePlanAnswer) => end(() => resolve(answer)))
    worker.on('error', (error) => end(() => reject(error)))
    // A worker that ends without a word has failed.
    worker.on('exit', (code) => end(() => reject(new Error(`the care-plan worker ended early (${code})`))))
    if (signal.aborted) cancel()
  })
}
