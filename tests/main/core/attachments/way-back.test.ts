import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { chunkSize } from '../../../../src/shared/contract.ts'
import {
  failureOf,
  finish,
  makeFolder,
  openApplication,
  openWorkspace,
  upload,
  type TestApplication,
} from '../../../support/workspace.ts'

const text = (words: string) => new TextEncoder().encode(words)

async function log({ client }: TestApplication, title: string) {
  return client.call('evidence.log', { title, shows: 'x', sourceKind: 'processes' })
}

async function attach(opened: TestApplication, name: string, words: string, title = 'With a file') {
  const item = await log(opened, title)
  const transferId = await upload(opened.client, name, text(words))
  return opened.client.call('attachments.add', { evidenceId: item.id, transferId, name })
}

async function storeOf({ client }: TestApplication) {
  const [workspace] = await client.call('workspaces.list', {})
  const folder = path.join(workspace?.folder ?? '', 'attachments')
  return { folder, fileOf: (name: string) => path.join(folder, name.slice(0, 2), name) }
}

const filesOf = async ({ client }: TestApplication, evidenceId: string) =>
  (await client.call('evidence.get', { id: evidenceId })).attachments

const verify = async ({ client }: TestApplication) =>
  finish<'workspace.verify'>(client, await client.call('workspace.verify', {}))
const clean = async ({ client }: TestApplication) =>
  finish<'attachments.clean'>(client, await client.call('attachments.clean', {}))
const check = async ({ client }: TestApplication) =>
  finish<'attachments.check'>(client, await client.call('attachments.check', {}))

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const hash = (digit: string) => digit.repeat(64)

test('the same bytes attached before are noticed by their hash, whatever the name, but not in an item of the bin', async () => {
  const opened = await openWorkspace()
  const { client } = opened
  const first = await attach(opened, 'minutes.txt', 'Minutes', 'Minutes of May')
  const binned = await attach(opened, 'copy.txt', 'Minutes', 'Removed since')
  await client.call('evidence.remove', { id: binned.evidenceId, expectedVersion: 1 })
  const transferId = await upload(client, 'scan 17.txt', text('Minutes'))
  expect(await client.call('attachments.alike', { transferId })).toEqual([
    { evidenceId: first.evidenceId, title: 'Minutes of May', name: 'minutes.txt' },
  ])
  const other = await upload(client, 'minutes.txt', text('Other minutes'))
  expect(await client.call('attachments.alike', { transferId: other })).toEqual([])
  // Asking took nothing away: it can still be attached.
  const item = await log(opened, 'Also')
  await client.call('attachments.add', { evidenceId: item.id, transferId, name: 'scan 17.txt' })
  expect(await filesOf(opened, item.id)).toMatchObject([{ name: 'scan 17.txt', sha256: first.sha256 }])
})

test.each(['missing', 'changed'] as const)('a file that is %s is right again when it is given again', async (state) => {
  const opened = await openWorkspace()
  const { client } = opened
  const kept = await attach(opened, 'plan.txt', 'The plan')
  const twin = await attach(opened, 'plan, again.txt', 'The plan')
  const file = (await storeOf(opened)).fileOf(kept.sha256)
  if (state === 'missing') await rm(file)
  else await writeFile(file, 'The plat')
  await check(opened)
  const [faulty] = await filesOf(opened, kept.evidenceId)
  expect(faulty?.state).toBe(state)
  expect((await failureOf(client.call('attachments.open', { id: kept.id }))).code).toBe('file-missing')
  const undo = (await client.call('history.state', {})).undo

  const transferId = await upload(client, 'from my desk.txt', text('The plan'))
  const expectedVersion = faulty?.version ?? 0
  const order = { id: kept.id, expectedVersion, transferId, name: 'from my desk.txt' }
  expect(await client.call('attachments.replace', order)).toMatchObject({ name: 'plan.txt', state: 'present' })
  expect(await readFile(file, 'utf8')).toBe('The plan')
  expect(await filesOf(opened, twin.evidenceId)).toMatchObject([{ name: 'plan, again.txt', state: 'present' }])
  // A file that is what it was is nothing to undo.
  expect((await client.call('history.state', {})).undo).toEqual(undo)
})

test('another file takes the place of a missing one only when that is said, and can be undone', async () => {
  const opened = await openWorkspace()
  const { client } = opened
  const kept = await attach(opened, 'plan.txt', 'The plan')
  const store = await storeOf(opened)
  await rm(store.fileOf(kept.sha256))
  await check(opened)
  const transferId = await upload(client, 'plan v2.txt', text('Another plan'))
  const order = { id: kept.id, expectedVersion: 2, transferId, name: 'plan v2.txt' }
  const refused = await failureOf(client.call('attachments.replace', order))
  expect(refused).toMatchObject({ code: 'refused', details: { another: true } })
  expect(refused.message).toContain('Nothing was changed')
  expect(await filesOf(opened, kept.evidenceId)).toMatchObject([{ name: 'plan.txt', state: 'missing' }])
  expect((await failureOf(client.call('attachments.replace', { ...order, expectedVersion: 1 }))).code).toBe('conflict')

  await client.call('attachments.replace', { ...order, another: true })
  expect(await filesOf(opened, kept.evidenceId)).toMatchObject([{ name: 'plan v2.txt', size: 12, state: 'present' }])
  await client.call('history.undo', {})
  expect(await filesOf(opened, kept.evidenceId)).toMatchObject([{ name: 'plan.txt', sha256: kept.sha256 }])
})

