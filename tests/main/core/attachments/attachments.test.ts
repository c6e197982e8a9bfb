import { createHash, randomBytes } from 'node:crypto'
import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { chunkSize } from '../../../../src/shared/contract.ts'
import {
  failureOf,
  finish,
  makeFolder,
  openWorkspace,
  upload,
  type TestApplication,
} from '../../../support/workspace.ts'

const text = (words: string) => new TextEncoder().encode(words)

async function attach({ client }: TestApplication, name: string, bytes: Uint8Array) {
  const item = await client.call('evidence.log', { title: 'With a file', shows: 'x', sourceKind: 'processes' })
  const transferId = await upload(client, name, bytes)
  return client.call('attachments.add', { evidenceId: item.id, transferId, name })
}

const check = async (client: TestApplication['client']) =>
  finish<'attachments.check'>(client, await client.call('attachments.check', {}))

async function storedFile({ client }: TestApplication, sha256: string) {
  const [workspace] = await client.call('workspaces.list', {})
  return path.join(workspace?.folder ?? '', 'attachments', sha256.slice(0, 2), sha256)
}

test('a file is kept by its SHA-256, and its bytes come back as they went in', async () => {
  const opened = await openWorkspace()
  const bytes = text('Notes of the community meeting')
  const attachment = await attach(opened, 'notes.txt', bytes)
  expect(attachment).toMatchObject({
    name: 'notes.txt',
    size: bytes.length,
    contentType: 'text/plain',
    state: 'present',
  })
  expect(attachment.sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
  const { transferId } = await opened.client.call('attachments.open', { id: attachment.id })
  const read = await opened.client.call('transfers.read', { id: transferId, offset: 0 })
  expect(Buffer.from(read.bytes, 'base64').toString()).toBe('Notes of the community meeting')
})

test('a file of several chunks arrives whole, whatever order the answers come in', async () => {
  const { client } = await openWorkspace()
  const bytes = randomBytes(chunkSize * 2 + 345)
  const { id } = await client.call('transfers.begin', { name: 'big.bin', size: bytes.length })
  const offsets = [0, chunkSize, chunkSize * 2]
  await Promise.all(
    offsets.map((offset) =>
      client.call('transfers.append', {
        id,
        offset,
        bytes: bytes.subarray(offset, offset + chunkSize).toString('base64'),
      }),
    ),
  )
  const item = await client.call('evidence.log', { title: 'A', shows: 'b', sourceKind: 'processes' })
  const { sha256 } = await client.call('attachments.add', { evidenceId: item.id, transferId: id, name: 'big.bin' })
  expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'))
})

test('a chunk that is sent twice is taken once, a gap and an overflow are refused', async () => {
  const { client } = await openWorkspace()
  const { id } = await client.call('transfers.begin', { name: 'a.txt', size: 4 })
  const append = (offset: number, words: string) =>
    client.call('transfers.append', { id, offset, bytes: Buffer.from(words).toString('base64') })
  await append(0, 'ab')
  expect(await append(0, 'ab')).toEqual({ received: 2 })
  expect((await failureOf(append(3, 'd'))).code).toBe('invalid-input')
  expect((await failureOf(append(2, 'cde'))).code).toBe('invalid-input')
  const item = await client.call('evidence.log', { title: 'A', shows: 'b', sourceKind: 'processes' })
  expect(
    (await failureOf(client.call('attachments.add', { evidenceId: item.id, transferId: id, name: 'a.txt' }))).message,
  ).toContain('not arrived whole')
})

test('an empty file, one that is too large and one that nobody sent are refused in words', async () => {
  const opened = await openWorkspace()
  expect((await failureOf(attach(opened, 'empty.txt', text('')))).message).toContain('is empty')
  expect(
    (await failureOf(opened.client.call('transfers.begin', { name: 'film.mov', size: 300 * 1_048_576 }))).code,
  ).toBe('too-large')
  const item = await opened.client.call('evidence.log', { title: 'A', shows: 'b', sourceKind: 'processes' })
  expect(
    (
      await failureOf(
        opened.client.call('attachments.add', { evidenceId: item.id, transferId: 'nobody', name: 'a.txt' }),
      )
    ).code,
  ).toBe('not-found')
})

test('a file is what its bytes say, not what its name says', async () => {
  const opened = await openWorkspace()
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  expect((await attach(opened, 'report.pdf', png)).contentType).toBe('image/png')
})

test('a name that Windows could not keep is made safe', async () => {
  const opened = await openWorkspace()
  const { name } = await attach(opened, '..\\CON: plan?.txt', text('x'))
  expect(name).not.toMatch(/[\\/:?]/)
  expect(name).toContain('plan')
})

test('a file that is gone or was changed is found by the check, shows as a gap, and is right again when put back', async () => {
  const opened = await openWorkspace()
  const { client } = opened
  const finding = await client.call('findings.find', { prompt: 'C9', scope: 'acute-wards' })
  const attachment = await attach(opened, 'minutes.txt', text('Minutes'))
  await client.call('links.add', { evidenceId: attachment.evidenceId, findingIds: [finding.id] })
  const gaps = async () => (await client.call('findings.get', { id: finding.id })).gaps.includes('A')
  const file = await storedFile(opened, attachment.sha256)
  const bytes = await readFile(file)
  await rm(file)
  expect(await check(client)).toEqual({ files: 1, missing: 1, changed: 0 })
  expect(await gaps()).toBe(true)
  expect((await failureOf(client.call('attachments.open', { id: attachment.id }))).code).toBe('file-missing')
  await writeFile(file, 'Minutez')
  expect(await check(client)).toEqual({ files: 1, missing: 0, changed: 1 })
  await writeFile(file, bytes)
  expect(await check(client)).toEqual({ files: 1, missing: 0, changed: 0 })
  expect(await gaps()).toBe(false)
})

test('verify names each file that is missing or changed, and counts those that no item uses', async () => {
  const opened = await openWorkspace()
  const kept = await attach(opened, 'kept.txt', text('kept'))
  const gone = await attach(opened, 'gone.txt', text('gone'))
  await attach(opened, 'left.txt', text('left')).then(({ id }) =>
    opened.client.call('attachments.remove', { id, expectedVersion: 1 }),
  )
  await appendFile(await storedFile(opened, kept.sha256), ' and more')
  await rm(await storedFile(opened, gone.sha256))
  const { attachments, faults } = await finish<'workspace.verify'>(
    opened.client,
    await opened.client.call('workspace.verify', {}),
  )
  expect(attachments).toEqual({ files: 2, missing: 1, changed: 1, orphans: 0 })
  expect(faults.join()).toMatch(/kept\.txt.*gone\.txt/)
})

test('removing an attachment can be undone, and the file is still there', async () => {
  const opened = await openWorkspace()
  const attachment = await attach(opened, 'a.txt', text('a'))
  await opened.client.call('attachments.remove', { id: attachment.id, expectedVersion: 1 })
  await opened.client.call('history.undo', {})
  const item = await opened.client.call('evidence.get', { id: attachment.evidenceId })
  expect(item.attachments).toMatchObject([{ name: 'a.txt', state: 'present' }])
  expect((await opened.client.call('attachments.open', { id: attachment.id })).size).toBe(1)
})

test('what was on its way when the application closed is cleared away', async () => {
  const dataFolder = makeFolder()
  const { client, application } = await openWorkspace({ dataFolder })
  await client.call('transfers.begin', { name: 'a.txt', size: 10 })
  await application.close()
  expect(await readdir(path.join(dataFolder, 'transfers'))).toEqual([])
})
