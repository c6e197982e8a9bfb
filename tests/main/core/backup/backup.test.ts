import { zipSync, unzipSync, strToU8, strFromU8 } from 'fflate'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { acquireLease } from '../../../../src/main/core/database/lease.ts'
import { failureOf, finish, makeFolder, openApplication, type TestApplication } from '../../../support/workspace.ts'

async function openSample(): Promise<TestApplication & { folder: string }> {
  const opened = await openApplication()
  await opened.client.call('workspaces.createSample', {})
  const [workspace] = await opened.client.call('workspaces.list', {})
  return { ...opened, folder: workspace?.folder ?? '' }
}

async function backUp({ application, client }: TestApplication) {
  const made = await finish<'backups.export'>(client, await client.call('backups.export', {}))
  const file = path.join(makeFolder(), 'copy.zip')
  const chunks: Uint8Array[] = []
  for await (const chunk of application.readTransfer(made.transferId)) chunks.push(chunk)
  await writeFile(file, Buffer.concat(chunks))
  await client.call('transfers.end', { id: made.transferId })
  return { made, file }
}

/** Rewrites a backup as somebody with the file could. */
async function forge(file: string, change: (files: Record<string, Uint8Array>) => void) {
  const files = unzipSync(await readFile(file))
  change(files)
  await writeFile(file, zipSync(files))
}

test('a backup holds everything, says what was missing, and brings the workspace back on another PC', async () => {
  const sample = await openSample()
  const before = await sample.client.call('status.get', {})
  const { made, file } = await backUp(sample)
  expect(made).toMatchObject({ items: 136, attachments: 15, left: ['discharge-minutes-12-read.docx'] })
  const other = await openApplication()
  const folder = path.join(makeFolder(), 'restored')
  expect(await other.application.restoreInto(folder, file)).toMatchObject({ keptIn: null, manifest: { items: 136 } })
  await other.application.openFolder(folder)
  expect(await other.client.call('status.get', {})).toEqual(before)
  const { faults } = await finish<'workspace.verify'>(other.client, await other.client.call('workspace.verify', {}))
  expect(faults).toEqual(['The attachment “discharge-minutes-12-read.docx” is not where it was kept.'])
})

test('a restore keeps what it replaces, work done since the backup included', async () => {
  const sample = await openSample()
  const { file } = await backUp(sample)
  await sample.client.call('evidence.log', { title: 'Logged after the backup', shows: 'x', sourceKind: 'people' })
  await sample.client.call('workspaces.close', {})
  const { keptIn } = await sample.application.restoreInto(sample.folder, file)
  await sample.application.openFolder(sample.folder)
  expect((await sample.client.call('evidence.list', {})).total).toBe(136)
  await sample.application.openFolder(keptIn ?? '')
  expect((await sample.client.call('evidence.list', { filter: { words: 'after the backup' } })).total).toBe(1)
})

test('a workspace that is open is not replaced under the hands of whoever works in it', async () => {
  const sample = await openSample()
  const { file } = await backUp(sample)
  const other = await openApplication()
  expect((await failureOf(other.application.restoreInto(sample.folder, file))).code).toBe('in-use')
  expect((await sample.client.call('evidence.list', {})).total).toBe(136)
})

