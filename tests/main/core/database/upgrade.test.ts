import { sql, type Kysely } from 'kysely'
import { execFile } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { migrations } from '../../../../src/main/core/database/migrations/index.ts'
import { openDatabase } from '../../../../src/main/core/database/open-database.ts'
import { failureOf, makeFolder, openApplication, openWorkspace } from '../../../support/workspace.ts'

/** A workspace, closed, whose database looks as if the last migration had not been made yet. */
async function makeEarlier() {
  const { client } = await openWorkspace()
  const [workspace] = await client.call('workspaces.list', {})
  const folder = workspace?.folder ?? ''
  const { total } = await client.call('evidence.list', {})
  await client.call('workspaces.close', {})
  return { folder, total }
}

const next = (up: (database: Kysely<unknown>) => Promise<void>) => ({ ...migrations, '9999-next': { up } })
const raw = (words: string) => async (database: Kysely<unknown>) => {
  await sql.raw(words).execute(database)
}

describe('an upgrade', () => {
  test('is begun only after what must come before it, and not at all when that fails', async () => {
    const { folder } = await makeEarlier()
    const before = await readFile(path.join(folder, 'workspace.db'))
    let wasAsked = 0
    const opening = openDatabase(folder, {
      check: false,
      steps: next(raw('create table x (y text)')),
      beforeUpgrade: async () => {
        wasAsked += 1
        throw new Error('no backup could be made')
      },
    })
    await expect(opening).rejects.toThrow('no backup could be made')
    expect(wasAsked).toBe(1)
    expect(Buffer.compare(await readFile(path.join(folder, 'workspace.db')), before)).toBe(0)
  })

  test.each([
    ['breaks in the middle', 'create table half (x text); drop table nowhere'],
    ['would leave a row that leads nowhere', 'pragma defer_foreign_keys = on; update ward set core_service_id = 9'],
  ])('that %s leaves the database as it was, and the earlier version opens it', async (_, words) => {
    const { folder } = await makeEarlier()
    const steps = next(async (database) => {
      for (const each of words.split(';')) await raw(each)(database)
    })
    const failure = await openDatabase(folder, { check: false, steps }).catch((error: unknown) => error)
    expect(failure).toMatchObject({
      code: 'upgrade-failed',
      message: 'The upgrade did not finish. Your workspace is as it was before.',
    })
    const opened = await openDatabase(folder, { check: true })
    const { rows } = await sql`select 1 from sqlite_master where name = 'half'`.execute(opened.reader)
    expect(rows).toEqual([])
    expect(await opened.reader.selectFrom('ward').selectAll().where('core_service_id', '=', '9').execute()).toEqual([])
    await opened.close()
  })

  test('of a database that is up to date, or new, asks for no backup', async () => {
    const { folder } = await makeEarlier()
    let wasAsked = 0
    const beforeUpgrade = async () => void (wasAsked += 1)
    await (await openDatabase(folder, { check: false, beforeUpgrade })).close()
    await rm(path.join(folder, 'workspace.db'))
    await (await openDatabase(folder, { check: false, beforeUpgrade })).close()
    expect(wasAsked).toBe(0)
  })
})

const rowsOfTheFirst = [
  `insert into provider values ('p1', 1, 'Osmere Partnership Trust', 0)`,
  `insert into checklist values ('bg046', 'V2', '{}', '2026-04-01T09:00:00.000Z')`,
  `insert into assessment values ('a1', 1, 'April to September 2026', '2026-04-01', '2026-09-30', 'draft', null, null, 'bg046', 'V2')`,
  `insert into scope values ('s1', 1, 'a1', 'provider', null, 'Provider', 0, 0)`,
  `insert into trail values (1, '2026-04-01T09:00:00.000Z', 'local', 'Bo', 'workspaces.create', 'x', 'y', 'z')`,
]

/** A workspace as the first version of the product left it. */
async function makeFirst(): Promise<string> {
  const folder = makeFolder()
  const { '0001-first': first } = migrations
  const { writer, close } = await openDatabase(folder, {
    check: false,
    ...(first ? { steps: { '0001-first': first } } : {}),
  })
  if (!writer) throw new Error('it is not open to be written')
  for (const row of rowsOfTheFirst) await sql.raw(row).execute(writer)
  await close()
  return folder
}

test('a workspace of an earlier version is backed up before it is changed, and says so in its list', async () => {
  const folder = await makeFirst()
  const { application, client } = await openApplication()
  await application.openFolder(folder)
  const { backups } = await client.call('backups.list', {})
  expect(backups).toMatchObject([{ reason: 'before-upgrade' }])
  const { assessment } = await client.call('assessments.current', {})
  expect([assessment.title, assessment.boardAsks]).toEqual(['April to September 2026', ''])
})

test('a workspace is not upgraded where no backup of it can be made, and the list says what happened', async () => {
  const folder = await makeFirst()
  // A file where the folder of backups would be.
  await writeFile(path.join(folder, 'backups'), '')
  const { application, client } = await openApplication()
  const { id } = await application.addWorkspace(folder)
  const before = await readFile(path.join(folder, 'workspace.db'))
  const failure = await failureOf(client.call('workspaces.open', { id }))
  expect(failure).toMatchObject({ code: 'upgrade-failed' })
  expect(failure.message).toContain('The upgrade was not begun')
  expect(await client.call('workspaces.list', {})).toMatchObject([{ state: 'upgrade-failed' }])
  expect(Buffer.compare(await readFile(path.join(folder, 'workspace.db')), before)).toBe(0)
  await rm(path.join(folder, 'backups'))
  await client.call('workspaces.open', { id })
})

test('the command line says in one line that an upgrade was not begun, and what became of the workspace', async () => {
  const folder = await makeFirst()
  await writeFile(path.join(folder, 'backups'), '')
  const before = await readFile(path.join(folder, 'workspace.db'))
  const entry = path.resolve(import.meta.dirname, '../../../../out/main/cli.cjs')
  const ran = await new Promise<{ code: unknown; err: string }>((resolve) =>
    execFile(process.execPath, [entry, 'status', '--workspace', folder], (error, _out, err) =>
      resolve({ code: error?.code ?? 0, err }),
    ),
  )
  expect(ran.code).toBe(1)
  expect(ran.err).toMatch(/^The upgrade was not begun, .+ Your workspace is as it was before\..*\n$/)
  expect(Buffer.compare(await readFile(path.join(folder, 'workspace.db')), before)).toBe(0)
})
