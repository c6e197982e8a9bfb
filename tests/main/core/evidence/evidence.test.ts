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

test('each filter leaves what its count says, also with items in the bin and links that a person gave other regulations', async () => {
  const { client } = await openApplication()
  await client.call('workspaces.createSample', {})
  const { rows } = await client.call('evidence.list', { limit: 500 })
  for (const { id, version } of rows.filter((_, position) => position % 7 === 0))
    await client.call('evidence.remove', { id, expectedVersion: version })
  const linked = rows.find(({ supports }, position) => supports > 0 && position % 7 !== 0)
  const [link] = (await client.call('evidence.get', { id: linked?.id ?? '' })).links
  const changes = { regulations: ['mha-code' as const], keyQuestions: ['safe' as const] }
  await client.call('links.update', { id: link?.id ?? '', expectedVersion: link?.version ?? 1, changes })
  const tally = await client.call('evidence.tally', {})
  const total = async (filter: object) => {
    const page = await client.call('evidence.list', { filter, limit: 500 })
    expect(page.rows.length).toBe(page.total)
    return page.total
  }
  const filterOf: Record<keyof typeof tally, (key: string) => object> = {
    views: (view) => ({ view }),
    sourceKinds: (kind) => ({ sourceKinds: [kind] }),
    describes: (band) => ({ describes: [band] }),
    regulations: (regulation) => ({ regulations: [regulation] }),
    keyQuestions: (keyQuestion) => ({ keyQuestions: [keyQuestion] }),
    chime: (concept) => ({ chime: [concept] }),
  }
  for (const [name, counts] of Object.entries(tally))
    for (const [key, count] of Object.entries(counts))
      expect([key, await total(filterOf[name as keyof typeof tally](key))]).toEqual([key, count])
  expect(tally.views).toMatchObject({ bin: Math.ceil(rows.length / 7), 'attachment-missing': 1 })
  expect(tally.views.stale).toBeGreaterThan(0)
  expect(tally.keyQuestions.safe).toBe(1)
  expect(await total({ sourceKinds: ['people', 'staff'], regulations: ['mha-code'] })).toBeGreaterThan(0)
})

test('a search counts what it finds and leaves out the bin, alone and together with a filter', async () => {
  const { client } = await openWorkspace()
  for (const title of ['Garden one', 'Garden two', 'Kitchen'])
    await client.call('evidence.log', { title, shows: 'x', sourceKind: title.endsWith('one') ? 'people' : 'staff' })
  const find = async (filter: object) => {
    const { total, rows } = await client.call('evidence.list', { filter })
    return [total, rows.map(({ title }) => title)]
  }
  expect(await find({ words: 'garden' })).toEqual([2, ['Garden two', 'Garden one']])
  expect(await find({ words: 'garden', sourceKinds: ['people'] })).toEqual([1, ['Garden one']])
  const [first] = (await client.call('evidence.list', { filter: { words: 'garden two' } })).rows
  await client.call('evidence.remove', { id: first?.id ?? '', expectedVersion: 1 })
  expect(await find({ words: 'garden' })).toEqual([1, ['Garden one']])
  expect(await find({ words: 'garden', view: 'bin' })).toEqual([1, ['Garden two']])
})

test('a word with its accent written apart is found, typed either way', async () => {
  const { client } = await openWorkspace()
  await client.call('evidence.log', { title: 'Visit to the cafés of Zoe\u0308', shows: 'x', sourceKind: 'people' })
  for (const words of ['cafe\u0301s', 'cafés', 'Zoë', 'Zoe\u0308', 'zoe'])
    expect([words, (await client.call('evidence.list', { filter: { words } })).total]).toEqual([words, 1])
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

test('the reason of a suggestion is a word as it was written, not a part of one', async () => {
  const { client } = await openWorkspace()
  const { scopeId } = await client.call('findings.find', { prompt: 'C8', scope: 'acute-wards' })
  const [suggestion] = await client.call('evidence.suggestPrompt', {
    text: 'Carers were involved in the plan',
    scopeId,
  })
  expect(suggestion?.promptId).toBe('C8')
  expect(suggestion?.because.every((word) => ['carers', 'involved', 'plan'].includes(word))).toBe(true)
})
