import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { mkdir, rename, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { beginAudit, inventedTexts, loadTexts, readWhole, secretWords } from '../../../support/audits.ts'
import { failureOf, finish, makeFolder, openApplication, openWorkspace, upload } from '../../../support/workspace.ts'

/** The files under a folder that hold some words, in any of the ways in which SQLite and JSON write them. */
function filesWith(folder: string, words: readonly string[]): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return files.filter((file) => {
    const whole = path.join(folder, file)
    if (!statSync(whole).isFile()) return false
    const bytes = readFileSync(whole)
    return words.some((word) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')))
  })
}

/** Words of the texts, and names that were given with them. */
const traces = [secretWords, 'Ferncliffe', 'sister’s stall', 'night checks', 'Maria', 'Lopez', 'Idris']

test('once an audit is closed no file of the workspace, its backups or the data folder holds a word of its plans', async () => {
  const dataFolder = makeFolder()
  const { application, client } = await openWorkspace({ dataFolder })
  const audit = await beginAudit(client)
  const bytes = new TextEncoder().encode(inventedTexts[0]?.text)
  const transferId = await upload(client, 'RW-04.txt', bytes)
  const file = { kind: 'file' as const, transferId, fileName: 'RW-04.txt' }
  const plans = [{ pseudonym: 'RW-04', patientName: 'Maria Lopez', source: file }]
  const fromFile = await finish<'audits.load'>(client, await client.call('audits.load', { id: audit.id, plans }))
  expect(fromFile.loaded).toHaveLength(1)
  const { loaded } = await loadTexts(client, audit.id)
  for (const { id } of loaded) await readWhole(client, id)
  await client.call('audits.decide', {
    planId: loaded[0]?.id ?? '',
    statement: 1,
    voice: 'first-person',
    needs: [],
    note: `She told me of ${secretWords}.`,
  })
  const backup = await finish<'backups.export'>(client, await client.call('backups.export', {}))
  const open = filesWith(dataFolder, traces)
  expect(open.length).toBeGreaterThan(0)
  expect(open.every((name) => name.includes('plan-texts'))).toBe(true)
  expect(filesWith(dataFolder, ['Maria', 'Lopez', 'Idris'])).toEqual([])
  const { version } = await client.call('audits.get', { id: audit.id })
  const closed = await client.call('audits.close', { id: audit.id, expectedVersion: version })
  expect(closed).toMatchObject({ state: 'closed', texts: 0, plansComplete: 3 })
  expect(filesWith(dataFolder, traces)).toEqual([])
  expect(
    readdirSync(dataFolder, { recursive: true, encoding: 'utf8' }).filter((name) => /plan-texts/.test(name)),
  ).toEqual([])
  const chunks: Uint8Array[] = []
  for await (const chunk of application.readTransfer(backup.transferId)) chunks.push(chunk)
  const inBackup = Object.values(unzipSync(Buffer.concat(chunks))).map((each) => Buffer.from(each))
  expect(inBackup.some((each) => each.includes('RW-01'))).toBe(true)
  for (const trace of traces) expect(inBackup.some((each) => each.includes(trace))).toBe(false)
  const results = await client.call('audits.results', { from: '2026-09', to: '2026-09' })
  expect(results.readings).toBe(3)
  expect((await failureOf(client.call('audits.plan', { planId: loaded[0]?.id ?? '' }))).message).toContain('erased')
  expect((await client.call('history.state', {})).undo?.words ?? '').not.toContain('Plan RW')
  const again = { planId: loaded[0]?.id ?? '', statement: 1, voice: 'none' as const, needs: [] }
  expect((await failureOf(client.call('audits.decide', again))).code).toBe('refused')
})

test('a plan that is taken out is erased with its decisions, and undo goes on with what was before', async () => {
  const dataFolder = makeFolder()
  const { client } = await openWorkspace({ dataFolder })
  const audit = await beginAudit(client)
  const { loaded } = await loadTexts(client, audit.id)
  await client.call('actions.add', { title: 'Before' })
  await readWhole(client, loaded[0]?.id ?? '')
  const { planList } = await client.call('audits.get', { id: audit.id })
  const [first = { id: '', version: 0 }] = planList
  const after = await client.call('audits.removePlan', { id: first.id, expectedVersion: first.version })
  expect(after.planList.map(({ pseudonym }) => pseudonym)).toEqual(['RW-02', 'RW-03'])
  expect(filesWith(dataFolder, [secretWords])).toEqual([])
  expect(await client.call('history.undo', {})).toEqual({ words: 'Action added: Before' })
})

test('texts that a crash left behind are named by the check and erased when the workspace is opened', async () => {
  const { application, client } = await openApplication()
  const folder = path.join(makeFolder(), 'workspace')
  await application.createIn(folder, {
    provider: 'Osmere Partnership Trust',
    coreServices: ['acute-wards'],
    wards: [{ coreService: 'acute-wards', name: 'Rowan Ward' }],
    from: '2026-04-01',
    to: '2026-09-30',
    expectedVisit: null,
    checklistId: 'bg046',
  })
  await application.openFolder(folder)
  const audit = await beginAudit(client)
  await loadTexts(client, audit.id)
  const kept = path.join(folder, 'plan-texts', `${audit.id}.db`)
  const copy = readFileSync(kept)
  await client.call('audits.close', { id: audit.id, expectedVersion: audit.version + 1 })
  expect(existsSync(kept)).toBe(false)
  await mkdir(path.dirname(kept), { recursive: true })
  await writeFile(kept, copy)
  const { faults } = await finish<'workspace.verify'>(client, await client.call('workspace.verify', {}))
  expect(faults).toHaveLength(1)
  await client.call('workspaces.close', {})
  await application.openFolder(folder)
  expect(existsSync(kept)).toBe(false)
  // Of an audit that is not known: a restore took it away, and may be undone.
  const unknown = path.join(folder, 'plan-texts', 'unknown.db')
  await mkdir(path.dirname(unknown), { recursive: true })
  await writeFile(unknown, copy)
  await client.call('workspaces.close', {})
  await application.openFolder(folder)
  const checked = await finish<'workspace.verify'>(client, await client.call('workspace.verify', {}))
  expect([checked.faults.length, checked.remarks.length]).toEqual([0, 1])
  const longAgo = Date.now() / 1000 - 31 * 86_400
  await utimes(unknown, longAgo, longAgo)
  await client.call('workspaces.close', {})
  await application.openFolder(folder)
  expect(existsSync(unknown)).toBe(false)
})

test('an open audit moves with its folder, and one who reads the workspace reads its plans and decides nothing', async () => {
  const { application, client } = await openWorkspace()
  const audit = await beginAudit(client)
  const { loaded } = await loadTexts(client, audit.id)
  const [listed] = await client.call('workspaces.list', {})
  const folder = (listed as { folder?: string } | undefined)?.folder ?? ''
  const reader = await openApplication()
  const { mode } = await reader.application.openFolder(folder)
  expect(mode).toBe('read')
  const view = await reader.client.call('audits.plan', { planId: loaded[0]?.id ?? '' })
  expect(view.text).toContain('tortoise')
  const decided = { planId: view.id, statement: 1, voice: 'none' as const, needs: [] }
  expect((await failureOf(reader.client.call('audits.decide', decided))).code).toBe('in-use')
  await reader.application.close()
  await application.close()
  await rename(folder, `${folder} moved`)
  const later = await openApplication()
  await later.application.openFolder(`${folder} moved`)
  expect((await later.client.call('audits.plan', { planId: loaded[0]?.id ?? '' })).text).toContain('tortoise')
})
