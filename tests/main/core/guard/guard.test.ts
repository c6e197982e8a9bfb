import { Kysely, sql } from 'kysely'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { Sqlite3Dialect } from '../../../../src/main/core/database/sqlite3-dialect.ts'
import type { Client } from '../../../../src/shared/client.ts'
import type { Failure } from '../../../../src/shared/result.ts'
import { OpenFinds } from '../../../../src/shared/model/guard.ts'
import {
  failureOf,
  finish,
  makeFolder,
  openApplication,
  openWorkspace,
  upload,
  type TestApplication,
} from '../../../support/workspace.ts'

const nhsNumber = '999 000 0018'

/** Logs an item that a report says, since it is linked to a finding. */
async function logLinked(client: Client, item: { title: string; shows: string; note?: string }) {
  const [finding] = await client.call('findings.list', {})
  return client.call('evidence.log', {
    sourceKind: 'people',
    ...item,
    links: [{ findingId: finding?.id ?? '' }],
  })
}

/** The failure with which the making of the report ends, details included. */
async function refusalOf({ client }: TestApplication) {
  const { taskId } = await client.call('report.make', {})
  for (;;) {
    const task = await client.call('tasks.get', { taskId })
    if (task.state !== 'running') return task.error as Failure
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Runs a statement on the database behind the application's back, as somebody with the file could. */
async function tamper(folder: string, statement: string) {
  const filename = path.join(folder, 'workspace.db')
  const database = new Kysely<unknown>({ dialect: new Sqlite3Dialect({ filename, pragmas: [] }) })
  await sql.raw(statement).execute(database)
  await database.destroy()
}

/** All bytes of a workspace, backups left out. */
function readFiles(folder: string): string {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => !name.startsWith('backups') && statSync(path.join(folder, name)).isFile())
  return files.map((name) => readFileSync(path.join(folder, name), 'latin1')).join('\n')
}

describe('an export that identifiers stand in', () => {
  it('is refused with a list that says where they are and none of them', async () => {
    const opened = await openWorkspace()
    await logLinked(opened.client, {
      title: 'Review of leave',
      shows: `Mrs Ada Quill, NHS number ${nhsNumber}, was asked.`,
    })
    const refused = await refusalOf(opened)
    expect(refused).toMatchObject({ code: 'finds-open' })
    expect(refused.message).toContain('The check found 2 and misses some. Read it before sharing.')
    const { finds } = OpenFinds.parse(refused.details)
    expect(finds.map(({ kind }) => kind).toSorted()).toEqual(['NAME', 'NHS_NUMBER'])
    expect(finds[0]?.where).toBe('Evidence “Review of leave”, what it shows')
    expect(JSON.stringify(refused)).not.toMatch(/Quill|999 000/)
    // The next run names the same finds.
    expect(OpenFinds.parse((await refusalOf(opened)).details).finds.map(({ id }) => id)).toEqual(
      finds.map(({ id }) => id),
    )
    expect(opened.log.join('\n')).not.toMatch(/Quill|999 000/)
  })

  it('is made once one is masked and another is kept with a reason, and refused again when the words there change', async () => {
    const opened = await openWorkspace()
    const { client } = opened
    const item = await logLinked(client, {
      title: 'Review of leave',
      shows: `Mrs Ada Quill, NHS number ${nhsNumber}, was asked.`,
    })
    const { open } = await client.call('guard.check', {})
    const [name, number] = ['NAME', 'NHS_NUMBER'].map((kind) => open.find((find) => find.kind === kind)?.id ?? '')
    expect((await failureOf(client.call('guard.keep', { id: name ?? '', reason: ' ' }))).code).toBe('invalid-input')
    await client.call('guard.keep', { id: name ?? '', reason: 'Ada Quill is a statue in the garden' })
    await client.call('guard.mask', { id: number ?? '' })
    const check = await client.call('guard.check', {})
    expect(check).toMatchObject({ total: 0, kept: [{ by: 'Tess Tester', find: { id: name } }] })
    expect(await finish<'report.make'>(client, await client.call('report.make', {}))).toHaveProperty('pages')
    // The trail tells why, and not what.
    const [masked, kept] = await client.call('trail.list', { limit: 2 })
    expect(JSON.stringify([masked, kept])).toContain('is a statue in the garden')
    expect(JSON.stringify(kept)).not.toContain('Quill')
    const now = await client.call('evidence.get', { id: item.id })
    expect(now.shows).toBe('Mrs Ada Quill, NHS number [NHS number], was asked.')
    await client.call('evidence.update', {
      id: now.id,
      expectedVersion: now.version,
      changes: { shows: 'Mrs Ada Brown was asked.' },
    })
    expect(await refusalOf(opened)).toMatchObject({ code: 'finds-open' })
  })

  it('is not refused by the sample, in which two were dealt with', async () => {
    const { client } = await openApplication()
    await client.call('workspaces.createSample', {})
    expect(await client.call('guard.check', {})).toMatchObject({ total: 0, open: [], kept: [{}, {}] })
  })
})

describe('rows of a file that were left out', () => {
  it('are not given back with a name in them, and are once it is masked', async () => {
    const { client } = await openWorkspace()
    const file = Buffer.from('title,shows,source_kind\n,Mrs Ada Quill was asked,gossip\n')
    const transferId = await upload(client, 'log.csv', file)
    const failure = await failureOf(
      client.call('evidence.leftOutRows', { transferId }).then((task) => finish(client, task)),
    )
    expect(failure.code).toBe('finds-open')
    expect(failure.message).not.toContain('Quill')
    const saved = await finish<'evidence.leftOutRows'>(
      client,
      await client.call('evidence.leftOutRows', { transferId, masked: true }),
    )
    const { bytes } = await client.call('transfers.read', { id: saved.transferId, offset: 0 })
    expect(Buffer.from(bytes, 'base64').toString()).toContain(',[name] was asked,gossip')
  })
})

describe('words that the guard masks', () => {
  it('are gone from every file of the workspace, while the trail stays whole and what was done can be undone', async () => {
    const folder = path.join(makeFolder(), 'workspace')
    const opened = await openApplication()
    const { client, application } = opened
    await application.createIn(folder, {
      provider: 'Osmere Partnership Trust',
      coreServices: ['acute-wards'],
      wards: [],
      from: '2026-04-01',
      to: '2026-09-30',
      expectedVisit: null,
      checklistId: 'bg046',
    })
    await application.openFolder(folder)
    const item = await logLinked(client, {
      title: 'Letter from Mrs Zephyrine Quill',
      shows: 'Mrs Zephyrine Quill was asked about leave.',
    })
    const changed = await client.call('evidence.update', {
      id: item.id,
      expectedVersion: item.version,
      changes: { shows: 'Mrs Zephyrine Quill was asked twice about leave.' },
    })
    expect((await client.call('evidence.list', { filter: { words: 'Zephyrine' } as never })).total).toBe(1)
    expect(readFiles(folder)).toMatch(/Zephyrine/)
    for (;;) {
      const [find] = (await client.call('guard.check', {})).open
      if (!find) break
      await client.call('guard.mask', { id: find.id })
    }
    expect(readFiles(folder)).not.toMatch(/Zephyrine|zephyrine/)
    expect((await client.call('evidence.list', { filter: { words: 'Zephyrine' } as never })).total).toBe(0)
    expect(await finish<'workspace.verify'>(client, await client.call('workspace.verify', {}))).toMatchObject({
      trail: { state: 'unbroken' },
      faults: [],
    })
    expect(changed.version).toBe(2)
    await client.call('history.undo', {})
    expect((await client.call('evidence.get', { id: item.id })).shows).toBe('[name] was asked about leave.')
    // Who puts other words in their place is found out.
    await tamper(folder, `update trail_payload set content = '{"words":"lies","changes":[]}' where salt is null`)
    expect(await finish<'workspace.verify'>(client, await client.call('workspace.verify', {}))).toMatchObject({
      trail: { state: 'broken' },
    })
  })
})
