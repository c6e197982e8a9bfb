import type { Selectable } from 'kysely'
import { formatPeriod } from '../../../shared/drawing/date-words.ts'
import type { Assessment } from '../../../shared/model/assessment.ts'
import type { IsoDate } from '../../../shared/model/dates.ts'
import { AppError } from '../../../shared/result.ts'
import { currentAssessment } from '../assessments/queries.ts'
import type { Tables } from '../database/schema.ts'
import type { CommandContext } from '../handler.ts'
import { forgetUndoable } from '../trail/history.ts'

/** How many rows a statement is given at once: far below SQLite's limit of bound values. */
const batch = 500

type Next = { from: IsoDate; to: IsoDate; title?: string | undefined; expectedVisit: IsoDate | null }

/**
 * Begins the cycle after the last sign-off: the same scopes, and every finding carried forward with last time's judgement, words,
 * people's view and evidence, to be re-confirmed. Open actions go with their findings.
 */
export async function startNextCycle(context: CommandContext, next: Next): Promise<Assessment> {
  const { db, record, newId } = context
  const last = await currentAssessment(db)
  if (last.status !== 'signed-off' || last.signedOffAt === null)
    throw new AppError('refused', 'An assessment is open. Sign it off before the next cycle. Nothing was changed.')
  if (next.from > next.to) throw new AppError('invalid-input', 'The period ends before it begins.', { field: 'to' })
  if (next.from <= last.from)
    throw new AppError('invalid-input', 'The next cycle begins after the last one began. Nothing was changed.', {
      field: 'from',
    })
  const id = newId()
  const title = next.title ?? formatPeriod(next.from, next.to)
  await record.insert('assessment', {
    id,
    title,
    from_date: next.from,
    to_date: next.to,
    status: 'draft',
    signed_off_at: null,
    expected_visit: next.expectedVisit,
    executive_lead: last.executiveLead,
    // What a board is asked is asked once; the next cycle asks anew.
    board_asks: '',
    checklist_id: last.checklistId,
    checklist_version: last.checklistVersion,
  })
  const scopeIds = await carryScopes(context, last.id, id)
  const findingIds = await carryFindings(context, { last, signedOffAt: last.signedOffAt, id, scopeIds })
  await carryLinks(context, findingIds)
  await carryActions(context, findingIds, last.signedOffAt)
  context.say(`Next cycle started: ${title}. Everything is carried forward, not re-confirmed`)
  // Undone, it would take away what was written in it since.
  context.setHistory(() => forgetUndoable(db))
  return currentAssessment(db)
}

async function carryScopes({ db, record, newId }: CommandContext, lastId: string, nextId: string) {
  const scopes = await db
    .selectFrom('scope')
    .selectAll()
    .where('assessment_id', '=', lastId)
    .orderBy('position')
    .execute()
  const ids = new Map<string, string>()
  for (const { id: old, version: _version, ...scope } of scopes) {
    const id = newId()
    ids.set(old, id)
    await record.insert('scope', { ...scope, id, assessment_id: nextId })
  }
  return ids
}

async function carryFindings(
  { db, record, newId }: CommandContext,
  cycle: { last: Assessment; signedOffAt: string; id: string; scopeIds: ReadonlyMap<string, string> },
) {
  const findings = await db.selectFrom('finding').selectAll().where('assessment_id', '=', cycle.last.id).execute()
  const ids = new Map<string, string>()
  for (const { id: old, version: _version, ...finding } of findings) {
    const scopeId = cycle.scopeIds.get(finding.scope_id)
    if (scopeId === undefined) continue
    const id = newId()
    ids.set(old, id)
    await record.insert('finding', {
      ...finding,
      id,
      assessment_id: cycle.id,
      scope_id: scopeId,
      due: null,
      ...carriedFrom(finding, cycle.signedOffAt),
    })
  }
  return ids
}

/** What a carried finding keeps of last time. Where nothing was judged, there is nothing to re-confirm. */
function carriedFrom(finding: Pick<Selectable<Tables['finding']>, 'judgement' | 'narrative'>, signedOffAt: string) {
  const judged = finding.judgement !== 'not-assessed'
  return {
    carried_judgement: judged ? finding.judgement : null,
    carried_narrative: judged ? finding.narrative : '',
    carried_at: judged ? signedOffAt : null,
    reconfirmed_at: null,
  }
}

async function carryLinks({ db, record, newId }: CommandContext, findingIds: ReadonlyMap<string, string>) {
  const touched = new Set<string>()
  for (const [old, finding_id] of findingIds) {
    const links = await db.selectFrom('link').selectAll().where('finding_id', '=', old).execute()
    for (let start = 0; start < links.length; start += batch)
      await db
        .insertInto('link')
        .values(links.slice(start, start + batch).map((link) => ({ ...link, id: newId(), finding_id, version: 1 })))
        .execute()
    for (const { evidence_id } of links) touched.add(evidence_id)
  }
  if (touched.size > 0) record.noteBulk({ entity: 'link', bulk: [...touched] })
}

/** Actions that were open when it was signed off go on under the new findings. */
async function carryActions(
  { db, record }: CommandContext,
  findingIds: ReadonlyMap<string, string>,
  signedOffAt: string,
) {
  const actions = await db
    .selectFrom('action')
    .select(['id', 'finding_id'])
    .where('finding_id', 'is not', null)
    .where((eb) => eb.or([eb('state', '=', 'open'), eb('closed_at', '>', signedOffAt)]))
    .execute()
  for (const { id, finding_id } of actions) {
    const next = finding_id === null ? undefined : findingIds.get(finding_id)
    if (next !== undefined) await record.update('action', id, { finding_id: next })
  }
}
