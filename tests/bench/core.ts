/**
 * Measures the core at size, each figure beside the same work done raw where there is a raw: `npx node tests/bench/core.ts [items...]`,
 * 1,000, 10,000 and 100,000 items unless told otherwise. The core's own source is run, by Vite's module runner; only the worker that reads
 * files is the built one.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import sqlite3 from 'sqlite3'
import { runnerImport } from 'vite'
import type { Application } from '../../src/main/core/application.ts'
import type { InputOf } from '../../src/shared/contract.ts'
import { bringInMany, createForMany, finishTask, wordsOfMany, type Call } from '../support/many-items.ts'

const projectFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const defaultItems = [1_000, 10_000, 100_000]
const rounds = 30

const callerOf =
  (application: Application): Call =>
  async (method, input) => {
    const answer = await application.dispatch(method, input)
    if (!answer.ok) throw new Error(`${method}: ${answer.error.message}`)
    return answer.value as never
  }

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Work that goes on for long: its time, and by how much memory grew while it ran, in MB. */
async function watched(work: () => Promise<unknown>): Promise<{ time: number; grew: number }> {
  const before = process.memoryUsage().rss
  let most = before
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 20)
  const time = await timed(work)
  clearInterval(timer)
  return { time, grew: Math.round((most - before) / 1_048_576) }
}

/** Watches for how long nobody else had a turn on this thread: the longest, in milliseconds. */
function watchPauses(): () => number {
  const delays = monitorEventLoopDelay({ resolution: 5 })
  delays.enable()
  return () => {
    delays.disable()
    return delays.max / 1e6
  }
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
const beside = (time: number, raw: number) => `${shown(time)}, ${(time / raw).toFixed(1)} x`
const grown = ({ time, grew }: { time: number; grew: number }, raw: number) => `${beside(time, raw)}, +${grew} MB`

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
    await createForMany(call)
    const longest = watchPauses()
    const importing = await timed(() => bringInMany(call, items, { isPlaced: true }))
    const pause = longest()
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
      wordsOfMany.map(
        (word) => () =>
          raw.all(`select * from evidence where in_bin = 0 and seq in
            (select rowid from evidence_search where evidence_search match '"${word}"*' order by rowid desc limit 100)
            order by seq desc limit 100`),
      ),
    )
    const opened = await timed(async () => {
      const another = openRaw(file)
      await another.all('select * from evidence where in_bin = 0 order by seq desc limit 100')
      await another.close()
    })
    const rawFindings = await p95([
      () =>
        raw.all(`select * from finding join finding_facts on finding_facts.finding_id = finding.id
        join scope on scope.id = finding.scope_id order by scope.position`),
    ])
    const rawCheck = await timed(() => raw.all('pragma quick_check'))
    const rawCopy = await timed(() => raw.all(`vacuum into '${path.join(folder, 'copy.db')}'`))
    const page = await p95([list({})])
    const search = await p95(wordsOfMany.map((word) => list({ filter: { words: word } })))
    const rows = {
      items,
      ready: beside(ready, opened),
      'evidence page': beside(page, rawPage),
      'last page': shown(await p95([list({ offset: items - 100 })])),
      'by title': shown(await p95([list({ sort: 'title', descending: false })])),
      'by where': shown(await p95([list({ sort: 'where', descending: false })])),
      'by describes': shown(await p95([list({ sort: 'describes' })])),
      'stale view': shown(await p95([list({ filter: { view: 'stale' } })])),
      'by regulation': shown(await p95([list({ filter: { regulations: ['mha-code'] } })])),
      'by scope': shown(await p95([list({ filter: { scopeId: finding.scopeId } })])),
      search: beside(search, rawSearch),
      tally: shown(await p95([() => call('evidence.tally', {})])),
      matrix: beside(await p95([() => call('overview.get', {})]), rawFindings),
      'gaps of all': beside(await p95([() => call('findings.list', {})]), rawFindings),
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
      history: shown(await p95([() => call('history.state', {})])),
      trail: shown(await p95([() => call('trail.list', { limit: 50 })])),
      verify: grown(await watched(async () => finishTask(call, await call('workspace.verify', {}))), rawCheck),
      backup: grown(await watched(async () => finishTask(call, await call('backups.make', {}))), rawCopy),
      'undo import': '',
      import: '',
      'longest pause of it': shown(pause),
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
    rows.import = beside(importing, await importRaw(file, folder))
    return rows
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const asked = process.argv.slice(2).map(Number)
for (const items of asked.length > 0 ? asked : defaultItems) console.table(await measure(items))
