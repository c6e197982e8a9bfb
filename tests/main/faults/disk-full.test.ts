import { writeFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startHost } from '../../support/web-host.ts'
import { failureOf, finish, makeFolder, upload } from '../../support/workspace.ts'

/**
 * The host runs in a user and mount namespace of its own, where anybody may mount: its data folder is a tmpfs of 12 MB, and the fault is
 * the kernel's own ENOSPC, for root and for anybody else. We fill and empty it by way of /proc/PID/root.
 */
const inSmallDisk = (folder: string) => [
  'unshare',
  '--user',
  '--map-root-user',
  '--mount',
  'sh',
  '-c',
  'mount -t tmpfs -o size=12m small "$0" && exec "$@"',
  folder,
]

/** Writes until nothing more fits: a large file, then smaller ones. */
async function fill(folder: string) {
  for (const size of [1_000_000, 100_000, 4_096])
    for (let number = 0; ; number += 1) {
      const wrote = await writeFile(path.join(folder, `ballast-${size}-${number}`), Buffer.alloc(size)).catch(
        (error: NodeJS.ErrnoException) => error.code,
      )
      if (wrote === 'ENOSPC') break
    }
}

async function empty(folder: string) {
  for (const size of [1_000_000, 100_000, 4_096])
    for (let number = 0; number < 300; number += 1)
      await rm(path.join(folder, `ballast-${size}-${number}`), { force: true })
}

test.skipIf(process.platform !== 'linux')(
  'a full disk is named, costs nothing that was acknowledged, and is forgotten once there is space',
  async () => {
    const folder = makeFolder()
    const host = await startHost(folder, [], inSmallDisk(folder))
    onTestFinished(() => host.kill())
    const { client } = host
    const disk = path.join('/proc', String(host.pid), 'root', folder)
    await client.call('workspaces.create', {
      workspace: { provider: 'Osmere Partnership Trust', from: '2026-04-01', to: '2026-09-30' },
    })
    const item = (title: string) => ({ title, shows: 'x'.repeat(2_000), sourceKind: 'people' as const })
    const { id } = await client.call('evidence.log', item('Before'))
    const acknowledged = ['Before']
    await fill(disk)

    const failure = await (async () => {
      for (let number = 0; number < 500; number += 1) {
        const answer = await client.call('evidence.log', item(`Item ${number}`)).catch((error: unknown) => error)
        if (answer instanceof Error) return failureOf(Promise.reject(answer))
        acknowledged.push(`Item ${number}`)
      }
      throw new Error('the disk was never full')
    })()
    expect(failure).toMatchObject({ code: 'disk-full', message: expect.stringMatching(/^This disk is full/) as string })
    expect((await failureOf(upload(client, 'note.txt', new Uint8Array(300_000)))).code).toBe('disk-full')
    const backup = finish<'backups.export'>(client, await client.call('backups.export', {}))
    expect((await failureOf(backup)).code).toBe('disk-full')
    // What was saved can still be read.
    expect((await client.call('evidence.list', { limit: 500 })).total).toBe(acknowledged.length)

    await empty(disk)
    await client.call('evidence.log', item('After'))
    const transferId = await upload(client, 'note.txt', new TextEncoder().encode('Dear Sir'))
    await client.call('attachments.add', { evidenceId: id, transferId, name: 'note.txt' })
    const { rows } = await client.call('evidence.list', { limit: 500 })
    expect(rows.map(({ title }) => title).toSorted()).toEqual([...acknowledged, 'After'].toSorted())
    expect((await finish<'workspace.verify'>(client, await client.call('workspace.verify', {}))).faults).toEqual([])
  },
)
