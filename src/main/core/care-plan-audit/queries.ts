import type {
  Audit,
  AuditPlan,
  AuditSummary,
  PlanProgress,
  PlanView,
  Reading,
} from '../../../shared/model/care-plan-audit.ts'
import { criteriaOf, type CarePlanCriteria } from '../../../shared/model/care-plan-criteria.ts'
import { paceOf } from '../../../shared/model/care-plan-pace.ts'
import { drawSample } from '../../../shared/model/care-plan-sample.ts'
import { findFor, isPlanHeading, needsOwnDecision, suggestionOf } from '../../../shared/model/care-plan-statements.ts'
import type { StatementReading } from '../../../shared/model/care-plans/reading.ts'
import { AppError } from '../../../shared/result.ts'
import type { NoteRow, PlanTexts } from '../database/plan-texts.ts'
import type { Database } from '../database/schema.ts'
import {
  readAuditRow,
  readDecisions,
  readPlanRows,
  toPlanText,
  type AnswerRow,
  type AuditRow,
  type DecisionRow,
  type PlanRow,
} from './plan-rows.ts'

type Ground = { db: Database; planTexts: PlanTexts; criteria: CarePlanCriteria }

/** All decisions and answers of some plans. */
async function readMade(db: Database, planIds: readonly string[]) {
  if (planIds.length === 0) return { decisions: [], answers: [] }
  const [decisions, answers] = await Promise.all([
    db.selectFrom('audit_decision').selectAll().where('plan_id', 'in', planIds).execute(),
    db.selectFrom('audit_answer').selectAll().where('plan_id', 'in', planIds).execute(),
  ])
  return { decisions, answers }
}

function progressOf(
  audit: AuditRow,
  plan: PlanRow,
  reading: Reading,
  made: { decisions: readonly DecisionRow[]; answers: readonly AnswerRow[] },
  criteria: readonly { id: string }[],
): PlanProgress {
  const forty = audit.forty_minutes === 1
  const mine = made.decisions.filter((row) => row.plan_id === plan.id && row.reading === reading)
  const own = mine.filter((row) => row.own_decision === 1).length
  const asked = new Set(criteria.map(({ id }) => id))
  const progress = {
    reading,
    toDecide: forty ? plan.to_decide : plan.to_decide + plan.block,
    decided: forty ? own : mine.length,
    block: forty ? plan.block : 0,
    blockConfirmed: forty ? mine.length - own : 0,
    criteria: criteria.length,
    answered: made.answers.filter(
      (row) => row.plan_id === plan.id && row.reading === reading && asked.has(row.criterion),
    ).length,
  }
  const complete =
    progress.decided >= progress.toDecide &&
    progress.blockConfirmed >= progress.block &&
    progress.answered >= progress.criteria
  return { ...progress, complete }
}

/** The readings of a plan that were begun, the first always among them. */
function readingsOf(plan: PlanRow, made: { decisions: readonly DecisionRow[]; answers: readonly AnswerRow[] }) {
  const begun = new Set(
    [...made.decisions, ...made.answers].filter((row) => row.plan_id === plan.id).map((row) => row.reading),
  )
  return (['first', 'second', 'agreed'] as const).filter((reading) => reading === 'first' || begun.has(reading))
}

async function toSummaries(
  db: Database,
  rows: readonly AuditRow[],
  criteria: CarePlanCriteria,
): Promise<AuditSummary[]> {
  const wards = await db
    .selectFrom('ward')
    .innerJoin('core_service', 'core_service.id', 'ward.core_service_id')
    .select(['ward.id', 'ward.name', 'core_service.id as service_id', 'core_service.short_name'])
    .execute()
  const plans =
    rows.length === 0
      ? []
      : await db
          .selectFrom('audit_plan')
          .selectAll()
          .where(
            'audit_id',
            'in',
            rows.map(({ id }) => id),
          )
          .execute()
  const made = await readMade(
    db,
    plans.map(({ id }) => id),
  )
  return rows.map((row) => {
    const ward = wards.find(({ id }) => id === row.ward_id)
    const own = plans.filter((plan) => plan.audit_id === row.id)
    const asked = criteriaOf(criteria, row.criteria_set)
    return {
      id: row.id,
      wardId: row.ward_id,
      wardName: ward?.name ?? row.ward_id,
      coreServiceId: ward?.service_id ?? '',
      coreServiceName: ward?.short_name ?? '',
      from: row.from_date,
      to: row.to_date,
      state: row.state,
      criteria: row.criteria_set,
      criteriaVersion: row.criteria_version,
      lexicon: row.lexicon,
      fortyMinutes: row.forty_minutes === 1,
      openedAt: row.opened_at,
      closedAt: row.closed_at,
      evidenceId: row.evidence_id,
      plans: own.length,
      plansComplete: own.filter((plan) => progressOf(row, plan, 'first', made, asked).complete).length,
      version: row.version,
    } as AuditSummary
  })
}

/** All audits, the newest period first. */
export async function listAudits(db: Database, criteria: CarePlanCriteria): Promise<AuditSummary[]> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('to_date', 'desc').orderBy('id', 'desc').execute()
  return toSummaries(db, rows, criteria)
}

