import { sql } from 'kysely'
import type { ChecklistPack } from '../../../shared/model/checklist.ts'
import type { IsoDate } from '../../../shared/model/dates.ts'
import {
  type EvidenceFilter,
  type Attachment,
  type Evidence,
  type EvidenceRow,
  type EvidenceSort,
  type Link,
  type LinkOfEvidence,
} from '../../../shared/model/evidence.ts'
import { staleBefore } from '../../../shared/model/gaps.ts'
import { toAttachment } from '../attachments/rows.ts'
import { promptOf } from '../checklists/shelf.ts'
import type { Database } from '../database/schema.ts'
import { notFound } from '../trail/recorder.ts'
import { conditionsOf, toSearchQuery, windowsOf, type FilterGround } from './filter.ts'
import { countMatching, isSearchAlone } from './tally.ts'
import { selectItems, selectNumbers, toEvidenceRow, toLink } from './rows.ts'

export { listLinkedEvidence, readFirstLinked } from './linked.ts'
export { touchedByAny, touchedByLink } from './touches.ts'

type Page = { filter: EvidenceFilter; sort: EvidenceSort; descending: boolean; offset: number; limit: number }

const sortColumns = {
  logged: ['evidence.seq'],
  title: ['evidence.title', 'evidence.seq'],
  where: ['ward.name', 'core_service.short_name', 'evidence.seq'],
  describes: ['evidence.describes_to', 'evidence.seq'],
} as const

/** One page of the log, and how many items the filter leaves. Items in the bin show only in the bin. */
export async function listEvidence(
  db: Database,
  pack: ChecklistPack,
  page: Page,
  asAt: IsoDate,
): Promise<{ total: number; rows: EvidenceRow[] }> {
  const ground: FilterGround = { asAt, windows: windowsOf(pack) }
  const [rows, total] = await Promise.all([readPage(db, page, ground), countMatching(db, page.filter, ground)])
  return { total, rows: rows.map(toEvidenceRow) }
}

async function readPage(db: Database, page: Page, ground: FilterGround) {
  const { filter, sort, descending, offset, limit } = page
  const direction = descending ? 'desc' : 'asc'
  let chosen = selectNumbers(db).offset(offset).limit(limit)
  if (sort === 'logged' && isSearchAlone(filter)) {
    // The index of words gives its hits in the order of logging: only as many are read as the page can show, and those in the bin.
    const most = offset + limit + (await countMatching(db, { ...filter, words: '', view: 'bin' }, ground))
    chosen = chosen.where('evidence.in_bin', '=', 0)
      .where(sql<boolean>`evidence.seq in (select rowid from evidence_search
        where evidence_search match ${toSearchQuery(filter.words)} order by rowid ${sql.raw(direction)} limit ${most})`)
  } else chosen = chosen.where((eb) => eb.and(conditionsOf(eb, filter, ground)))
  for (const column of sortColumns[sort]) chosen = chosen.orderBy(column, direction)
  let rows = selectItems(db).where('evidence.seq', 'in', chosen)
  for (const column of sortColumns[sort]) rows = rows.orderBy(column, direction)
  return rows.execute()
}

/** An item with its attachments and, in words, its links to the current assessment. */
export async function readEvidence(db: Database, pack: ChecklistPack, id: string): Promise<Evidence> {
  const row = await selectItems(db).where('evidence.id', '=', id).executeTakeFirst()
  if (!row) throw notFound('evidence')
  const [attachments, links] = await Promise.all([
    db.selectFrom('attachment').selectAll().where('evidence_id', '=', id).orderBy('added_at').orderBy('id').execute(),
    listLinks(db, pack, id),
  ])
  return { ...toEvidenceRow(row), attachments: attachments.map(toAttachment), links }
}

async function listLinks(db: Database, pack: ChecklistPack, evidenceId: string): Promise<LinkOfEvidence[]> {
  const rows = await db
    .selectFrom('link')
    .innerJoin('finding', 'finding.id', 'link.finding_id')
    .innerJoin('scope', 'scope.id', 'finding.scope_id')
    .selectAll('link')
    .select(['finding.prompt_id', 'finding.scope_id', 'finding.judgement', 'scope.name as scope_name'])
    .innerJoin('current_assessment', 'current_assessment.id', 'finding.assessment_id')
    .where('link.evidence_id', '=', evidenceId)
    .orderBy('scope.position')
    .execute()
  const order = pack.prompts.map((prompt) => prompt.id)
  const position = (promptId: string) => order.indexOf(promptId)
  return rows
    .map((row) => {
      const prompt = promptOf(pack, row.prompt_id)
      return {
        ...toLink(row, prompt),
        promptId: row.prompt_id,
        promptShort: prompt.short,
        scopeId: row.scope_id,
        scopeName: row.scope_name,
        judgement: row.judgement,
        windowMonths: prompt.windowMonths,
      } as LinkOfEvidence
    })
    .toSorted((one, other) => position(one.promptId) - position(other.promptId))
}

