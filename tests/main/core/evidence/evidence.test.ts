import { expect, test } from 'vitest'
import { failureOf, openApplication, openWorkspace } from '../../../support/workspace.ts'

test('only a title, what it shows and the kind are needed to log an item', async () => {
  const { client } = await openWorkspace()
  const item = await client.call('evidence.log', {
    title: 'Poster',
    shows: 'The number rings out',
    sourceKind: 'observation',
  })
  expect(item).toMatchObject({
    title: 'Poster',
    sourceKind: 'observation',
    loggedBy: 'Tess Tester',
    supports: 0,
    version: 1,
  })
})

test('one item supports, contradicts and gives context to three findings, and is one item', async () => {
  const { client } = await openWorkspace()
  const findings = await Promise.all(
    ['C1', 'C2', 'C5'].map((prompt) => client.call('findings.find', { prompt, scope: 'acute-wards' })),
  )
  const [first, second, third] = findings.map(({ id }) => id)
  const item = await client.call('evidence.log', {
    title: 'Community meeting',
    shows: 'What people said',
    sourceKind: 'people',
    links: [
      { findingId: first ?? '' },
      { findingId: second ?? '', relation: 'contradicts', weighing: 'One voice of nine.' },
      { findingId: third ?? '', relation: 'context' },
    ],
  })
  expect(item).toMatchObject({ supports: 1, contradicts: 1, context: 1 })
  expect((await client.call('evidence.list', {})).total).toBe(1)
})

test('the same item cannot be linked to the same finding twice', async () => {
  const { client } = await openWorkspace()
  const finding = await client.call('findings.find', { prompt: 'C1', scope: 'acute-wards' })
  const item = await client.call('evidence.log', {
    title: 'A',
    shows: 'b',
    sourceKind: 'staff',
    links: [{ findingId: finding.id }],
  })
  expect((await failureOf(client.call('links.add', { evidenceId: item.id, findingIds: [finding.id] }))).code).toBe(
    'refused',
  )
})

test('a link has the prompt’s key questions and regulations until a person chooses others', async () => {
  const { client } = await openWorkspace()
  const finding = await client.call('findings.find', { prompt: 'C5', scope: 'acute-wards' })
  const item = await client.call('evidence.log', {
    title: 'A',
    shows: 'b',
    sourceKind: 'staff',
    links: [{ findingId: finding.id }],
  })
  const [link] = item.links
  expect(link).toMatchObject({ usesPromptDefaults: true, regulations: ['regulation-9', 'regulation-10', 'mha-code'] })
  const changed = await client.call('links.update', {
    id: link?.id ?? '',
    expectedVersion: 1,
    changes: { regulations: ['regulation-10'] },
  })
  expect(changed).toMatchObject({ usesPromptDefaults: false, regulations: ['regulation-10'] })
  const by = (regulation: 'regulation-9' | 'regulation-10') =>
    client.call('evidence.list', { filter: { regulations: [regulation] } })
  expect([(await by('regulation-9')).total, (await by('regulation-10')).total]).toEqual([0, 1])
})

test('a period that ends before it begins is refused, at first and when one end is changed later', async () => {
  const { client } = await openWorkspace()
  const dates = { describesFrom: '2026-09-02', describesTo: '2026-09-01' }
  expect(
    (await failureOf(client.call('evidence.log', { title: 'A', shows: 'b', sourceKind: 'staff', ...dates }))).code,
  ).toBe('invalid-input')
  const item = await client.call('evidence.log', {
    title: 'A',
    shows: 'b',
    sourceKind: 'staff',
    describesFrom: '2026-08-01',
    describesTo: '2026-08-31',
  })
  expect(
    (
      await failureOf(
        client.call('evidence.update', { id: item.id, expectedVersion: 1, changes: { describesFrom: '2026-09-05' } }),
      )
    ).code,
  ).toBe('invalid-input')
})

