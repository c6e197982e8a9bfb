import { mkdir, readdir, symlink } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createClient } from '../../../../src/shared/client.ts'
import { finish, makeFolder, openApplication, openWorkspace, upload } from '../../../support/workspace.ts'

const chosen = {
  provider: 'Osmere Partnership Trust',
  coreServices: [],
  wards: [],
  from: '2026-04-01',
  to: '2026-09-30',
  expectedVisit: null,
  checklistId: 'bg046',
}

/** A file of evidence that takes a while to bring in. */
function longCsv(rows: number): Uint8Array {
  const lines = Array.from({ length: rows }, (_, row) => `Item ${row},Seen on the ward,observation`)
  return new TextEncoder().encode(['title,shows,source_kind', ...lines].join('\n'))
}

test('a double press on a workspace opens it once, to be written', async () => {
  const { client, application } = await openApplication()
  const folder = path.join(makeFolder(), 'trust')
  await application.createIn(folder, chosen)
  const { id } = await application.addWorkspace(folder)
  const opened = await Promise.all([
    client.call('workspaces.open', { id }),
    client.call('workspaces.open', { id }),
    application.openFolder(folder),
  ])
  expect(opened.map(({ mode }) => mode)).toEqual(['write', 'write', 'write'])
})

test('the open workspace under another name of its folder is the same workspace, and stays to be written', async () => {
  const { application } = await openApplication()
  const parent = makeFolder()
  const folder = path.join(parent, 'trust')
  await application.createIn(folder, chosen)
  await application.openFolder(folder)
  await symlink(folder, path.join(parent, 'link'))
  expect((await application.openFolder(path.join(parent, 'link'))).mode).toBe('write')
})

test('two workspaces opened at the same moment: one is open in the end, and the other is free for others', async () => {
  const { application } = await openApplication()
  const folders = ['one', 'two'].map((name) => path.join(makeFolder(), name))
  for (const folder of folders) await application.createIn(folder, chosen)
  await Promise.all(folders.map((folder) => application.openFolder(folder)))
  const other = await openApplication()
  expect((await other.application.openFolder(folders[0] ?? '')).mode).toBe('write')
  expect((await other.application.openFolder(folders[1] ?? '')).mode).toBe('read')
})

test('making another workspace stops nothing that runs in the open one, and tells its windows nothing', async () => {
  const { application, client, events } = await openWorkspace()
  const started = await client.call('evidence.import', {
    transferId: await upload(client, 'items.csv', longCsv(4_000)),
  })
  events.splice(0)
  await application.createIn(path.join(makeFolder(), 'another'), chosen)
  expect(events.filter(({ name }) => name === 'assessments.changed')).toEqual([])
  expect(await finish<'evidence.import'>(client, started)).toMatchObject({ imported: 4_000, written: true })
})

test('closing waits for what was pressed just before: each is done or says that nothing was changed', async () => {
  const { application, client } = await openWorkspace()
  const [listed] = await client.call('workspaces.list', {})
  const pressed = Array.from({ length: 12 }, (_, number) =>
    application.dispatch('evidence.log', { title: `Item ${number}`, shows: 'x', sourceKind: 'people' }),
  )
  const closed = application.dispatch('workspaces.close', {})
  const answers = await Promise.all(pressed)
  expect((await closed).ok).toBe(true)
  const codes = answers.flatMap((answer) => (answer.ok ? [] : [answer.error.code]))
  expect(codes.filter((code) => code !== 'no-workspace')).toEqual([])
  await client.call('workspaces.open', { id: listed?.id ?? '' })
  expect((await client.call('evidence.list', {})).total).toBe(answers.filter(({ ok }) => ok).length)
})

test('a closed workspace leaves no file on its way behind', async () => {
  const dataFolder = makeFolder()
  await mkdir(path.join(dataFolder, 'transfers'))
  const { application } = await openApplication({ dataFolder })
  const client = createClient((method, input) => application.dispatch(method, input))
  await client.call('workspaces.create', { workspace: chosen })
  await upload(client, 'letter.txt', new TextEncoder().encode('Dear Sir'))
  expect(await readdir(path.join(dataFolder, 'transfers'))).toHaveLength(1)
  await client.call('workspaces.close', {})
  expect(await readdir(path.join(dataFolder, 'transfers'))).toEqual([])
})

test('the same file brought in twice at one moment makes each item once', async () => {
  const { client } = await openWorkspace()
  const started = await Promise.all(
    ['one.csv', 'two.csv'].map(async (name) =>
      client.call('evidence.import', { transferId: await upload(client, name, longCsv(40)) }),
    ),
  )
  const reports = await Promise.all(started.map((task) => finish<'evidence.import'>(client, task)))
  expect(reports.map(({ imported, already }) => imported + already)).toEqual([40, 40])
  expect((await client.call('evidence.list', {})).total).toBe(40)
})
