import type { Scope } from '../../../shared/model/assessment.ts'
import { AppError } from '../../../shared/result.ts'
import type { CommandContext, HandlersOf } from '../handler.ts'
import { notFound, refuseConflict } from '../trail/recorder.ts'
import { readOverview, readStatus } from './overview.ts'
import { currentAssessment, listAssessments, listScopes } from './queries.ts'
import { insertScope } from './scopes.ts'
import { currentPack } from '../checklists/queries.ts'

type AssessmentMethods =
  | 'checklists.current'
  | 'assessments.list'
  | 'assessments.current'
  | 'assessments.update'
  | 'scopes.add'
  | 'scopes.rename'
  | 'scopes.leaveOut'
  | 'scopes.bringBack'
  | 'overview.get'
  | 'status.get'

async function readScope(context: CommandContext, id: string): Promise<Scope> {
  const { assessment_id } = await context.record.get('scope', id)
  const scope = (await listScopes(context.db, assessment_id)).find((candidate) => candidate.id === id)
  if (!scope) throw notFound('scope')
  return scope
}

async function expectScope(context: CommandContext, id: string, expectedVersion: number, yours: unknown) {
  const current = await readScope(context, id)
  refuseConflict(current, expectedVersion, { current, yours })
  return current
}

async function setLeftOut(context: CommandContext, id: string, expectedVersion: number, leftOut: boolean) {
  const scope = await expectScope(context, id, expectedVersion, { leftOut })
  if (scope.kind === 'provider') throw new AppError('refused', 'The provider is always looked at.')
  await context.record.update('scope', id, { left_out: leftOut ? 1 : 0 })
  context.say(leftOut ? `Left out: ${scope.name}. Its findings are kept` : `Brought back: ${scope.name}`)
  return readScope(context, id)
}

export const assessmentHandlers: HandlersOf<AssessmentMethods> = {
  'checklists.current': (_input, { db }) => currentPack(db),
  'assessments.list': (_input, { db }) => listAssessments(db),
  async 'assessments.current'(_input, { db }) {
    const assessment = await currentAssessment(db)
    return { assessment, scopes: await listScopes(db, assessment.id) }
  },
  async 'assessments.update'({ id, expectedVersion, changes }, context) {
    const current = (await listAssessments(context.db)).find((assessment) => assessment.id === id)
    if (!current) throw notFound('assessment')
    refuseConflict(current, expectedVersion, { current, yours: changes })
    const { from, to, title, expectedVisit, executiveLead, boardAsks } = { ...current, ...changes }
    if (from > to) throw new AppError('invalid-input', 'The period ends before it begins.')
    await context.record.update('assessment', id, {
      title,
      from_date: from,
      to_date: to,
      expected_visit: expectedVisit,
      executive_lead: executiveLead,
      board_asks: boardAsks,
    })
    context.say(`Assessment changed: ${title}`)
    const changed = (await listAssessments(context.db)).find((assessment) => assessment.id === id)
    if (!changed) throw notFound('assessment')
    return changed
  },
  async 'scopes.add'({ coreServiceId }, context) {
    const service = await context.record.get('core_service', coreServiceId)
    const assessment = await currentAssessment(context.db)
    const scopes = await listScopes(context.db, assessment.id)
    if (scopes.some((scope) => scope.coreServiceId === coreServiceId))
      throw new AppError('refused', `${service.short_name} is already looked at. If it was left out, bring it back.`)
    const id = await insertScope(context, assessment.id, {
      kind: 'core-service',
      coreServiceId,
      name: service.short_name,
    })
    context.say(`Added to the assessment: ${service.short_name}`)
    return readScope(context, id)
  },
  async 'scopes.rename'({ id, expectedVersion, name }, context) {
    await expectScope(context, id, expectedVersion, { name })
    await context.record.update('scope', id, { name })
    context.say(`Scope renamed: ${name}`)
    return readScope(context, id)
  },
  'scopes.leaveOut': ({ id, expectedVersion }, context) => setLeftOut(context, id, expectedVersion, true),
  'scopes.bringBack': ({ id, expectedVersion }, context) => setLeftOut(context, id, expectedVersion, false),
  'overview.get': ({ asAt }, { db, today }) => readOverview(db, asAt ?? today(), today()),
  'status.get': ({ asAt }, { db, today }) => readStatus(db, asAt ?? today()),
}
