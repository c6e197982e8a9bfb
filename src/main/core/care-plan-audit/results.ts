import type { CriterionAnswer } from '../../../shared/model/care-plan-audit.ts'
import type { CarePlanCriteria } from '../../../shared/model/care-plan-criteria.ts'
import {
  criteriaResults,
  distinct,
  monthsBetween,
  readBackResults,
  teamResults,
  type AuditResults,
  type PlanResult,
} from '../../../shared/model/care-plan-results.ts'
import { monthsBefore } from '../../../shared/model/dates.ts'
import { AppError } from '../../../shared/result.ts'
import type { Database } from '../database/schema.ts'
import { readProvider } from '../providers/queries.ts'

/** The criterion whose yes counts as the person's own voice. */
export const ownVoice = 'own-voice'

/** How many months one picture may span. */
const mostMonths = 36

/** How many months before the period are read, for a median of six months with readings. */
const lookBack = 18

type Answers = Record<string, CriterionAnswer>

/** What was decided and answered in the audits that end in some months, a reading of a plan each; of one audit, when it is named. */
export async function readPlanResults(
  db: Database,
  choice: { months: readonly string[] } | { auditId: string },
): Promise<PlanResult[]> {
  let query = db
    .selectFrom('audit_plan')
    .innerJoin('audit', 'audit.id', 'audit_plan.audit_id')
    .leftJoin('audit_read_back', 'audit_read_back.plan_id', 'audit_plan.id')
    .select(['audit_plan.id', 'audit_plan.pseudonym', 'audit.ward_id', 'audit.to_date', 'audit_read_back.answer'])
  query =
    'auditId' in choice
      ? query.where('audit.id', '=', choice.auditId)
      : query
          .where('audit.to_date', '>=', `${choice.months[0] ?? ''}-01`)
          .where('audit.to_date', '<=', `${choice.months.at(-1) ?? ''}-31`)
  const plans = await query.orderBy('audit_plan.id').execute()
  const ids = plans.map(({ id }) => id)
  const [answers, counts] = await Promise.all([readAnswers(db, ids), countFirstPerson(db, ids)])
  return plans.flatMap((plan) => {
    const { first = {}, second = {}, agreed = {} } = answers.get(plan.id) ?? {}
    const counted = counts.get(plan.id)
    // A plan that nobody read yet is no reading.
    if (counted === undefined && Object.keys(first).length + Object.keys(agreed).length === 0) return []
    return [
      {
        wardId: plan.ward_id,
        month: plan.to_date.slice(0, 7),
        pseudonym: plan.pseudonym,
        answers: { ...first, ...agreed },
        apart: { first, second },
        firstPerson: counted ?? null,
        readBack: plan.answer,
      },
    ]
  })
}

async function readAnswers(db: Database, planIds: readonly string[]) {
  const rows = await db
    .selectFrom('audit_answer')
    .select(['plan_id', 'reading', 'criterion', 'answer'])
    .where('plan_id', 'in', planIds)
    .execute()
  const answers = new Map<string, Partial<Record<'first' | 'second' | 'agreed', Answers>>>()
  for (const { plan_id, reading, criterion, answer } of rows) {
    const known = answers.get(plan_id) ?? {}
    answers.set(plan_id, known)
    const given = (known[reading] ??= {})
    given[criterion] = answer
  }
  return answers
}

/** First-person statements of each plan as decided: as agreed where both readers agreed on a statement, else by the first. */
async function countFirstPerson(db: Database, planIds: readonly string[]) {
  const rows = await db
    .selectFrom('audit_decision as made')
    .where('made.plan_id', 'in', planIds)
    .where('made.reading', 'in', ['first', 'agreed'])
    .where(({ not, exists, selectFrom, and, eb }) =>
      not(
        and([
          eb('made.reading', '=', 'first'),
          exists(
            selectFrom('audit_decision as agreed')
              .select('agreed.id')
              .where('agreed.reading', '=', 'agreed')
              .whereRef('agreed.plan_id', '=', 'made.plan_id')
              .whereRef('agreed.statement', '=', 'made.statement'),
          ),
        ]),
      ),
    )
    .select(['made.plan_id', 'made.voice'])
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .groupBy(['made.plan_id', 'made.voice'])
    .execute()
  const counts = new Map<string, number>()
  for (const { plan_id, voice, count } of rows)
    counts.set(plan_id, (counts.get(plan_id) ?? 0) + (voice === 'first-person' ? count : 0))
  return counts
}

/** Results of whole months by criterion, from rows that were read once. */
type ResultsOf = (criterion: string) => AuditResults

/** The results of whole months, as people confirmed them. Teams come in the order of the provider's core services, never by result. */
export async function readResults(
  db: Database,
  criteria: CarePlanCriteria,
  { from, to }: { from: string; to: string },
): Promise<ResultsOf> {
  const months = monthsBetween(from, to)
  if (months.length === 0) throw new AppError('invalid-input', 'The period ends before it begins.', { field: 'to' })
  if (months.length > mostMonths)
    throw new AppError('invalid-input', `Choose ${mostMonths} months at most.`, { field: 'from' })
  const earlier = monthsBetween(monthsBefore(`${from}-01`, lookBack).slice(0, 7), from).slice(0, -1)
  const [all, { coreServices }, audits] = await Promise.all([
    readPlanResults(db, { months: [...earlier, ...months] }),
    readProvider(db),
    db
      .selectFrom('audit')
      .select(['state', 'criteria_version', 'lexicon'])
      .where('to_date', '>=', `${from}-01`)
      .where('to_date', '<=', `${to}-31`)
      .execute(),
  ])
  const inPeriod = all.filter(({ month }) => months.includes(month))
  const versions = (column: 'criteria_version' | 'lexicon') =>
    [...new Set(audits.map((audit) => audit[column]).filter((version) => version !== ''))].toSorted()
  const byCriterion = criteriaResults(inPeriod, criteria.criteria)
  const wards = coreServices.flatMap((service) => service.wards.map((ward) => ({ service, ward })))
  return (criterion) => {
    const asked = byCriterion.find(({ id }) => id === criterion)
    if (!asked) throw new AppError('not-found', 'There is no such criterion.')
    return {
      from,
      to,
      criterion,
      months,
      audits: audits.length,
      openAudits: audits.filter(({ state }) => state === 'open').length,
      readings: inPeriod.length,
      distinctPlans: distinct(inPeriod),
      teams: wards.flatMap(({ service, ward }) => {
        const own = all.filter(({ wardId }) => wardId === ward.id)
        if (!own.some(({ month }) => months.includes(month))) return []
        return [
          {
            wardId: ward.id,
            wardName: ward.name,
            coreServiceId: service.id,
            coreServiceName: service.shortName,
            ...teamResults(own, { criterion, months }),
          },
        ]
      }),
      all: asked.share,
      criteria: byCriterion,
      readTwice: asked.readTwice,
      readBack: readBackResults(inPeriod, ownVoice),
      criteriaVersions: versions('criteria_version'),
      lexicons: versions('lexicon'),
    }
  }
}
