import { sql } from 'kysely'
import type { ChecklistPack } from '../../../shared/model/checklist.ts'
import { defaultWindowMonths, type FindingFacts } from '../../../shared/model/gaps.ts'
import type { Judgement } from '../../../shared/model/vocabulary.ts'
import { currentPack } from '../checklists/queries.ts'
import { listOf } from '../database/list-of.ts'
import type { DatabaseTransaction, Tables } from '../database/schema.ts'
import { touchedByAny, touchedByLink } from '../evidence/queries.ts'
import type { Change } from '../trail/recorder.ts'

/** How many ids a statement is given at once. */
const batch = 5_000

/**
 * Brings the counts beside findings and items up to date after a command's changes, in the command's own transaction. The pure rule
 * `gatherFacts` in the model is their specification.
 */
export async function refreshFacts(tx: DatabaseTransaction, changes: readonly Change[]): Promise<void> {
  const { evidenceIds, findingIds } = touchedBy(changes)
  if (evidenceIds.size > 0) {
    const pack = await currentPack(tx)
    for (const ids of inBatches(evidenceIds)) await refreshEvidenceFacts(tx, pack, ids)
  }
  for (const ids of inBatches(evidenceIds)) {
    const linked = await tx
      .selectFrom('link')
      .select('finding_id')
      .distinct()
      .where('evidence_id', 'in', listOf(ids))
      .execute()
    for (const { finding_id } of linked) findingIds.add(finding_id)
  }
  for (const ids of inBatches(findingIds)) await refreshFindingFacts(tx, ids)
}

function touchedBy(changes: readonly Change[]) {
  const evidenceIds = new Set<string>()
  const findingIds = new Set<string>()
  const add = (ids: Set<string>, id: unknown) => {
    if (typeof id === 'string') ids.add(id)
  }
  for (const change of changes) {
    if ('bulk' in change) {
      for (const id of change.bulk) evidenceIds.add(id)
      continue
    }
    if (change.entity === 'evidence') evidenceIds.add(change.id)
    if (change.entity === 'finding') findingIds.add(change.id)
    for (const row of [change.before, change.after]) {
      if (change.entity === 'link' || change.entity === 'attachment') add(evidenceIds, row?.evidence_id)
      if (change.entity === 'link' || change.entity === 'action') add(findingIds, row?.finding_id)
    }
  }
  return { evidenceIds, findingIds }
}

function* inBatches(ids: ReadonlySet<string>) {
  const list = [...ids]
  for (let start = 0; start < list.length; start += batch) yield list.slice(start, start + batch)
}

/** The window of a finding's prompt, in months, as SQL: a case for each prompt whose window is not the usual one. */
function windowOfPrompt({ prompts }: ChecklistPack) {
  const unusual = prompts.filter((prompt) => prompt.windowMonths !== defaultWindowMonths)
  const cases = unusual.map((prompt) => sql`when ${prompt.id} then ${prompt.windowMonths}`)
  return cases.length === 0
    ? sql`${defaultWindowMonths}`
    : sql`case finding.prompt_id ${sql.join(cases, sql` `)} else ${defaultWindowMonths} end`
}

/** An item's links count in the current assessment; those of cycles that were signed off before are their snapshots' business. */
async function refreshEvidenceFacts(tx: DatabaseTransaction, pack: ChecklistPack, ids: string[]) {
  const wanted = listOf(ids)
  await sql`
    insert or replace into evidence_facts
      (seq, supports, contradicts, context, files, files_missing, window_months, touches)
    with bearing as materialized (
      select link.evidence_id, link.relation, ${windowOfPrompt(pack)} as window_months,
        ${touchedByLink(pack)} as touches
      from link join finding on finding.id = link.finding_id
      where link.evidence_id in ${wanted} and finding.assessment_id = (select id from current_assessment)),
    linked as materialized (
      select evidence_id, count(case relation when 'supports' then 1 end) as supports,
        count(case relation when 'contradicts' then 1 end) as contradicts,
        count(case relation when 'context' then 1 end) as context,
        min(window_months) as window_months, ${touchedByAny(sql.ref('touches'))} as touches
      from bearing group by evidence_id),
    kept as materialized (
      select evidence_id, count(*) as files, count(case when state <> 'present' then 1 end) as files_missing
      from attachment where evidence_id in ${wanted} group by evidence_id)
    select evidence.seq, coalesce(linked.supports, 0), coalesce(linked.contradicts, 0), coalesce(linked.context, 0),
      coalesce(kept.files, 0), coalesce(kept.files_missing, 0),
      coalesce(linked.window_months, ${defaultWindowMonths}), coalesce(linked.touches, 0)
    from evidence
    left join linked on linked.evidence_id = evidence.id
    left join kept on kept.evidence_id = evidence.id
    where evidence.id in ${wanted}`.execute(tx)
}

async function refreshFindingFacts(tx: DatabaseTransaction, ids: string[]) {
  const counted = sql`link.relation <> 'context'`
  const ofKind = (kind: string) => sql`count(case when ${counted} and item.source_kind = ${kind} then 1 end)`
  await sql`
    insert or replace into finding_facts
      (finding_id, items, people, staff, partners, observation, processes, outcomes, supporting, supported_until,
       unweighed, missing_attachments, open_actions, proven_actions)
    select finding.id, count(item.id), ${ofKind('people')}, ${ofKind('staff')}, ${ofKind('partners')},
      ${ofKind('observation')}, ${ofKind('processes')}, ${ofKind('outcomes')},
      count(case when item.id is not null and link.relation = 'supports' then 1 end),
      max(case when link.relation = 'supports' then item.describes_to end),
      count(case when item.id is not null and link.relation = 'contradicts' and trim(link.weighing) = '' then 1 end),
      count(case when ${counted} and evidence_facts.files_missing > 0 then 1 end),
      (select count(*) from action where action.finding_id = finding.id and action.state = 'open'),
      (select count(*) from action where action.finding_id = finding.id and action.state = 'done'
        and action.evidence_id is not null
        and (finding.judged_at is null or action.closed_at > finding.judged_at))
    from finding
    left join link on link.finding_id = finding.id
    left join evidence as item on item.id = link.evidence_id and item.in_bin = 0
    left join evidence_facts on evidence_facts.seq = item.seq
    where finding.id in ${listOf(ids)}
    group by finding.id`.execute(tx)
}

/** The columns of a finding and of its facts that the gaps need. */
export type FactsRow = Omit<Tables['finding_facts'], 'finding_id'> & {
  judgement: Judgement
  people_yes: number
  people_in_part: number
  people_no: number
}

/** The facts of a finding, from the row that is kept beside it. */
export const toFacts = (row: FactsRow): FindingFacts => ({
  judgement: row.judgement,
  peopleAsked: row.people_yes + row.people_in_part + row.people_no,
  kinds: {
    people: row.people,
    staff: row.staff,
    partners: row.partners,
    observation: row.observation,
    processes: row.processes,
    outcomes: row.outcomes,
  },
  supporting: row.supporting,
  supportedUntil: row.supported_until,
  unweighed: row.unweighed,
  missingAttachments: row.missing_attachments,
  openActions: row.open_actions,
  provenActions: row.proven_actions,
})