test('what a crash leaves in the store is listed and cleared away; what is young, used, undoable or not ours stays', async () => {
  const opened = await openWorkspace()
  const { client } = opened
  const { folder, fileOf } = await storeOf(opened)
  const used = await attach(opened, 'used.txt', 'used')
  const removed = await attach(opened, 'removed.txt', 'removed')
  await client.call('attachments.remove', { id: removed.id, expectedVersion: 1 })
  const put = async (name: string, minutes: number) => {
    await mkdir(path.dirname(fileOf(name)), { recursive: true })
    await writeFile(fileOf(name), 'left')
    await utimes(fileOf(name), ago(minutes), ago(minutes))
  }
  await put(hash('a'), 600)
  await put(`${hash('b')}.part`, 300)
  await put(hash('c'), 30)
  for (const file of [used, removed]) await utimes(fileOf(file.sha256), ago(600), ago(600))
  await writeFile(path.join(folder, 'Thumbs.db'), 'Windows')
  await writeFile(path.join(folder, 'aa', 'notes.txt'), 'somebody’s own')

  const seen = await verify(opened)
  expect(seen.faults).toEqual([])
  expect(seen.attachments.orphans).toBe(3)
  expect(seen.orphanFiles.map(({ name }) => name)).toEqual([hash('a'), `${hash('b')}.part`, hash('c')])
  expect(await clean(opened)).toEqual({ removed: 2, bytes: 8, young: 1 })
  expect(await clean(opened)).toEqual({ removed: 0, bytes: 0, young: 1 })
  expect([hash('c'), used.sha256, removed.sha256].filter((name) => !existsSync(fileOf(name)))).toEqual([])
  expect(existsSync(path.join(folder, 'Thumbs.db'))).toBe(true)
  expect(existsSync(path.join(folder, 'aa', 'notes.txt'))).toBe(true)

  await client.call('history.undo', {})
  expect(await filesOf(opened, removed.evidenceId)).toMatchObject([{ name: 'removed.txt', state: 'present' }])
  expect((await client.call('attachments.open', { id: removed.id })).size).toBe(7)
})

test('what is cut off between a file and its row leaves a file that the check lists, and no row', async () => {
  let isCut = false
  const opened = await openWorkspace({
    newId() {
      if (isCut) throw new Error('cut off')
      return randomUUID()
    },
  })
  const { client } = opened
  const item = await log(opened, 'Minutes')
  const transferId = await upload(client, 'minutes.txt', text('Minutes'))
  isCut = true
  const cut = await failureOf(client.call('attachments.add', { evidenceId: item.id, transferId, name: 'minutes.txt' }))
  isCut = false
  expect(cut.code).toBe('internal')
  expect(await filesOf(opened, item.id)).toEqual([])
  const { attachments, orphanFiles, faults } = await verify(opened)
  expect(faults).toEqual([])
  expect(attachments).toMatchObject({ files: 0, orphans: 1 })

  const { fileOf } = await storeOf(opened)
  const name = orphanFiles[0]?.name ?? ''
  expect(await readFile(fileOf(name), 'utf8')).toBe('Minutes')
  // Given again, the file that was left is taken into use.
  const again = await upload(client, 'minutes.txt', text('Minutes'))
  await client.call('attachments.add', { evidenceId: item.id, transferId: again, name: 'minutes.txt' })
  await utimes(fileOf(name), ago(600), ago(600))
  expect(await clean(opened)).toEqual({ removed: 0, bytes: 0, young: 0 })
  expect(existsSync(fileOf(name))).toBe(true)
})

test('a file attached while the store is cleared is never lost', async () => {
  const opened = await openWorkspace()
  const { client } = opened
  const { fileOf } = await storeOf(opened)
  const { sha256 } = await attach(opened, 'first.txt', 'the same bytes')
  await rm(fileOf(sha256))
  const item = await log(opened, 'Again')
  const transferId = await upload(client, 'again.txt', text('the same bytes too'))
  const [cleaned, attached] = await Promise.all([
    clean(opened),
    client.call('attachments.add', { evidenceId: item.id, transferId, name: 'again.txt' }),
  ])
  expect(cleaned.removed).toBe(0)
  expect(existsSync(fileOf(attached.sha256))).toBe(true)
})

test('what a killed program left half arrived is cleared away at the next start, but not what may still be coming', async () => {
  const dataFolder = makeFolder()
  const transfers = path.join(dataFolder, 'transfers')
  await mkdir(transfers)
  for (const [name, minutes] of [
    ['old.part', 90],
    ['new.part', 5],
  ] as const) {
    await writeFile(path.join(transfers, name), 'half')
    await utimes(path.join(transfers, name), ago(minutes), ago(minutes))
  }
  await openApplication({ dataFolder })
  expect(existsSync(path.join(transfers, 'old.part'))).toBe(false)
  expect(existsSync(path.join(transfers, 'new.part'))).toBe(true)
})

test('a file of 250 MB arrives, is kept and checked, and never lies in memory whole', async () => {
  const opened = await openWorkspace()
  const { client } = opened
  const size = 250 * 1_048_576
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 10)
  const { id: transferId } = await client.call('transfers.begin', { name: 'film.mp4', size })
  const bytes = Buffer.alloc(chunkSize, 7).toString('base64')
  for (let offset = 0; offset < size; offset += chunkSize)
    await client.call('transfers.append', { id: transferId, offset, bytes })
  const item = await log(opened, 'A film of the ward')
  const kept = await client.call('attachments.add', { evidenceId: item.id, transferId, name: 'film.mp4' })
  expect(await check(opened)).toEqual({ files: 1, missing: 0, changed: 0 })
  clearInterval(watch)
  expect(kept).toMatchObject({ size, state: 'present' })
  expect((most - before) / 1_048_576).toBeLessThan(125)
})
