import type { Selectable } from 'kysely'
import { AppError } from '../../../shared/result.ts'
import type { Reading } from '../../../shared/model/care-plan-audit.ts'
import { needsOwnDecision, suggestionOf } from '../../../shared/model/care-plan-statements.ts'
import { isPlanHeading } from '../../../shared/model/care-plan-statements.ts'
import type { StatementReading } from '../../../shared/model/care-plans/reading.ts'
import type { PlanTextRow } from '../database/plan-texts.ts'
import type { Database, Tables } from '../database/schema.ts'
import { notFound } from '../trail/recorder.ts'
import type { Mask } from './mask-names.ts'

/** The rows of audits, as the queries and the commands of this feature read them. */
export type AuditRow = Selectable<Tables['audit']>
export type PlanRow = Selectable<Tables['audit_plan']>
export type DecisionRow = Selectable<Tables['audit_decision']>

/** What the reading found in one plan, as it is kept beside its text. `sameSentence`: by statement, the plans that have it too. */
export type KeptReading = { statements: StatementReading[]; sameSentence: Record<number, string[]> }

/** A plan's text with what was found in it. */
export type PlanText = {
  id: string
  word: string
  text: string
  masks: Mask[]
  sentences: string[]
  lexicon: string
  reading: KeptReading
}

/** A plan's text from its row. */
export const toPlanText = (row: PlanTextRow): PlanText => ({
  ...row,
  masks: JSON.parse(row.masks) as Mask[],
  sentences: JSON.parse(row.sentences) as string[],
  reading: JSON.parse(row.reading) as KeptReading,
})

/** The row of a plan's text. */
export const fromPlanText = (plan: PlanText): PlanTextRow => ({
  ...plan,
  masks: JSON.stringify(plan.masks),
  sentences: JSON.stringify(plan.sentences),
  reading: JSON.stringify(plan.reading),
})

/** A plan and its audit; `not-found` when there is none. */
export async function readPlanRows(db: Database, planId: string): Promise<{ plan: PlanRow; audit: AuditRow }> {
  const plan = await db.selectFrom('audit_plan').selectAll().where('id', '=', planId).executeTakeFirst()
  if (!plan) throw notFound('audit_plan')
  return { plan, audit: await readAuditRow(db, plan.audit_id) }
}

/** The row of an audit; `not-found` when there is none. */
export async function readAuditRow(db: Database, id: string): Promise<AuditRow> {
  const audit = await db.selectFrom('audit').selectAll().where('id', '=', id).executeTakeFirst()
  if (!audit) throw notFound('audit')
  return audit
}

/** Refuses what would change an audit that is closed. */
export function refuseClosed({ state }: Pick<AuditRow, 'state'>): void {
  if (state === 'closed')
    throw new AppError('refused', 'This audit is closed: its texts are erased and what was decided stays.')
}

/** The decisions of one reading of a plan, by the statement's place. */
export async function readDecisions(db: Database, planId: string, reading: Reading): Promise<Map<number, DecisionRow>> {
  const rows = await db
    .selectFrom('audit_decision')
    .selectAll()
    .where('plan_id', '=', planId)
    .where('reading', '=', reading)
    .execute()
  return new Map(rows.map((row) => [row.statement, row]))
}

/** Which statements of a plan there is something to decide about, with what is suggested and whether they need a decision of their own. */
export const decidable = (statements: readonly StatementReading[]) =>
  statements.flatMap((statement, index) => {
    if (isPlanHeading(statement)) return []
    const suggested = suggestionOf(statement)
    return [
      { index, suggested, unsure: statement.unsure, own: needsOwnDecision(suggested, statement.unsure), statement },
    ]
  })

/** How many statements of a plan need a decision of their own, and how many make up the block. */
export function countDecidable(statements: readonly StatementReading[]): { to_decide: number; block: number } {
  const all = decidable(statements)
  const own = all.filter((each) => each.own).length
  return { to_decide: own, block: all.length - own }
}
