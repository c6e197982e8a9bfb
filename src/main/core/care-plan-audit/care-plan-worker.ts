import { parentPort, workerData } from 'node:worker_threads'
import { readTogether, type CarePlanJob } from './read-together.ts'

// What is thrown here reaches the starter as the worker's error.
parentPort?.postMessage(readTogether(workerData as CarePlanJob))
