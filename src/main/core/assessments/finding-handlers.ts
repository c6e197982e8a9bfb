import type { FindingDetail } from '../../../shared/model/finding.ts'
import { findCoreService } from '../../../shared/model/core-services.ts'
import type { IsoDate } from '../../../shared/model/dates.ts'
import { AppError } from '../../../shared/result.ts'
import { listActions } from '../actions/queries.ts'
import type { CommandContext, HandlersOf, QueryContext } from '../handler.ts'
import { listLinkedEvidence, readFirstLinked } from '../evidence/queries.ts'
import { currentPack, packOf } from '../checklists/queries.ts'
import { promptOf } from '../checklists/shelf.ts'
import { notFound, refuseConflict } from '../trail/recorder.ts'
import { currentAssessment, listFindings, listScopes, toFinding } from './queries.ts'

type FindingMethods =
  | 'findings.list'
  | 'findings.get'
  | 'findings.linked'
  | 'findings.find'
  | 'findings.update'
  | 'findings.recordPeopleView'

async function readDetail({ db }: QueryContext, id: string, asAt: IsoDate): Promise<FindingDetail> {
  const row = await db.selectFrom('finding').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('finding')
  const pack = await currentPack(db)
  const [[summary], linked, actions] = await Promise.all([
    listFindings(db, pack, { assessmentId: row.assessment_id, asAt, findingId: id }),
    readFirstLinked(db, promptOf(pack, row.prompt_id), id),
    listActions(db, pack, { findingId: id }),
  ])
  return { ...toFinding(row), gaps: summary?.gaps ?? [], ...linked, actions }
}

async function expectFinding(context: CommandContext, id: string, expectedVersion: number, yours: unknown) {
  const current = toFinding(await context.record.get('finding', id))
  refuseConflict(current, expectedVersion, { current, yours })
  return current
}

/** "Care plans carry the person's own voice, Acute and PICU". */
async function nameFinding(context: CommandContext, finding: { promptId: string; scopeId: string }) {
  const pack = await currentPack(context.db)
  const scope = await context.record.get('scope', finding.scopeId)
  return `${promptOf(pack, finding.promptId).short}, ${scope.name}`
}

export const findingHandlers: HandlersOf<FindingMethods> = {
  async 'findings.list'({ scopeId, asAt }, { db, today }) {
    const assessment = await currentAssessment(db)
    const pack = await packOf(db, assessment)
    return listFindings(db, pack, { assessmentId: assessment.id, asAt: asAt ?? today(), scopeId })
  },
  'findings.get': ({ id, asAt }, context) => readDetail(context, id, asAt ?? context.today()),
  async 'findings.linked'({ id, ...page }, { db }) {
    const row = await db.selectFrom('finding').select('prompt_id').where('id', '=', id).executeTakeFirst()
    if (!row) throw notFound('finding')
    return listLinkedEvidence(db, promptOf(await currentPack(db), row.prompt_id), id, page)
  },
  async 'findings.find'({ prompt, scope }, context) {
    const assessment = await currentAssessment(context.db)
    const wanted = findCoreService(scope)?.id ?? scope
    const scopes = await listScopes(context.db, assessment.id)
    const found = scopes.find(
      ({ id, kind, coreServiceId }) =>
        id === wanted || (kind === 'provider' ? wanted === 'provider' : coreServiceId === wanted),
    )
    const row =
      found &&
      (await context.db
        .selectFrom('finding')
        .select('id')
        .where('scope_id', '=', found.id)
        .where('prompt_id', '=', prompt)
        .executeTakeFirst())
    if (!row) throw new AppError('not-found', `There is no finding of ${prompt} in “${scope}”.`)
    return readDetail(context, row.id, context.today())
  },
  async 'findings.update'({ id, expectedVersion, changes }, context) {
    const current = await expectFinding(context, id, expectedVersion, changes)
    const judgement = changes.judgement ?? current.judgement
    const reason = judgement === 'not-applicable' ? (changes.reason ?? current.reason) : ''
    if (judgement === 'not-applicable' && reason.trim() === '')
      throw new AppError('invalid-input', 'Say why this does not apply here. Nothing was changed.', { field: 'reason' })
    const carried = current.carriedFrom !== null && current.reconfirmedAt === null
    // Setting the same judgement again is how last time's is re-confirmed.
    const reconfirmed = carried && (changes.judgement !== undefined || changes.narrative !== undefined)
    const judgedNow = judgement !== current.judgement || reason !== current.reason || reconfirmed
    const row = await context.record.update('finding', id, {
      judgement,
      reason,
      narrative: changes.narrative ?? current.narrative,
      owner: changes.owner ?? current.owner,
      due: changes.due === undefined ? current.due : changes.due,
      ...(judgedNow ? { judged_at: context.now(), judged_by: context.actor.name } : {}),
      ...(reconfirmed ? { reconfirmed_at: context.now() } : {}),
    })
    context.say(`Finding changed: ${await nameFinding(context, current)}`)
    return toFinding(row)
  },
  async 'findings.recordPeopleView'({ id, expectedVersion, peopleView }, context) {
    const current = await expectFinding(context, id, expectedVersion, { peopleView })
    const row = await context.record.update('finding', id, {
      people_yes: peopleView.yes,
      people_in_part: peopleView.inPart,
      people_no: peopleView.no,
      people_who: peopleView.who,
      people_how: peopleView.how,
      people_from: peopleView.from,
      people_to: peopleView.to,
      people_words: peopleView.words,
    })
    context.say(`People’s view recorded: ${await nameFinding(context, current)}`)
    return toFinding(row)
  },
}
