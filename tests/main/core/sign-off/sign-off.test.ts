import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { failureOf, finish, upload } from '../../../support/workspace.ts'
import { judge, openCycle, reportDigest, signOff } from './cycle.ts'

test('before signing one sees what is not assessed, the gaps in their order, and the files that are gone', async () => {
  const { client } = await openCycle()
  await judge(client, 'P1', 'provider', { judgement: 'well-evidenced' })
  const check = await client.call('signoff.check', {})
  expect(check.notAssessed).toHaveLength(check.findings - 1)
  expect(check.notAssessed[0]).toMatchObject({ promptId: 'P2', scopeName: 'Provider' })
  expect(check.gaps.map(({ letter }) => letter).join('')).toBe('ERPKSXJNA')
  expect(check.gaps.find(({ letter }) => letter === 'J')?.findings).toMatchObject([{ promptId: 'P1' }])
  expect(check.files).toEqual([])
})

test('an attachment that was changed is named before signing', async () => {
  const { client, database } = await openCycle()
  const finding = await client.call('findings.find', { prompt: 'C5', scope: 'acute-wards' })
  const item = await client.call('evidence.log', {
    title: 'Rights leaflet',
    shows: 'Given on the first day',
    sourceKind: 'processes',
    links: [{ findingId: finding.id }],
  })
  const transferId = await upload(client, 'leaflet.txt', Buffer.from('Your rights'))
  await client.call('attachments.add', { evidenceId: item.id, transferId, name: 'leaflet.txt' })
  await database.updateTable('attachment').set({ state: 'missing' }).execute()
  expect((await client.call('signoff.check', {})).files).toMatchObject([
    { name: 'leaflet.txt', state: 'missing', evidenceTitle: 'Rights leaflet' },
  ])
})

test('findings that are not assessed are signed only with a reason, and the reason is kept', async () => {
  const { client } = await openCycle()
  expect(await failureOf(signOff(client, { unassessedReason: ' ' }))).toMatchObject({
    code: 'invalid-input',
    details: { field: 'unassessedReason' },
  })
  expect((await client.call('assessments.current', {})).assessment.status).toBe('draft')
  const signed = await signOff(client)
  expect(signed).toMatchObject({
    signer: 'Ada Invented',
    unassessedReason: 'The community teams are looked at in the spring.',
    signedAt: '2026-10-01T09:30:00.000Z',
  })
  expect((await client.call('assessments.current', {})).assessment).toMatchObject({
    status: 'signed-off',
    signedOffAt: signed.signedAt,
  })
})

test('a name, a role and a statement are asked for', async () => {
  const { client } = await openCycle()
  for (const blank of [{ signer: ' ' }, { role: '' }, { statement: '  ' }])
    expect((await failureOf(signOff(client, blank))).code).toBe('invalid-input')
})

test('one that was changed meanwhile, or is signed already, is not signed', async () => {
  const { client } = await openCycle()
  expect((await failureOf(signOff(client, { expectedVersion: 7 }))).code).toBe('conflict')
  await signOff(client)
  expect((await failureOf(signOff(client))).message).toContain('signed off already')
})

