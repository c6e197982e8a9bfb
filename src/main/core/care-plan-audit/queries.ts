import type { Audit, AuditPlan, AuditSummary, PlanView, Reading } from '../../../shared/model/care-plan-audit.ts'
import { criteriaOf, type CarePlanCriteria } from '../../../shared/model/care-plan-criteria.ts'
import { paceOf } from '../../../shared/model/care-plan-pace.ts'
import { drawSample } from '../../../shared/model/care-plan-sample.ts'
import { findFor, isPlanHeading, needsOwnDecision, suggestionOf } from '../../../shared/model/care-plan-statements.ts'
import type { StatementReading } from '../../../shared/model/care-plans/reading.ts'
import type { Timestamp } from '../../../shared/model/dates.ts'
import { AppError } from '../../../shared/result.ts'
import type { NoteRow, PlanTexts } from '../database/plan-texts.ts'
import type { Database } from '../database/schema.ts'
import { progressOf, readTallies } from './tallies.ts'
import { readAuditRow, readDecisions, readPlanRows, toPlanText, type AuditRow, type DecisionRow } from './plan-rows.ts'

type Ground = { db: Database; planTexts: PlanTexts; criteria: CarePlanCriteria }

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
  const tallies = await readTallies(
    db,
    rows.map(({ id }) => id),
    criteria,
  )
  return rows.map((row) => {
    const ward = wards.find(({ id }) => id === row.ward_id)
    const own = plans.filter((plan) => plan.audit_id === row.id)
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
      plansComplete: own.filter((plan) => progressOf(row, plan, 'first', tallies, criteria).complete).length,
      version: row.version,
    } as AuditSummary
  })
}

/** All audits, the newest period first. */
export async function listAudits(db: Database, criteria: CarePlanCriteria): Promise<AuditSummary[]> {
  const rows = await db.selectFrom('audit').selectAll().orderBy('to_date', 'desc').orderBy('id', 'desc').execute()
  return toSummaries(db, rows, criteria)
}

/** What people said of their own lines, by plan. */
async function listReadBacks(db: Database, auditId: string) {
  const rows = await db
    .selectFrom('audit_read_back')
    .innerJoin('audit_plan', 'audit_plan.id', 'audit_read_back.plan_id')
    .where('audit_plan.audit_id', '=', auditId)
    .select(['plan_id', 'answer'])
    .execute()
  return new Map(rows.map(({ plan_id, answer }) => [plan_id, answer]))
}

/** When each plan's first reading was decided and answered, in milliseconds. */
async function readTimes(db: Database, auditId: string) {
  const times = new Map<string, number[]>()
  for (const table of ['audit_decision', 'audit_answer'] as const) {
    const rows = await db
      .selectFrom(table)
      .innerJoin('audit_plan', 'audit_plan.id', `${table}.plan_id`)
      .where('audit_plan.audit_id', '=', auditId)
      .where('reading', '=', 'first')
      .select(['plan_id', 'decided_at'])
      .execute()
    for (const { plan_id, decided_at } of rows) {
      const known = times.get(plan_id) ?? []
      known.push(Date.parse(decided_at))
      times.set(plan_id, known)
    }
  }
  return times
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
  const tallies = await readTallies(db, [id], criteria)
  const [readBacks, times] = await Promise.all([listReadBacks(db, id), readTimes(db, id)])
  const planList = plans.map((plan) => ({
    id: plan.id,
    pseudonym: plan.pseudonym,
    format: plan.format,
    statements: plan.statements,
    readBack: readBacks.get(plan.id) ?? null,
    progress: tallies.readings(plan.id).map((reading) => progressOf(row, plan, reading, tallies, criteria)),
    version: plan.version,
  })) as AuditPlan[]
  const caseload = row.caseload === null ? null : (JSON.parse(row.caseload) as string[])
  const drawn = caseload === null ? [] : drawSample(caseload, row.size ?? 0, row.seed ?? 0)
  const loaded = new Set(plans.map(({ pseudonym }) => pseudonym))
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
      planList.map((plan) => ({ complete: plan.progress[0]?.complete === true, times: times.get(plan.id) ?? [] })),
    ),
    texts: await planTexts.count(id),
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
  const [decisions, notes, answers, tallies, pseudonyms] = await Promise.all([
    readDecisions(db, planId, reading),
    planTexts.notes(audit.id, planId),
    db.selectFrom('audit_answer').selectAll().where('plan_id', '=', planId).execute(),
    readTallies(db, [audit.id], criteria),
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
      const answer = answers.find((row) => row.reading === reading && row.criterion === criterion.id)
      return {
        id: criterion.id,
        ...findFor(criterion, statements),
        answer: answer
          ? { answer: answer.answer, reason: answer.reason, decidedAt: answer.decided_at, decidedBy: answer.decided_by }
          : null,
      }
    }),
    progress: progressOf(audit, plan, reading, tallies, criteria),
  } as PlanView
}

/** How long the texts of an audit that is not known wait: a restore may have taken it away, and can be undone. In milliseconds. */
const waiting = 30 * 86_400_000

/** Erases texts that a crash left behind: of audits that are closed, and of those that are not known since long. */
export async function eraseTextsLeftBehind(db: Database, planTexts: PlanTexts, now: Timestamp): Promise<void> {
  const { closed, unknown } = await listTextsLeftBehind(db, planTexts)
  const old = unknown.filter(({ changedAt }) => changedAt < Date.parse(now) - waiting)
  // What cannot be erased now, the check of everything names.
  for (const { id } of [...closed, ...old]) await planTexts.erase(id).catch(() => {})
}

/** Audits that have texts here and are closed, or are not known. */
export async function listTextsLeftBehind(db: Database, planTexts: PlanTexts) {
  const there = await planTexts.audits()
  if (there.length === 0) return { closed: [], unknown: [] }
  const audits = await db.selectFrom('audit').select(['id', 'state']).execute()
  const stateOf = new Map(audits.map(({ id, state }) => [id, state]))
  return {
    closed: there.filter(({ id }) => stateOf.get(id) === 'closed'),
    unknown: there.filter(({ id }) => !stateOf.has(id)),
  }
}

/** The wards of open audits that have plans but not all their texts: those of a backup that was put back, which holds none. */
export async function listTextsMissing(db: Database, planTexts: PlanTexts): Promise<string[]> {
  const audits = await db
    .selectFrom('audit')
    .innerJoin('ward', 'ward.id', 'audit.ward_id')
    .innerJoin('audit_plan', 'audit_plan.audit_id', 'audit.id')
    .where('audit.state', '=', 'open')
    .select(['audit.id', 'ward.name'])
    .select(({ fn }) => fn.countAll<number>().as('plans'))
    .groupBy(['audit.id', 'ward.name'])
    .execute()
  const missing: string[] = []
  for (const { id, name, plans } of audits) if ((await planTexts.count(id)) < plans) missing.push(name)
  return missing
}
