import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { startAutomaticBackups } from '../../../../src/main/core/backup/automatic-backups.ts'
import { openKeptBackups } from '../../../../src/main/core/backup/kept-backups.ts'
import { createAttachmentStore } from '../../../../src/main/core/attachments/store.ts'
import { openDatabase } from '../../../../src/main/core/database/open-database.ts'
import { failureOf, finish, makeFolder, openApplication, openWorkspace, upload } from '../../../support/workspace.ts'

async function openOne() {
  const opened = await openWorkspace()
  const [workspace] = await opened.client.call('workspaces.list', {})
  const folder = workspace?.folder ?? ''
  const { client } = opened
  const log = (title: string) => client.call('evidence.log', { title, shows: 'x', sourceKind: 'people' })
  const titles = async () => (await client.call('evidence.list', {})).rows.map(({ title }) => title).toSorted()
  const make = async () => finish<'backups.make'>(client, await client.call('backups.make', {}))
  return { ...opened, folder, log, titles, make }
}

test('a backup by hand is listed with what it holds, and whether something was changed since is said', async () => {
  const { client, log, make } = await openOne()
  await log('First')
  expect(await client.call('backups.list', {})).toMatchObject({ backups: [], changedSince: true, undoable: null })
  const made = await make()
  expect(made).toMatchObject({ reason: 'by-hand', items: 1, attachments: 0 })
  expect(await client.call('backups.list', {})).toMatchObject({ backups: [made], changedSince: false, failure: '' })
  await log('Second')
  expect(await client.call('backups.list', {})).toMatchObject({ changedSince: true })
})

test('a backup is put back, what it replaced is kept whole, and that can be undone', async () => {
  const { client, log, make, titles } = await openOne()
  await log('Before the backup')
  const { name } = await make()
  await log('After the backup')
  const opened = await client.call('backups.restore', { name })
  expect(opened.mode).toBe('write')
  expect(await titles()).toEqual(['Before the backup'])
  expect((await client.call('backups.list', {})).undoable).not.toBeNull()
  await client.call('backups.undoRestore', {})
  expect(await titles()).toEqual(['After the backup', 'Before the backup'])
  expect((await client.call('backups.list', {})).undoable).toBeNull()
  expect(await failureOf(client.call('backups.undoRestore', {}))).toMatchObject({ code: 'refused' })
  expect(await titles()).toEqual(['After the backup', 'Before the backup'])
})

test('a backup that is not there, or was tampered with, changes nothing and leaves the workspace open', async () => {
  const { client, folder, log, make, titles } = await openOne()
  await log('Kept')
  const { name } = await make()
  for (const wrong of ['../workspace.db', 'x.zip', name.replace('by-hand', 'automatic')])
    expect(await failureOf(client.call('backups.restore', { name: wrong }))).toMatchObject({ code: 'file-missing' })
  await writeFile(path.join(folder, 'backups', name), 'not a zip')
  expect(await client.call('backups.list', {})).toMatchObject({ backups: [], unreadable: [name] })
  expect(await failureOf(client.call('backups.restore', { name }))).toMatchObject({ code: 'file-missing' })
  expect(await titles()).toEqual(['Kept'])
  await log('Still writes')
})

test('an undo that was ended in the middle still leaves one workspace or the other', async () => {
  const { application, client, folder, log, make, titles } = await openOne()
  await log('Before the backup')
  const { name } = await make()
  await log('After the backup')
  await client.call('backups.restore', { name })
  await client.call('workspaces.close', {})
  // As if the power had gone when the new files had been moved aside and the old ones were not back yet.
  const aside = path.join(folder, 'undone-restore-2026-11-25T09-00-00-000Z')
  await mkdir(aside)
  await rename(path.join(folder, 'workspace.db'), path.join(aside, 'workspace.db'))
  await application.openFolder(folder)
  expect(await titles()).toEqual(['After the backup', 'Before the backup'])
})

test('what a killed program left half made is cleared away by the next backup', async () => {
  const { folder, make } = await openOne()
  await mkdir(path.join(folder, 'backups', '.backup-left'), { recursive: true })
  await make()
  expect((await readdir(path.join(folder, 'backups'))).filter((name) => name.startsWith('.'))).toEqual([])
})

