import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import type { LookAtFolder } from '../../../../src/main/core/workspaces/folder-place.ts'
import { startHost } from '../../../support/web-host.ts'
import { failureOf, finish, makeFolder, openApplication, openWorkspace } from '../../../support/workspace.ts'

/** Takes every folder for one on a network share. */
const asShare: LookAtFolder = async () => ({ kind: 'shared', service: '', conflictCopies: [] })

const item = (title: string) => ({ title, shows: 'x', sourceKind: 'people' as const })

async function makeClosed() {
  const { client } = await openWorkspace()
  const [listed] = await client.call('workspaces.list', {})
  await client.call('workspaces.close', {})
  return listed?.folder ?? ''
}

test('on a network share the older journal is used, it is said, and off it the newer one again', async () => {
  const folder = await makeClosed()
  const file = path.join(folder, 'workspace.db')
  const shared = await openApplication({ lookAtFolder: asShare })
  const opened = await shared.application.openFolder(folder)
  expect(opened).toMatchObject({ mode: 'write', warning: expect.stringContaining('network share') as string })
  await shared.client.call('evidence.log', item('Written on the share'))
  // Bytes 18 and 19 of the head: 1 is the rollback journal, 2 the log ahead of the database.
  expect([...(await readFile(file)).subarray(18, 20)]).toEqual([1, 1])
  expect((await readdir(folder)).filter((name) => /-(wal|shm)$/.test(name))).toEqual([])
  await shared.client.call('workspaces.close', {})
  const here = await openApplication()
  await here.application.openFolder(folder)
  expect([...(await readFile(file)).subarray(18, 20)]).toEqual([2, 2])
})

test('a reader of a share reads a copy, follows another process within a second, makes a report of it, and leaves none behind', async () => {
  const folder = await makeClosed()
  const writer = await startHost(makeFolder(), ['--workspace', folder])
  try {
    const dataFolder = makeFolder()
    const { application, client } = await openApplication({ dataFolder, lookAtFolder: asShare })
    expect((await application.openFolder(folder)).mode).toBe('read')
    expect((await failureOf(client.call('evidence.log', item('Refused')))).code).toBe('in-use')
    await writer.client.call('evidence.log', item('Seen by both'))
    const titles = async () => (await client.call('evidence.list', {})).rows.map(({ title }) => title)
    await vi.waitFor(async () => expect(await titles()).toContain('Seen by both'), { timeout: 1_500, interval: 50 })
    const report = await finish<'report.make'>(client, await client.call('report.make', { audience: 'board' }))
    expect(report.pages).toBeGreaterThan(1)
    await application.close()
    expect(await readdir(path.join(dataFolder, 'copies'))).toEqual([])
  } finally {
    await writer.kill()
  }
})
