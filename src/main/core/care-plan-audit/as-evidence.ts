import { formatPeriod, formatRange } from '../../../shared/drawing/date-words.ts'
import { criteriaOf, type CarePlanCriteria } from '../../../shared/model/care-plan-criteria.ts'
import { criteriaResults, distinct, teamResults } from '../../../shared/model/care-plan-results.ts'
import { AppError } from '../../../shared/result.ts'
import { currentAssessment, listScopes } from '../assessments/queries.ts'
import type { Database } from '../database/schema.ts'
import type { CommandContext, HandlersOf } from '../handler.ts'
import { readAuditRow, type AuditRow } from './plan-rows.ts'
import { ownVoice, readPlanResults } from './results.ts'

/** The prompt that a care-plan audit is evidence for: care plans in the person's own voice. */
const promptId = 'C1'

/** The finding on care plans of a core service in the assessment that is worked on; null when there is none to link to. */
async function findFinding(db: Database, coreServiceId: string): Promise<string | null> {
  const assessment = await currentAssessment(db)
  if (assessment.status !== 'draft') return null
  const scope = (await listScopes(db, assessment.id)).find(
    (each) => each.coreServiceId === coreServiceId && !each.leftOut,
  )
  if (!scope) return null
  const finding = await db
    .selectFrom('finding')
    .select('id')
    .where('scope_id', '=', scope.id)
    .where('prompt_id', '=', promptId)
    .executeTakeFirst()
  return finding?.id ?? null
}

function describeSample(audit: AuditRow, read: number): string {
  if (audit.method === 'all') return `all ${read} plans of the ward`
  if (audit.method === 'chosen' || audit.caseload === null) return `${read} plans, chosen by the ward and not at random`
  const caseload = new Set(JSON.parse(audit.caseload) as string[]).size
  return `${read} plans, of ${audit.size} drawn at random from a list of ${caseload} (seed ${audit.seed})`
}

const percent = (share: number | null) => (share === null ? '' : String(Math.round(share * 100)))

/** The words of an audit as evidence: sample, period, method, versions and numbers. */
async function draft(db: Database, criteria: CarePlanCriteria, id: string) {
  const audit = await readAuditRow(db, id)
  const ward = await db.selectFrom('ward').selectAll().where('id', '=', audit.ward_id).executeTakeFirstOrThrow()
  const plans = await readPlanResults(db, { auditId: id })
  if (plans.length === 0)
    throw new AppError(
      'refused',
      'No plan of this audit was read yet, so there is nothing to log. Nothing was changed.',
    )
  const month = audit.to_date.slice(0, 7)
  const asked = criteriaOf(criteria, audit.criteria_set)
  const { firstPerson } = teamResults(plans, { criterion: ownVoice, months: [month] })
  const [voice, ...others] = criteriaResults(plans, asked).map(
    ({ short, share: { k, n, low, high }, id: criterion }) => ({
      criterion,
      words: `${short}: yes in ${k} of ${n}${low === null ? '' : ` (95% interval ${percent(low)} to ${percent(high)}%)`}`,
    }),
  )
  const counted = firstPerson.reduce((sum, count) => sum + count, 0)
  const shows = [
    `${voice?.words ?? ''}.`,
    `First-person statements of the person’s own in each plan: none in ${firstPerson[0] ?? 0} of ${counted}, five or more in ${firstPerson[5] ?? 0}.`,
    `${others.map(({ words }) => words).join('; ')}.`,
    `Sample: ${describeSample(audit, distinct(plans))}. Period: ${formatRange(audit.from_date, audit.to_date)}.`,
    `Method: read by people, statement by statement, against criteria ${audit.criteria_version} (${asked.length} of ${criteria.criteria.length}); suggestions by words ${audit.lexicon} were confirmed or corrected. Counted as the auditor confirmed it.`,
  ].join('\n')
  return {
    audit,
    ward,
    title: `Care-plan audit, ${ward.name}, ${formatPeriod(audit.from_date, audit.to_date)}`,
    shows,
    findingId: await findFinding(db, ward.core_service_id),
  }
}

/** An audit is logged once: again only when the item it was logged as is in the bin. */
async function refuseLoggedTwice({ db }: CommandContext, audit: AuditRow) {
  if (audit.evidence_id === null) return
  const item = await db.selectFrom('evidence').select('in_bin').where('id', '=', audit.evidence_id).executeTakeFirst()
  if (item?.in_bin === 0)
    throw new AppError('refused', 'This audit is logged as evidence already. Change that item instead.')
}

export const asEvidenceHandlers: HandlersOf<'audits.evidenceDraft' | 'audits.logEvidence'> = {
  async 'audits.evidenceDraft'({ id }, { db, shelf }) {
    const { audit, title, shows, findingId } = await draft(db, shelf.carePlanCriteria(), id)
    return { title, shows, findingId, describesFrom: audit.from_date, describesTo: audit.to_date }
  },
  async 'audits.logEvidence'({ id, title, shows }, context) {
    const { db, record, newId, now, actor, shelf } = context
    const drafted = await draft(db, shelf.carePlanCriteria(), id)
    const { audit, ward, findingId } = drafted
    await refuseLoggedTwice(context, audit)
    if (findingId === null)
      throw new AppError(
        'refused',
        'The assessment that is worked on does not ask about care plans in this core service, or is signed off. Nothing was logged.',
      )
    const evidenceId = newId()
    await record.insert('evidence', {
      id: evidenceId,
      title: title ?? drafted.title,
      shows: shows ?? drafted.shows,
      source_kind: 'processes',
      describes_from: audit.from_date,
      describes_to: audit.to_date,
      where_kept: 'Care-plan audit',
      link: '',
      last_opened: null,
      core_service_id: ward.core_service_id,
      ward_id: ward.id,
      said_by: null,
      chime: '[]',
      note: '',
      act_kind: null,
      act_reference: '',
      act_at: '',
      logged_at: now(),
      logged_by: actor.name,
      in_bin: 0,
    })
    await record.insert('link', {
      id: newId(),
      evidence_id: evidenceId,
      finding_id: findingId,
      relation: 'supports',
      weighing: '',
      key_questions: null,
      regulations: null,
    })
    await record.update('audit', id, { evidence_id: evidenceId })
    context.say(`Evidence logged: ${title ?? drafted.title}`)
    return { evidenceId }
  },
}
