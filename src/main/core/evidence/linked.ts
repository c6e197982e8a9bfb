import { sql } from 'kysely'
import type { Prompt } from '../../../shared/model/checklist.ts'
import type { LinkedCount, LinkedEvidence } from '../../../shared/model/finding.ts'
import type { SourceKind } from '../../../shared/model/vocabulary.ts'
import { listOf } from '../database/list-of.ts'
import type { Database } from '../database/schema.ts'
import { selectItems, toEvidenceRow, toLink } from './rows.ts'

/** How many of each sort of linked item a finding is shown with at first. */
const firstOfEach = 10

const bearingOn = (findingId: string) => sql`
  from link join evidence on evidence.id = link.evidence_id
  join evidence_facts as facts on facts.seq = evidence.seq
  where link.finding_id = ${findingId} and evidence.in_bin = 0`

const isUnweighed = sql`(link.relation = 'contradicts' and trim(link.weighing) = '')`

/**
 * What a finding is shown with at first: how many items are linked, and the newest of each kind and way of bearing, of those that
 * are not weighed, and of those whose file is missing, for its gaps speak of them. Newest period first; items in the bin are not shown.
 */
export async function readFirstLinked(
  db: Database,
  prompt: Prompt,
  findingId: string,
): Promise<{ linked: LinkedEvidence[]; linkedCounts: LinkedCount[] }> {
  const { rows: linkedCounts } = await sql<LinkedCount>`
    select evidence.source_kind as "sourceKind", link.relation, count(*) as items, sum(${isUnweighed}) as unweighed
    ${bearingOn(findingId)} group by evidence.source_kind, link.relation`.execute(db)
  const { rows: first } = await sql<{ id: string }>`
    select id from (select evidence.id, evidence.describes_to, evidence.seq, row_number() over (
        partition by evidence.source_kind, link.relation, ${isUnweighed}, facts.files_missing > 0
        order by evidence.describes_to desc, evidence.seq desc) as place
      ${bearingOn(findingId)})
    where place <= ${firstOfEach} order by describes_to desc, seq desc`.execute(db)
  return { linked: await readLinked(db, prompt, findingId, first), linkedCounts }
}

/** A page of the items of some kinds that are linked to a finding: what contradicts first, then what supports, then context. */
export async function listLinkedEvidence(
  db: Database,
  prompt: Prompt,
  findingId: string,
  page: { sourceKinds: readonly SourceKind[]; offset: number; limit: number },
): Promise<{ total: number; rows: LinkedEvidence[] }> {
  const ofKinds = sql`${bearingOn(findingId)} and evidence.source_kind in ${listOf(page.sourceKinds)}`
  const { rows: counted } = await sql<{ total: number }>`select count(*) as total ${ofKinds}`.execute(db)
  const { rows: chosen } = await sql<{ id: string }>`
    select evidence.id ${ofKinds}
    order by case link.relation when 'contradicts' then 0 when 'supports' then 1 else 2 end,
      evidence.describes_to desc, evidence.seq desc
    limit ${page.limit} offset ${page.offset}`.execute(db)
  return { total: counted[0]?.total ?? 0, rows: await readLinked(db, prompt, findingId, chosen) }
}

/** Items with their links to a finding, in the order in which they were chosen. */
async function readLinked(db: Database, prompt: Prompt, findingId: string, chosen: readonly { id: string }[]) {
  const ids = listOf(chosen.map(({ id }) => id))
  const [items, links] = await Promise.all([
    selectItems(db).where('evidence.id', 'in', ids).execute(),
    db.selectFrom('link').selectAll().where('finding_id', '=', findingId).where('evidence_id', 'in', ids).execute(),
  ])
  const itemOf = new Map(items.map((item) => [item.id, item]))
  const linkOf = new Map(links.map((link) => [link.evidence_id, link]))
  return chosen.flatMap(({ id }): LinkedEvidence[] => {
    const [item, link] = [itemOf.get(id), linkOf.get(id)]
    return item && link ? [{ link: toLink(link, prompt), evidence: toEvidenceRow(item) }] : []
  })
}
