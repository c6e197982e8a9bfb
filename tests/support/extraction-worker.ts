import { Worker } from 'node:worker_threads'
import type { StartExtractionWorker } from '../../src/main/core/extraction/run-extraction.ts'

const source = new URL('../../src/main/core/extraction/extraction-worker.ts', import.meta.url)

/** Starts the extraction worker from its TypeScript source, whose types Node strips. */
export const startExtractionFromSource: StartExtractionWorker = (_name, data, options) =>
  new Worker(source, { ...options, workerData: data, stderr: true })
