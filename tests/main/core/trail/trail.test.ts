import { Kysely, sql } from 'kysely'
import path from 'node:path'
import { expect, test } from 'vitest'
import { Sqlite3Dialect } from '../../../../src/main/core/database/sqlite3-dialect.ts'
import { finish, openWorkspace, type TestApplication } from '../../../support/workspace.ts'

async function logItem({ client }: TestApplication, title: string) {
  return client.call('evidence.log', { title, shows: 'What it shows', sourceKind: 'people' })
}

/** Runs statements on the database behind the application's back, as somebody with the file could. */
async function tamper({ client }: TestApplication, ...statements: string[]) {
  const [workspace] = await client.call('workspaces.list', {})
  const filename = path.join(workspace?.folder ?? '', 'workspace.db')
  const database = new Kysely<unknown>({ dialect: new Sqlite3Dialect({ filename, pragmas: [] }) })
  try {
    for (const statement of statements) await sql.raw(statement).execute(database)
  } finally {
    await database.destroy()
  }
}

test('every change is one row of the trail, in words, by whom', async () => {
  const opened = await openWorkspace()
  await logItem(opened, 'Community meeting notes')
  const [entry] = await opened.client.call('trail.list', {})
  expect(entry).toMatchObject({
    actorName: 'Tess Tester',
    method: 'evidence.log',
    words: 'Evidence logged: Community meeting notes',
  })
})

test('the history of one item tells of that item only', async () => {
  const opened = await openWorkspace()
  const item = await logItem(opened, 'First')
  await logItem(opened, 'Second')
  await opened.client.call('evidence.update', { id: item.id, expectedVersion: 1, changes: { title: 'First, mended' } })
  const history = await opened.client.call('trail.list', { entity: 'evidence', id: item.id })
  expect(history.map(({ words }) => words)).toEqual(['Evidence changed: First, mended', 'Evidence logged: First'])
  expect(history[0]?.changes).toMatchObject([{ before: { title: 'First' }, after: { title: 'First, mended' } }])
})

test('a row of the trail cannot be changed or removed, even with the file in hand', async () => {
  const opened = await openWorkspace()
  await logItem(opened, 'Kept')
  await expect(tamper(opened, "update trail set actor_name = 'Somebody else'")).rejects.toThrow('append-only')
  await expect(tamper(opened, 'delete from trail')).rejects.toThrow('append-only')
  await expect(tamper(opened, "update trail_payload set content = 'other words'")).rejects.toThrow('append-only')
})

test('who takes the guards away and changes a row is found out by verify', async () => {
  const opened = await openWorkspace()
  await logItem(opened, 'Kept')
  await tamper(
    opened,
    'drop trigger trail_is_append_only',
    "update trail set actor_name = 'Somebody else' where seq = 2",
  )
  const verification = await finish<'workspace.verify'>(opened.client, await opened.client.call('workspace.verify', {}))
  expect(verification.trail.state).toBe('broken')
  expect(verification.faults.join()).toContain('Trail row 2')
})

test('words that were changed after they were written are found out, words that were blanked are not a fault', async () => {
  const opened = await openWorkspace()
  await logItem(opened, 'Kept')
  await tamper(opened, 'update trail_payload set content = null, salt = null where seq = 1')
  const blanked = await finish<'workspace.verify'>(opened.client, await opened.client.call('workspace.verify', {}))
  expect(blanked.faults).toEqual([])
  await tamper(
    opened,
    'drop trigger trail_payload_is_only_blanked',
    `update trail_payload set content = '{"words":"lies","changes":[]}' where seq = 2`,
  )
  const changed = await finish<'workspace.verify'>(opened.client, await opened.client.call('workspace.verify', {}))
  expect(changed.faults.join()).toContain('What trail row 2')
})
