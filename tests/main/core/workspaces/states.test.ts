import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rename, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { FolderPlace, LookAtFolder } from '../../../../src/main/core/workspaces/folder-place.ts'
import { startHost } from '../../../support/web-host.ts'
import {
  failureOf,
  finish,
  makeFolder,
  openApplication,
  openWorkspace,
  upload,
  type TestApplication,
} from '../../../support/workspace.ts'

const item = { title: 'Seen on the ward', shows: 'x', sourceKind: 'people' as const }

/** A workspace on the list that is closed, with one item in it. */
async function makeClosed(options: Parameters<typeof openWorkspace>[0] = {}) {
  const opened = await openWorkspace(options)
  await opened.client.call('evidence.log', item)
  const [listed] = await opened.client.call('workspaces.list', {})
  await opened.client.call('workspaces.close', {})
  return { ...opened, id: listed?.id ?? '', folder: listed?.folder ?? '' }
}

const stateOf = async ({ client }: TestApplication) => (await client.call('workspaces.list', {}))[0]

test('one that is open elsewhere says who has it and since when, can be read at once, and be written when it is free', async () => {
  const closed = await makeClosed()
  const writer = await startHost(makeFolder(), ['--workspace', closed.folder])
  onTestFinished(() => writer.kill())
  const failure = await failureOf(closed.client.call('workspaces.open', { id: closed.id, as: 'write' }))
  expect(failure.code).toBe('in-use')
  expect(failure.message).toMatch(/^Open in another window on this PC since \d\d:\d\d \(.+\)\. You can read it\.$/)
  expect(await stateOf(closed)).toMatchObject({ state: 'in-use', detail: failure.message })
  expect(await closed.client.call('workspaces.open', { id: closed.id, as: 'read' })).toMatchObject({ mode: 'read' })
  expect((await failureOf(closed.client.call('workspaces.open', { id: closed.id, as: 'write' }))).code).toBe('in-use')
  await writer.stop()
  expect(await closed.client.call('workspaces.open', { id: closed.id, as: 'write' })).toMatchObject({ mode: 'write' })
  expect(await stateOf(closed)).toMatchObject({ state: 'ready' })
})

test('a lock with rubbish in it keeps nobody out, and is a lock again', async () => {
  const closed = await makeClosed()
  await writeFile(path.join(closed.folder, 'lease.db'), 'rubbish '.repeat(600))
  expect((await closed.client.call('workspaces.open', { id: closed.id })).mode).toBe('write')
  const second = await openApplication()
  expect((await second.application.openFolder(closed.folder)).mode).toBe('read')
})

test('a note of who writes that is torn names nobody, and keeps nobody out', async () => {
  const closed = await makeClosed()
  await writeFile(path.join(closed.folder, 'lease.json'), '{"computer":"TEAM')
  expect((await closed.client.call('workspaces.open', { id: closed.id })).mode).toBe('write')
})

test.each([
  ['empty', 0],
  ['cut in the middle of a page', 5_000],
  ['cut after some pages', 40_960],
])('a database that is %s is damaged, never begun anew, and what is left of it stays', async (_name, size) => {
  const closed = await makeClosed()
  const file = path.join(closed.folder, 'workspace.db')
  await truncate(file, size)
  const before = await readFile(file)
  expect((await failureOf(closed.client.call('workspaces.open', { id: closed.id }))).code).toBe('damaged')
  expect(await stateOf(closed)).toMatchObject({ state: 'damaged' })
  expect((await readFile(file)).equals(before)).toBe(true)
})

test('a log that is torn costs what was not acknowledged and no more', async () => {
  const closed = await makeClosed()
  const writer = await startHost(makeFolder(), ['--workspace', closed.folder])
  await writer.client.call('evidence.log', { ...item, title: 'Before the power went' })
  await writer.kill()
  const log = path.join(closed.folder, 'workspace.db-wal')
  const whole = await readFile(log)
  // Half a frame that never was whole, as a power cut leaves it.
  await writeFile(log, Buffer.concat([whole, whole.subarray(32, 2_000)]))
  expect((await closed.client.call('workspaces.open', { id: closed.id })).mode).toBe('write')
  expect((await closed.client.call('evidence.list', {})).rows.map(({ title }) => title)).toContain(
    'Before the power went',
  )
  const verified = await finish<'workspace.verify'>(closed.client, await closed.client.call('workspace.verify', {}))
  expect(verified.faults).toEqual([])
})

test('a list of workspaces that is empty or torn is set aside, and the app opens', async () => {
  for (const torn of ['', '{"workspaces":[{"id"']) {
    const dataFolder = makeFolder()
    await writeFile(path.join(dataFolder, 'registry.json'), torn)
    const { client } = await openApplication({ dataFolder })
    expect(await client.call('workspaces.list', {})).toEqual([])
    expect((await readdir(dataFolder)).some((name) => name.includes('unreadable'))).toBe(true)
  }
})

/** Takes the folders of a test for what it says. */
const lookAs =
  (place: Partial<FolderPlace>): LookAtFolder =>
  async () => ({ kind: 'synced', service: 'OneDrive', conflictCopies: [], ...place })

