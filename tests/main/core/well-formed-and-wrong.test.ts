import { expect, test } from 'vitest'
import { failureOf, openWorkspace } from '../../support/workspace.ts'

const nobody = '01900000-0000-7000-8000-000000000000'
const change = { id: nobody, expectedVersion: 1 }

/** Calls that are right in form and name what is not there. */
const calls: [method: string, input: object][] = [
  ['wards.add', { coreServiceId: nobody, name: 'Oak' }],
  ['wards.rename', { ...change, name: 'Oak' }],
  ['wards.remove', change],
  ['core-services.add', { coreService: 'no-such-service' }],
  ['core-services.rename', { ...change, shortName: 'Oak' }],
  ['assessments.update', { ...change, changes: {} }],
  ['scopes.add', { coreServiceId: nobody }],
  ['scopes.rename', { ...change, name: 'Oak' }],
  ['scopes.leaveOut', change],
  ['scopes.bringBack', change],
  ['findings.get', { id: nobody }],
  ['findings.linked', { id: nobody, sourceKinds: ['people'] }],
  ['findings.find', { prompt: 'C1', scope: nobody }],
  ['findings.find', { prompt: 'P1', scope: 'acute-wards' }],
  ['findings.find', { prompt: 'C1', scope: 'core-service' }],
  ['findings.update', { ...change, changes: {} }],
  ['evidence.get', { id: nobody }],
  ['evidence.log', { title: 'A', shows: 'b', sourceKind: 'staff', wardId: nobody }],
  ['evidence.log', { title: 'A', shows: 'b', sourceKind: 'staff', coreServiceId: nobody }],
  ['evidence.log', { title: 'A', shows: 'b', sourceKind: 'staff', links: [{ findingId: nobody }] }],
  ['evidence.update', { ...change, changes: {} }],
  ['evidence.remove', change],
  ['evidence.restore', change],
  ['links.add', { evidenceId: nobody, findingIds: [nobody] }],
  ['links.update', { ...change, changes: {} }],
  ['links.remove', change],
  ['attachments.add', { evidenceId: nobody, transferId: nobody, name: 'a.txt' }],
  ['attachments.alike', { transferId: nobody }],
  ['attachments.replace', { ...change, transferId: nobody, name: 'a.txt' }],
  ['attachments.remove', change],
  ['requests.list', { wardId: nobody }],
  ['attachments.open', { id: nobody }],
  ['actions.add', { title: 'A', findingId: nobody }],
  ['actions.update', { ...change, changes: {} }],
  ['actions.close', { ...change, state: 'done', evidenceId: nobody }],
  ['actions.reopen', change],
  ['actions.remove', change],
  ['signoff.addErratum', { assessmentId: nobody, words: 'x' }],
  ['transfers.append', { id: nobody, offset: 0, bytes: '' }],
  ['transfers.read', { id: nobody, offset: 0 }],
  ['tasks.get', { taskId: nobody }],
  ['tasks.cancel', { taskId: nobody }],
  ['workspaces.open', { id: nobody }],
]

test('what names something that is not there is told so, and nothing is changed', async () => {
  const { application, client, log } = await openWorkspace()
  const before = (await client.call('trail.list', {}))[0]?.seq
  for (const [method, input] of calls) {
    const answer = await application.dispatch(method, input)
    expect([method, answer.ok ? 'done' : answer.error.code]).toSatisfy(([, code]: string[]) =>
      ['not-found', 'invalid-input', 'refused'].includes(code ?? ''),
    )
  }
  expect((await client.call('trail.list', {}))[0]?.seq).toBe(before)
  expect(log).toEqual([])
})

