import type { Prompt } from '../../../shared/model/checklist.ts'
import { packOf } from '../checklists/queries.ts'
import type { CommandContext } from '../handler.ts'

type NewScope = { kind: 'provider' | 'core-service'; coreServiceId: string | null; name: string }

/** Adds a scope to an assessment, with a finding for each prompt that is asked of it: not assessed, nobody asked. */
export async function insertScope(context: CommandContext, assessmentId: string, scope: NewScope): Promise<string> {
  const { record, db, newId } = context
  const assessment = await record.get('assessment', assessmentId)
  const { position } = await db
    .selectFrom('scope')
    .select(({ fn }) => fn.countAll<number>().as('position'))
    .where('assessment_id', '=', assessmentId)
    .executeTakeFirstOrThrow()
  const scopeId = newId()
  await record.insert('scope', {
    id: scopeId,
    assessment_id: assessmentId,
    kind: scope.kind,
    core_service_id: scope.coreServiceId,
    name: scope.name,
    position,
    left_out: 0,
  })
  const { prompts } = await packOf(db, {
    checklistId: assessment.checklist_id,
    checklistVersion: assessment.checklist_version,
  })
  for (const prompt of prompts)
    if (prompt.level === scope.kind)
      await record.insert('finding', emptyFinding(newId(), assessmentId, scopeId, prompt))
  return scopeId
}

const emptyFinding = (id: string, assessmentId: string, scopeId: string, prompt: Prompt) => ({
  id,
  assessment_id: assessmentId,
  scope_id: scopeId,
  prompt_id: prompt.id,
  judgement: 'not-assessed' as const,
  reason: '',
  narrative: '',
  owner: '',
  due: null,
  judged_at: null,
  judged_by: '',
  people_yes: 0,
  people_in_part: 0,
  people_no: 0,
  people_who: '',
  people_how: '',
  people_from: null,
  people_to: null,
  people_words: '',
  carried_judgement: null,
  carried_narrative: '',
  carried_at: null,
  reconfirmed_at: null,
})

/** Begins an assessment of the provider and of these core services. */
export async function insertAssessment(
  context: CommandContext,
  assessment: { title: string; from: string; to: string; expectedVisit: string | null; checklistId: string },
  coreServices: readonly { id: string; shortName: string }[],
): Promise<string> {
  const pack = context.shelf.get(assessment.checklistId)
  await context.db
    .insertInto('checklist')
    .values({ id: pack.id, version: pack.version, content: JSON.stringify(pack), loaded_at: context.now() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const id = context.newId()
  await context.record.insert('assessment', {
    id,
    title: assessment.title,
    from_date: assessment.from,
    to_date: assessment.to,
    status: 'draft',
    signed_off_at: null,
    expected_visit: assessment.expectedVisit,
    executive_lead: '',
    board_asks: '',
    checklist_id: pack.id,
    checklist_version: pack.version,
  })
  await insertScope(context, id, { kind: 'provider', coreServiceId: null, name: 'Provider' })
  for (const service of coreServices)
    await insertScope(context, id, { kind: 'core-service', coreServiceId: service.id, name: service.shortName })
  return id
}
