import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Client } from '../../../../src/shared/client.ts'
import { DescribesBand, EvidenceFilter, evidenceViews, type Evidence } from '../../../../src/shared/model/evidence.ts'
import { monthsBefore } from '../../../../src/shared/model/dates.ts'
import { staleBefore } from '../../../../src/shared/model/gaps.ts'
import {
  chimeConcepts,
  keyQuestions,
  regulations,
  relations,
  sourceKinds,
} from '../../../../src/shared/model/vocabulary.ts'
import { openWorkspace } from '../../../support/workspace.ts'

const asAt = '2026-10-13'
const days = ['2024-02-29', '2025-10-12', '2025-10-13', '2025-04-12', '2026-10-13', null] as const
const titles = ['Menu', 'Garden', 'Choir', 'Discharge plan', 'menu', 'Éclair', 'Tribunal']
const [own, some] = [fc.constant(null), fc.subarray([...regulations])]

const item = fc.record({
  title: fc.constantFrom(...titles),
  sourceKind: fc.constantFrom(...sourceKinds),
  describesTo: fc.constantFrom(...days),
  chime: fc.subarray([...chimeConcepts]),
  ward: fc.nat(2),
  links: fc.uniqueArray(
    fc.record({
      finding: fc.nat(15),
      relation: fc.constantFrom(...relations),
      regulations: fc.oneof(own, some),
      keyQuestions: fc.oneof(fc.constant(null), fc.subarray([...keyQuestions])),
    }),
    { maxLength: 4, selector: ({ finding }) => finding },
  ),
  inBin: fc.boolean(),
})

const filter = fc.record({
  view: fc.constantFrom(...evidenceViews),
  sourceKinds: fc.subarray([...sourceKinds], { maxLength: 2 }),
  describes: fc.subarray([...DescribesBand.options], { maxLength: 1 }),
  regulations: fc.subarray([...regulations], { maxLength: 2 }),
  keyQuestions: fc.subarray([...keyQuestions], { maxLength: 1 }),
  chime: fc.subarray([...chimeConcepts], { maxLength: 1 }),
  words: fc.constantFrom('', '', 'menu', 'cho', 'nothing of it'),
})

async function logRandomItems(client: Client, numRuns: number): Promise<Evidence[]> {
  const findings = await client.call('findings.list', {})
  const wards = (await client.call('provider.get', {})).coreServices.flatMap((service) => service.wards)
  for (const sampled of fc.sample(item, { numRuns, seed: 46 })) {
    const { links, inBin, ward, ...fields } = sampled
    const logged = await client.call('evidence.log', {
      ...fields,
      shows: 'What it shows',
      wardId: wards[ward]?.id ?? null,
      links: links.map(({ finding, relation }) => ({
        findingId: findings[finding % findings.length]?.id ?? '',
        relation,
      })),
    })
    for (const link of logged.links) {
      const { regulations: chosen, keyQuestions: asked } = links.find(
        ({ finding }) => findings[finding % findings.length]?.id === link.findingId,
      ) ?? { regulations: null, keyQuestions: null }
      const changes = {
        ...(chosen === null ? {} : { regulations: chosen }),
        ...(asked === null ? {} : { keyQuestions: asked }),
      }
      await client.call('links.update', { id: link.id, expectedVersion: 1, changes })
    }
    if (inBin && links.length > 1) await client.call('evidence.remove', { id: logged.id, expectedVersion: 1 })
  }
  const lists = await Promise.all(
    (['all', 'bin'] as const).map((view) => client.call('evidence.list', { filter: { view }, limit: 500 })),
  )
  const ids = lists.flatMap(({ rows }) => rows.map(({ id }) => id))
  return Promise.all(ids.map((id) => client.call('evidence.get', { id })))
}

const hasAny = (wanted: readonly string[], has: readonly string[]) =>
  wanted.length === 0 || wanted.some((one) => has.includes(one))

const bandOf = ({ describesTo }: Evidence): (typeof DescribesBand.options)[number] => {
  if (describesTo !== null && describesTo >= monthsBefore(asAt, 12)) return 'last-12-months'
  return describesTo !== null && describesTo >= monthsBefore(asAt, 18) ? '12-to-18-months' : 'older-or-no-date'
}

