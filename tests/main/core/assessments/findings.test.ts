import { expect, test } from 'vitest'
import { failureOf, openWorkspace } from '../../../support/workspace.ts'

const asked = {
  yes: 1,
  inPart: 3,
  no: 5,
  who: '9 people',
  how: 'Community meeting',
  from: '2026-07-04',
  to: '2026-09-24',
  words: 'Not seen before.',
}

test('not applicable needs a reason, and the reason goes when the judgement is another', async () => {
  const { client } = await openWorkspace()
  const { id } = await client.call('findings.find', { prompt: 'C7', scope: 'community-adults' })
  const change = (expectedVersion: number, changes: object) =>
    client.call('findings.update', { id, expectedVersion, changes })
  expect((await failureOf(change(1, { judgement: 'not-applicable' }))).message).toContain('why')
  expect((await failureOf(change(1, { judgement: 'not-applicable', reason: '   ' }))).code).toBe('invalid-input')
  expect(await change(1, { judgement: 'not-applicable', reason: 'No ward.' })).toMatchObject({ reason: 'No ward.' })
  expect(await change(2, { judgement: 'partly-evidenced' })).toMatchObject({
    judgement: 'partly-evidenced',
    reason: '',
  })
})

test('what people say is kept apart from the judgement: the one does not move the other', async () => {
  const { client } = await openWorkspace()
  const { id } = await client.call('findings.find', { prompt: 'C1', scope: 'acute-wards' })
  await client.call('findings.update', { id, expectedVersion: 1, changes: { judgement: 'well-evidenced' } })
  const finding = await client.call('findings.recordPeopleView', { id, expectedVersion: 2, peopleView: asked })
  expect(finding).toMatchObject({ judgement: 'well-evidenced', peopleView: asked })
})

test('once a count is entered, who was asked, how and when must be said', async () => {
  const { client } = await openWorkspace()
  const { id } = await client.call('findings.find', { prompt: 'C1', scope: 'acute-wards' })
  for (const missing of [{ who: '' }, { how: ' ' }, { from: null }, { to: '2026-07-01' }])
    expect(
      (
        await failureOf(
          client.call('findings.recordPeopleView', { id, expectedVersion: 1, peopleView: { ...asked, ...missing } }),
        )
      ).code,
    ).toBe('invalid-input')
})

test('the same finding edited in two windows shows both texts and loses neither', async () => {
  const { client } = await openWorkspace()
  const { id } = await client.call('findings.find', { prompt: 'C2', scope: 'acute-wards' })
  await client.call('findings.update', { id, expectedVersion: 1, changes: { narrative: 'Written in one window' } })
  const failure = await failureOf(
    client.call('findings.update', { id, expectedVersion: 1, changes: { narrative: 'Written in the other' } }),
  )
  expect(failure.code).toBe('conflict')
  expect(failure.details).toMatchObject({
    current: { narrative: 'Written in one window', version: 2 },
    yours: { narrative: 'Written in the other' },
  })
})

test('new words alone do not make a judgement younger than the action that answered it', async () => {
  const { client } = await openWorkspace()
  const { id } = await client.call('findings.find', { prompt: 'C8', scope: 'acute-wards' })
  const judged = await client.call('findings.update', {
    id,
    expectedVersion: 1,
    changes: { judgement: 'partly-evidenced' },
  })
  const reworded = await client.call('findings.update', {
    id,
    expectedVersion: 2,
    changes: { narrative: 'In other words' },
  })
  expect(reworded.judgedAt).toBe(judged.judgedAt)
})

test('a core service is added in mid-cycle, left out with its findings kept, and brought back', async () => {
  const { client } = await openWorkspace()
  await client.call('core-services.add', { coreService: 'forensic' })
  const scope = await client.call('scopes.add', { coreServiceId: 'forensic-wards' })
  expect((await client.call('findings.list', { scopeId: scope.id })).length).toBe(10)
  const { id } = await client.call('findings.find', { prompt: 'C1', scope: 'forensic-wards' })
  await client.call('findings.update', { id, expectedVersion: 1, changes: { narrative: 'Kept' } })
  await client.call('scopes.leaveOut', { id: scope.id, expectedVersion: 1 })
  expect((await client.call('overview.get', {})).findings.length).toBe(26)
  await client.call('scopes.bringBack', { id: scope.id, expectedVersion: 2 })
  expect((await client.call('findings.get', { id })).narrative).toBe('Kept')
})

test('adding a core service that is looked at already is refused, and an unknown one is named', async () => {
  const { client } = await openWorkspace()
  expect((await failureOf(client.call('scopes.add', { coreServiceId: 'acute-wards' }))).message).toContain(
    'already looked at',
  )
  expect((await failureOf(client.call('core-services.add', { coreService: 'surgery' }))).message).toContain(
    '“surgery” is not a core service',
  )
})

test('an action is closed by the evidence that shows it worked, or with the reason why it could not be done', async () => {
  const { client } = await openWorkspace()
  const { id: findingId } = await client.call('findings.find', { prompt: 'C4', scope: 'acute-wards' })
  const proof = await client.call('evidence.log', {
    title: 'Arrival watched',
    shows: 'Tea was made',
    sourceKind: 'observation',
  })
  const tea = await client.call('actions.add', {
    title: 'Tea on arrival',
    owner: 'Ward manager',
    due: '2026-10-01',
    findingId,
  })
  const done = await client.call('actions.close', {
    state: 'done',
    id: tea.id,
    expectedVersion: 1,
    evidenceId: proof.id,
  })
  expect(done).toMatchObject({ state: 'done', evidenceTitle: 'Arrival watched', scopeName: 'Acute and PICU' })
  const bus = await client.call('actions.add', { title: 'A bus' })
  expect(
    (await failureOf(client.call('actions.close', { state: 'could-not', id: bus.id, expectedVersion: 1, reason: ' ' })))
      .code,
  ).toBe('invalid-input')
  expect(await client.call('actions.reopen', { id: tea.id, expectedVersion: 2 })).toMatchObject({
    state: 'open',
    evidenceId: null,
  })
})

test('the picture as at a later day ages the evidence and the actions, and writes nothing', async () => {
  const { client } = await openWorkspace()
  const { id } = await client.call('findings.find', { prompt: 'C2', scope: 'acute-wards' })
  await client.call('evidence.log', {
    title: 'A',
    shows: 'b',
    sourceKind: 'people',
    describesTo: '2026-06-30',
    links: [{ findingId: id }],
  })
  await client.call('actions.add', { title: 'Do it', due: '2026-12-24', findingId: id })
  const before = (await client.call('trail.list', {})).length
  const gapsAt = async (asAt: string) => (await client.call('findings.get', { id, asAt })).gaps
  expect(await gapsAt('2027-06-30')).not.toContain('S')
  expect(await gapsAt('2027-07-01')).toContain('S')
  expect((await client.call('overview.get', { asAt: '2026-12-25' })).lateActions).toBe(1)
  expect((await client.call('overview.get', { asAt: '2026-12-24' })).lateActions).toBe(0)
  expect((await client.call('trail.list', {})).length).toBe(before)
})