test('a synced folder is asked about first, can be read, and is used after a backup when a person says so', async () => {
  const made = await makeClosed()
  const synced = await openApplication({ lookAtFolder: lookAs({}) })
  const { id } = await synced.application.addWorkspace(made.folder)
  const failure = await failureOf(synced.client.call('workspaces.open', { id }))
  expect(failure).toMatchObject({ code: 'synced-folder', message: expect.stringContaining('OneDrive') as string })
  expect(await stateOf(synced)).toMatchObject({ state: 'synced-folder', detail: 'The service is OneDrive.' })
  expect((await synced.client.call('workspaces.open', { id, as: 'read' })).mode).toBe('read')
  const opened = await synced.client.call('workspaces.open', { id, as: 'anyway' })
  expect(opened).toMatchObject({ mode: 'write', warning: expect.stringContaining('OneDrive') as string })
  const { backups } = await synced.client.call('backups.list', {})
  expect(backups.map(({ reason }) => reason)).toContain('before-sync')
  await synced.client.call('workspaces.close', {})
  // Chosen once, it is not asked again; the warning stays.
  expect(await synced.client.call('workspaces.open', { id, as: 'write' })).toMatchObject({ mode: 'write' })
})

test('a workspace moved out of a synced folder is a checked copy on this PC, and the one that was there stays as it is', async () => {
  const made = await openWorkspace()
  const { id: evidenceId } = await made.client.call('evidence.log', item)
  const transferId = await upload(made.client, 'note.txt', new TextEncoder().encode('Dear Sir'))
  await made.client.call('attachments.add', { evidenceId, transferId, name: 'note.txt' })
  const folder = (await stateOf(made))?.folder ?? ''
  await made.client.call('workspaces.close', {})
  await copyFile(path.join(folder, 'workspace.db'), path.join(folder, 'workspace-TEAM-PC-3.db'))
  const before = await readFile(path.join(folder, 'workspace.db'))
  const here = makeFolder()
  const synced = await openApplication({
    dataFolder: here,
    lookAtFolder: async (asked) =>
      asked === folder
        ? { kind: 'synced', service: 'OneDrive', conflictCopies: ['workspace-TEAM-PC-3.db'] }
        : { kind: 'this-pc', service: '', conflictCopies: [] },
  })
  const { id } = await synced.application.addWorkspace(folder)
  const moved = await synced.client.call('workspaces.moveHere', { id })
  expect(moved).toMatchObject({ mode: 'write', warning: '' })
  const listed = (await synced.client.call('workspaces.list', {})).find((entry) => entry.id === moved.id)
  expect(listed?.folder.startsWith(here)).toBe(true)
  expect(existsSync(path.join(listed?.folder ?? '', 'workspace-TEAM-PC-3.db'))).toBe(false)
  const verified = await finish<'workspace.verify'>(synced.client, await synced.client.call('workspace.verify', {}))
  expect(verified).toMatchObject({ faults: [], attachments: { files: 1, missing: 0, changed: 0 } })
  expect((await readFile(path.join(folder, 'workspace.db'))).equals(before)).toBe(true)
})

test('a workspace that somebody writes is not moved from under their hands', async () => {
  const closed = await makeClosed()
  const writer = await startHost(makeFolder(), ['--workspace', closed.folder])
  onTestFinished(() => writer.kill())
  const failure = await failureOf(closed.client.call('workspaces.moveHere', { id: closed.id }))
  expect(failure.code).toBe('in-use')
  expect((await readdir(path.dirname(closed.folder))).filter((name) => name.startsWith('.'))).toEqual([])
})

test('copies that conflict are named, and not opened by themselves', async () => {
  const closed = await makeClosed()
  const copy = path.join(closed.folder, 'workspace (conflicted copy 2026-10-13).db')
  await writeFile(copy, 'not even a database')
  expect(await stateOf(closed)).toMatchObject({
    state: 'ready',
    detail: expect.stringContaining('2026-10-13') as string,
  })
  const opened = await closed.client.call('workspaces.open', { id: closed.id })
  expect(opened.warning).toContain('workspace (conflicted copy 2026-10-13).db')
  expect(await readFile(copy, 'utf8')).toBe('not even a database')
})

test('the details for support say what they are, name the fault, and hold no words of the workspace', async () => {
  const closed = await makeClosed()
  await truncate(path.join(closed.folder, 'workspace.db'), 40_960)
  await failureOf(closed.client.call('workspaces.open', { id: closed.id }))
  const { transferId, fileName } = await closed.client.call('workspaces.supportDetails', { id: closed.id })
  const { bytes } = await closed.client.call('transfers.read', { id: transferId, offset: 0 })
  const text = Buffer.from(bytes, 'base64').toString()
  expect(fileName).toMatch(/^details for support.*\.txt$/)
  expect(text).toContain('Read it before you send it: a file name can name a person.')
  expect(text).toMatch(/State: damaged[\s\S]*Database: damaged[\s\S]*40960 \S+ workspace\.db/)
  expect(text).not.toMatch(/Osmere|Seen on the ward|Rowan/)
})

test('a workspace whose folder moved is found again where it is', async () => {
  const closed = await makeClosed()
  const moved = path.join(makeFolder(), 'moved')
  await rename(closed.folder, moved)
  expect(await stateOf(closed)).toMatchObject({ state: 'not-found' })
  await mkdir(closed.folder)
  const { id } = await closed.application.addWorkspace(moved)
  expect((await closed.client.call('workspaces.open', { id, as: 'write' })).mode).toBe('write')
})
