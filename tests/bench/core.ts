/**
 * Measures the core at size, each figure beside the same work done raw where there is a raw: `npx node tests/bench/core.ts [items...]`,
 * 1,000, 10,000 and 100,000 items unless told otherwise. The core's own source is run, by Vite's module runner; only the worker that reads
 * files is the built one.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import sqlite3 from 'sqlite3'
import { runnerImport } from 'vite'
import type { Application } from '../../src/main/core/application.ts'
import type { InputOf, MethodName, OutputOf, TaskName } from '../../src/shared/contract.ts'
import { sourceKinds } from '../../src/shared/model/vocabulary.ts'

const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const defaultItems = [1_000, 10_000, 100_000]
/** Rows of one file: the most that one import takes. */
const rowsOfFile = 50_000
const rounds = 30

const services = ['acute-wards', 'forensic-wards', 'older-people-wards', 'community-adults', 'crisis-services']
const prompts = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10']
/** Words from common to rare, as searches meet them. */
const words = ['plan', 'ward', 'peer', 'garden', 'advocate', 'discharge', 'menu', 'cafe', 'tribunal', 'choir']
const wordOf = (number: number) => words.filter((_, position) => number % 2 ** position === 0).join(' ')

const pad = (number: number) => String(number).padStart(2, '0')
const dayOf = (number: number) => `${2024 + (number % 3)}-${pad((number % 12) + 1)}-${pad((number % 28) + 1)}`

