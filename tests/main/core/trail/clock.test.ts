import { expect, test } from 'vitest'
import { openWorkspace } from '../../../support/workspace.ts'

test('a clock that is set back an hour puts nothing before what was done before it', async () => {
  let time = '2026-10-25T01:50:00.000Z'
  const { client } = await openWorkspace({ clock: () => new Date(time) })
  const finding = await client.call('findings.find', { prompt: 'C1', scope: 'acute-wards' })
  const links = [{ findingId: finding.id }]
  const item = await client.call('evidence.log', { title: 'Audit', shows: 'x', sourceKind: 'people', links })
  const action = await client.call('actions.add', { title: 'Read the plans together', findingId: finding.id })
  await client.call('findings.update', {
    id: finding.id,
    expectedVersion: 1,
    changes: { judgement: 'partly-evidenced' },
  })
  time = '2026-10-25T01:00:00.000Z'
  await client.call('actions.close', { state: 'done', id: action.id, expectedVersion: 1, evidenceId: item.id })
  expect((await client.call('findings.get', { id: finding.id })).gaps).not.toContain('N')
  const moments = (await client.call('trail.list', {})).map(({ at }) => at)
  expect(moments).toEqual(moments.toSorted().toReversed())
})

test('a clock that had been wrong by years is believed once it is right', async () => {
  let time = '2062-10-25T01:50:00.000Z'
  const { client } = await openWorkspace({ clock: () => new Date(time) })
  time = '2026-10-25T01:50:00.000Z'
  expect((await client.call('evidence.log', { title: 'A', shows: 'x', sourceKind: 'people' })).loggedAt).toBe(time)
})
