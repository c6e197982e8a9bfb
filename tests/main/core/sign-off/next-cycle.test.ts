import { expect, test } from 'vitest'
import { failureOf, finish } from '../../../support/workspace.ts'
import { judge, openCycle, signOff } from './cycle.ts'

const next = { from: '2026-10-01', to: '2027-03-31' } as const

test('the next cycle starts after a sign-off, and with a period after the last one', async () => {
  const { client } = await openCycle()
  expect((await failureOf(client.call('assessments.startNext', next))).message).toContain('Sign it off before')
  await signOff(client)
  for (const period of [
    { from: '2027-03-31', to: '2026-10-01' },
    { from: '2026-03-01', to: '2026-12-31' },
  ])
    expect((await failureOf(client.call('assessments.startNext', period))).code).toBe('invalid-input')
  const assessment = await client.call('assessments.startNext', next)
  expect(assessment).toMatchObject({ title: 'October 2026 to March 2027', status: 'draft', signedOffAt: null })
  expect((await client.call('assessments.list', {})).map(({ status }) => status)).toEqual(['draft', 'signed-off'])
  expect((await client.call('assessments.current', {})).assessment).toEqual(assessment)
  expect((await failureOf(client.call('history.undo', {}))).message).toBe('There is nothing to undo.')
})

test('each finding is carried forward as last time’s, with its evidence, until it is set again', async () => {
  const { client, setDay } = await openCycle()
  const last = await judge(client, 'C1', 'acute-wards', { judgement: 'partly-evidenced', narrative: 'Some do.' })
  await client.call('findings.recordPeopleView', {
    id: last.id,
    expectedVersion: last.version,
    peopleView: {
      yes: 2,
      inPart: 1,
      no: 6,
      who: 'People',
      how: 'Asked',
      from: '2026-09-01',
      to: null,
      words: 'Not mine',
    },
  })
  await client.call('evidence.log', {
    title: 'Plans of September',
    shows: 'Two of nine',
    sourceKind: 'processes',
    links: [{ findingId: last.id, relation: 'contradicts', weighing: 'A small sample' }],
  })
  const open = await client.call('actions.add', { title: 'Read back to people', findingId: last.id })
  await signOff(client)
  setDay('2026-10-20')
  await client.call('assessments.startNext', next)
  const carried = await client.call('findings.find', { prompt: 'C1', scope: 'acute-wards' })
  expect(carried.id).not.toBe(last.id)
  expect(carried).toMatchObject({
    judgement: 'partly-evidenced',
    narrative: 'Some do.',
    peopleView: { no: 6, from: '2026-09-01' },
    carriedFrom: { judgement: 'partly-evidenced', narrative: 'Some do.', signedOffAt: '2026-10-01T09:30:00.000Z' },
    reconfirmedAt: null,
    linked: [
      { link: { relation: 'contradicts', weighing: 'A small sample' }, evidence: { title: 'Plans of September' } },
    ],
    actions: [{ id: open.id }],
  })
  expect((await client.call('signoff.check', {})).notReconfirmed).toMatchObject([{ promptId: 'C1' }])
  // Another field does not re-confirm it; the same judgement, set again, does.
  const owned = await client.call('findings.update', {
    id: carried.id,
    expectedVersion: carried.version,
    changes: { owner: 'Bo' },
  })
  expect(owned.reconfirmedAt).toBeNull()
  const again = await client.call('findings.update', {
    id: carried.id,
    expectedVersion: owned.version,
    changes: { judgement: 'partly-evidenced' },
  })
  expect(again).toMatchObject({ reconfirmedAt: '2026-10-20T09:30:00.000Z', judgedAt: '2026-10-20T09:30:00.000Z' })
  expect((await client.call('signoff.check', {})).notReconfirmed).toEqual([])
  await client.call('history.undo', {})
  expect((await client.call('findings.get', { id: carried.id })).reconfirmedAt).toBeNull()
})

