import { rm } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { failureOf, finish, openWorkspace, upload, type TestApplication } from '../../../support/workspace.ts'

/** Everything that a person can see of a workspace, but for versions, which only ever rise. */
async function pictureOf({ client }: TestApplication) {
  const evidence = await client.call('evidence.list', { limit: 500 })
  const items = await Promise.all(evidence.rows.map(({ id }) => client.call('evidence.get', { id })))
  const findings = await client.call('findings.list', {})
  const details = await Promise.all(findings.slice(0, 8).map(({ id }) => client.call('findings.get', { id })))
  const picture = {
    items,
    findings,
    details,
    tally: await client.call('evidence.tally', {}),
    actions: await client.call('actions.list', {}),
    provider: await client.call('provider.get', {}),
    assessment: await client.call('assessments.current', {}),
    status: await client.call('status.get', {}),
    bin: (await client.call('evidence.list', { filter: { view: 'bin' } })).rows.map(({ id }) => id),
  }
  return JSON.parse(JSON.stringify(picture, (key, value: unknown) => (key === 'version' ? undefined : value)))
}

type Step = (
  opened: TestApplication,
  known: { findingId: string; evidenceId: string; actionId: string },
) => Promise<unknown>

const versionOf = async ({ client }: TestApplication, id: string) => (await client.call('evidence.get', { id })).version

const steps: Record<string, Step> = {
  'a link added': ({ client }, { evidenceId, findingId }) =>
    client.call('links.add', { evidenceId, findingIds: [findingId], relation: 'contradicts' }),
  'a link weighed': async ({ client }, { evidenceId }) => {
    const [link] = (await client.call('evidence.get', { id: evidenceId })).links
    const changes = { weighing: 'One voice of nine.', relation: 'supports' as const, regulations: [] }
    await client.call('links.update', { id: link?.id ?? '', expectedVersion: link?.version ?? 0, changes })
  },
  'a file attached': async ({ client }, { evidenceId }) =>
    client.call('attachments.add', {
      evidenceId,
      transferId: await upload(client, 'note.txt', new TextEncoder().encode('Seen.')),
      name: 'note.txt',
    }),
  'files looked at': async ({ client }) => finish(client, await client.call('attachments.check', {})),
  'an action closed': ({ client }, { actionId: id, evidenceId }) =>
    client.call('actions.close', { state: 'done', id, expectedVersion: 1, evidenceId }),
  'an action opened again': async ({ client }, { actionId: id }) =>
    client.call('actions.reopen', { id, expectedVersion: (await client.call('actions.list', {}))[0]?.version ?? 0 }),
  'a finding judged': ({ client }, { findingId: id }) =>
    client.call('findings.update', {
      id,
      expectedVersion: 1,
      changes: { judgement: 'partly-evidenced', due: '2026-12-01' },
    }),
  'people asked': ({ client }, { findingId: id }) =>
    client.call('findings.recordPeopleView', {
      id,
      expectedVersion: 2,
      peopleView: {
        yes: 3,
        inPart: 1,
        no: 2,
        who: 'Patients',
        how: 'In person',
        from: '2026-09-01',
        to: null,
        words: '',
      },
    }),
  'an item changed': async (opened, { evidenceId: id }) =>
    opened.client.call('evidence.update', {
      id,
      expectedVersion: await versionOf(opened, id),
      changes: { title: 'Another', sourceKind: 'outcomes', describesFrom: '2026-01-01' },
    }),
  'an item removed': async (opened, { evidenceId: id }) =>
    opened.client.call('evidence.remove', { id, expectedVersion: await versionOf(opened, id) }),
  'an item put back': async (opened, { evidenceId: id }) =>
    opened.client.call('evidence.restore', { id, expectedVersion: await versionOf(opened, id) }),
  'a core service, a scope and a ward added': async ({ client }) => {
    await client.call('core-services.add', { coreService: 'crisis-services' })
    await client.call('scopes.add', { coreServiceId: 'crisis-services' as never })
    await client.call('wards.add', { coreServiceId: 'crisis-services' as never, name: 'Beech' })
  },
  'a ward renamed': async ({ client }) => {
    const ward = (await client.call('provider.get', {})).coreServices[0]?.wards[0]
    await client.call('wards.rename', {
      id: ward?.id ?? ('' as never),
      expectedVersion: ward?.version ?? 0,
      name: 'Oak Ward',
    })
  },
  'a scope left out': async ({ client }) => {
    const scope = (await client.call('assessments.current', {})).scopes.at(1)
    await client.call('scopes.leaveOut', { id: scope?.id ?? ('' as never), expectedVersion: scope?.version ?? 0 })
  },
  'a file brought in': async ({ client }) => {
    const rows = Array.from({ length: 30 }, (_, row) => `Item ${row},Seen,observation,C1@community-adults; P1`)
    const csv = new TextEncoder().encode(['title,shows,source_kind,prompts', ...rows].join('\n'))
    await finish(client, await client.call('evidence.import', { transferId: await upload(client, 'items.csv', csv) }))
  },
}

test(
  'everything that people do goes back step by step to where it began, and forward again to where it was',
  { timeout: 120_000 },
  async () => {
    const opened = await openWorkspace()
    const { client } = opened
    const finding = await client.call('findings.find', { prompt: 'C2', scope: 'acute-wards' })
    const item = await client.call('evidence.log', { title: 'What people said', shows: 'x', sourceKind: 'people' })
    const action = await client.call('actions.add', { title: 'Ask again', findingId: finding.id })
    const known = { findingId: finding.id, evidenceId: item.id, actionId: action.id }
    const begun = (await client.call('history.state', {})).undo?.seq
    const before = await pictureOf(opened)
    for (const step of Object.values(steps)) await step(opened, known)
    const after = await pictureOf(opened)
    while ((await client.call('history.state', {})).undo?.seq !== begun) await client.call('history.undo', {})
    const { bin: undone, ...back } = await pictureOf(opened)
    expect(undone).toHaveLength(30)
    const { bin: _bin, ...first } = before
    // An undone file lies in the bin, so the tally of the bin differs and nothing else.
    expect({ ...back, tally: { ...back.tally, views: { ...back.tally.views, bin: 0 } } }).toEqual(first)
    while ((await client.call('history.state', {})).redo !== null) await client.call('history.redo', {})
    expect(await pictureOf(opened)).toEqual(after)
  },
)

test('a file that went missing since it was attached does not keep older steps from being undone', async () => {
  const { client } = await openWorkspace()
  const item = await client.call('evidence.log', { title: 'A', shows: 'x', sourceKind: 'people' })
  const transferId = await upload(client, 'note.txt', new TextEncoder().encode('Seen.'))
  await client.call('attachments.add', { evidenceId: item.id, transferId, name: 'note.txt' })
  const [listed] = await client.call('workspaces.list', {})
  await rm(path.join(listed?.folder ?? '', 'attachments'), { recursive: true })
  expect(await finish(client, await client.call('attachments.check', {}))).toMatchObject({ missing: 1 })
  await client.call('history.undo', {})
  await client.call('history.undo', {})
  expect((await client.call('evidence.list', {})).total).toBe(0)
})

test('words on a screen that shows an item from before it was undone and done again do not overwrite it', async () => {
  const { client } = await openWorkspace()
  const item = await client.call('evidence.log', { title: 'One', shows: 'x', sourceKind: 'staff' })
  await client.call('history.undo', {})
  await client.call('history.redo', {})
  const stale = client.call('evidence.update', { id: item.id, expectedVersion: 1, changes: { title: 'Two' } })
  expect((await failureOf(stale)).code).toBe('conflict')
})
