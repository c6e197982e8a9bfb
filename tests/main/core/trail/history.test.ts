import { expect, test } from 'vitest'
import { failureOf, openWorkspace } from '../../../support/workspace.ts'

test('what was done is undone and done again, and said in words', async () => {
  const { client } = await openWorkspace()
  const finding = await client.call('findings.find', { prompt: 'C1', scope: 'acute-wards' })
  await client.call('findings.update', {
    id: finding.id,
    expectedVersion: 1,
    changes: { judgement: 'well-evidenced', narrative: 'Seen.' },
  })
  await client.call('history.undo', {})
  expect(await client.call('findings.get', { id: finding.id })).toMatchObject({
    judgement: 'not-assessed',
    narrative: '',
  })
  expect((await client.call('history.state', {})).redo?.words).toBe(
    'Finding changed: Care plans in the person’s own voice, Acute and PICU',
  )
  await client.call('history.redo', {})
  expect(await client.call('findings.get', { id: finding.id })).toMatchObject({
    judgement: 'well-evidenced',
    narrative: 'Seen.',
  })
})

test('an item that was logged with links goes and comes back with them', async () => {
  const { client } = await openWorkspace()
  const finding = await client.call('findings.find', { prompt: 'C5', scope: 'acute-wards' })
  await client.call('evidence.log', {
    title: 'Rights',
    shows: 'Given',
    sourceKind: 'processes',
    links: [{ findingId: finding.id }],
  })
  await client.call('history.undo', {})
  expect((await client.call('evidence.list', {})).total).toBe(0)
  await client.call('history.redo', {})
  expect((await client.call('findings.get', { id: finding.id })).linked.map(({ evidence }) => evidence.title)).toEqual([
    'Rights',
  ])
})

test('many steps go back one by one to the beginning, and nothing more can be undone then', async () => {
  const { client } = await openWorkspace()
  const item = await client.call('evidence.log', { title: 'One', shows: 'x', sourceKind: 'staff' })
  await client.call('evidence.update', { id: item.id, expectedVersion: 1, changes: { title: 'Two' } })
  await client.call('evidence.update', { id: item.id, expectedVersion: 2, changes: { title: 'Three' } })
  for (const title of ['Two', 'One']) {
    await client.call('history.undo', {})
    expect((await client.call('evidence.get', { id: item.id })).title).toBe(title)
  }
  await client.call('history.undo', {})
  expect((await failureOf(client.call('history.undo', {}))).message).toBe('There is nothing to undo.')
  for (const title of ['One', 'Two', 'Three']) {
    await client.call('history.redo', {})
    expect((await client.call('evidence.get', { id: item.id })).title).toBe(title)
  }
})

test('a double press undoes once: the second press names an entry that is no longer the last', async () => {
  const { client } = await openWorkspace()
  await client.call('evidence.log', { title: 'One', shows: 'x', sourceKind: 'staff' })
  await client.call('evidence.log', { title: 'Two', shows: 'x', sourceKind: 'staff' })
  const { undo } = await client.call('history.state', {})
  await client.call('history.undo', { seq: undo?.seq })
  expect((await failureOf(client.call('history.undo', { seq: undo?.seq }))).code).toBe('refused')
  expect((await client.call('evidence.list', {})).rows.map(({ title }) => title)).toEqual(['One'])
})

test('something new takes away what could be done again', async () => {
  const { client } = await openWorkspace()
  await client.call('evidence.log', { title: 'One', shows: 'x', sourceKind: 'staff' })
  await client.call('history.undo', {})
  await client.call('evidence.log', { title: 'Two', shows: 'x', sourceKind: 'staff' })
  expect((await client.call('history.state', {})).redo).toBeNull()
})

test('undo is in the trail like everything else', async () => {
  const { client } = await openWorkspace()
  await client.call('evidence.log', { title: 'One', shows: 'x', sourceKind: 'staff' })
  await client.call('history.undo', {})
  expect((await client.call('trail.list', {}))[0]?.words).toBe('Undone: Evidence logged: One')
})

test('the beginning of a workspace cannot be undone', async () => {
  const { client } = await openWorkspace()
  expect((await failureOf(client.call('history.undo', {}))).code).toBe('refused')
})
