import { Worker, type ResourceLimits } from 'node:worker_threads'

const source = new URL('../../src/main/core/extraction/extraction-worker.ts', import.meta.url)

/** Starts the extraction worker from its TypeScript source, whose types Node strips. */
export const startExtractionFromSource = (
  _name: 'extraction-worker',
  data: unknown,
  options?: { resourceLimits?: ResourceLimits },
): Worker => new Worker(source, { ...options, workerData: data, stderr: true })
