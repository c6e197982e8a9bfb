import type { Action } from '../../../shared/model/action.ts'
import { AppError } from '../../../shared/result.ts'
import { currentAssessment } from '../assessments/queries.ts'
import { currentPack } from '../checklists/queries.ts'
import type { CommandContext, HandlersOf } from '../handler.ts'
import { notFound, refuseConflict } from '../trail/recorder.ts'
import { listActions } from './queries.ts'

type ActionMethods =
  | 'actions.list'
  | 'actions.add'
  | 'actions.update'
  | 'actions.close'
  | 'actions.reopen'
  | 'actions.remove'

async function readAction(context: CommandContext, id: string): Promise<Action> {
  const [action] = await listActions(context.db, await currentPack(context.db), { id })
  if (!action) throw notFound('action')
  return action
}

async function expectAction(context: CommandContext, id: string, expectedVersion: number, yours: unknown) {
  const current = await readAction(context, id)
  refuseConflict(current, expectedVersion, { current, yours })
  return current
}

/** An action on a finding of an earlier cycle would be on no screen. */
async function refuseOtherCycle({ db, record }: CommandContext, findingId: string) {
  const { assessment_id } = await record.get('finding', findingId)
  if (assessment_id !== (await currentAssessment(db)).id)
    throw new AppError('refused', 'This finding is of an earlier cycle. Add the action to the finding of this one.')
}

export const actionHandlers: HandlersOf<ActionMethods> = {
  'actions.list': async (choice, { db }) => listActions(db, await currentPack(db), choice),
  async 'actions.add'(action, context) {
    if (action.findingId !== null) await refuseOtherCycle(context, action.findingId)
    const id = context.newId()
    await context.record.insert('action', {
      id,
      title: action.title,
      detail: action.detail,
      owner: action.owner,
      due: action.due,
      finding_id: action.findingId,
      state: 'open',
      closed_at: null,
      closed_reason: '',
      evidence_id: null,
      created_at: context.now(),
    })
    context.say(`Action added: ${action.title}`)
    return readAction(context, id)
  },
  async 'actions.update'({ id, expectedVersion, changes }, context) {
    const current = await expectAction(context, id, expectedVersion, changes)
    await context.record.update('action', id, changes)
    context.say(`Action changed: ${changes.title ?? current.title}`)
    return readAction(context, id)
  },
  async 'actions.close'(closing, context) {
    const current = await expectAction(context, closing.id, closing.expectedVersion, closing)
    if (current.state !== 'open') throw new AppError('refused', 'This action is closed already.')
    const done = closing.state === 'done'
    if (done) {
      const item = await context.record.get('evidence', closing.evidenceId)
      if (item.in_bin === 1)
        throw new AppError('refused', 'That item is in the bin. Put it back first, or choose another.')
    }
    await context.record.update('action', closing.id, {
      state: closing.state,
      closed_at: context.now(),
      closed_reason: done ? '' : closing.reason,
      evidence_id: done ? closing.evidenceId : null,
    })
    context.say(`Action ${done ? 'done' : 'could not be done'}: ${current.title}`)
    return readAction(context, closing.id)
  },
  async 'actions.reopen'({ id, expectedVersion }, context) {
    const current = await expectAction(context, id, expectedVersion, { state: 'open' })
    await context.record.update('action', id, { state: 'open', closed_at: null, closed_reason: '', evidence_id: null })
    context.say(`Action opened again: ${current.title}`)
    return readAction(context, id)
  },
  async 'actions.remove'({ id, expectedVersion }, context) {
    const current = await expectAction(context, id, expectedVersion, null)
    await context.record.remove('action', id)
    context.say(`Action removed: ${current.title}`)
    return {}
  },
}
