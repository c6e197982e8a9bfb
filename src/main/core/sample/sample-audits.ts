import { criteriaOf, criteriaSetOf, type CarePlanCriterion } from '../../../shared/model/care-plan-criteria.ts'
import { drawSample } from '../../../shared/model/care-plan-sample.ts'
import { daysAfter, monthsBefore, type IsoDate } from '../../../shared/model/dates.ts'
import { needsOwnDecision } from '../../../shared/model/care-plan-statements.ts'
import { addPlans, countSentences, keptPlans } from '../care-plan-audit/load.ts'
import { wordForName } from '../care-plan-audit/mask-names.ts'
import { decidable, fromPlanText } from '../care-plan-audit/plan-rows.ts'
import { readTogether } from '../care-plan-audit/read-together.ts'
import type { CommandContext } from '../handler.ts'
import { readSampleAudits, type SampleClosedAudits } from './sample-data.ts'

const readBackAnswers = ['mine', 'mine', 'not-quite', 'not-mine', 'never-saw-it'] as const
const auditor = 'Ward managers'

const monthOf = (today: IsoDate, monthsAgo: number) => {
  const first = `${monthsBefore(today, monthsAgo).slice(0, 7)}-01`
  return { from: first, to: daysAfter(monthsBefore(first, -1), -1) }
}

/** Fills the sample with closed audits of several months and one that is open, with invented plans. */
export async function fillSampleAudits(
  context: CommandContext,
  wardOf: (word: string) => { id: string } | undefined,
  today: IsoDate,
): Promise<void> {
  const { open, closed, sentences } = readSampleAudits()
  const ids = await insertSentences(context, sentences, today)
  for (const team of closed) {
    const wardId = wardOf(team.ward)?.id
    if (wardId === undefined) throw new Error(`the sample audits a ward that is not there: ${team.ward}`)
    for (const [position, yes] of team.yes.entries())
      await insertClosed(context, wardId, team, yes, position + 1, ids, today)
  }
  await insertOpen(
    context,
    wardOf(open.ward)?.id ?? '',
    open,
    sentences.map(({ words }, position) => ({ id: ids[position] ?? '', text: words })),
    today,
  )
}

async function insertSentences(
  { record, newId }: CommandContext,
  sentences: readonly { words: string; source: string }[],
  today: IsoDate,
) {
  const ids: string[] = []
  for (const { words, source } of sentences) {
    const id = newId()
    ids.push(id)
    const kept_at = `${monthsBefore(today, 6)}T10:00:00.000Z`
    await record.insert('audit_sentence', { id, words, source, action_id: null, kept_at })
  }
  return ids
}

const auditRow = (id: string, wardId: string, { from, to }: { from: string; to: string }, context: CommandContext) => {
  const { version } = context.shelf.carePlanCriteria()
  return {
    id,
    ward_id: wardId,
    from_date: from,
    to_date: to,
    state: 'open' as const,
    criteria_set: criteriaSetOf(to),
    criteria_version: version,
    lexicon: '',
    forty_minutes: 1,
    method: 'chosen' as const,
    seed: null,
    size: null,
    caseload: null,
    opened_at: `${to}T08:00:00.000Z`,
    closed_at: null,
    evidence_id: null,
  }
}

/** The answer to a criterion of the plan with this number: own voice as the sample says, the others about as often. */
const answerOf = (criterion: CarePlanCriterion, isOwn: boolean, number: number) => {
  if (criterion.id === 'own-voice') return isOwn ? 'yes' : number % 2 === 0 ? 'partly' : 'no'
  return (['yes', 'partly', 'no', 'yes'] as const)[(number + criterion.short.length) % 4] ?? 'yes'
}

