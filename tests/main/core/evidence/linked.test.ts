import { expect, test } from 'vitest'
import type { Client } from '../../../../src/shared/client.ts'
import { relations, sourceKinds, type SourceKind } from '../../../../src/shared/model/vocabulary.ts'
import { finish, openWorkspace, upload } from '../../../support/workspace.ts'

/** A hundred and fifty items on one finding, of every kind and relation, some without a date, some put in the bin. */
async function linkMany(client: Client) {
  const rows = Array.from({ length: 150 }, (_, number) => {
    const day = number % 9 === 0 ? '' : `2026-0${(number % 8) + 1}-1${number % 5}`
    return `Item ${number},Seen,${sourceKinds[number % 3]},${day},${day},C1@acute-wards,${relations[Math.floor(number / 3) % 3]}`
  })
  const csv = ['title,shows,source_kind,from,to,prompts,relation', ...rows].join('\n')
  const transferId = await upload(client, 'items.csv', new TextEncoder().encode(csv))
  await finish(client, await client.call('evidence.import', { transferId }))
  const finding = await client.call('findings.find', { prompt: 'C1', scope: 'acute-wards' })
  for (const { evidence } of finding.linked.slice(0, 4))
    await client.call('evidence.remove', { id: evidence.id, expectedVersion: evidence.version })
  for (const { link } of finding.linked.filter(({ link }) => link.relation === 'contradicts').slice(-2))
    await client.call('links.update', { id: link.id, expectedVersion: 1, changes: { weighing: 'One voice of nine.' } })
  return finding.id
}

/** Every item of the finding, asked for one by one, in the order in which its columns list them. */
async function readAll(client: Client, findingId: string) {
  const { rows } = await client.call('evidence.list', { filter: { findingId }, limit: 500 })
  const items = await Promise.all(
    rows.map(async (row) => {
      const { links } = await client.call('evidence.get', { id: row.id })
      const [link] = links.filter((candidate) => candidate.findingId === findingId)
      return { ...row, relation: link?.relation ?? 'context', weighing: link?.weighing ?? '' }
    }),
  )
  const order = ['contradicts', 'supports', 'context']
  return items.toSorted(
    (one, other) =>
      order.indexOf(one.relation) - order.indexOf(other.relation) ||
      (other.describesTo ?? '').localeCompare(one.describesTo ?? '') ||
      Number(other.title.slice(5)) - Number(one.title.slice(5)),
  )
}

test('a finding with many items shows the newest of each sort and says how many there are; the rest comes in pages', async () => {
  const { client } = await openWorkspace()
  const id = await linkMany(client)
  const all = await readAll(client, id)
  expect(all.length).toBe(146)
  const detail = await client.call('findings.get', { id })
  for (const sourceKind of sourceKinds.slice(0, 3))
    for (const relation of relations) {
      const ofSort = all.filter((item) => item.sourceKind === sourceKind && item.relation === relation)
      const unweighed = ofSort.filter((item) => relation === 'contradicts' && item.weighing === '').length
      const counted = detail.linkedCounts.filter(
        (count) => count.sourceKind === sourceKind && count.relation === relation,
      )
      expect(counted).toEqual(ofSort.length === 0 ? [] : [{ sourceKind, relation, items: ofSort.length, unweighed }])
      const shown = detail.linked.filter(
        ({ link, evidence }) => evidence.sourceKind === sourceKind && link.relation === relation,
      )
      expect(shown.slice(0, 10).map(({ evidence }) => evidence.title)).toEqual(
        expect.arrayContaining(ofSort.slice(0, 8).map(({ title }) => title)),
      )
    }
  expect(detail.linked.length).toBeLessThan(all.length)

  const kinds: SourceKind[] = ['people', 'staff']
  const pages: string[] = []
  for (let offset = 0; offset < 110; offset += 7) {
    const page = await client.call('findings.linked', { id, sourceKinds: kinds, offset, limit: 7 })
    expect(page.total).toBe(all.filter(({ sourceKind }) => kinds.includes(sourceKind)).length)
    pages.push(...page.rows.map(({ evidence }) => evidence.title))
  }
  expect(pages).toEqual(all.filter(({ sourceKind }) => kinds.includes(sourceKind)).map(({ title }) => title))
})
