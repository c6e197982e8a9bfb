import { createReadStream } from 'node:fs'
import { mkdtemp, rm, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createClient, type Client } from '../../shared/client.ts'
import { chunkSize, type TaskName, type TaskResultOf } from '../../shared/contract.ts'
import { AppError, type Failure } from '../../shared/result.ts'
import type { Application } from '../core/application.ts'

/** How the command line makes an application: over a folder of its own, for one command. */
export type MakeApplication = (options: { dataFolder: string; actorName?: string }) => Promise<Application>

/** One command's use of the product: an application, and the same client that screens have. */
export type Session = { application: Application; client: Client }

/** Runs one command with an application of its own, and leaves nothing behind. */
export async function withApplication<T>(
  make: MakeApplication,
  actorName: string | undefined,
  run: (session: Session) => Promise<T>,
): Promise<T> {
  const dataFolder = await mkdtemp(path.join(os.tmpdir(), 'recovery-evidence-'))
  const application = await make({ dataFolder, ...(actorName === undefined ? {} : { actorName }) })
  try {
    return await run({ application, client: createClient((method, input) => application.dispatch(method, input)) })
  } finally {
    await application.close()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

/** Brings a file in by chunks, as a page would, and answers its transfer id. */
export async function bringIn(client: Client, file: string): Promise<string> {
  const size = await stat(file).then(
    (found) => found.size,
    () => {
      throw new AppError('file-missing', `“${file}” is not there.`)
    },
  )
  const { id } = await client.call('transfers.begin', { name: path.basename(file), size })
  let offset = 0
  for await (const chunk of createReadStream(file, { highWaterMark: chunkSize }) as AsyncIterable<Buffer>) {
    await client.call('transfers.append', { id, offset, bytes: chunk.toString('base64') })
    offset += chunk.length
  }
  return id
}

/** How often a task is asked whether it is done, in milliseconds: the event that would tell may be missed by a fast one. */
const askEvery = 25

/** Waits for a task and answers its result; its failure is thrown. */
export async function waitFor<Name extends TaskName>(client: Client, taskId: string): Promise<TaskResultOf<Name>> {
  for (;;) {
    const task = await client.call('tasks.get', { taskId })
    if (task.state === 'done') return task.result as TaskResultOf<Name>
    if (task.state !== 'running') {
      const { code, message, details } = task.error as Failure
      throw new AppError(code, message, details)
    }
    await new Promise((resolve) => setTimeout(resolve, askEvery))
  }
}
