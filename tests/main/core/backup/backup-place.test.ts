import { mkdirSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createAttachmentStore } from '../../../../src/main/core/attachments/store.ts'
import { openKeptBackups } from '../../../../src/main/core/backup/kept-backups.ts'
import { openDatabase } from '../../../../src/main/core/database/open-database.ts'
import { failureOf, finish, makeFolder, openApplication, openWorkspace, upload } from '../../../support/workspace.ts'

async function openOne() {
  const opened = await openWorkspace()
  const [workspace] = await opened.client.call('workspaces.list', {})
  if (!workspace) throw new Error('there is no workspace')
  const { client } = opened
  const log = (title: string) => client.call('evidence.log', { title, shows: 'x', sourceKind: 'people' })
  const titles = async () => (await client.call('evidence.list', {})).rows.map(({ title }) => title).toSorted()
  const make = async () => finish<'backups.make'>(client, await client.call('backups.make', {}))
  return { ...opened, id: workspace.id, folder: workspace.folder, log, titles, make }
}

/** Writes over the middle of a database, as a failing disk would. */
async function damage(folder: string) {
  const file = path.join(folder, 'workspace.db')
  const bytes = await readFile(file)
  await writeFile(file, bytes.fill(0xaa, 0, 4096))
}

test('a damaged workspace is put back to its newest backup, and what was damaged is kept', async () => {
  const { application, client, id, folder, log, make, titles } = await openOne()
  await log('Before the backup')
  const { name } = await make()
  await log('After the backup')
  await client.call('workspaces.close', {})
  expect(await client.call('backups.wayBack', { id })).toMatchObject({
    newest: { name, items: 1 },
    newer: [{ words: 'Evidence logged: After the backup' }],
  })
  await damage(folder)
  const damaged = await readFile(path.join(folder, 'workspace.db'))
  expect(await failureOf(client.call('workspaces.open', { id }))).toMatchObject({ code: 'damaged' })
  expect(await client.call('backups.wayBack', { id })).toMatchObject({ newest: { name }, newer: null })

  const opened = await client.call('backups.putBack', { id, name })
  expect(opened).toMatchObject({ id, mode: 'write' })
  expect(await titles()).toEqual(['Before the backup'])
  expect(await client.call('workspaces.list', {})).toMatchObject([{ id, state: 'ready' }])
  const kept = (await readdir(folder)).find((each) => each.startsWith('before-restore-')) ?? ''
  expect((await readFile(path.join(folder, kept, 'workspace.db'))).equals(damaged)).toBe(true)
  expect((await client.call('backups.list', {})).undoable).not.toBeNull()

  // Undone, it is damaged again, and none is open: nothing pretends that it is.
  expect(await failureOf(client.call('backups.undoRestore', {}))).toMatchObject({ code: 'damaged' })
  expect(await client.call('workspaces.current', {})).toBeNull()
  expect((await readFile(path.join(folder, 'workspace.db'))).equals(damaged)).toBe(true)
  await application.close()
})

test('a damaged workspace without a backup says so, and one that is not there is not put back', async () => {
  const { client, id, folder } = await openOne()
  await client.call('workspaces.close', {})
  await damage(folder)
  expect(await client.call('backups.wayBack', { id })).toEqual({ newest: null, newer: null })
  const before = await readdir(folder)
  for (const name of ['2026-11-25T09-00-00-000Z automatic.zip', '../../registry.json'])
    expect(await failureOf(client.call('backups.putBack', { id, name }))).toMatchObject({ code: 'file-missing' })
  expect(await readdir(folder)).toEqual(before)
})