/** One audit with its sample, plans and pace. */
export async function readAudit({ db, planTexts, criteria }: Ground, id: string): Promise<Audit> {
  const row = await readAuditRow(db, id)
  const [summary] = await toSummaries(db, [row], criteria)
  if (!summary) throw new Error('an audit that was read has no summary')
  const plans = await db
    .selectFrom('audit_plan')
    .selectAll()
    .where('audit_id', '=', id)
    .orderBy('position')
    .orderBy('id')
    .execute()
  const made = await readMade(
    db,
    plans.map((plan) => plan.id),
  )
  const asked = criteriaOf(criteria, row.criteria_set)
  const planList = plans.map((plan) => ({
    id: plan.id,
    pseudonym: plan.pseudonym,
    format: plan.format,
    statements: plan.statements,
    progress: readingsOf(plan, made).map((reading) => progressOf(row, plan, reading, made, asked)),
    version: plan.version,
  })) as AuditPlan[]
  const caseload = row.caseload === null ? null : (JSON.parse(row.caseload) as string[])
  const drawn = caseload === null ? [] : drawSample(caseload, row.size ?? 0, row.seed ?? 0)
  const loaded = new Set(plans.map(({ pseudonym }) => pseudonym))
  const firstTimes = (planId: string) =>
    [...made.decisions, ...made.answers]
      .filter((each) => each.plan_id === planId && each.reading === 'first')
      .map((each) => Date.parse(each.decided_at))
  return {
    ...summary,
    sample: {
      method: row.method,
      seed: row.seed,
      caseload: caseload?.length ?? null,
      drawn,
      missing: drawn.filter((pseudonym) => !loaded.has(pseudonym)),
    },
    planList,
    pace: paceOf(
      planList.map((plan) => ({ complete: plan.progress[0]?.complete === true, times: firstTimes(plan.id) })),
    ),
    texts: (await planTexts.plans(id)).length,
  }
}

function toStatement(
  statement: StatementReading,
  index: number,
  sameSentenceIn: string[] | null,
  decision: DecisionRow | undefined,
  note: NoteRow | undefined,
) {
  const suggested = suggestionOf(statement)
  const isHeading = isPlanHeading(statement)
  return {
    index,
    text: statement.text,
    start: statement.start,
    end: statement.end,
    kind: statement.kind,
    isHeading,
    suggested,
    unsure: statement.unsure,
    alternatives: statement.alternatives,
    reasons: statement.reasons.map(({ says, start, end }) => ({ says, start, end })),
    individual: statement.individualised === 'yes',
    ventriloquised: statement.ventriloquised,
    intervention: statement.intervention,
    sameSentenceIn,
    needs: statement.needs,
    chime: statement.chime,
    dialog: statement.dialog,
    needsDecision: !isHeading && needsOwnDecision(suggested, statement.unsure),
    decision:
      decision === undefined
        ? null
        : {
            voice: decision.voice,
            otherWay: decision.other_way,
            needs: JSON.parse(decision.needs) as StatementReading['needs'],
            note: note?.words ?? '',
            inBlock: decision.in_block === 1,
            decidedAt: decision.decided_at,
            decidedBy: decision.decided_by,
          },
  }
}

/** One plan as it is read, with its masked text; `not-found` once its text is erased. */
export async function readPlanView(
  { db, planTexts, criteria }: Ground,
  planId: string,
  reading: Reading,
): Promise<PlanView> {
  const { plan, audit } = await readPlanRows(db, planId)
  const kept = await planTexts.plan(audit.id, planId)
  if (!kept)
    throw new AppError(
      'not-found',
      audit.state === 'closed'
        ? 'This audit is closed and its texts are erased. What was decided is in the results.'
        : 'The text of this plan is not where it was kept. Take the plan out and load it again.',
    )
  const { text, masks, sentences, reading: found } = toPlanText(kept)
  const [decisions, notes, made, pseudonyms] = await Promise.all([
    readDecisions(db, planId, reading),
    planTexts.notes(audit.id, planId),
    readMade(db, [planId]),
    db.selectFrom('audit_plan').select(['id', 'pseudonym']).where('audit_id', '=', audit.id).execute(),
  ])
  const nameOf = new Map(pseudonyms.map((each) => [each.id, each.pseudonym]))
  const statements = found.statements.map((statement, index) => {
    const same = found.sameSentence[index]
    const sameIn = same === undefined ? null : same.flatMap((id) => nameOf.get(id) ?? []).toSorted()
    const note = notes.find((each) => each.reading === reading && each.statement === index)
    return toStatement(statement, index, sameIn, decisions.get(index), note)
  })
  const asked = criteriaOf(criteria, audit.criteria_set)
  return {
    id: plan.id,
    auditId: audit.id,
    pseudonym: plan.pseudonym,
    reading,
    text,
    masks,
    notes: sentences,
    statements: statements.map(({ intervention: _intervention, ...shown }) => shown),
    criteria: asked.map((criterion) => {
      const answer = made.answers.find((row) => row.reading === reading && row.criterion === criterion.id)
      return {
        id: criterion.id,
        ...findFor(criterion, statements),
        answer: answer
          ? { answer: answer.answer, reason: answer.reason, decidedAt: answer.decided_at, decidedBy: answer.decided_by }
          : null,
      }
    }),
    progress: progressOf(audit, plan, reading, made, asked),
  } as PlanView
}

/** Erases texts that a crash left behind: of audits that are closed or were never begun. Answers the audits whose texts could not be. */
export async function eraseTextsLeftBehind(db: Database, planTexts: PlanTexts): Promise<string[]> {
  const left: string[] = []
  for (const id of await listTextsLeftBehind(db, planTexts)) await planTexts.erase(id).catch(() => void left.push(id))
  return left
}

/** Audits that have texts here and are not open. */
export async function listTextsLeftBehind(db: Database, planTexts: PlanTexts): Promise<string[]> {
  const there = await planTexts.audits()
  if (there.length === 0) return []
  const open = await db.selectFrom('audit').select('id').where('state', '=', 'open').execute()
  return there.filter((id) => !open.some((audit) => audit.id === id))
}
