import { sql } from 'kysely'
import type { DatabaseTransaction } from '../database/schema.ts'
import { blotRow, onTable, type Blot, type Change, type Redaction } from './recorder.ts'
import { sha256, type TrailPayload } from './trail.ts'

/**
 * Erases words from what older rows of the trail say: from the sentence of each row always, from a change only when its row no longer
 * says them, so that what another row still says can still be undone. The chain holds salted digests and stays whole; what a row says
 * from now on is told by the answer, which the erasing command puts in its own row.
 *
 * @param value the words that were erased, as they stood
 */
export async function redactTrail(tx: DatabaseTransaction, value: string, blot: Blot): Promise<Redaction[]> {
  const asWritten = JSON.stringify(value).slice(1, -1)
  const rows = await tx
    .selectFrom('trail_payload')
    .select(['seq', 'content'])
    .where(sql<boolean>`instr(content, ${asWritten}) > 0`)
    .execute()
  const redactions: Redaction[] = []
  for (const { seq, content } of rows) {
    if (content === null) continue
    const payload = JSON.parse(content) as TrailPayload
    const changes: Change[] = []
    for (const change of payload.changes) changes.push(await blotChange(tx, change, blot))
    const after = JSON.stringify({ ...payload, words: blot.text(payload.words), changes })
    if (after === content) continue
    await tx.updateTable('trail_payload').set({ salt: null, content: after }).where('seq', '=', seq).execute()
    redactions.push([seq, sha256(after)])
  }
  return redactions
}

async function blotChange(tx: DatabaseTransaction, change: Change, blot: Blot): Promise<Change> {
  if ('bulk' in change) return change
  const row = await onTable(tx, change.entity).select().where('id', '=', change.id).executeTakeFirst()
  if (row !== undefined && JSON.stringify(blotRow(row, blot)) !== JSON.stringify(row)) return change
  return {
    ...change,
    before: change.before && blotRow(change.before, blot),
    after: change.after && blotRow(change.after, blot),
  }
}
