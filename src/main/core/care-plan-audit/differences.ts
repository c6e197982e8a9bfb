import { agreementOf } from '../../../shared/model/agreement.ts'
import type { AuditDifferences } from '../../../shared/model/care-plan-differences.ts'
import type { Database } from '../database/schema.ts'
import { readAuditRow } from './plan-rows.ts'

type Row = { plan_id: string; reading: 'first' | 'second' | 'agreed'; what: string; answer: string }

/** What both readers answered, beside what they agreed, by plan and by what was asked. */
function pair(rows: readonly Row[]) {
  const pairs = new Map<string, { planId: string; what: string } & Partial<Record<Row['reading'], string>>>()
  for (const { plan_id, reading, what, answer } of rows) {
    const key = `${plan_id} ${what}`
    pairs.set(key, { ...(pairs.get(key) ?? { planId: plan_id, what }), [reading]: answer })
  }
  return [...pairs.values()].flatMap(({ planId, what, first, second, agreed = null }) =>
    first === undefined || second === undefined ? [] : [{ planId, what, first, second, agreed }],
  )
}

/** Where two auditors of the same plans differ, and how far they agreed before they spoke. */
export async function readDifferences(db: Database, auditId: string): Promise<AuditDifferences> {
  await readAuditRow(db, auditId)
  const plans = await db
    .selectFrom('audit_plan')
    .select(['id', 'pseudonym'])
    .where('audit_id', '=', auditId)
    .orderBy('position')
    .execute()
  const answers = await db
    .selectFrom('audit_answer')
    .innerJoin('audit_plan', 'audit_plan.id', 'audit_answer.plan_id')
    .where('audit_plan.audit_id', '=', auditId)
    .select(['plan_id', 'reading', 'criterion as what', 'answer'])
    .execute()
  const decisions = await db
    .selectFrom('audit_decision')
    .innerJoin('audit_plan', 'audit_plan.id', 'audit_decision.plan_id')
    .where('audit_plan.audit_id', '=', auditId)
    .select(['plan_id', 'reading', 'statement', 'voice as answer'])
    .orderBy('statement')
    .execute()
  const criteria = pair(answers)
  const voices = pair(decisions.map(({ statement, ...row }) => ({ ...row, what: String(statement) })))
  const differing = (pairs: typeof criteria, planId: string) =>
    pairs.filter((each) => each.planId === planId && each.first !== each.second)
  return {
    criteria: agreementOf(criteria.map(({ first, second }) => [first, second])),
    voices: agreementOf(voices.map(({ first, second }) => [first, second])),
    plans: plans
      .map(({ id, pseudonym }) => ({
        planId: id,
        pseudonym,
        criteria: differing(criteria, id).map(({ what, first, second, agreed }) => ({
          criterion: what,
          first,
          second,
          agreed,
        })),
        statements: differing(voices, id).map(({ what, first, second, agreed }) => ({
          statement: Number(what),
          first,
          second,
          agreed,
        })),
      }))
      .filter((plan) => plan.criteria.length + plan.statements.length > 0),
  } as AuditDifferences
}