test('search finds every word, the last one begun, without accents, and treats operators as words', async () => {
  const { client } = await openWorkspace()
  await client.call('evidence.log', {
    title: 'Café at Żagań house',
    shows: 'People AND staff met',
    sourceKind: 'people',
  })
  await client.call('evidence.log', { title: 'Ward round', shows: 'Seen', sourceKind: 'observation' })
  const find = async (words: string) => (await client.call('evidence.list', { filter: { words } })).total
  expect(await find('cafe peop')).toBe(1)
  expect(await find('people and staff')).toBe(1)
  expect(await find('house ward')).toBe(0)
  for (const hostile of ['"', '*', 'NEAR(', 'title:x OR', "'; drop table evidence; --", '((((', '-'])
    expect(await find(hostile)).toBe(0)
})

test('newest logged comes first, and the words of an item that was changed are found by the new ones only', async () => {
  const { client } = await openWorkspace()
  const first = await client.call('evidence.log', { title: 'Garden plan', shows: 'x', sourceKind: 'people' })
  await client.call('evidence.log', { title: 'Garden day', shows: 'x', sourceKind: 'people' })
  const titles = async (words: string) =>
    (await client.call('evidence.list', { filter: { words } })).rows.map(({ title }) => title)
  expect(await titles('garden')).toEqual(['Garden day', 'Garden plan'])
  await client.call('evidence.update', { id: first.id, expectedVersion: 1, changes: { title: 'Kitchen plan' } })
  expect(await titles('garden')).toEqual(['Garden day'])
  expect(await titles('kitchen')).toEqual(['Kitchen plan'])
})

test('an item that was removed lies in the bin, counts for nothing, and comes back', async () => {
  const { client } = await openWorkspace()
  const finding = await client.call('findings.find', { prompt: 'C1', scope: 'acute-wards' })
  const item = await client.call('evidence.log', {
    title: 'A',
    shows: 'b',
    sourceKind: 'people',
    links: [{ findingId: finding.id }],
  })
  await client.call('evidence.remove', { id: item.id, expectedVersion: 1 })
  expect((await client.call('findings.get', { id: finding.id })).gaps).toContain('E')
  expect((await client.call('evidence.list', { filter: { view: 'bin' } })).total).toBe(1)
  await client.call('evidence.restore', { id: item.id, expectedVersion: 2 })
  expect((await client.call('findings.get', { id: finding.id })).gaps).not.toContain('E')
})

test('two people who change the same item both keep their words', async () => {
  const { client } = await openWorkspace()
  const item = await client.call('evidence.log', { title: 'A', shows: 'b', sourceKind: 'staff' })
  await client.call('evidence.update', { id: item.id, expectedVersion: 1, changes: { shows: 'Hers' } })
  const failure = await failureOf(
    client.call('evidence.update', { id: item.id, expectedVersion: 1, changes: { shows: 'His' } }),
  )
  expect(failure.code).toBe('conflict')
  expect(failure.details).toMatchObject({ current: { shows: 'Hers' }, yours: { shows: 'His' } })
})

test('each filter leaves what its count says', async () => {
  const { client } = await openApplication()
  await client.call('workspaces.createSample', {})
  const tally = await client.call('evidence.tally', {})
  const total = async (filter: object) => (await client.call('evidence.list', { filter, limit: 1 })).total
  for (const [view, count] of Object.entries(tally.views)) expect([view, await total({ view })]).toEqual([view, count])
  for (const [kind, count] of Object.entries(tally.sourceKinds))
    expect([kind, await total({ sourceKinds: [kind] })]).toEqual([kind, count])
  expect(tally.views).toMatchObject({ 'acted-today': 2, 'attachment-missing': 1 })
  expect(tally.views.stale).toBeGreaterThan(0)
  expect(await total({ sourceKinds: ['people', 'staff'], regulations: ['mha-code'] })).toBeGreaterThan(0)
})

test('a likely prompt is suggested with the words that made it so, in the scope in view', async () => {
  const { client } = await openWorkspace()
  const { scopeId } = await client.call('findings.find', { prompt: 'C5', scope: 'acute-wards' })
  const [suggestion] = await client.call('evidence.suggestPrompt', {
    text: 'The advocacy number on the poster rings out',
    scopeId,
  })
  expect(suggestion).toMatchObject({ promptId: 'C5', scopeId, because: ['advocacy'] })
  expect(await client.call('evidence.suggestPrompt', { text: 'xyzzy', scopeId })).toEqual([])
})
