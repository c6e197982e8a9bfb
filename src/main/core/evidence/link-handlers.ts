import { AppError } from '../../../shared/result.ts'
import { currentPack } from '../checklists/queries.ts'
import { promptOf } from '../checklists/shelf.ts'
import type { CommandContext, HandlersOf } from '../handler.ts'
import { refuseConflict } from '../trail/recorder.ts'
import { insertLink } from './log.ts'
import { toLink } from './rows.ts'

async function readLink(context: CommandContext, id: string) {
  const row = await context.record.get('link', id)
  const finding = await context.record.get('finding', row.finding_id)
  const pack = await currentPack(context.db)
  return toLink(row, promptOf(pack, finding.prompt_id))
}

async function titleOf(context: CommandContext, evidenceId: string) {
  return (await context.record.get('evidence', evidenceId)).title
}

const listOrPrompts = (chosen: readonly string[] | null) => (chosen === null ? null : JSON.stringify(chosen))

export const linkHandlers: HandlersOf<'links.add' | 'links.update' | 'links.remove'> = {
  async 'links.add'({ evidenceId, findingIds, relation, weighing }, context) {
    const { title, in_bin: inBin } = await context.record.get('evidence', evidenceId)
    if (inBin === 1) throw new AppError('refused', 'This item is in the bin. Put it back first, then link it.')
    const links = []
    for (const findingId of new Set(findingIds)) {
      const id = await insertLink(context, { evidenceId, findingId, relation, weighing })
      links.push(await readLink(context, id))
    }
    context.say(`Linked to ${links.length === 1 ? 'a finding' : `${links.length} findings`}: ${title}`)
    return links
  },
  async 'links.update'({ id, expectedVersion, changes }, context) {
    const current = await readLink(context, id)
    refuseConflict(current, expectedVersion, { current, yours: changes })
    await context.record.update('link', id, {
      relation: changes.relation ?? current.relation,
      weighing: changes.weighing ?? current.weighing,
      ...(changes.keyQuestions === undefined ? {} : { key_questions: listOrPrompts(changes.keyQuestions) }),
      ...(changes.regulations === undefined ? {} : { regulations: listOrPrompts(changes.regulations) }),
    })
    context.say(`Link changed: ${await titleOf(context, current.evidenceId)}`)
    return readLink(context, id)
  },
  async 'links.remove'({ id, expectedVersion }, context) {
    const current = await readLink(context, id)
    refuseConflict(current, expectedVersion, { current, yours: null })
    await context.record.remove('link', id)
    context.say(`Link removed: ${await titleOf(context, current.evidenceId)}`)
    return {}
  },
}