/** How many items there are, and how many links they have in the current assessment; those in the bin do not count. */
export async function countEvidence(db: Database): Promise<{ items: number; links: number }> {
  const { rows } = await sql<{ items: number; links: number }>`
    select (select count(*) from evidence where in_bin = 0) as items, coalesce(sum(finding_facts.items), 0) as links
    from finding join finding_facts on finding_facts.finding_id = finding.id
    where finding.assessment_id = (select id from current_assessment)`.execute(db)
  return rows[0] ?? { items: 0, links: 0 }
}

/** How many linked items are not stale on one date and will be on a later one. */
export async function countGoingStale(
  db: Database,
  pack: ChecklistPack,
  today: IsoDate,
  until: IsoDate,
): Promise<number> {
  const ofWindows = windowsOf(pack).map(
    (months) =>
      sql`(facts.window_months = ${months} and evidence.describes_to >= ${staleBefore(months, today)}
        and evidence.describes_to < ${staleBefore(months, until)})`,
  )
  const starts = windowsOf(pack).map((months) => staleBefore(months, today))
  const ends = windowsOf(pack).map((months) => staleBefore(months, until))
  const { total } = await db
    .selectFrom('evidence')
    .innerJoin('evidence_facts as facts', 'facts.seq', 'evidence.seq')
    .where('evidence.in_bin', '=', 0)
    .where('evidence.describes_to', '>=', starts.toSorted()[0] ?? today)
    .where('evidence.describes_to', '<', ends.toSorted().at(-1) ?? until)
    .where(sql<boolean>`(${sql.join(ofWindows, sql` or `)}) and facts.supports + facts.contradicts > 0`)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** How many attachments there are, and how many of them are missing or changed. */
export async function countAttachments(db: Database): Promise<{ files: number; missing: number; changed: number }> {
  const { rows } = await sql<{ files: number; missing: number; changed: number }>`
    select count(*) as files, count(case when attachment.state = 'missing' then 1 end) as missing,
      count(case when attachment.state = 'changed' then 1 end) as changed
    from attachment join evidence on evidence.id = attachment.evidence_id where evidence.in_bin = 0`.execute(db)
  return rows[0] ?? { files: 0, missing: 0, changed: 0 }
}

/** Everything that a report says of evidence: every item that is linked in the assessment, its files, and the links of each finding. */
export type AssessmentEvidence = {
  items: (EvidenceRow & { attachments: Attachment[] })[]
  /** Links by finding, those of items in the bin left out; newest period first. */
  links: Map<string, Link[]>
}

/** Reads the evidence of a whole assessment in three statements, however many findings it has. */
export async function readAssessmentEvidence(
  db: Database,
  pack: ChecklistPack,
  assessmentId: string,
): Promise<AssessmentEvidence> {
  const linkRows = await db
    .selectFrom('link')
    .innerJoin('finding', 'finding.id', 'link.finding_id')
    .selectAll('link')
    .select('finding.prompt_id')
    .where('finding.assessment_id', '=', assessmentId)
    .execute()
  const itemRows = await selectItems(db)
    .where('evidence.in_bin', '=', 0)
    .where('evidence.id', 'in', (linked) =>
      linked
        .selectFrom('link')
        .innerJoin('finding', 'finding.id', 'link.finding_id')
        .select('link.evidence_id')
        .where('finding.assessment_id', '=', assessmentId),
    )
    .orderBy('evidence.describes_to', 'desc')
    .orderBy('evidence.seq')
    .execute()
  const fileRows = await db.selectFrom('attachment').selectAll().orderBy('added_at').orderBy('id').execute()
  const files = groupBy(fileRows.map(toAttachment), ({ evidenceId }) => evidenceId)
  const items = itemRows.map((row) => ({ ...toEvidenceRow(row), attachments: files.get(row.id) ?? [] }))
  const place = new Map<string, number>(items.map(({ id }, position) => [id, position]))
  const shown = linkRows
    .filter((row) => place.has(row.evidence_id))
    .toSorted((one, other) => (place.get(one.evidence_id) ?? 0) - (place.get(other.evidence_id) ?? 0))
  const links = groupBy(
    shown.map((row) => toLink(row, promptOf(pack, row.prompt_id))),
    ({ findingId }) => findingId,
  )
  return { items, links }
}

function groupBy<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group) group.push(item)
    else groups.set(key(item), [item])
  }
  return groups
}
