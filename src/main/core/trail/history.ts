import type { HistoryState } from '../../../shared/model/trail.ts'
import { AppError } from '../../../shared/result.ts'
import type { Database, DatabaseTransaction } from '../database/schema.ts'
import {
  onTable,
  type Change,
  type RecordedRow,
  type RecordedTable,
  type Recorder,
  type RowChange,
} from './recorder.ts'
import { readPayload, wordsOfPayload } from './trail.ts'

type UndoState = 'done' | 'undone'

/** Remembers a command as the next to undo; what had been undone before can then no longer be redone. */
export async function noteUndoable(tx: DatabaseTransaction, seq: number): Promise<void> {
  await tx.deleteFrom('undo_entry').where('state', '=', 'undone').execute()
  const last = await nextEntry(tx, 'done')
  await tx
    .insertInto('undo_entry')
    .values({ position: (last?.position ?? 0) + 1, seq, state: 'done' })
    .execute()
}

/** Forgets what could be undone: after a sign-off, nothing before it can be. */
export async function forgetUndoable(tx: DatabaseTransaction): Promise<void> {
  await tx.deleteFrom('undo_entry').execute()
}

/** Forgets what could be undone of these rows: they are closed or gone, and what it said can no longer be put back. */
export async function forgetUndoableOf(tx: DatabaseTransaction, ids: readonly string[]): Promise<void> {
  for (let start = 0; start < ids.length; start += 500)
    await tx
      .deleteFrom('undo_entry')
      .where('seq', 'in', (subjects) =>
        subjects
          .selectFrom('trail_subject')
          .select('seq')
          .where('id', 'in', ids.slice(start, start + 500)),
      )
      .execute()
}

const nextEntry = (database: Database, state: UndoState) =>
  database
    .selectFrom('undo_entry')
    .select(['position', 'seq'])
    .where('state', '=', state)
    .orderBy('position', state === 'done' ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst()

/** What undo and redo would do next, in words. */
export async function readHistoryState(database: Database): Promise<HistoryState> {
  const describe = async (state: UndoState) => {
    const entry = await nextEntry(database, state)
    if (!entry) return null
    const payload = await database
      .selectFrom('trail_payload')
      .select(wordsOfPayload.as('words'))
      .where('seq', '=', entry.seq)
      .executeTakeFirst()
    return payload?.words == null ? null : { seq: entry.seq, words: withoutDirection(payload.words) }
  }
  return { undo: await describe('done'), redo: await describe('undone') }
}

/** How the words of a trail row begin when history wrote it. */
export const directionWords = { undo: 'Undone: ', redo: 'Done again: ' } as const

const withoutDirection = (words: string) =>
  Object.values(directionWords).reduce(
    (rest, prefix) => (rest.startsWith(prefix) ? rest.slice(prefix.length) : rest),
    words,
  )

/**
 * Turns round the changes of the next entry to undo or redo, through the command's own recorder, so that it has a trail row like
 * any other command. Answers what was turned round, in words, and how to mark it once that row is written.
 *
 * `expectedSeq` guards a double press: only the entry that the person saw is turned round.
 */
export async function turnRound(
  tx: DatabaseTransaction,
  record: Recorder,
  direction: 'undo' | 'redo',
  expectedSeq?: number,
): Promise<{ words: string; mark: (seq: number) => Promise<void> }> {
  const entry = await nextEntry(tx, direction === 'undo' ? 'done' : 'undone')
  if (!entry)
    throw new AppError('refused', direction === 'undo' ? 'There is nothing to undo.' : 'There is nothing to redo.')
  if (expectedSeq !== undefined && entry.seq !== expectedSeq)
    throw new AppError('refused', 'Something else was done since. Nothing was undone.')
  const payload = await readPayload(tx, entry.seq)
  if (!payload) throw new AppError('refused', 'This can no longer be undone: its words were erased on purpose.')
  for (const change of payload.changes.toReversed()) await invert(tx, record, change)
  return {
    words: withoutDirection(payload.words),
    async mark(seq) {
      await tx
        .updateTable('undo_entry')
        .set({ seq, state: direction === 'undo' ? 'undone' : 'done' })
        .where('position', '=', entry.position)
        .execute()
    },
  }
}

async function invert(tx: DatabaseTransaction, record: Recorder, change: Change) {
  if ('bulk' in change) {
    if (change.entity === 'link') throw new AppError('refused', 'A new cycle stays once it was started.')
    const inBin = change.inBin === 1 ? 0 : 1
    for (let start = 0; start < change.bulk.length; start += 500)
      await tx
        .updateTable('evidence')
        .set((row) => ({ in_bin: inBin, version: row('version', '+', 1) }))
        .where('id', 'in', change.bulk.slice(start, start + 500))
        .execute()
    record.noteBulk({ ...change, inBin })
    return
  }
  const current = await onTable(tx, change.entity).select().where('id', '=', change.id).executeTakeFirst()
  if (!sameContent(change.entity, current ?? null, change.after))
    throw new AppError('conflict', 'This was changed since, so it cannot be undone on its own. Nothing was changed.')
  await restore(record, change)
}

async function restore(record: Recorder, { entity, id, before, after }: RowChange) {
  if (before === null) return record.remove(entity, id)
  if (after !== null) {
    const { id: _id, version: _version, seq: _seq, ...columns } = before
    await record.update(entity, id, columns as never)
    return
  }
  await record.putBack(entity, before)
}

/** What the product finds out by itself: it may change without anybody's doing, and keeps nothing from being undone. */
const observed: Partial<Record<RecordedTable, string>> = { attachment: 'state' }

/** Whether two rows say the same; their version only counts how often they were changed. */
function sameContent(table: RecordedTable, one: RecordedRow | null, other: RecordedRow | null) {
  if (one === null || other === null) return one === other
  const passed = ['version', observed[table]]
  return Object.keys(other).every((column) => passed.includes(column) || one[column] === other[column])
}