test('what is no backup, is cut short, was changed or holds more than it says is refused, and nothing is left behind', async () => {
  const sample = await openSample()
  const { file } = await backUp(sample)
  const whole = await readFile(file)
  const folder = path.join(makeFolder(), 'target')
  const hostile: [string, () => Promise<unknown>][] = [
    ['not a zip', () => writeFile(file, 'Dear Sir')],
    ['empty', () => writeFile(file, '')],
    ['cut short', () => truncate(file, whole.length - 40_000)],
    [
      'changed database',
      () => forge(file, (files) => (files['workspace.db'] = strToU8('SQLite format 3\0 and then nothing'))),
    ],
    ['no list', () => forge(file, (files) => delete files['manifest.json'])],
    ['a list that is no list', () => forge(file, (files) => (files['manifest.json'] = strToU8('[]')))],
    ['a file more', () => forge(file, (files) => (files['extra.exe'] = strToU8('x')))],
    [
      'a path out of the folder',
      () =>
        forge(file, (files) => {
          const list = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as {
            files: { name: string }[]
          }
          list.files.push({ name: '../../evil', size: 1, sha256: 'a'.repeat(64) } as never)
          files['manifest.json'] = strToU8(JSON.stringify(list))
        }),
    ],
  ]
  for (const [what, spoil] of hostile) {
    await writeFile(file, whole)
    await spoil()
    const failure = await failureOf(sample.application.restoreInto(folder, file))
    expect([what, failure.code]).toEqual([what, 'file-unreadable'])
    expect(existsSync(folder)).toBe(false)
    expect(await readdir(path.dirname(folder))).toEqual([])
  }
})

test('a folder that holds something else is not restored into', async () => {
  const sample = await openSample()
  const { file } = await backUp(sample)
  const folder = makeFolder()
  await writeFile(path.join(folder, 'thesis.docx'), 'years of work')
  expect((await failureOf(sample.application.restoreInto(folder, file))).code).toBe('folder-not-empty')
  expect(await readdir(folder)).toEqual(['thesis.docx'])
})

test('a restore that ended in the middle leaves the old workspace, not none', async () => {
  const sample = await openSample()
  await sample.client.call('workspaces.close', {})
  const kept = path.join(sample.folder, 'before-restore-2026-11-25T10-00-00-000Z')
  await mkdir(kept)
  for (const name of ['workspace.db', 'attachments'])
    await rename(path.join(sample.folder, name), path.join(kept, name))
  await sample.application.openFolder(sample.folder)
  expect((await sample.client.call('evidence.list', {})).total).toBe(136)
  const checked = await finish<'attachments.check'>(sample.client, await sample.client.call('attachments.check', {}))
  expect(checked.missing).toBe(1)
})

test('a backup can be made while people go on logging', async () => {
  const sample = await openSample()
  const started = await sample.client.call('backups.export', {})
  for (let number = 0; number < 5; number += 1)
    await sample.client.call('evidence.log', { title: `Meanwhile ${number}`, shows: 'x', sourceKind: 'staff' })
  expect((await finish<'backups.export'>(sample.client, started)).items).toBeGreaterThanOrEqual(136)
  expect((await sample.client.call('evidence.list', {})).total).toBe(141)
})

test('a cancelled backup leaves no file', async () => {
  const dataFolder = makeFolder()
  const opened = await openApplication({ dataFolder })
  await opened.client.call('workspaces.createSample', {})
  const { taskId } = await opened.client.call('backups.export', {})
  await opened.client.call('tasks.cancel', { taskId })
  expect((await failureOf(finish<'backups.export'>(opened.client, { taskId }))).code).toBe('cancelled')
  expect(await readdir(path.join(dataFolder, 'transfers')).catch(() => [])).toEqual([])
  await rm(dataFolder, { recursive: true, force: true })
})

test('a restore that is under way in another process is not undone under its hands', async () => {
  const { application } = await openApplication()
  const folder = path.join(makeFolder(), 'trust')
  await application.createSampleIn(folder)
  const kept = path.join(folder, 'before-restore-2026-10-01T09-30-00-000Z')
  await mkdir(kept)
  await rename(path.join(folder, 'workspace.db'), path.join(kept, 'workspace.db'))
  const lease = await acquireLease(folder, { name: 'Another', since: '2026-10-01T09:30:00.000Z' })
  if ('heldBy' in lease) throw new Error('the lease is held')
  expect((await failureOf(application.openFolder(folder))).code).toBe('in-use')
  expect(existsSync(path.join(kept, 'workspace.db'))).toBe(true)
  await lease.release()
  expect((await application.openFolder(folder)).mode).toBe('write')
})
