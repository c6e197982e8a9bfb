import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { ChecklistPack } from '../../../../src/shared/model/checklist.ts'
import { failureOf, makeFolder, openApplication } from '../../../support/workspace.ts'

const shipped = path.resolve('checklists/bg046-recovery-orientated-practice.json')

async function openWithPack(change: (pack: ChecklistPack) => void, checklistsFolder = makeFolder()) {
  const pack = JSON.parse(await readFile(shipped, 'utf8')) as ChecklistPack
  change(pack)
  await writeFile(path.join(checklistsFolder, 'pack.json'), JSON.stringify(pack))
  return openApplication({ checklistsFolder })
}

async function makeWorkspace() {
  const { application } = await openWithPack(() => {})
  const folder = path.join(makeFolder(), 'trust')
  await application.createIn(folder, {
    provider: 'Osmere Partnership Trust',
    coreServices: ['acute-wards'],
    wards: [],
    from: '2026-04-01',
    to: '2026-09-30',
    expectedVisit: null,
    checklistId: 'bg046',
  })
  return folder
}

test('a pack that lost a prompt takes nothing from an assessment that was begun with it', async () => {
  const folder = await makeWorkspace()
  const { application, client } = await openWithPack((pack) => {
    pack.prompts = pack.prompts.filter(({ id }) => id !== 'C1')
  })
  await application.openFolder(folder)
  expect((await client.call('overview.get', {})).findings).toHaveLength(16)
  const finding = await client.call('findings.find', { prompt: 'C1', scope: 'acute-wards' })
  const item = { title: 'A', shows: 'b', sourceKind: 'people' as const, links: [{ findingId: finding.id }] }
  expect((await client.call('evidence.log', item)).links[0]?.promptShort).not.toBe('')
  expect((await client.call('checklists.current', {})).prompts).toHaveLength(16)
})

test('a workspace opens on a PC that does not have its pack, and only a new assessment needs it', async () => {
  const folder = await makeWorkspace()
  const { application, client } = await openWithPack((pack) => {
    pack.id = 'another-pack'
  })
  await application.openFolder(folder)
  expect((await client.call('status.get', {})).findings.total).toBe(16)
  const { message } = await failureOf(
    client.call('workspaces.create', { workspace: { provider: 'B', from: '2026-04-01', to: '2026-09-30' } }),
  )
  expect(message).toContain('bg046')
})

test('another pack with the same prompt ids does not change when evidence goes stale', async () => {
  const checklistsFolder = makeFolder()
  const another = JSON.parse(await readFile(shipped, 'utf8')) as ChecklistPack
  another.id = 'another'
  for (const prompt of another.prompts) prompt.windowMonths = 1
  await writeFile(path.join(checklistsFolder, 'another.json'), JSON.stringify(another))
  const { client } = await openWithPack(() => {}, checklistsFolder)
  expect(await client.call('checklists.available', {})).toHaveLength(2)
  await client.call('workspaces.create', {
    workspace: { provider: 'B', coreServices: ['acute-wards'], from: '2026-04-01', to: '2026-09-30' },
  })
  const finding = await client.call('findings.find', { prompt: 'C1', scope: 'acute-wards' })
  const item = await client.call('evidence.log', {
    title: 'A',
    shows: 'b',
    sourceKind: 'people',
    links: [{ findingId: finding.id }],
  })
  expect(item.windowMonths).toBe(12)
})
