import { maskWords } from '../../../shared/model/identifiers/mask.ts'
import { kindWords } from '../../../shared/model/identifiers/kind-words.ts'
import { AppError } from '../../../shared/result.ts'
import type { CommandContext, HandlersOf } from '../handler.ts'
import { gatherReport } from '../report/queries.ts'
import { redactTrail } from '../trail/redact.ts'
import { columnsFor } from './guarded-columns.ts'
import { checkReport, findInReport, type OpenedFind } from './queries.ts'

/** The report whose words are looked at: every audience's, so that nothing is found only once it is shared. */
const reportOf = (choices: { assessmentId?: string | undefined; asAt?: string | undefined }, today: string) =>
  ({ assessmentId: choices.assessmentId, asAt: choices.asAt ?? today, audience: 'visit' }) as const

async function readFind(context: CommandContext, named: { id: string; assessmentId?: string | undefined }) {
  const data = await gatherReport(context.db, reportOf(named, context.today()))
  const opened = (await findInReport(context, data)).find(({ find }) => find.id === named.id)
  if (!opened)
    throw new AppError(
      'not-found',
      `There is no find ${named.id}: its words have changed, or are gone. Nothing was changed.`,
    )
  return opened
}

/** How many sign-offs still say these words: what was signed is never changed. */
async function countSignOffs({ db }: CommandContext, { value }: OpenedFind): Promise<number> {
  const asWritten = JSON.stringify(value).slice(1, -1)
  const rows = await db
    .selectFrom('snapshot_content')
    .select('snapshot_id')
    .where((where) => where(where.fn('instr', ['content', where.val(asWritten)]), '>', 0))
    .execute()
  return rows.length
}

export const guardHandlers: HandlersOf<'guard.check' | 'guard.mask' | 'guard.keep'> = {
  async 'guard.check'(choices, context) {
    return checkReport(context, await gatherReport(context.db, reportOf(choices, context.today())))
  },
  async 'guard.mask'(named, context) {
    const { db, record, say, setHistory, afterCommit, emptyLog } = context
    const opened = await readFind(context, named)
    const { find, value } = opened
    if (!find.canMask || find.place.entity === 'snapshot' || find.place.entity === 'erratum')
      throw new AppError('refused', 'What was signed off is never changed. Keep the find, and say what it is.')
    const blot = { columns: columnsFor(find.kind), text: (text: string) => maskWords(text, value, find.kind) }
    await record.blotOut(find.place.entity, find.place.id, blot)
    record.noteRedactions(await redactTrail(db, value, blot))
    say(`Masked: ${kindWords[find.kind]} in ${find.where}`)
    // An undo would need the words, and they are gone from everywhere.
    setHistory(null)
    afterCommit(emptyLog)
    return { inSignOffs: await countSignOffs(context, opened) }
  },
  async 'guard.keep'({ reason, ...named }, context) {
    const { db, record, say, now, actor } = context
    const { find, value } = await readFind(context, named)
    const there = await db.selectFrom('kept_find').select('id').where('id', '=', find.id).executeTakeFirst()
    if (there) throw new AppError('refused', `The find ${find.id} is kept already. Nothing was changed.`)
    await record.insert('kept_find', {
      id: find.id,
      entity: find.place.entity,
      entity_id: find.place.id,
      field: find.place.field,
      kind: find.kind,
      // The reason goes to the trail, where the words themselves must not stand, nor a part of a name.
      reason: [value, ...(find.kind === 'NAME' ? (value.match(/\p{L}{3,}/gu) ?? []) : [])].reduce(
        (text, words) => maskWords(text, words, find.kind),
        reason,
      ),
      kept_at: now(),
      kept_by: actor.name,
    })
    say(`Kept: ${kindWords[find.kind]} in ${find.where}`)
    return {}
  },
}
