import fc from 'fast-check'
import { Kysely } from 'kysely'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Tables } from '../../../../src/main/core/database/schema.ts'
import { Sqlite3Dialect } from '../../../../src/main/core/database/sqlite3-dialect.ts'
import { promptOf } from '../../../../src/main/core/checklists/shelf.ts'
import { decideGaps, gatherFacts } from '../../../../src/shared/model/gaps.ts'
import { judgements, relations, sourceKinds } from '../../../../src/shared/model/vocabulary.ts'
import type { AppError } from '../../../../src/shared/result.ts'
import { makeFolder, openApplication, openWorkspace, type TestApplication } from '../../../support/workspace.ts'

const asAt = '2026-10-13'
const days = ['2024-02-29', '2025-10-12', '2025-10-13', '2026-01-12', '2026-01-13', '2026-10-13', null] as const

/** What a person may do, in any order: the counts beside a finding must follow all of it. */
const step = fc.oneof(
  fc.record({
    do: fc.constant('log' as const),
    kind: fc.constantFrom(...sourceKinds),
    to: fc.constantFrom(...days),
    relation: fc.constantFrom(...relations),
    note: fc.constantFrom('', ' ', 'weighed'),
  }),
  fc.record({ do: fc.constant('judge' as const), judgement: fc.constantFrom(...judgements) }),
  fc.record({ do: fc.constant('ask' as const), yes: fc.nat(3) }),
  fc.record({ do: fc.constant('act' as const) }),
  fc.record({ do: fc.constant('close' as const), done: fc.boolean() }),
  fc.record({ do: fc.constant('bin' as const), back: fc.boolean() }),
  fc.record({ do: fc.constant('relate' as const), relation: fc.constantFrom(...relations) }),
  fc.record({ do: fc.constant('redate' as const), to: fc.constantFrom(...days) }),
  fc.record({ do: fc.constant('unlink' as const) }),
  fc.record({ do: fc.constant('undo' as const) }),
  fc.record({ do: fc.constant('redo' as const) }),
)

type Step = typeof step extends fc.Arbitrary<infer Taken> ? Taken : never

async function take({ client }: TestApplication, findingId: string, taken: Step) {
  const finding = await client.call('findings.get', { id: findingId })
  const [linked] = finding.linked
  switch (taken.do) {
    case 'log':
      return client.call('evidence.log', {
        title: 'An item',
        shows: 'What it shows',
        sourceKind: taken.kind,
        describesTo: taken.to,
        links: [{ findingId, relation: taken.relation, weighing: taken.note }],
      })
    case 'judge':
      return client.call('findings.update', {
        id: findingId,
        expectedVersion: finding.version,
        changes: { judgement: taken.judgement, reason: 'A reason' },
      })
    case 'ask':
      return client.call('findings.recordPeopleView', {
        id: findingId,
        expectedVersion: finding.version,
        peopleView: { yes: taken.yes, inPart: 0, no: 0, who: 'People', how: 'Asked', from: asAt, to: asAt, words: '' },
      })
    case 'act':
      return client.call('actions.add', { title: 'Do it', findingId })
    case 'close': {
      const action = finding.actions.find(({ state }) => state === 'open')
      if (!action) return
      const closing = { id: action.id, expectedVersion: action.version }
      return taken.done && linked
        ? client.call('actions.close', { ...closing, state: 'done', evidenceId: linked.evidence.id })
        : client.call('actions.close', { ...closing, state: 'could-not', reason: 'No money' })
    }
    case 'bin': {
      if (!taken.back)
        return (
          linked && client.call('evidence.remove', { id: linked.evidence.id, expectedVersion: linked.evidence.version })
        )
      const { rows } = await client.call('evidence.list', { filter: { view: 'bin' } })
      return rows[0] && client.call('evidence.restore', { id: rows[0].id, expectedVersion: rows[0].version })
    }
    case 'relate':
      return (
        linked &&
        client.call('links.update', {
          id: linked.link.id,
          expectedVersion: linked.link.version,
          changes: { relation: taken.relation },
        })
      )
    case 'redate':
      return (
        linked &&
        client.call('evidence.update', {
          id: linked.evidence.id,
          expectedVersion: linked.evidence.version,
          changes: { describesTo: taken.to },
        })
      )
    case 'unlink':
      return linked && client.call('links.remove', { id: linked.link.id, expectedVersion: linked.link.version })
    case 'undo':
    case 'redo':
      return client
        .call(`history.${taken.do}`, {})
        .catch((error: AppError) => expect(['refused', 'conflict']).toContain(error.code))
  }
}

async function gapsFromRows(database: Kysely<Tables>, findingId: string) {
  const finding = await database.selectFrom('finding').selectAll().where('id', '=', findingId).executeTakeFirstOrThrow()
  const links = await database
    .selectFrom('link')
    .innerJoin('evidence', 'evidence.id', 'link.evidence_id')
    .selectAll('evidence')
    .select(['link.relation', 'link.weighing'])
    .where('link.finding_id', '=', findingId)
    .execute()
  const actions = await database.selectFrom('action').selectAll().where('finding_id', '=', findingId).execute()
  return gatherFacts(
    {
      judgement: finding.judgement,
      judgedAt: finding.judged_at,
      peopleAsked: finding.people_yes + finding.people_in_part + finding.people_no,
    },
    links.map((row) => ({
      relation: row.relation,
      weighing: row.weighing,
      sourceKind: row.source_kind,
      describesTo: row.describes_to,
      hasMissingAttachment: false,
      inBin: row.in_bin === 1,
    })),
    actions.map((row) => ({ state: row.state, hasEvidence: row.evidence_id !== null, closedAt: row.closed_at })),
  )
}

test(
  'whatever people do and undo, the gaps from the kept counts are those of the rule',
  { timeout: 60_000 },
  async () => {
    const dataFolder = makeFolder()
    const opened = await openWorkspace({ dataFolder })
    const { client } = opened
    const [workspace] = await client.call('workspaces.list', {})
    const filename = path.join(workspace?.folder ?? '', 'workspace.db')
    const database = new Kysely<Tables>({ dialect: new Sqlite3Dialect({ filename, readOnly: true, pragmas: [] }) })
    onTestFinished(() => database.destroy())
    const pack = await client.call('checklists.current', {})
    const findings = await client.call('findings.list', {})
    let next = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 9 }), async (steps) => {
        // Each run has a finding that no run before it touched.
        const { id } = await client
          .call('findings.find', { prompt: findings[next % findings.length]?.promptId ?? 'C2', scope: 'acute-wards' })
          .catch(() => client.call('findings.find', { prompt: 'C2', scope: 'acute-wards' }))
        next += 1
        for (const taken of steps) await take(opened, id, taken)
        const kept = await client.call('findings.get', { id, asAt })
        const rules = promptOf(pack, kept.promptId)
        expect(kept.gaps).toEqual(decideGaps(await gapsFromRows(database, id), rules, asAt))
      }),
      { numRuns: 40 },
    )
  },
)

test('a sample holds every one of the nine gaps', async () => {
  const { client } = await openApplication()
  await client.call('workspaces.createSample', {})
  const { gaps } = await client.call('status.get', {})
  expect(Object.entries(gaps).filter(([, count]) => count === 0)).toEqual([])
})