function csvOf(first: number, last: number): Uint8Array {
  const lines = ['title,shows,source_kind,from,to,where_kept,ward,said_by,prompts,relation,chime,note']
  for (let number = first; number < last; number += 1) {
    const service = services[number % services.length] ?? ''
    const linked = number % 7 === 0 ? '' : `${prompts[number % prompts.length]}@${service}; P${(number % 6) + 1}`
    const relation = number % 11 === 0 ? 'contradicts' : 'supports'
    const kind = sourceKinds[number % sourceKinds.length]
    const ward = `Ward ${number % 5}-${number % 3}`
    const day = dayOf(number)
    lines.push(
      `Item ${number} ${wordOf(number)},"What was seen at visit ${number}, in a sentence of usual length about care.",${kind},${day},${day},Shared drive folder ${number % 40},${ward},${number % 9},${linked},${relation},hope,`,
    )
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}

type Call = <Name extends MethodName>(method: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>

const callerOf =
  (application: Application): Call =>
  async (method, input) => {
    const answer = await application.dispatch(method, input)
    if (!answer.ok) throw new Error(`${method}: ${answer.error.message}`)
    return answer.value as never
  }

async function finish(call: Call, started: OutputOf<TaskName>) {
  for (;;) {
    const task = await call('tasks.get', started)
    if (task.state === 'done') return task.result
    if (task.state !== 'running') throw new Error(JSON.stringify(task.error))
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

async function bringIn(call: Call, bytes: Uint8Array) {
  const { id } = await call('transfers.begin', { name: 'items.csv', size: bytes.length })
  for (let offset = 0; offset < bytes.length; offset += 1_048_576)
    await call('transfers.append', {
      id,
      offset,
      bytes: Buffer.from(bytes.subarray(offset, offset + 1_048_576)).toString('base64'),
    })
  const report = await finish(call, await call('evidence.import', { transferId: id }))
  if (!(report as { written: boolean }).written) throw new Error(JSON.stringify(report).slice(0, 500))
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** The 95th percentile of as many rounds, in milliseconds; the first round warms and does not count. */
async function p95(works: readonly (() => Promise<unknown>)[]): Promise<number> {
  await works[0]?.()
  const times: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const work = works[round % works.length]
    if (work) times.push(await timed(work))
  }
  return times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0
}

type Raw = { all(sql: string): Promise<unknown[]>; close(): Promise<void> }

function openRaw(file: string): Raw {
  const database = new sqlite3.Database(file)
  return {
    all: (sql) =>
      new Promise((resolve, reject) => database.all(sql, (error, rows) => (error ? reject(error) : resolve(rows)))),
    close: () => new Promise((resolve) => database.close(() => resolve())),
  }
}

/** Brings the same rows in with statements of 500 rows, with the same indexes and the same search index, and nothing else. */
async function importRaw(workspace: string, folder: string): Promise<number> {
  const raw = openRaw(path.join(folder, 'raw.db'))
  await raw.all(`attach '${workspace}' as core`)
  const made = (await raw.all(
    `select sql from core.sqlite_master where sql is not null and (name = 'evidence' or tbl_name = 'evidence')
      and name not like 'sqlite_%' order by type = 'table' desc`,
  )) as { sql: string }[]
  await raw.all('pragma journal_mode=wal')
  await raw.all('pragma synchronous=full')
  const [table, ...others] = made
  const search = (await raw.all(`select sql from core.sqlite_master where name = 'evidence_search'`)) as {
    sql: string
  }[]
  for (const { sql } of [...(table ? [table] : []), ...search, ...others]) await raw.all(sql)
  const [count] = (await raw.all('select max(seq) as last from core.evidence')) as { last: number }[]
  const time = await timed(async () => {
    await raw.all('begin')
    for (let seq = 0; seq < (count?.last ?? 0); seq += 500)
      await raw.all(`insert into main.evidence select * from core.evidence where seq > ${seq} and seq <= ${seq + 500}`)
    await raw.all('commit')
  })
  await raw.close()
  return time
}

const shown = (time: number) => `${time < 10 ? time.toFixed(1) : Math.round(time)} ms`
const ratio = (time: number, raw: number) => `${(time / raw).toFixed(1)} x`

async function measure(items: number) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'recovery-evidence-bench-'))
  const { module } = await runnerImport<typeof import('../../src/main/core/application.ts')>(
    path.join(projectFolder, 'src/main/core/application.ts'),
    { root: projectFolder, configFile: false, logLevel: 'error' },
  )
  const open = () =>
    module.createApplication({
      dataFolder: path.join(folder, 'data'),
      checklistsFolder: path.join(projectFolder, 'checklists'),
      startWorker: (name, data, options) =>
        new Worker(path.join(projectFolder, 'out/main', `${name}.cjs`), { ...options, workerData: data }),
      actorName: 'Bench',
    })
  try {
    let application = await open()
    let call = callerOf(application)
    await call('workspaces.create', {
      workspace: {
        provider: 'Osmere Partnership Trust',
        coreServices: services,
        wards: services.flatMap((coreService, position) =>
          [0, 1, 2].map((ward) => ({ coreService, name: `Ward ${position}-${ward}` })),
        ),
        from: '2026-04-01',
        to: '2026-09-30',
      },
    })
    const importing = await timed(async () => {
      for (let first = 0; first < items; first += rowsOfFile)
        await bringIn(call, csvOf(first, Math.min(items, first + rowsOfFile)))
    })
    const [listed] = await call('workspaces.list', {})
    const file = path.join(listed?.folder ?? '', 'workspace.db')
    await application.close()

    application = await open()
    call = callerOf(application)
    const ready = await timed(async () => {
      await call('workspaces.open', { id: listed?.id ?? '' })
      await call('evidence.list', {})
    })
    const list = (input: InputOf<'evidence.list'>) => () => call('evidence.list', input)
    const finding = await call('findings.find', { prompt: 'C1', scope: 'acute-wards' })
    const [sample] = (await call('evidence.list', { limit: 1 })).rows
    let version = sample?.version ?? 1
    const raw = openRaw(file)
    const rawPage = await p95([() => raw.all('select * from evidence where in_bin = 0 order by seq desc limit 100')])
    const rawSearch = await p95(
      words.map(
        (word) => () =>
          raw.all(`select * from evidence where in_bin = 0 and seq in
            (select rowid from evidence_search where evidence_search match '"${word}"*' order by rowid desc limit 100)
            order by seq desc limit 100`),
      ),
    )
    const page = await p95([list({})])
    const search = await p95(words.map((word) => list({ filter: { words: word } })))
    const rows = {
      items,
      ready: shown(ready),
      'evidence page': `${shown(page)}, ${ratio(page, rawPage)}`,
      'last page': shown(await p95([list({ offset: items - 100 })])),
      'by title': shown(await p95([list({ sort: 'title', descending: false })])),
      'by where': shown(await p95([list({ sort: 'where', descending: false })])),
      'by describes': shown(await p95([list({ sort: 'describes' })])),
      'stale view': shown(await p95([list({ filter: { view: 'stale' } })])),
      'by regulation': shown(await p95([list({ filter: { regulations: ['mha-code'] } })])),
      'by scope': shown(await p95([list({ filter: { scopeId: finding.scopeId } })])),
      search: `${shown(search)}, ${ratio(search, rawSearch)}`,
      tally: shown(await p95([() => call('evidence.tally', {})])),
      matrix: shown(await p95([() => call('overview.get', {})])),
      'gaps of all': shown(await p95([() => call('findings.list', {})])),
      'one finding': shown(await p95([() => call('findings.get', { id: finding.id })])),
      provider: shown(await p95([() => call('provider.get', {})])),
      'a change': shown(
        await p95([
          async () => {
            const changed = await call('evidence.update', {
              id: sample?.id ?? '',
              expectedVersion: version,
              changes: { shows: `Changed ${version}` },
            })
            version = changed.version
          },
        ]),
      ),
      verify: shown(await timed(async () => finish(call, await call('workspace.verify', {})))),
      'undo import': '',
      import: '',
      memory: `${Math.round(process.memoryUsage().rss / 1_048_576)} MB`,
    }
    await raw.close()
    for (;;) {
      const { undo } = await call('history.state', {})
      if (undo === null || undo.words.startsWith('Evidence brought in')) break
      await call('history.undo', {})
    }
    rows['undo import'] = shown(await timed(() => call('history.undo', {})))
    await application.close()
    rows.import = `${shown(importing)}, ${ratio(importing, await importRaw(file, folder))}`
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const asked = process.argv.slice(2).map(Number)
for (const items of asked.length > 0 ? asked : defaultItems) console.table(await measure(items))
