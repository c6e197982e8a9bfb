import { existsSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { sql, Kysely } from 'kysely'
import { Sqlite3Dialect } from '../../../../src/main/core/database/sqlite3-dialect.ts'
import { startHost } from '../../../support/web-host.ts'
import { failureOf, finish, makeFolder, openApplication, openWorkspace } from '../../../support/workspace.ts'

const chosen = { provider: 'Osmere Partnership Trust', from: '2026-04-01', to: '2026-09-30' }

async function folderOf({ client }: Awaited<ReturnType<typeof openWorkspace>>) {
  return (await client.call('workspaces.list', {}))[0]?.folder ?? ''
}

/** A workspace that is closed, to be opened by somebody else. */
async function makeClosed() {
  const opened = await openWorkspace()
  const folder = await folderOf(opened)
  await opened.client.call('workspaces.close', {})
  return { ...opened, folder }
}

test('a workspace is made with its provider, core services, wards and a finding for each prompt in each scope', async () => {
  const { client } = await openWorkspace()
  const { scopes } = await client.call('assessments.current', {})
  expect(scopes.map(({ name }) => name)).toEqual(['Provider', 'Acute and PICU', 'Community adults'])
  expect((await client.call('overview.get', {})).findings.length).toBe(26)
  expect((await client.call('provider.get', {})).coreServices[1]?.wards[0]?.name).toBe('North team')
})

test('a folder that holds something is refused, and nothing in it is touched', async () => {
  const { application } = await openApplication()
  const folder = makeFolder()
  await writeFile(path.join(folder, 'letter.txt'), 'Dear Sir')
  const failure = await failureOf(application.createSampleIn(folder))
  expect(failure.code).toBe('folder-not-empty')
  expect(await readdir(folder)).toEqual(['letter.txt'])
})

test('a workspace that could not be made leaves no half of itself', async () => {
  const { application } = await openApplication()
  const parent = makeFolder()
  const folder = path.join(parent, 'trust')
  const wards = [{ coreService: 'forensic-wards', name: 'Alder' }]
  const failure = await failureOf(
    application.createIn(folder, { ...chosen, coreServices: [], wards, expectedVisit: null, checklistId: 'bg046' }),
  )
  expect(failure.message).toContain('Alder')
  expect(await readdir(parent)).toEqual([])
})

test('two processes: the second reads, is told who writes, and sees a change at once', async () => {
  const { folder } = await makeClosed()
  const writer = await startHost(makeFolder(), ['--workspace', folder])
  onTestFinished(() => writer.kill())
  const { application, client, events } = await openApplication()
  const opened = await application.openFolder(folder)
  expect(opened.mode).toBe('read')
  expect(opened.modeReason).toMatch(/^Open in another window on this PC since .+\. You can read it\.$/)
  const item = { title: 'Seen by both', shows: 'x', sourceKind: 'people' as const }
  expect((await failureOf(client.call('evidence.log', item))).code).toBe('in-use')
  await writer.client.call('evidence.log', item)
  await vi.waitFor(() => expect(events.map(({ name }) => name)).toContain('evidence.changed'), { timeout: 3_000 })
  expect((await client.call('evidence.list', {})).rows[0]?.title).toBe('Seen by both')
})

test('a writer that was killed in the middle loses nothing that it acknowledged, and leaves the workspace free', async () => {
  const { folder, application, client } = await makeClosed()
  const writer = await startHost(makeFolder(), ['--workspace', folder])
  const acknowledged: string[] = []
  const writing = (async () => {
    for (let number = 1; ; number += 1) {
      const { title } = await writer.client.call('evidence.log', {
        title: `Item ${number}`,
        shows: 'x',
        sourceKind: 'people',
      })
      acknowledged.push(title)
    }
  })().catch(() => {})
  await vi.waitFor(() => expect(acknowledged.length).toBeGreaterThan(20), { timeout: 10_000 })
  await writer.kill()
  await writing
  expect(existsSync(path.join(folder, 'lease.json'))).toBe(true)
  expect((await application.openFolder(folder)).mode).toBe('write')
  const { rows } = await client.call('evidence.list', { limit: 500 })
  const kept = new Set(rows.map(({ title }) => title))
  expect(acknowledged.filter((title) => !kept.has(title))).toEqual([])
  expect((await finish<'workspace.verify'>(client, await client.call('workspace.verify', {}))).faults).toEqual([])
})

test('a database of a newer version is refused, and not a byte of it changes', async () => {
  const { folder, application } = await makeClosed()
  const file = path.join(folder, 'workspace.db')
  const database = new Kysely<unknown>({
    dialect: new Sqlite3Dialect({ filename: file, pragmas: ['journal_mode=DELETE'] }),
  })
  await sql`insert into kysely_migration (name, timestamp) values ('9999-from-tomorrow', '2030-01-01')`.execute(
    database,
  )
  await database.destroy()
  const before = await readFile(file)
  expect((await failureOf(application.openFolder(folder))).code).toBe('newer-version')
  expect((await readFile(file)).equals(before)).toBe(true)
})

test('a file that is no database is named as damaged, and is as it was', async () => {
  const { folder, application, client } = await makeClosed()
  const file = path.join(folder, 'workspace.db')
  await writeFile(file, 'this is not a database, whatever its name says '.repeat(100))
  expect((await failureOf(application.openFolder(folder))).code).toBe('damaged')
  expect(await readFile(file, 'utf8')).toMatch(/^this is not/)
  const [listed] = await client.call('workspaces.list', {})
  await failureOf(client.call('workspaces.open', { id: listed?.id ?? '' }))
  expect((await client.call('workspaces.list', {}))[0]).toMatchObject({ state: 'damaged' })
})

test('a workspace that was moved away is on the list as not found, and comes off it when asked', async () => {
  const { client, folder } = await makeClosed()
  const moved = `${folder} moved`
  await rename(folder, moved)
  const [listed] = await client.call('workspaces.list', {})
  expect(listed?.state).toBe('not-found')
  expect((await failureOf(client.call('workspaces.open', { id: listed?.id ?? '' }))).code).toBe('folder-missing')
  await client.call('workspaces.forget', { id: listed?.id ?? '' })
  expect(await client.call('workspaces.list', {})).toEqual([])
})

test.skipIf(process.getuid?.() === 0)(
  'a folder that cannot be written is read, and every command says so',
  async () => {
    const { folder, application } = await makeClosed()
    await chmod(folder, 0o555)
    try {
      expect((await application.openFolder(folder)).mode).toBe('read')
      expect(
        await application.dispatch('evidence.log', { title: 'A', shows: 'b', sourceKind: 'people' }),
      ).toMatchObject({ ok: false, error: { code: 'read-only' } })
    } finally {
      await chmod(folder, 0o755)
    }
  },
)

test('a workspace that cannot be opened takes the open one away from nobody', async () => {
  const { client, application } = await openWorkspace()
  const empty = path.join(makeFolder(), 'empty')
  await mkdir(empty)
  await failureOf(application.openFolder(empty))
  expect((await client.call('provider.get', {})).name).toBe('Osmere Partnership Trust')
})

test('without an open workspace its methods say so', async () => {
  const { client } = await openApplication()
  expect((await failureOf(client.call('overview.get', {}))).code).toBe('no-workspace')
})

test('settings that cannot be read are set aside and not overwritten', async () => {
  const dataFolder = makeFolder()
  await writeFile(path.join(dataFolder, 'registry.json'), '{ "workspaces": [')
  const { client } = await openApplication({ dataFolder })
  expect(await client.call('workspaces.list', {})).toEqual([])
  await client.call('settings.set', { density: 'roomy' })
  const kept = (await readdir(dataFolder)).find((name) => name.startsWith('registry.json.unreadable'))
  expect(await readFile(path.join(dataFolder, kept ?? ''), 'utf8')).toBe('{ "workspaces": [')
})

test('settings of another version cost that setting and not the list of workspaces', async () => {
  const dataFolder = makeFolder()
  const first = await openApplication({ dataFolder })
  await first.client.call('workspaces.create', { workspace: chosen })
  await first.client.call('settings.set', { density: 'roomy', actorName: 'Ada Invented' })
  await first.application.close()
  const file = path.join(dataFolder, 'registry.json')
  const written = JSON.parse(await readFile(file, 'utf8')) as { settings: object }
  const settings = { ...written.settings, density: 'airy', textSize: 'large' }
  await writeFile(file, JSON.stringify({ ...written, settings, newer: true }))
  const { client } = await openApplication({ dataFolder })
  expect(await client.call('workspaces.list', {})).toMatchObject([{ name: 'Osmere Partnership Trust', state: 'ready' }])
  expect(await client.call('settings.get', {})).toMatchObject({
    density: 'dense',
    textSize: 100,
    names: ['Tess Tester', 'Ada Invented'],
  })
})

test('of many settings that are set at the same moment, the last one lies in the file', async () => {
  const dataFolder = makeFolder()
  const { client } = await openApplication({ dataFolder })
  const names = Array.from({ length: 20 }, (_, number) => `Person ${number}`)
  await Promise.all(names.map((actorName) => client.call('settings.set', { actorName })))
  const again = await openApplication({ dataFolder, actorName: 'Tess Tester' })
  expect((await again.client.call('settings.get', {})).names.slice(0, 3)).toEqual([
    'Tess Tester',
    'Person 19',
    'Person 18',
  ])
})