test('an item cannot be moved to a ward that is not there, nor to a ward of another core service', async () => {
  const { client } = await openWorkspace()
  const [acute, community] = (await client.call('provider.get', {})).coreServices
  const wardId = acute?.wards[0]?.id ?? null
  const item = await client.call('evidence.log', {
    title: 'A',
    shows: 'b',
    sourceKind: 'staff',
    coreServiceId: acute?.id ?? null,
    wardId,
  })
  const move = (changes: object) =>
    failureOf(client.call('evidence.update', { id: item.id, expectedVersion: 1, changes }))
  expect((await move({ wardId: nobody })).code).toBe('not-found')
  expect((await move({ coreServiceId: nobody })).code).toBe('not-found')
  expect((await move({ coreServiceId: community?.id })).code).toBe('invalid-input')
  expect((await move({ wardId: community?.wards[0]?.id })).code).toBe('invalid-input')
})

test('the end of a period that is taken away leaves its first day, and a first day given later is its end', async () => {
  const { client } = await openWorkspace()
  const item = { title: 'A', shows: 'b', sourceKind: 'staff' as const }
  const dates = { describesFrom: '2026-08-01', describesTo: '2026-08-31' }
  const { id } = await client.call('evidence.log', { ...item, ...dates })
  const update = (expectedVersion: number, changes: object) =>
    client.call('evidence.update', { id, expectedVersion, changes })
  expect(await update(1, { describesTo: null })).toMatchObject({
    describesFrom: '2026-08-01',
    describesTo: '2026-08-01',
  })
  const undated = await client.call('evidence.log', item)
  const changes = { describesFrom: '2026-09-02' }
  expect(await client.call('evidence.update', { id: undated.id, expectedVersion: 1, changes })).toMatchObject({
    describesTo: '2026-09-02',
  })
})

test('what lies in the bin is not linked and gets no file before it is put back', async () => {
  const { client } = await openWorkspace()
  const finding = await client.call('findings.find', { prompt: 'C1', scope: 'acute-wards' })
  const { id } = await client.call('evidence.log', { title: 'A', shows: 'b', sourceKind: 'staff' })
  await client.call('evidence.remove', { id, expectedVersion: 1 })
  const answers = [
    await failureOf(client.call('links.add', { evidenceId: id, findingIds: [finding.id] })),
    await failureOf(client.call('attachments.add', { evidenceId: id, transferId: nobody as never, name: 'a.txt' })),
  ]
  for (const { code, message } of answers) expect([code, message]).toEqual(['refused', expect.stringContaining('bin')])
})

test('two wards of a core service, and two core services, never have one name', async () => {
  const { client } = await openWorkspace()
  const [acute] = (await client.call('provider.get', {})).coreServices
  const added = await client.call('wards.add', { coreServiceId: acute?.id ?? ('' as never), name: 'Oak Ward' })
  const rename = (name: string) => client.call('wards.rename', { id: added.id, expectedVersion: 1, name })
  expect((await failureOf(rename('rowan ward'))).code).toBe('refused')
  expect((await rename('OAK Ward')).name).toBe('OAK Ward')
  const shortName = 'community ADULTS'
  const same = client.call('core-services.rename', { id: acute?.id ?? ('' as never), expectedVersion: 1, shortName })
  expect((await failureOf(same)).code).toBe('refused')
})

test('events name the findings and items whose counts a change touches', async () => {
  const { client, events } = await openWorkspace()
  const finding = await client.call('findings.find', { prompt: 'C1', scope: 'acute-wards' })
  const { id } = await client.call('evidence.log', { title: 'A', shows: 'b', sourceKind: 'staff' })
  events.splice(0)
  await client.call('links.add', { evidenceId: id, findingIds: [finding.id] })
  await client.call('actions.add', { title: 'Ask', findingId: finding.id })
  const told = events.map(({ name, data }) => [name, 'ids' in data ? data.ids : null])
  expect(told).toEqual([
    ['findings.changed', [finding.id]],
    ['evidence.changed', [id]],
    ['history.changed', null],
    ['actions.changed', [expect.any(String)]],
    ['findings.changed', [finding.id]],
    ['history.changed', null],
  ])
})