test('two presses make two backups one after the other, and none is half made', async () => {
  const { client } = await openOne()
  const [one, other] = await Promise.all([client.call('backups.make', {}), client.call('backups.make', {})])
  await finish<'backups.make'>(client, one)
  await finish<'backups.make'>(client, other)
  const { backups, unreadable } = await client.call('backups.list', {})
  expect([backups.length, unreadable]).toEqual([2, []])
})

test('a workspace that was copied to another place opens there with its backups', async () => {
  const { client, folder, log, make } = await openOne()
  await log('Moved')
  await make()
  await client.call('workspaces.close', {})
  const elsewhere = path.join(makeFolder(), 'Another name')
  await cp(folder, elsewhere, { recursive: true })
  const other = await openApplication()
  await other.application.openFolder(elsewhere)
  expect((await other.client.call('evidence.list', {})).rows.map(({ title }) => title)).toEqual(['Moved'])
  expect((await other.client.call('backups.list', {})).backups).toHaveLength(1)
})

test('a backup from elsewhere becomes a workspace of its own, beside the one that is open', async () => {
  const { client, folder, log, make, titles } = await openOne()
  await log('From elsewhere')
  const { name } = await make()
  await log('Not in it')
  const transferId = await upload(client, 'copy.zip', await readFile(path.join(folder, 'backups', name)))
  const opened = await client.call('backups.openCopy', { transferId })
  expect(opened.mode).toBe('write')
  expect(await titles()).toEqual(['From elsewhere'])
  expect(await client.call('workspaces.list', {})).toHaveLength(2)
  const broken = await upload(client, 'copy.zip', Buffer.from('nothing of the kind'))
  expect(await failureOf(client.call('backups.openCopy', { transferId: broken }))).toMatchObject({
    code: 'file-unreadable',
  })
  expect(await titles()).toEqual(['From elsewhere'])
})

test('an automatic backup is made when something was changed, not when nothing was, and a failure is said', async () => {
  const { client, folder, log } = await openOne()
  await log('First')
  await client.call('workspaces.close', {})
  const database = await openDatabase(folder, { check: false })
  const kept = openKeptBackups(folder)
  const emit = vi.fn<() => void>()
  const stop = startAutomaticBackups({
    kept,
    database,
    attachments: createAttachmentStore(folder),
    now: () => new Date().toISOString(),
    emit,
    explain: () => 'The disk is full.',
    firstAfter: 1,
    every: 1,
  })
  await vi.waitFor(() => expect(emit).toHaveBeenCalled(), 10_000)
  // It looks again every millisecond: time enough for a second one, had it not seen that nothing was changed.
  await new Promise((resolve) => {
    setTimeout(resolve, 200)
  })
  const { backups } = await kept.list()
  expect(backups).toMatchObject([{ reason: 'automatic', items: 1 }])
  await stop()
  await database.close()

  const other = await openDatabase(folder, { check: false })
  const nowhere = openKeptBackups(path.join(folder, 'workspace.db'))
  const told = vi.fn<() => void>()
  const end = startAutomaticBackups({
    kept: nowhere,
    database: other,
    attachments: createAttachmentStore(folder),
    now: () => new Date().toISOString(),
    emit: told,
    explain: () => 'The disk is full.',
    firstAfter: 1,
    every: 60_000,
  })
  await vi.waitFor(() => expect(told).toHaveBeenCalled(), 10_000)
  expect(nowhere.failure).toBe('The disk is full.')
  await end()
  await other.close()
  expect(existsSync(path.join(folder, 'workspace.db'))).toBe(true)
})

test('a backup that turns out to be broken is refused before the workspace is closed, and what is on its way goes on', async () => {
  const { client, events, folder, log, make, titles } = await openOne()
  await log('Kept')
  const { name } = await make()
  const file = path.join(folder, 'backups', name)
  const bytes = await readFile(file)
  // Its list can be read, its database cannot: only reading it from end to end tells.
  bytes.fill(0x20, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 64)
  await writeFile(file, bytes)
  const transferId = await upload(client, 'minutes.txt', Buffer.from('Minutes'))
  events.length = 0
  expect(await failureOf(client.call('backups.restore', { name }))).toMatchObject({ code: 'file-unreadable' })
  expect(events.filter((event) => event.name === 'workspace.changed')).toEqual([])
  const { rows } = await client.call('evidence.list', {})
  await client.call('attachments.add', { evidenceId: rows[0]?.id ?? '', transferId, name: 'minutes.txt' })
  expect(await titles()).toEqual(['Kept'])
})
