import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { ApplicationOptions } from './core/application.ts'

/** The pages that the build makes, beside the folder of the main files. */
export const pagesFolder = path.join(__dirname, '../renderer')

/** The preload script that the build makes. */
export const preloadFile = path.join(__dirname, '../preload/index.cjs')

/** The checklist packs that come with the product: data at the top of the project, and of the packaged files. */
export const checklistsFolder = path.join(__dirname, '../../checklists')

/** Starts a worker out of its built file, which stands beside the entries. */
export const startWorker: ApplicationOptions['startWorker'] = (name, data, options) =>
  new Worker(path.join(__dirname, `${name}.cjs`), { ...options, workerData: data })