/** What a filter means, said of one item after another. */
function isLeft(one: Evidence, asked: EvidenceFilter): boolean {
  const inView = {
    all: true,
    bin: true,
    stale: one.describesTo === null || one.describesTo < staleBefore(one.windowMonths, asAt),
    'not-linked': one.links.length === 0,
    contradicts: one.contradicts > 0,
    'attachment-missing': one.filesMissing > 0,
    'acted-today': one.actToday !== null,
  }
  const terms = asked.words.split(' ').filter((word) => word !== '')
  const text = `${one.title} ${one.shows}`.toLowerCase()
  return (
    one.inBin === (asked.view === 'bin') &&
    inView[asked.view] &&
    hasAny(asked.sourceKinds, [one.sourceKind]) &&
    hasAny(asked.describes, [bandOf(one)]) &&
    hasAny(asked.chime, one.chime) &&
    hasAny(
      asked.regulations,
      one.links.flatMap((link) => link.regulations),
    ) &&
    hasAny(
      asked.keyQuestions,
      one.links.flatMap((link) => link.keyQuestions),
    ) &&
    (asked.scopeId === null || one.links.some((link) => link.scopeId === asked.scopeId)) &&
    (asked.findingId === null || one.links.some((link) => link.findingId === asked.findingId)) &&
    terms.every((term) => text.includes(term))
  )
}

test('whatever filters and tallies say is what comes of looking at one item after another', async () => {
  const { client } = await openWorkspace()
  const items = await logRandomItems(client, 40)
  const { scopes } = await client.call('assessments.current', {})
  const findings = await client.call('findings.list', {})
  const left = (part: object) => items.filter((one) => isLeft(one, EvidenceFilter.parse(part)))
  const places = fc.record({
    scopeId: fc.constantFrom(null, null, ...scopes.map(({ id }) => id)),
    findingId: fc.constantFrom(null, null, null, ...findings.slice(0, 2).map(({ id }) => id)),
  })
  await fc.assert(
    fc.asyncProperty(filter, places, async (chosen, at) => {
      const asked = { ...chosen, ...at }
      const { rows, total } = await client.call('evidence.list', { filter: asked, asAt, limit: 500 })
      const expected = left(asked).map(({ id }) => id)
      expect(rows.map(({ id }) => id).toSorted()).toEqual(expected.toSorted())
      expect(total).toBe(expected.length)
    }),
    { numRuns: 100 },
  )
  const tally = await client.call('evidence.tally', { asAt })
  const countOf = <Key extends string>(keys: readonly Key[], partOf: (key: Key) => object) =>
    Object.fromEntries(keys.map((key) => [key, left(partOf(key)).length]))
  expect(tally).toEqual({
    views: countOf(evidenceViews, (view) => ({ view })),
    sourceKinds: countOf(sourceKinds, (kind) => ({ sourceKinds: [kind] })),
    describes: countOf(DescribesBand.options, (band) => ({ describes: [band] })),
    regulations: countOf(regulations, (regulation) => ({ regulations: [regulation] })),
    keyQuestions: countOf(keyQuestions, (keyQuestion) => ({ keyQuestions: [keyQuestion] })),
    chime: countOf(chimeConcepts, (concept) => ({ chime: [concept] })),
  })
})

test('pages in any order hold every item once, in that order', async () => {
  const { client } = await openWorkspace()
  await logRandomItems(client, 16)
  for (const sort of ['logged', 'title', 'where', 'describes'] as const) {
    const whole = await client.call('evidence.list', { sort, limit: 500 })
    const parts: string[] = []
    for (let offset = 0; offset < whole.total; offset += 7)
      parts.push(...(await client.call('evidence.list', { sort, offset, limit: 7 })).rows.map(({ id }) => id))
    expect(parts).toEqual(whole.rows.map(({ id }) => id))
    const up = await client.call('evidence.list', { sort, descending: false, limit: 500 })
    expect(up.rows.map(({ id }) => id)).toEqual(whole.rows.map(({ id }) => id).toReversed())
  }
})