test('an item is counted and named once, in the cycle that is open', async () => {
  const { client } = await openCycle()
  const finding = await client.call('findings.find', { prompt: 'C5', scope: 'acute-wards' })
  const links = [{ findingId: finding.id }]
  const item = await client.call('evidence.log', { title: 'Rights', shows: 'x', sourceKind: 'processes', links })
  await signOff(client)
  await client.call('assessments.startNext', next)
  const carried = await client.call('evidence.get', { id: item.id })
  expect(carried).toMatchObject({ supports: 1, links: [{ promptId: 'C5' }] })
  expect((await client.call('overview.get', {})).links).toBe(1)
  const [link] = carried.links
  if (!link) throw new Error('the link was not carried')
  await client.call('links.remove', { id: link.id, expectedVersion: link.version })
  expect(await client.call('evidence.get', { id: item.id })).toMatchObject({ supports: 0, links: [] })
  const touching = await client.call('evidence.list', { filter: { regulations: ['regulation-10'] } })
  expect(touching.total).toBe(0)
  const verified = await finish<'workspace.verify'>(client, await client.call('workspace.verify', {}))
  expect(verified.faults).toEqual([])
})

test('a scope that was left out stays left out, with its findings kept', async () => {
  const { client } = await openCycle()
  const { scopes } = await client.call('assessments.current', {})
  const scope = scopes.find(({ name }) => name.startsWith('Acute'))
  if (!scope) throw new Error('the scope is not there')
  await client.call('scopes.leaveOut', { id: scope.id, expectedVersion: scope.version })
  await signOff(client)
  await client.call('assessments.startNext', next)
  const carried = (await client.call('assessments.current', {})).scopes
  expect(carried.map(({ name, leftOut }) => [name, leftOut])).toEqual(
    scopes.map(({ name, id }) => [name, id === scope.id]),
  )
})

test('the open cycle is compared with the last sign-off: what got worse first', async () => {
  const { client } = await openCycle()
  expect(await client.call('assessments.compare', {})).toBeNull()
  await judge(client, 'C1', 'acute-wards', { judgement: 'well-evidenced', narrative: 'All do.' })
  await judge(client, 'C2', 'acute-wards', { judgement: 'not-evidenced', narrative: 'None said so.' })
  await judge(client, 'C3', 'acute-wards', { judgement: 'partly-evidenced', narrative: 'In places.' })
  await signOff(client)
  expect(await client.call('assessments.compare', {})).toBeNull()
  await client.call('assessments.startNext', next)
  await judge(client, 'C2', 'acute-wards', { judgement: 'partly-evidenced', narrative: 'Half said so. Half did not.' })
  await judge(client, 'C1', 'acute-wards', {
    judgement: 'partly-evidenced',
    narrative: 'Not on nights. Days are well.',
  })
  await judge(client, 'C4', 'acute-wards', { judgement: 'well-evidenced', narrative: 'A tour for each.' })
  const comparison = await client.call('assessments.compare', {})
  expect(comparison?.since).toMatchObject({ title: 'April to September 2026', signer: 'Ada Invented' })
  const told = comparison?.findings
    .filter(({ change }) => change !== 'not-assessed')
    .map(({ promptId, change, reconfirm, sentence }) => [promptId, change, reconfirm, sentence])
  expect(told).toEqual([
    ['C1', 'worse', false, 'Not on nights.'],
    ['C2', 'improved', false, 'Half said so.'],
    ['C4', 'new', false, 'A tour for each.'],
    ['C3', 'unchanged', true, 'In places.'],
  ])
})

test('the second sign-off is compared with the first one, and says so for ever', async () => {
  const { client, setDay } = await openCycle()
  await judge(client, 'C1', 'acute-wards', { judgement: 'well-evidenced' })
  await signOff(client)
  setDay('2026-12-01')
  await client.call('assessments.startNext', next)
  await judge(client, 'C1', 'acute-wards', { judgement: 'partly-evidenced', narrative: 'Not on nights.' })
  await signOff(client)
  expect((await client.call('assessments.compare', {}))?.findings[0]).toMatchObject({ promptId: 'C1', change: 'worse' })
  expect(await client.call('assessments.list', {})).toHaveLength(2)
})

test('the log knows no finding of an earlier cycle as a place to link to by name', async () => {
  const { client } = await openCycle()
  const before = await client.call('findings.find', { prompt: 'P1', scope: 'provider' })
  await signOff(client)
  await client.call('assessments.startNext', next)
  const after = await client.call('findings.find', { prompt: 'P1', scope: 'provider' })
  const item = await client.call('evidence.log', { title: 'Strategy', shows: 'x', sourceKind: 'processes' })
  const failure = await failureOf(client.call('links.add', { evidenceId: item.id, findingIds: [before.id] }))
  expect(failure.message).toContain('This assessment is signed off')
  expect(await client.call('links.add', { evidenceId: item.id, findingIds: [after.id] })).toHaveLength(1)
})