test('once signed, every change to what it says is refused in words, and undo does not reach it', async () => {
  const { client } = await openCycle()
  const finding = await judge(client, 'C1', 'acute-wards', { judgement: 'partly-evidenced', narrative: 'Some do.' })
  const item = await client.call('evidence.log', { title: 'Item', shows: 'x', sourceKind: 'staff' })
  const [link] = await client.call('links.add', { evidenceId: item.id, findingIds: [finding.id] })
  const { assessment, scopes } = await client.call('assessments.current', {})
  const [, scope] = scopes
  if (!scope || !link) throw new Error('the workspace lacks a scope or a link')
  await client.call('core-services.add', { coreService: 'forensic-wards' })
  const provider = await client.call('provider.get', {})
  const added = provider.coreServices.find(({ shortName }) => shortName.startsWith('Forensic'))
  if (!added) throw new Error('the core service was not added')
  const another = await client.call('evidence.log', { title: 'Another', shows: 'y', sourceKind: 'staff' })
  await signOff(client)
  const id = scope.id
  const expectedVersion = scope.version
  const { version } = (await client.call('assessments.current', {})).assessment
  const attempts = [
    client.call('findings.update', { id: finding.id, expectedVersion: finding.version, changes: { narrative: 'No.' } }),
    client.call('findings.update', { id: finding.id, expectedVersion: finding.version, changes: { owner: 'Bo' } }),
    client.call('findings.recordPeopleView', {
      id: finding.id,
      expectedVersion: finding.version,
      peopleView: { yes: 1, inPart: 0, no: 0, who: 'x', how: 'y', from: '2026-09-01', to: null, words: '' },
    }),
    client.call('links.add', { evidenceId: another.id, findingIds: [finding.id] }),
    client.call('links.update', { id: link.id, expectedVersion: 1, changes: { relation: 'contradicts' } }),
    client.call('links.remove', { id: link.id, expectedVersion: 1 }),
    client.call('evidence.log', { title: 'T', shows: 's', sourceKind: 'staff', links: [{ findingId: finding.id }] }),
    client.call('scopes.rename', { id, expectedVersion, name: 'Other' }),
    client.call('scopes.leaveOut', { id, expectedVersion }),
    client.call('scopes.add', { coreServiceId: added.id }),
    client.call('assessments.update', { id: assessment.id, expectedVersion: version, changes: { title: 'Other' } }),
  ]
  for (const attempt of attempts) {
    const failure = await failureOf(attempt)
    expect(failure.code).toBe('refused')
    expect(failure.message).toContain('This assessment is signed off')
  }
  expect((await failureOf(client.call('history.undo', {}))).message).toBe('There is nothing to undo.')
  expect(await client.call('findings.get', { id: finding.id })).toMatchObject({ narrative: 'Some do.', linked: [{}] })
  // What is not part of it goes on: the item itself, actions, and undo of what is done since.
  await client.call('evidence.update', { id: item.id, expectedVersion: 1, changes: { title: 'Item, named better' } })
  await client.call('actions.add', { title: 'Ask people', findingId: finding.id })
  await client.call('history.undo', {})
  expect(await client.call('actions.list', {})).toEqual([])
})

test('a file of evidence for a signed assessment is refused whole, in words', async () => {
  const { client } = await openCycle()
  await signOff(client)
  const csv = 'title,shows,source kind,prompts\nRights,Given,processes,P1\n'
  const transferId = await upload(client, 'items.csv', Buffer.from(csv))
  const started = await client.call('evidence.import', { transferId, goodRows: true })
  const failure = await failureOf(finish<'evidence.import'>(client, started))
  expect(failure.message).toContain('This assessment is signed off')
  expect((await client.call('evidence.list', {})).total).toBe(0)
})

test.each([
  ['changing the snapshot', `update snapshot set signer = 'Somebody else'`],
  ['removing the snapshot', `delete from snapshot`],
  ['changing its content', `update snapshot_content set content = '{}'`],
  ['removing its content', `delete from snapshot_content`],
  ['replacing its content', `insert or replace into snapshot_content select snapshot_id, '{}' from snapshot_content`],
  [
    'replacing the snapshot',
    `insert or replace into snapshot select 'x', 1, assessment_id, signed_at, 'Somebody else', role, statement, unassessed_reason, as_at, sha256 from snapshot`,
  ],
  ['opening the assessment again', `update assessment set status = 'draft', signed_off_at = null`],
  ['removing the assessment', `delete from assessment`],
  ['replacing the assessment', `insert or replace into assessment select * from assessment`],
  ['changing a judgement', `update finding set judgement = 'well-evidenced'`],
  ['removing findings', `delete from finding`],
  ['replacing a finding', `insert or replace into finding select * from finding limit 1`],
  ['leaving a scope out', `update scope set left_out = 1`],
  ['replacing a scope', `insert or replace into scope select * from scope limit 1`],
  ['changing a link', `update link set relation = 'context'`],
  ['removing a link', `delete from link`],
  [
    'adding a link',
    `insert into link select 'y', 1, evidence_id, (select id from finding where id <> finding_id limit 1), relation, weighing, null, null from link`,
  ],
  ['changing an erratum', `update erratum set words = 'Nothing'`],
  ['removing an erratum', `delete from erratum`],
])('a hand in the database does not get through: %s', async (_attack, statement) => {
  const { client, database } = await openCycle()
  const finding = await judge(client, 'C1', 'acute-wards', { judgement: 'partly-evidenced' })
  const links = [{ findingId: finding.id }]
  await client.call('evidence.log', { title: 'Item', shows: 'x', sourceKind: 'staff', links })
  const { assessmentId } = await signOff(client)
  await client.call('signoff.addErratum', { assessmentId, words: 'The count on page 3 is 12.' })
  await expect(sql.raw(statement).execute(database)).rejects.toThrow(/signed off|never changed/)
})

