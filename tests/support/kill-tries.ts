import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createApplication, type Application } from '../../src/main/core/application.ts'
import { createClient, type Client } from '../../src/shared/client.ts'
import { daysAfter } from '../../src/shared/model/dates.ts'
import type { TaskName, TaskResultOf } from '../../src/shared/contract.ts'
import { startHost } from './web-host.ts'

/** What the host is killed in the middle of. */
export const killedWorks = ['logging', 'importing', 'attaching', 'backing up', 'undoing', 'signing off'] as const
export type KilledWork = (typeof killedWorks)[number]

/** What a host acknowledged before it was killed. */
type Acknowledged = { titles: string[]; files: string[]; signed: string[] }

/** A try that went wrong, in words. */
export type Fault = { work: KilledWork; after: number; problem: string }

const checklistsFolder = path.resolve(import.meta.dirname, '../../checklists')

/** Opens an application in this process, to make a workspace or to look at what a killed host left. */
const openHere = (dataFolder: string): Promise<Application> =>
  createApplication({
    dataFolder,
    checklistsFolder,
    startWorker: () => {
      throw new Error('no worker is needed here')
    },
  })

async function finish<Name extends TaskName>(client: Client, taskId: string): Promise<TaskResultOf<Name>> {
  for (;;) {
    const task = await client.call('tasks.get', { taskId })
    if (task.state === 'done') return task.result as TaskResultOf<Name>
    if (task.state !== 'running') throw new Error(`the task ended as ${task.state}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

async function bringIn(client: Client, name: string, text: string): Promise<string> {
  const bytes = Buffer.from(text)
  const { id } = await client.call('transfers.begin', { name, size: bytes.length })
  await client.call('transfers.append', { id, offset: 0, bytes: bytes.toString('base64') })
  return id
}

const item = (title: string) => ({ title, shows: 'What it shows', sourceKind: 'people' as const })

/** Works until the host is gone, noting only what it answered. */
async function work(client: Client, kind: KilledWork, run: string, acknowledged: Acknowledged): Promise<void> {
  for (let number = 1; ; number += 1) {
    const title = `${run} item ${number}`
    if (kind === 'importing') {
      const rows = Array.from({ length: 400 }, (_, row) => `${title} row ${row},What it shows,people`)
      const transferId = await bringIn(client, 'many.csv', ['title,shows,source_kind', ...rows].join('\n'))
      const { taskId } = await client.call('evidence.import', { transferId })
      await finish<'evidence.import'>(client, taskId)
      acknowledged.titles.push(`${title} row 0`, `${title} row 399`)
      continue
    }
    const { id } = await client.call('evidence.log', item(title))
    acknowledged.titles.push(title)
    if (kind === 'attaching') {
      const transferId = await bringIn(client, 'note.txt', `${title} ${'x'.repeat(50_000)}`)
      const { sha256 } = await client.call('attachments.add', { evidenceId: id, transferId, name: 'note.txt' })
      acknowledged.files.push(sha256)
    }
    if (kind === 'backing up') await finish<'backups.export'>(client, (await client.call('backups.export', {})).taskId)
    if (kind === 'undoing') {
      // Between the two the item is rightly away.
      acknowledged.titles.pop()
      await client.call('history.undo', {})
      await client.call('history.redo', {})
      acknowledged.titles.push(title)
    }
    if (kind === 'signing off') acknowledged.signed.push(await signOff(client))
  }
}

/** Signs the open cycle off and starts the next, which begins a day later. Answers which was signed. */
async function signOff(client: Client): Promise<string> {
  const { assessment } = await client.call('assessments.current', {})
  const { id, version, from } = assessment
  if (assessment.status === 'draft')
    await client.call('signoff.sign', {
      id,
      expectedVersion: version,
      signer: 'Ada Invented',
      role: 'Director of nursing',
      statement: 'Seen.',
      unassessedReason: 'A try.',
    })
  const next = daysAfter(from, 1)
  await client.call('assessments.startNext', { from: next, to: daysAfter(next, 180) })
  return id
}

/** What is wrong with the cycles of a workspace: a sign-off without its whole snapshot, two open ones, or one that was lost. */
async function inspectCycles(client: Client, acknowledged: Acknowledged): Promise<string | null> {
  const assessments = await client.call('assessments.list', {})
  if (assessments.filter(({ status }) => status === 'draft').length > 1) return 'two assessments are open'
  for (const { id, status } of assessments) {
    const signed = await client.call('signoff.get', { assessmentId: id })
    if ((status === 'signed-off') !== (signed?.intact === true)) return `the sign-off of ${id} is half there`
  }
  const lost = acknowledged.signed.find(
    (id) => !assessments.some((each) => each.id === id && each.signedOffAt !== null),
  )
  if (lost !== undefined) return `lost the sign-off of ${lost}`
  const { scopes, assessment } = await client.call('assessments.current', {})
  const findings = await client.call('findings.list', {})
  return scopes.length === 2 && findings.length === 16 ? null : `the cycle ${assessment.title} is half there`
}

/** What is wrong with the workspace that a killed host left; null when nothing is. */
async function inspect(folder: string, run: string, acknowledged: Acknowledged): Promise<string | null> {
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'recovery-evidence-inspect-'))
  const application = await openHere(dataFolder)
  try {
    const client = createClient((method, input) => application.dispatch(method, input))
    const { mode } = await application.openFolder(folder)
    if (mode !== 'write') return `the workspace opened as ${mode}`
    const titles = new Set<string>()
    for (let offset = 0; ; offset += 500) {
      const { rows } = await client.call('evidence.list', { filter: { words: run }, offset, limit: 500 })
      for (const { title } of rows) titles.add(title)
      if (rows.length < 500) break
    }
    const lost = acknowledged.titles.filter((title) => !titles.has(title))
    if (lost.length > 0) return `lost ${lost.length} of ${acknowledged.titles.length}: ${lost[0]}`
    const parts = [...titles].filter((title) => title.includes(' row ')).length % 400
    if (parts !== 0) return `an import is half there: ${parts} rows beyond whole imports`
    const cycles = await inspectCycles(client, acknowledged)
    if (cycles !== null) return cycles
    const { faults } = await finish<'workspace.verify'>(client, (await client.call('workspace.verify', {})).taskId)
    return faults[0] ?? null
  } finally {
    await application.close()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** A generator of numbers from 0 to 1, so that a run can be repeated. */
function createRandom(seed: number) {
  let state = seed >>> 0
  return () => (state = (state * 1_664_525 + 1_013_904_223) >>> 0) / 2 ** 32
}

/**
 * Kills the host at random moments while it works, `tries` times, and looks each time at what is left. Answers what went wrong and how
 * many acknowledged writes there were in all. The workspace grows from try to try, as one in use would.
 */
export async function runKillTries(tries: number, seed: number): Promise<{ faults: Fault[]; acknowledged: number }> {
  const random = createRandom(seed)
  const root = mkdtempSync(path.join(os.tmpdir(), 'recovery-evidence-kill-'))
  const folder = path.join(root, 'workspace')
  const faults: Fault[] = []
  let acknowledgedInAll = 0
  try {
    const maker = await openHere(path.join(root, 'maker'))
    await maker.createIn(folder, {
      provider: 'Osmere Partnership Trust',
      coreServices: ['acute-wards'],
      wards: [],
      from: '2026-04-01',
      to: '2026-09-30',
      expectedVisit: null,
      checklistId: 'bg046',
    })
    await maker.close()
    for (let number = 0; number < tries; number += 1) {
      const kind = killedWorks[number % killedWorks.length] ?? 'logging'
      const after = 50 + Math.floor(random() * 550)
      const acknowledged: Acknowledged = { titles: [], files: [], signed: [] }
      const run = `try${seed}x${number}`
      const host = await startHost(path.join(root, 'host'), ['--workspace', folder])
      const working = work(host.client, kind, run, acknowledged).catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, after))
      await host.kill()
      await working
      acknowledgedInAll += acknowledged.titles.length
      const problem = await inspect(folder, run, acknowledged).catch((error: unknown) => String(error))
      if (problem !== null) faults.push({ work: kind, after, problem })
    }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
  return { faults, acknowledged: acknowledgedInAll }
}
