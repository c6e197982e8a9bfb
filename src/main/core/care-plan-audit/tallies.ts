import type { PlanProgress, Reading } from '../../../shared/model/care-plan-audit.ts'
import { criteriaOf, type CarePlanCriteria } from '../../../shared/model/care-plan-criteria.ts'
import type { Database } from '../database/schema.ts'
import type { AuditRow, PlanRow } from './plan-rows.ts'

/** What was made of one reading of one plan, in counts. */
type Tally = { own: number; rest: number; core: number; all: number }

/** The tallies of plans by plan and reading; those without one have nothing made. */
export type Tallies = {
  of(planId: string, reading: Reading): Tally
  /** The readings of a plan that were begun, the first always among them. */
  readings(planId: string): Reading[]
}

const none: Tally = { own: 0, rest: 0, core: 0, all: 0 }

/** Counts what was decided and answered in some audits, without reading every row of it. */
export async function readTallies(
  db: Database,
  auditIds: readonly string[],
  criteria: CarePlanCriteria,
): Promise<Tallies> {
  const tallies = new Map<string, Tally>()
  const add = (planId: string, reading: Reading, counts: Partial<Tally>) => {
    const key = `${planId} ${reading}`
    tallies.set(key, { ...none, ...tallies.get(key), ...counts })
  }
  if (auditIds.length > 0) {
    const decisions = await db
      .selectFrom('audit_decision')
      .innerJoin('audit_plan', 'audit_plan.id', 'audit_decision.plan_id')
      .where('audit_plan.audit_id', 'in', auditIds)
      .select(['plan_id', 'reading', 'own_decision'])
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .groupBy(['plan_id', 'reading', 'own_decision'])
      .execute()
    for (const { plan_id, reading, own_decision, count } of decisions)
      add(plan_id, reading, own_decision === 1 ? { own: count } : { rest: count })
    for (const set of ['core', 'all'] as const) {
      const ids = criteriaOf(criteria, set).map(({ id }) => id)
      const answers = await db
        .selectFrom('audit_answer')
        .innerJoin('audit_plan', 'audit_plan.id', 'audit_answer.plan_id')
        .where('audit_plan.audit_id', 'in', auditIds)
        .where('criterion', 'in', ids)
        .select(['plan_id', 'reading'])
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .groupBy(['plan_id', 'reading'])
        .execute()
      for (const { plan_id, reading, count } of answers) add(plan_id, reading, { [set]: count })
    }
  }
  return {
    of: (planId, reading) => tallies.get(`${planId} ${reading}`) ?? none,
    readings: (planId) =>
      (['first', 'second', 'agreed'] as const).filter(
        (reading) => reading === 'first' || tallies.has(`${planId} ${reading}`),
      ),
  }
}

/** How far one reading of a plan is. */
export function progressOf(
  audit: Pick<AuditRow, 'forty_minutes' | 'criteria_set'>,
  plan: PlanRow,
  reading: Reading,
  tallies: Tallies,
  criteria: CarePlanCriteria,
): PlanProgress {
  const forty = audit.forty_minutes === 1
  const { own, rest, [audit.criteria_set]: answered } = tallies.of(plan.id, reading)
  const progress = {
    reading,
    toDecide: forty ? plan.to_decide : plan.to_decide + plan.block,
    decided: forty ? own : own + rest,
    block: forty ? plan.block : 0,
    blockConfirmed: forty ? rest : 0,
    criteria: criteriaOf(criteria, audit.criteria_set).length,
    answered,
  }
  const complete =
    progress.decided >= progress.toDecide &&
    progress.blockConfirmed >= progress.block &&
    progress.answered >= progress.criteria
  return { ...progress, complete }
}