test('backups go to the place that was chosen, and earlier ones stay on the list and can be put back', async () => {
  const { application, client, folder, log, make, titles } = await openOne()
  await log('First')
  const first = await make()
  const chosen = path.join(makeFolder(), 'Another disk')
  await mkdir(chosen)
  await client.call('backups.setPlace', { placeId: application.registerPlace(chosen).placeId })
  await log('Second')
  const second = await make()
  const list = await client.call('backups.list', {})
  expect(list.backups.map(({ name }) => name)).toEqual([second.name, first.name])
  expect(list).toMatchObject({ isChosenPlace: true, place: path.join(chosen, (await readdir(chosen))[0] ?? '') })
  expect(await readdir(list.place)).toEqual([second.name])
  expect(await readdir(path.join(folder, 'backups'))).toEqual([first.name])
  await client.call('backups.restore', { name: first.name })
  expect(await titles()).toEqual(['First'])
  await client.call('backups.restore', { name: second.name })
  expect(await titles()).toEqual(['First', 'Second'])

  await client.call('backups.setPlace', { placeId: null })
  expect(await client.call('backups.list', {})).toMatchObject({
    isChosenPlace: false,
    place: path.join(folder, 'backups'),
  })
})

test('two workspaces of the same name keep their backups apart in a chosen place', async () => {
  const chosen = makeFolder()
  const parents = [makeFolder(), makeFolder()]
  const kept = parents.map((parent) => {
    mkdirSync(path.join(parent, 'trust'))
    return openKeptBackups(path.join(parent, 'trust'), () => chosen).place().place
  })
  expect(new Set(kept).size).toBe(2)
  expect(kept.every((place) => place.startsWith(path.join(chosen, 'trust ')))).toBe(true)
})

test('a place that is not connected is named, nothing is made elsewhere in silence, and the chosen place is remembered', async () => {
  const { application, client, folder, log, make } = await openOne()
  const chosen = path.join(makeFolder(), 'stick')
  await mkdir(chosen)
  await client.call('backups.setPlace', { placeId: application.registerPlace(chosen).placeId })
  await log('First')
  await make()
  const away = `${chosen} away`
  await rename(chosen, away)
  const failure = await failureOf(make())
  expect(failure.code).toBe('folder-missing')
  expect(failure.message).toContain(`“${chosen}”`)
  expect(await readdir(folder)).not.toContain('backups')
  expect((await client.call('backups.list', {})).backups).toEqual([])
  await rename(away, chosen)
  expect((await client.call('backups.list', {})).backups).toHaveLength(1)
  await application.close()
  const again = await openApplication({ dataFolder: path.dirname(path.dirname(folder)) })
  const [listed] = await again.client.call('workspaces.list', {})
  await again.client.call('workspaces.open', { id: listed?.id ?? '' })
  expect(await again.client.call('backups.list', {})).toMatchObject({ isChosenPlace: true })
})

test('a place that is not known, or no longer there, is not chosen', async () => {
  const { application, client } = await openOne()
  expect(await failureOf(client.call('backups.setPlace', { placeId: '/etc' }))).toMatchObject({ code: 'not-found' })
  const gone = path.join(makeFolder(), 'gone')
  const { placeId } = application.registerPlace(gone)
  expect(await failureOf(client.call('backups.setPlace', { placeId }))).toMatchObject({ code: 'read-only' })
  expect(await client.call('backups.list', {})).toMatchObject({ isChosenPlace: false })
})

test.each([
  ['ENOSPC', 'disk-full', 'the disk is full'],
  ['EROFS', 'read-only', 'cannot be written to'],
  ['SQLITE_CORRUPT', 'damaged', 'did not pass its check'],
])(
  'a backup that ends in %s says so, leaves no half of itself, and takes no earlier one along',
  async (code, expected, words) => {
    const { client, folder, log, make } = await openOne()
    const { id: evidenceId } = await log('First')
    const transferId = await upload(client, 'minutes.txt', Buffer.from('Minutes'))
    await client.call('attachments.add', { evidenceId, transferId, name: 'minutes.txt' })
    const first = await make()
    await client.call('workspaces.close', {})
    const database = await openDatabase(folder, { check: false })
    const kept = openKeptBackups(folder)
    const store = createAttachmentStore(folder)
    const attachments = { ...store, check: () => Promise.reject(Object.assign(new Error('at the disk'), { code })) }
    const failure = await failureOf(
      kept.make('by-hand', { db: database.reader, attachments, now: () => new Date().toISOString() }),
    )
    await database.close()
    expect(failure).toMatchObject({ code: expected })
    expect(failure.message).toContain(words)
    expect(await readdir(path.join(folder, 'backups'))).toEqual([first.name])
  },
)