async function insertClosed(
  context: CommandContext,
  wardId: string,
  team: SampleClosedAudits,
  yes: number,
  monthsAgo: number,
  sentences: readonly string[],
  today: IsoDate,
) {
  const { record, newId, shelf } = context
  const period = monthOf(today, monthsAgo)
  // All criteria in the newest quarter alone: the sample is made while somebody waits.
  const criteria_set = monthsAgo <= 3 ? criteriaSetOf(period.to) : ('core' as const)
  const row = { ...auditRow(newId(), wardId, period, context), criteria_set }
  await record.insert('audit', row)
  const asked = criteriaOf(shelf.carePlanCriteria(), row.criteria_set)
  for (let number = 0; number < team.plans; number += 1) {
    const planId = newId()
    const own = number < yes ? 1 + ((number + monthsAgo) % 3) : 0
    const voices = [...Array.from({ length: own }, () => 'first-person' as const), 'templated' as const]
    await record.insert('audit_plan', {
      id: planId,
      audit_id: row.id,
      pseudonym: `${team.prefix}-${String(1 + ((number + 3 * monthsAgo) % 17)).padStart(2, '0')}`,
      position: number,
      format: 'docx',
      statements: voices.length,
      to_decide: voices.length,
      block: 0,
    })
    const made = (minute: number) => ({
      decided_at: `${period.to}T09:${String(3 * number + minute).padStart(2, '0')}:00.000Z`,
      decided_by: auditor,
    })
    for (const [statement, voice] of voices.entries())
      await record.insert('audit_decision', {
        id: newId(),
        plan_id: planId,
        reading: 'first',
        statement,
        suggested: voice,
        unsure: 0,
        own_decision: 1,
        voice,
        other_way: null,
        needs: '[]',
        in_block: 0,
        ...made(0),
      })
    for (const criterion of asked) {
      const answer = answerOf(criterion, number < yes, number)
      const answered = { reading: 'first' as const, criterion: criterion.id, answer, reason: '', ...made(2) }
      await record.insert('audit_answer', { id: newId(), plan_id: planId, ...answered })
    }
    if (monthsAgo <= 2)
      await record.insert('audit_read_back', {
        id: newId(),
        plan_id: planId,
        answer: readBackAnswers[number % readBackAnswers.length] ?? 'mine',
        asked_by: 'Peer worker',
        asked_on: period.to,
      })
  }
  for (const [position, sentenceId] of sentences.entries()) {
    const plans = Math.max(0, Math.min(team.plans, monthsAgo - position))
    await record.insert('audit_sentence_count', { id: newId(), sentence_id: sentenceId, audit_id: row.id, plans })
  }
  const closed_at = `${period.to}T12:00:00.000Z`
  await record.update('audit', row.id, { state: 'closed', closed_at, lexicon: '2026.1' })
}

async function insertOpen(
  context: CommandContext,
  wardId: string,
  open: ReturnType<typeof readSampleAudits>['open'],
  sentences: readonly { id: string; text: string }[],
  today: IsoDate,
) {
  const { record, newId, planTexts, shelf } = context
  const caseload = Array.from({ length: open.caseload }, (_, n) => `RW-${String(n + 1).padStart(2, '0')}`)
  const drawn = drawSample(caseload, open.size, open.seed)
  const row = {
    ...auditRow(newId(), wardId, monthOf(today, 0), context),
    method: 'random' as const,
    seed: open.seed,
    size: open.size,
    caseload: JSON.stringify(caseload),
    opened_at: context.now(),
  }
  const loading = open.plans.map(({ name, text }, number) => ({
    id: newId(),
    pseudonym: drawn[number] ?? '',
    name,
    word: wordForName(number),
    text: text.join('\n'),
    format: 'docx',
    sentences: [],
  }))
  const read = readTogether({ loaded: loading, kept: [], sentences: [...sentences] })
  await record.insert('audit', { ...row, lexicon: read.reading.lexicon })
  const fresh = keptPlans(loading, read, new Map())
  await planTexts.keep(row.id, fresh.map(fromPlanText))
  await addPlans(context, row.id, 0, loading, fresh)
  await countSentences(context, row.id, read.found)
  // The first plan is read, the second begun: there is something to go on with.
  for (const [number, plan] of fresh.slice(0, 2).entries()) {
    const all = decidable(plan.reading.statements)
    const decided = number === 0 ? all : all.filter(({ own }) => own).slice(0, 2)
    for (const [place, { index, suggested, unsure, statement }] of decided.entries())
      await record.insert('audit_decision', {
        id: newId(),
        plan_id: plan.id,
        reading: 'first',
        statement: index,
        suggested,
        unsure: unsure ? 1 : 0,
        own_decision: needsOwnDecision(suggested, unsure) ? 1 : 0,
        voice: suggested,
        other_way: null,
        needs: JSON.stringify(statement.needs.toSorted()),
        in_block: needsOwnDecision(suggested, unsure) ? 0 : 1,
        decided_at: new Date(Date.parse(context.now()) + 9_000 * (place + 40 * number)).toISOString(),
        decided_by: auditor,
      })
    if (number > 0) continue
    for (const criterion of criteriaOf(shelf.carePlanCriteria(), row.criteria_set)) {
      const answer = answerOf(criterion, true, number)
      const made = { reason: '', decided_at: context.now(), decided_by: auditor }
      const answered = { reading: 'first' as const, criterion: criterion.id, answer, ...made }
      await record.insert('audit_answer', { id: newId(), plan_id: plan.id, ...answered })
    }
  }
}
