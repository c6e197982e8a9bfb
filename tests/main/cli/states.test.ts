import { execFile } from 'node:child_process'
import { chmod, cp, mkdir, readdir, readFile, truncate, writeFile } from 'node:fs/promises'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { Kysely, sql } from 'kysely'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { Sqlite3Dialect } from '../../../src/main/core/database/sqlite3-dialect.ts'
import { startHost } from '../../support/web-host.ts'
import { makeFolder } from '../../support/workspace.ts'

const entry = path.resolve(import.meta.dirname, '../../../out/main/cli.cjs')

/** Runs the built command line as a person would. */
const run = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) =>
    execFile(process.execPath, [entry, ...args], { timeout: 30_000 }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    ),
  )

let whole = ''
beforeAll(async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'recovery-evidence-cli-states-'))
  whole = path.join(folder, 'whole')
  const { code, err } = await run('init', '--workspace', whole, '--provider', 'Osmere Partnership Trust')
  if (code !== 0) throw new Error(`the workspace could not be made: ${err}`)
  return () => rmSync(folder, { recursive: true, force: true })
})

/** A copy of a whole workspace, in a folder of this name. */
async function copyTo(name: string): Promise<string> {
  const folder = path.join(makeFolder(), name)
  await cp(whole, folder, { recursive: true })
  return folder
}

const log = (folder: string) =>
  run('call', 'evidence.log', '--workspace', folder, '--json', '{"title":"A","shows":"b","sourceKind":"people"}')

test('a workspace that is not there: 1, and what may have happened', async () => {
  const { code, out, err } = await run('status', '--workspace', makeFolder())
  expect([code, out, err]).toEqual([1, '', 'There is no workspace in this folder. It may have been moved.\n'])
})

test('a damaged one: 1, and it is as it was', async () => {
  const folder = await copyTo('damaged')
  await truncate(path.join(folder, 'workspace.db'), 20_480)
  const before = await readFile(path.join(folder, 'workspace.db'))
  const { code, out, err } = await run('status', '--workspace', folder)
  expect([code, out, err]).toEqual([1, '', 'This workspace is damaged. It has not been changed.\n'])
  expect((await readFile(path.join(folder, 'workspace.db'))).equals(before)).toBe(true)
})

test('one of a newer version: 1, and nothing is opened', async () => {
  const folder = await copyTo('newer')
  const filename = path.join(folder, 'workspace.db')
  const database = new Kysely<unknown>({ dialect: new Sqlite3Dialect({ filename, pragmas: ['journal_mode=DELETE'] }) })
  await sql`insert into kysely_migration (name, timestamp) values ('9999-from-tomorrow', '2030-01-01')`.execute(
    database,
  )
  await database.destroy()
  const { code, out, err } = await run('status', '--workspace', folder)
  expect([code, out]).toEqual([1, ''])
  expect(err).toBe('This workspace was made by a newer version. Nothing was opened or changed.\n')
})

test('one that is open elsewhere: it is read, who has it is said, and a change ends with 1', async () => {
  const folder = await copyTo('in use')
  const writer = await startHost(makeFolder(), ['--workspace', folder])
  onTestFinished(() => writer.kill())
  const status = await run('status', '--workspace', folder)
  expect(status.code).toBe(0)
  expect(status.out).toContain('Osmere Partnership Trust')
  expect(status.err).toMatch(/^Open in another window on this PC since \d\d:\d\d \(.+\)\. You can read it\.\n$/)
  const change = await log(folder)
  expect(change.code).toBe(1)
  expect(change.err).toContain('Open in another window on this PC since')
})

test.skipIf(process.getuid?.() === 0)(
  'a folder that cannot be written: it is read, and a change ends with 1',
  async () => {
    const folder = await copyTo('read only')
    await chmod(folder, 0o555)
    onTestFinished(() => chmod(folder, 0o755))
    const status = await run('status', '--workspace', folder)
    expect([status.code, status.err]).toEqual([0, 'This folder cannot be written to. You can read it.\n'])
    expect(await log(folder)).toMatchObject({ code: 1 })
  },
)

test('a synced folder: 1 and how to use it all the same, with which it is used and the warning stays', async () => {
  const folder = await copyTo('OneDrive - Osmere Trust')
  await writeFile(path.join(folder, 'workspace-TEAM-PC-3.db'), 'a copy that conflicts')
  const refused = await log(folder)
  expect([refused.code, refused.out]).toEqual([1, ''])
  expect(refused.err).toMatch(/A sync service copies this folder.*OneDrive.*workspace-TEAM-PC-3\.db[\s\S]*--use-synced/)
  const used = await run('status', '--workspace', folder, '--use-synced')
  expect(used.code).toBe(0)
  expect(used.err).toMatch(/A sync service copies this folder/)
})

test('a folder that holds something else is not made into a workspace: 1, and nothing in it is touched', async () => {
  const folder = makeFolder()
  await mkdir(path.join(folder, 'letters'))
  const { code, err } = await run('sample', '--workspace', folder)
  expect(code).toBe(1)
  expect(err).toContain('is not empty')
  expect(await readdir(folder)).toEqual(['letters'])
})
