import { stat } from 'node:fs/promises'
import type { ResourceLimits, Worker } from 'node:worker_threads'
import { AppError, type Result } from '../../../shared/result.ts'
import {
  ExtractionFault,
  extractionLimits,
  faultCodes,
  type ExtractionLimits,
  type ExtractionReason,
} from './extraction.ts'
import type { ExtractionJob, ExtractionMessage } from './extraction-worker.ts'

/** The details of a failure to read a file: why, and which file. */
export type ExtractionDetails = { reason: ExtractionReason; file: string }

/** Starts the built `extraction-worker` with its data, under bounds on its heap. */
export type StartExtractionWorker = (
  name: 'extraction-worker',
  data: unknown,
  options?: { resourceLimits?: ResourceLimits },
) => Worker

/** How to read a file: how workers are started, bounds other than the usual ones, a way to stop, and where progress (0 to 1) goes. */
export type ExtractionOptions = {
  startWorker: StartExtractionWorker
  limits?: Partial<ExtractionLimits>
  signal?: AbortSignal
  onProgress?: (done: number) => void
}

/** How often the memory of the process is looked at, in milliseconds. */
const WATCH = 20

let line: Promise<unknown> = Promise.resolve()

/** Hears what the worker says of the file, and answers the value that ends the reading; undefined while there is more to come. */
type Hear<T> = (message: ExtractionMessage) => T | undefined

/**
 * Reads a file in a worker under bounds on time, memory and what archives inflate to. Never throws for a bad file: the failure has a code,
 * one sentence that names the file, and {@link ExtractionDetails}. Files are read one after another, since the memory that is watched is
 * the whole process's. `hear` is given each message but faults and progress.
 */
export function runExtraction<T>(
  job: Omit<ExtractionJob, 'limits'>,
  options: ExtractionOptions,
  hear: Hear<T>,
): Promise<Result<T>> {
  const turn = line.then(() => runNow(job, options, hear))
  line = turn.catch(() => undefined)
  return turn
}

async function runNow<T>(
  job: Omit<ExtractionJob, 'limits'>,
  { startWorker, limits, signal, onProgress }: ExtractionOptions,
  hear: Hear<T>,
): Promise<Result<T>> {
  const { file, fileName } = job
  const bounds = { ...extractionLimits, ...limits }
  try {
    if (signal?.aborted) throw cancelled(fileName)
    const size = typeof file === 'string' ? await sizeOf(file, fileName) : file.byteLength
    if (size > bounds.fileBytes) throw tooLarge(fileName, bounds.fileBytes)
    const worker = startWorker('extraction-worker', { ...job, limits: bounds } satisfies ExtractionJob, {
      resourceLimits: { maxOldGenerationSizeMb: bounds.heapMegabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    })
    return { ok: true, value: await watch(worker, fileName, bounds, signal, onProgress, hear) }
  } catch (error) {
    if (!(error instanceof ExtractionFault)) throw error
    const details: ExtractionDetails = { reason: error.reason, file: fileName }
    return { ok: false, error: new AppError(faultCodes[error.reason], error.message, details).toFailure() }
  }
}

/** Waits for the worker's answer, and ends the worker when it takes too long or too much memory. */
function watch<T>(
  worker: Worker,
  fileName: string,
  limits: ExtractionLimits,
  signal: AbortSignal | undefined,
  onProgress: ((done: number) => void) | undefined,
  hear: Hear<T>,
): Promise<T> {
  const memoryBefore = process.memoryUsage.rss()
  return new Promise<T>((resolve, reject) => {
    let settled = false
    const settle = (settleWith: () => void) => {
      if (settled) return
      settled = true
      clearTimeout(timer)
      clearInterval(watcher)
      signal?.removeEventListener('abort', stop)
      // The next file's memory is counted from when this worker's is given back.
      worker.terminate().then(settleWith, settleWith)
    }
    const failWith = (fault: ExtractionFault) => settle(() => reject(fault))
    const stop = () => failWith(cancelled(fileName))
    const timer = setTimeout(() => failWith(tooSlow(fileName, limits.milliseconds)), limits.milliseconds)
    const watcher = setInterval(() => {
      if (process.memoryUsage.rss() - memoryBefore > limits.memoryBytes) failWith(tooMuchMemory(fileName))
    }, WATCH)
    signal?.addEventListener('abort', stop)

    worker.on('message', (message: ExtractionMessage) => {
      if ('progress' in message) return onProgress?.(message.progress)
      if ('reason' in message) return failWith(new ExtractionFault(message.reason, message.sentence))
      if (settled) return
      const answer = hear(message)
      if (answer !== undefined) settle(() => resolve(answer))
    })
    worker.on('error', (error: Error & { code?: string }) =>
      failWith(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuchMemory(fileName) : endedEarly(fileName)),
    )
    worker.on('exit', () => failWith(endedEarly(fileName)))
  })
}

async function sizeOf(path: string, fileName: string): Promise<number> {
  try {
    const found = await stat(path)
    if (!found.isFile())
      throw new ExtractionFault(
        'unreadable',
        `“${fileName}” is ${found.isDirectory() ? 'a folder' : 'a device'}, not a file. Choose a file.`,
      )
    return found.size
  } catch (error) {
    if (error instanceof ExtractionFault) throw error
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR'))
      throw new ExtractionFault(
        'missing',
        `“${fileName}” is not there: it may have been moved or renamed. Choose it again.`,
      )
    throw new ExtractionFault(
      'unreadable',
      `“${fileName}” could not be opened. Check that you may read it and that no other program holds it.`,
    )
  }
}

const cancelled = (fileName: string) =>
  new ExtractionFault('cancelled', `Reading “${fileName}” was stopped before it was done. Nothing was kept of it.`)

const tooLarge = (fileName: string, bytes: number) =>
  new ExtractionFault(
    'too-large',
    `“${fileName}” is larger than ${Math.round(bytes / 1_000_000)} MB, too large to read. Save the pages you need as a new file.`,
  )

const tooSlow = (fileName: string, milliseconds: number) =>
  new ExtractionFault(
    'too-slow',
    `“${fileName}” took longer than ${Math.round(milliseconds / 1_000)} seconds to read and was given up. Save the pages you need as a new file.`,
  )

const tooMuchMemory = (fileName: string) =>
  new ExtractionFault(
    'too-much-memory',
    `“${fileName}” needs more memory to read than any care plan should and was given up. Save the pages you need as a new file.`,
  )

const endedEarly = (fileName: string) =>
  new ExtractionFault(
    'damaged',
    `“${fileName}” could not be read: the reading ended without an answer. Open it in a word processor and save it again as .docx or PDF.`,
  )
