import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { finish, makeFolder, openApplication, openWorkspace, upload } from '../../support/workspace.ts'

const entry = path.resolve(import.meta.dirname, '../../../out/main/cli.cjs')

/** Ends the process, with no warning, before the move of a file of the workspace that is the KILL_AT-th. */
const killer = `
const fs = require('node:fs/promises')
const { rename } = fs
let left = Number(process.env.KILL_AT)
fs.rename = (from, to) => {
  if (to.startsWith(process.env.KILL_IN)) left -= 1
  if (left > 0) return rename(from, to)
  process.kill(process.pid, 'SIGKILL')
  return new Promise(() => {})
}
`

/** Runs the command line in a process that is killed at a move of files; answers whether it was. */
async function runKilled(args: readonly string[], folder: string, killAt: number): Promise<boolean> {
  const script = path.join(makeFolder(), 'killer.cjs')
  await writeFile(script, killer)
  const env = { ...process.env, KILL_AT: String(killAt), KILL_IN: `${folder}${path.sep}` }
  const running = spawn(process.execPath, ['--require', script, entry, ...args], { env, stdio: 'ignore' })
  await once(running, 'exit')
  if (running.signalCode === 'SIGKILL') return true
  expect(running.exitCode).toBe(0)
  return false
}

/** A workspace with an item and a file from before its backup, and an item with another file from after it. */
async function makeGround() {
  const { client } = await openWorkspace()
  const [workspace] = await client.call('workspaces.list', {})
  const log = async (title: string) => {
    const { id } = await client.call('evidence.log', { title, shows: 'x', sourceKind: 'people' })
    const name = `${title}.txt`
    await client.call('attachments.add', {
      evidenceId: id,
      name,
      transferId: await upload(client, name, Buffer.from(title)),
    })
  }
  await log('Before')
  const { name } = await finish<'backups.make'>(client, await client.call('backups.make', {}))
  await log('After')
  await client.call('workspaces.close', {})
  return { folder: workspace?.folder ?? '', name }
}

/** Which workspace is there when the folder is opened again, with every file of it in its place. */
async function readBack(folder: string): Promise<string[]> {
  const { application, client } = await openApplication()
  await application.openFolder(folder)
  const { faults } = await finish<'workspace.verify'>(client, await client.call('workspace.verify', {}))
  expect(faults).toEqual([])
  const titles = (await client.call('evidence.list', {})).rows.map(({ title }) => title).toSorted()
  await application.close()
  return titles
}

/** Kills the work at its first move of a file, its second, and so on until it has made them all. */
async function killAtEach(start: string, argsFor: (folder: string) => string[]): Promise<string[][]> {
  const found: string[][] = []
  for (let killAt = 1; killAt < 20; killAt += 1) {
    const folder = path.join(makeFolder(), 'trust')
    await cp(start, folder, { recursive: true })
    const wasKilled = await runKilled(argsFor(folder), folder, killAt)
    found.push(await readBack(folder))
    if (!wasKilled) return found
  }
  throw new Error('it never ended')
}

test('a restore, and its undo, killed between any two moves leaves the old workspace or the new one, with all its files', async () => {
  const { folder, name } = await makeGround()
  const [before, after] = [['Before'], ['After', 'Before']]
  const restored = await killAtEach(folder, (target) => [
    'restore',
    ...['--from', path.join(folder, 'backups', name), '--workspace', target],
  ])
  expect(restored.length).toBeGreaterThan(4)
  expect(restored.at(-1)).toEqual(before)
  for (const titles of restored) expect([before, after]).toContainEqual(titles)

  const { application, client } = await openApplication()
  await application.openFolder(folder)
  await client.call('backups.restore', { name })
  await application.close()
  expect((await readdir(folder)).some((each) => each.startsWith('before-restore-'))).toBe(true)
  const undone = await killAtEach(folder, (target) => [
    'call',
    'backups.undoRestore',
    ...['--workspace', target, '--json', '{}'],
  ])
  expect(undone.length).toBeGreaterThan(4)
  expect(undone.at(-1)).toEqual(after)
  for (const titles of undone) expect([before, after]).toContainEqual(titles)
}, 60_000)
