import { readFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { damaged } from './archive.ts'
import { ExtractionFault, type Extraction, type ExtractionLimits, type ExtractionReason } from './extraction.ts'
import { readDocument } from './read-document.ts'

/** What the worker is given: a file by its bytes or its path. */
export type ExtractionJob = { file: Uint8Array | string; fileName: string; limits: ExtractionLimits }

/** What the worker says: how far it is (0 to 1), then once the text or the fault. */
export type ExtractionMessage =
  | { progress: number }
  | { extraction: Extraction }
  | { reason: ExtractionReason; sentence: string }

async function run({ file, fileName, limits }: ExtractionJob): Promise<ExtractionMessage> {
  try {
    const bytes = typeof file === 'string' ? readFileSync(file) : file
    const onProgress = (progress: number) => parentPort?.postMessage({ progress } satisfies ExtractionMessage)
    return { extraction: await readDocument({ bytes, fileName, limits, onProgress }) }
  } catch (error) {
    // Whatever a reader throws at a file, the file is what is at fault, and the person gets a sentence.
    const fault = error instanceof ExtractionFault ? error : damaged(fileName)
    return { reason: fault.reason, sentence: fault.message }
  }
}

void run(workerData as ExtractionJob).then((message) => parentPort?.postMessage(message))
