import type { Action } from '../../../shared/model/action.ts'
import type { Assessment, Scope } from '../../../shared/model/assessment.ts'
import type { ChecklistPack } from '../../../shared/model/checklist.ts'
import { formatDayMonth } from '../../../shared/drawing/date-words.ts'
import { daysAfter, type IsoDate } from '../../../shared/model/dates.ts'
import type { Finding, FindingSummary } from '../../../shared/model/finding.ts'
import { decideGaps } from '../../../shared/model/gaps.ts'
import type { ThingToKnow } from '../../../shared/model/overview.ts'
import { decideThingsToKnow } from '../../../shared/model/three-things.ts'
import { sourceKinds } from '../../../shared/model/vocabulary.ts'
import type { Selectable } from 'kysely'
import { promptOf } from '../checklists/shelf.ts'
import type { Database, Tables } from '../database/schema.ts'
import { countGoingStale } from '../evidence/queries.ts'
import { toFacts } from './facts.ts'

const toAssessment = (row: Selectable<Tables['assessment']>): Assessment =>
  ({
    id: row.id,
    title: row.title,
    from: row.from_date,
    to: row.to_date,
    status: row.status,
    signedOffAt: row.signed_off_at,
    expectedVisit: row.expected_visit,
    executiveLead: row.executive_lead,
    boardAsks: row.board_asks,
    checklistId: row.checklist_id,
    checklistVersion: row.checklist_version,
    version: row.version,
  }) as Assessment

/** All assessments, the newest first. */
export async function listAssessments(db: Database): Promise<Assessment[]> {
  const rows = await db
    .selectFrom('assessment')
    .selectAll()
    .orderBy('from_date', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toAssessment)
}

/**
 * The assessment that is being worked on: the open one; when none is open, the one that was signed off last. A workspace always has
 * one. The view says which, so that counts kept by SQL follow the same rule.
 */
export async function currentAssessment(db: Database): Promise<Assessment> {
  const row = await db
    .selectFrom('assessment')
    .innerJoin('current_assessment', 'current_assessment.id', 'assessment.id')
    .selectAll('assessment')
    .executeTakeFirst()
  if (!row) throw new Error('the workspace has no assessment')
  return toAssessment(row)
}

/** The scopes of an assessment in order: the provider first. Those left out are marked, and still there. */
export async function listScopes(db: Database, assessmentId: string): Promise<Scope[]> {
  const rows = await db
    .selectFrom('scope')
    .selectAll()
    .where('assessment_id', '=', assessmentId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    assessmentId: row.assessment_id,
    kind: row.kind,
    coreServiceId: row.core_service_id,
    name: row.name,
    leftOut: row.left_out === 1,
    version: row.version,
  })) as Scope[]
}

/** A finding from its row. */
export const toFinding = (row: Selectable<Tables['finding']>): Finding =>
  ({
    id: row.id,
    assessmentId: row.assessment_id,
    scopeId: row.scope_id,
    promptId: row.prompt_id,
    judgement: row.judgement,
    reason: row.reason,
    narrative: row.narrative,
    owner: row.owner,
    due: row.due,
    judgedAt: row.judged_at,
    judgedBy: row.judged_by,
    peopleView: {
      yes: row.people_yes,
      inPart: row.people_in_part,
      no: row.people_no,
      who: row.people_who,
      how: row.people_how,
      from: row.people_from,
      to: row.people_to,
      words: row.people_words,
    },
    carriedFrom:
      row.carried_judgement === null
        ? null
        : { judgement: row.carried_judgement, narrative: row.carried_narrative, signedOffAt: row.carried_at },
    reconfirmedAt: row.reconfirmed_at,
    version: row.version,
  }) as Finding

/**
 * The findings of an assessment as at a date, read from the counts kept beside them: no row of evidence is touched. Scopes that were
 * left out are left out; order is that of scopes, then of the checklist.
 */
export async function listFindings(
  db: Database,
  pack: ChecklistPack,
  choice: { assessmentId: string; asAt: IsoDate; scopeId?: string | undefined; findingId?: string },
): Promise<FindingSummary[]> {
  let query = db
    .selectFrom('finding')
    .innerJoin('scope', 'scope.id', 'finding.scope_id')
    .innerJoin('finding_facts as facts', 'facts.finding_id', 'finding.id')
    .select(['finding.id', 'finding.scope_id', 'finding.prompt_id', 'finding.judgement'])
    .select(['finding.carried_at', 'finding.reconfirmed_at'])
    .select(['finding.people_yes', 'finding.people_in_part', 'finding.people_no'])
    .selectAll('facts')
    .where('finding.assessment_id', '=', choice.assessmentId)
    .orderBy('scope.position')
  query =
    choice.findingId === undefined
      ? query.where('scope.left_out', '=', 0)
      : query.where('finding.id', '=', choice.findingId)
  if (choice.scopeId !== undefined) query = query.where('finding.scope_id', '=', choice.scopeId)
  const rows = await query.execute()
  const order = new Map(pack.prompts.map((prompt, position) => [prompt.id, position]))
  const scopeOrder = [...new Set(rows.map((row) => row.scope_id))]
  return rows
    .toSorted(
      (one, other) =>
        scopeOrder.indexOf(one.scope_id) - scopeOrder.indexOf(other.scope_id) ||
        (order.get(one.prompt_id) ?? 0) - (order.get(other.prompt_id) ?? 0),
    )
    .map((row) => {
      const facts = toFacts(row)
      return {
        id: row.id,
        scopeId: row.scope_id,
        promptId: row.prompt_id,
        judgement: row.judgement,
        peopleView: { yes: row.people_yes, inPart: row.people_in_part, no: row.people_no },
        items: row.items,
        kinds: sourceKinds.filter((kind) => facts.kinds[kind] > 0),
        gaps: decideGaps(facts, promptOf(pack, row.prompt_id), choice.asAt),
        reconfirm: row.carried_at !== null && row.reconfirmed_at === null,
      }
    }) as FindingSummary[]
}

/** The findings of an assessment with everything that is said in them, by id. */
export async function readFindings(db: Database, assessmentId: string): Promise<Map<string, Finding>> {
  const rows = await db.selectFrom('finding').selectAll().where('assessment_id', '=', assessmentId).execute()
  return new Map(rows.map((row) => [row.id, toFinding(row)]))
}

/** Whether an action should have been done by a date. */
export const isLate = (action: Pick<Action, 'state' | 'due'>, asAt: IsoDate): boolean =>
  action.state === 'open' && action.due !== null && action.due < asAt

/** How far ahead the picture looks when no visit is expected, in days. */
const lookAheadDays = 28

/** The three things to know of a picture. What will go stale is counted from today to the expected visit. */
export async function readThingsToKnow(
  db: Database,
  pack: ChecklistPack,
  picture: {
    assessment: Assessment
    findings: readonly FindingSummary[]
    scopes: readonly Scope[]
    openActions: readonly Action[]
    asAt: IsoDate
    today: IsoDate
  },
): Promise<ThingToKnow[]> {
  const { assessment, findings, scopes, openActions, asAt, today } = picture
  const visit = assessment.expectedVisit
  const until = visit !== null && visit > today ? visit : daysAfter(today, lookAheadDays)
  return decideThingsToKnow({
    findings,
    prompts: pack.prompts,
    scopes,
    goingStale: await countGoingStale(db, pack, today, until),
    lateActions: openActions.filter((action) => isLate(action, asAt)).length,
    untilWords: formatDayMonth(until),
  })
}
