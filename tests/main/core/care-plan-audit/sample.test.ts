import { expect, test } from 'vitest'
import { finish, openApplication } from '../../../support/workspace.ts'

test('the sample has closed audits with results and one that is open, to be gone on with', async () => {
  const { client } = await openApplication({ clock: () => new Date('2026-10-13T10:00:00.000Z') })
  await client.call('workspaces.createSample', {})
  const audits = await client.call('audits.list', {})
  const [open, ...others] = audits.filter(({ state }) => state === 'open')
  expect(others).toEqual([])
  expect(open).toMatchObject({ wardName: 'Rowan Ward', plans: 5, plansComplete: 1 })
  const closed = audits.filter(({ state }) => state === 'closed')
  expect(closed.every(({ plans, plansComplete }) => plans > 0 && plans === plansComplete)).toBe(true)
  const results = await client.call('audits.results', { from: '2026-04', to: '2026-09' })
  expect(results.teams.map(({ wardName }) => wardName)).toEqual(['Rowan Ward', 'Hazel Ward', 'North Tarnwick'])
  expect(results.readBack.people).toBeGreaterThan(10)
  const { planList, sample, texts } = await client.call('audits.get', { id: open?.id ?? '' })
  expect([texts, sample.drawn.length, sample.missing.length]).toEqual([5, 6, 1])
  const view = await client.call('audits.plan', { planId: planList[1]?.id ?? '' })
  expect(view.text).not.toMatch(/Gerald|Pike/)
  expect(view.statements.map(({ suggested }) => suggested)).toContain('first-person')
  const { kept, candidates } = await client.call('audits.sentences', { to: '2026-10' })
  expect([kept.length, candidates.length > 0]).toEqual([3, true])
  const { faults, remarks } = await finish<'workspace.verify'>(client, await client.call('workspace.verify', {}))
  // One file of the sample is missing on purpose.
  expect([faults.length, remarks]).toEqual([1, []])
})