test('who takes the triggers away and changes the content is found out, and no report is made of it', async () => {
  const { client, database } = await openCycle()
  const { assessmentId } = await signOff(client)
  await sql.raw('drop trigger snapshot_content_is_not_changed').execute(database)
  await sql.raw(`update snapshot_content set content = replace(content, 'Osmere', 'Elsewhere')`).execute(database)
  expect((await client.call('signoff.get', { assessmentId }))?.intact).toBe(false)
  const verified = await finish<'workspace.verify'>(client, await client.call('workspace.verify', {}))
  expect(verified.faults).toEqual(['The sign-off of “April to September 2026” is not as it was signed.'])
  expect((await failureOf(reportDigest(client, assessmentId))).message).toContain('not as it was signed')
})

test('the digest in the trail is that of the content', async () => {
  const { client, database } = await openCycle()
  const { sha256 } = await signOff(client)
  const { content } = await database.selectFrom('snapshot_content').select('content').executeTakeFirstOrThrow()
  expect(createHash('sha256').update(content).digest('hex')).toBe(sha256)
  const [entry] = await client.call('trail.list', {})
  expect(entry).toMatchObject({
    method: 'signoff.sign',
    words: 'Signed off: April to September 2026, by Ada Invented, Director of nursing',
  })
  expect(entry?.changes.find(({ entity }) => entity === 'snapshot')?.after).toMatchObject({ sha256 })
})

test(
  'the report of a signed assessment stays the same to the byte, whatever is changed later',
  { timeout: 60_000 },
  async () => {
    const { client, setDay } = await openCycle()
    const finding = await judge(client, 'C1', 'acute-wards', { judgement: 'partly-evidenced', narrative: 'Some do.' })
    const item = await client.call('evidence.log', {
      title: 'Plans of September',
      shows: 'Two of nine',
      sourceKind: 'processes',
      links: [{ findingId: finding.id }],
    })
    const { assessmentId } = await signOff(client)
    const before = await reportDigest(client, assessmentId)
    setDay('2027-01-05')
    await client.call('evidence.update', { id: item.id, expectedVersion: 1, changes: { title: 'Something else' } })
    await client.call('actions.add', { title: 'Ask people', findingId: finding.id })
    const provider = await client.call('provider.get', {})
    await client.call('provider.rename', { name: 'Another Trust', expectedVersion: provider.version })
    await client.call('assessments.startNext', { from: '2026-10-01', to: '2027-03-31' })
    await judge(client, 'C1', 'acute-wards', { judgement: 'evidence-against' })
    expect(await reportDigest(client, assessmentId)).toBe(before)
  },
)

test('an erratum stands beside the snapshot with its date, and is there to be read', async () => {
  const { client, setDay } = await openCycle()
  const { assessmentId } = await signOff(client)
  setDay('2026-11-11')
  const erratum = await client.call('signoff.addErratum', { assessmentId, words: 'C4: 12 people, not 21.' })
  expect(erratum).toMatchObject({ addedAt: '2026-11-11T09:30:00.000Z', addedBy: 'Tess Tester' })
  expect((await client.call('signoff.get', { assessmentId }))?.errata).toEqual([erratum])
})

test('a draft is changed itself: it takes no erratum, and has no snapshot', async () => {
  const { client } = await openCycle()
  const { assessment } = await client.call('assessments.current', {})
  const failure = await failureOf(client.call('signoff.addErratum', { assessmentId: assessment.id, words: 'x' }))
  expect(failure.message).toContain('not signed off')
  expect(await client.call('signoff.get', { assessmentId: assessment.id })).toBeNull()
})
