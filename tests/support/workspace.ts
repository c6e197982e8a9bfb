import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { onTestFinished } from 'vitest'
import { createApplication, type Application, type ApplicationOptions } from '../../src/main/core/application.ts'
import { createClient, type Client } from '../../src/shared/client.ts'
import type { TaskName, TaskResultOf } from '../../src/shared/contract.ts'
import type { AppEvent } from '../../src/shared/events.ts'
import { AppError, type Failure } from '../../src/shared/result.ts'

const projectFolder = path.resolve(import.meta.dirname, '../..')

/** A folder that is gone when the test has ended. */
export function makeFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'recovery-evidence-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** An application over a data folder of its own, with the built workers. It is closed when the test has ended. */
export async function openApplication(options: Partial<ApplicationOptions> = {}): Promise<TestApplication> {
  const log: string[] = []
  const application = await createApplication({
    dataFolder: makeFolder(),
    checklistsFolder: path.join(projectFolder, 'checklists'),
    startWorker: (name, data, options) =>
      new Worker(path.join(projectFolder, 'out/main', `${name}.cjs`), { ...options, workerData: data }),
    actorName: 'Tess Tester',
    log: (line) => log.push(line),
    ...options,
  })
  onTestFinished(() => application.close())
  const events: AppEvent[] = []
  application.subscribe((event) => events.push(event))
  return { application, client: createClient((method, input) => application.dispatch(method, input)), events, log }
}

export type TestApplication = { application: Application; client: Client; events: AppEvent[]; log: string[] }

/** An application with a small workspace open: a provider with acute wards and a community service. */
export async function openWorkspace(options: Partial<ApplicationOptions> = {}): Promise<TestApplication> {
  const opened = await openApplication(options)
  await opened.client.call('workspaces.create', {
    workspace: {
      provider: 'Osmere Partnership Trust',
      coreServices: ['acute-wards', 'community-adults'],
      wards: [
        { coreService: 'acute-wards', name: 'Rowan Ward' },
        { coreService: 'community-adults', name: 'North team' },
      ],
      from: '2026-04-01',
      to: '2026-09-30',
    },
  })
  return opened
}

/** Waits for a task and answers its result; its failure is thrown. */
export async function finish<Name extends TaskName>(
  client: Client,
  { taskId }: { taskId: string },
): Promise<TaskResultOf<Name>> {
  for (;;) {
    const task = await client.call('tasks.get', { taskId })
    if (task.state === 'done') return task.result as TaskResultOf<Name>
    if (task.state !== 'running') {
      const { code, message } = task.error as Failure
      throw new AppError(code, message)
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Brings bytes in as a page would, and answers their transfer id. */
export async function upload(client: Client, name: string, bytes: Uint8Array): Promise<string> {
  const { id } = await client.call('transfers.begin', { name, size: bytes.length })
  await client.call('transfers.append', { id, offset: 0, bytes: Buffer.from(bytes).toString('base64') })
  return id
}

/** The failure that a call ends with; a call that succeeds fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<AppError> {
  const answer = await call.then(
    () => null,
    (error: unknown) => error,
  )
  if (answer instanceof AppError) return answer
  throw new Error(answer === null ? 'the call succeeded' : `not a failure: ${String(answer)}`)
}
