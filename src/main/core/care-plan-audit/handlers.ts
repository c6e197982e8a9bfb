import { formatPeriod } from '../../../shared/drawing/date-words.ts'
import { criteriaSetOf } from '../../../shared/model/care-plan-criteria.ts'
import { drawSample } from '../../../shared/model/care-plan-sample.ts'
import { AppError } from '../../../shared/result.ts'
import type { CommandContext, HandlersOf, QueryContext } from '../handler.ts'
import { forgetUndoableOf } from '../trail/history.ts'
import { refuseConflict } from '../trail/recorder.ts'
import { readAuditRow, readPlanRows, refuseClosed } from './plan-rows.ts'
import { listAudits, readAudit, readPlanView } from './queries.ts'

type AuditMethods =
  | 'audits.criteria'
  | 'audits.list'
  | 'audits.get'
  | 'audits.plan'
  | 'audits.create'
  | 'audits.setFortyMinutes'
  | 'audits.removePlan'
  | 'audits.close'

/** What the queries of this feature need of a context. */
const groundOf = ({ db, planTexts, shelf }: QueryContext | CommandContext) => ({
  db,
  planTexts,
  criteria: shelf.carePlanCriteria(),
})

const erasing = (work: () => Promise<void>) => async () => {
  try {
    await work()
  } catch {
    throw new AppError(
      'unavailable',
      'This was saved, but the plan’s text could not be erased: another program may hold its file. It is erased when the workspace is opened next; “Check everything” says whether any is left.',
    )
  }
}

/** Every row of decisions and answers of some plans. */
async function rowsOfPlans({ db }: CommandContext, planIds: readonly string[]) {
  if (planIds.length === 0) return { decisions: [], answers: [], readBacks: [] }
  const [decisions, answers, readBacks] = await Promise.all([
    db.selectFrom('audit_decision').select('id').where('plan_id', 'in', planIds).execute(),
    db.selectFrom('audit_answer').select('id').where('plan_id', 'in', planIds).execute(),
    db.selectFrom('audit_read_back').select('id').where('plan_id', 'in', planIds).execute(),
  ])
  return { decisions, answers, readBacks }
}

export const auditHandlers: HandlersOf<AuditMethods> = {
  'audits.criteria': async (_input, { shelf }) => shelf.carePlanCriteria(),
  'audits.list': (_input, { db, shelf }) => listAudits(db, shelf.carePlanCriteria()),
  'audits.get': ({ id }, context) => readAudit(groundOf(context), id),
  'audits.plan': ({ planId, reading }, context) => readPlanView(groundOf(context), planId, reading),
  async 'audits.create'({ wardId, from, to, sample, criteria, fortyMinutes }, context) {
    const { record, shelf } = context
    const ward = await record.get('ward', wardId)
    const random = sample.method === 'random' ? sample : null
    if (random && drawSample(random.caseload, random.size, random.seed).length < random.size)
      throw new AppError('invalid-input', `The list has fewer than ${random.size} pseudonyms. Ask for fewer plans.`)
    const id = context.newId()
    await record.insert('audit', {
      id,
      ward_id: wardId,
      from_date: from,
      to_date: to,
      state: 'open',
      criteria_set: criteria ?? criteriaSetOf(to),
      criteria_version: shelf.carePlanCriteria().version,
      lexicon: '',
      forty_minutes: fortyMinutes ? 1 : 0,
      method: sample.method,
      seed: random?.seed ?? null,
      size: random?.size ?? null,
      caseload: random ? JSON.stringify(random.caseload) : null,
      opened_at: context.now(),
      closed_at: null,
      evidence_id: null,
    })
    context.say(`Care-plan audit begun: ${ward.name}, ${formatPeriod(from, to)}`)
    // Its texts would outlive it: closing it is the way to be rid of it.
    context.setHistory(null)
    return readAudit(groundOf(context), id)
  },
  async 'audits.setFortyMinutes'({ id, fortyMinutes }, context) {
    refuseClosed(await context.record.get('audit', id))
    await context.record.update('audit', id, { forty_minutes: fortyMinutes ? 1 : 0 })
    context.say(fortyMinutes ? 'Forty minutes turned on' : 'Forty minutes turned off')
    return readAudit(groundOf(context), id)
  },
  async 'audits.removePlan'({ id, expectedVersion }, context) {
    const { plan, audit } = await readPlanRows(context.db, id)
    refuseClosed(audit)
    refuseConflict(plan, expectedVersion, { current: plan.pseudonym, yours: null })
    const { decisions, answers, readBacks } = await rowsOfPlans(context, [id])
    for (const row of decisions) await context.record.remove('audit_decision', row.id)
    for (const row of answers) await context.record.remove('audit_answer', row.id)
    for (const row of readBacks) await context.record.remove('audit_read_back', row.id)
    await context.record.remove('audit_plan', id)
    await forgetUndoableOf(context.db, [id, ...[...decisions, ...answers, ...readBacks].map((row) => row.id)])
    context.say(`Plan ${plan.pseudonym} taken out of the audit, its text erased`)
    context.setHistory(null)
    context.afterCommit(erasing(() => context.planTexts.remove(audit.id, id)))
    return readAudit(groundOf(context), audit.id)
  },
  async 'audits.close'({ id, expectedVersion }, context) {
    const audit = await readAuditRow(context.db, id)
    refuseClosed(audit)
    refuseConflict(audit, expectedVersion, { current: audit.state, yours: 'closed' })
    const { name } = await context.record.get('ward', audit.ward_id)
    const plans = await context.db.selectFrom('audit_plan').select('id').where('audit_id', '=', id).execute()
    const ids = plans.map((plan) => plan.id)
    const { decisions, answers, readBacks } = await rowsOfPlans(context, ids)
    await context.record.update('audit', id, { state: 'closed', closed_at: context.now() })
    await forgetUndoableOf(context.db, [id, ...ids, ...[...decisions, ...answers, ...readBacks].map((row) => row.id)])
    context.say(
      `Care-plan audit closed: ${name}, ${formatPeriod(audit.from_date, audit.to_date)}; ${ids.length} ${ids.length === 1 ? 'text' : 'texts'} erased`,
    )
    context.setHistory(null)
    context.afterCommit(erasing(() => context.planTexts.erase(id)))
    return { ...(await readAudit(groundOf(context), id)), texts: 0 }
  },
}
