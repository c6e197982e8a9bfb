import { sql } from 'kysely'
import type { TrailEntry } from '../../../shared/model/trail.ts'
import type { Database } from '../database/schema.ts'
import type { RecordedTable, RowChange } from './recorder.ts'
import { wordsOfPayload, type TrailPayload } from './trail.ts'

/**
 * The trail, newest first, of everything or of one thing. The words and the changes that are asked for are taken from a payload by
 * the database: the ids of thousands of items that were brought in at once are not read.
 */
export async function listTrail(
  database: Database,
  choice: { before: number | null; limit: number; entity?: string | undefined; id?: string | undefined },
): Promise<TrailEntry[]> {
  const { before, limit, entity, id } = choice
  const isOfOne = entity !== undefined && id !== undefined
  const wanted = isOfOne
    ? sql`json_extract(value, '$.id') = ${id} and json_extract(value, '$.entity') = ${entity}`
    : sql`json_type(value, '$.bulk') is null`
  let query = database
    .selectFrom('trail')
    .leftJoin('trail_payload', 'trail_payload.seq', 'trail.seq')
    .select(['trail.seq', 'trail.at', 'trail.actor_name', 'trail.method', 'trail.hash'])
    .select([
      wordsOfPayload.as('words'),
      sql<string>`(select json_group_array(json(value)) from json_each(trail_payload.content, '$.changes')
        where ${wanted})`.as('changes'),
    ])
    .orderBy('trail.seq', 'desc')
    .limit(limit)
  if (before !== null) query = query.where('trail.seq', '<', before)
  if (isOfOne)
    query = query.where('trail.seq', 'in', (subjects) =>
      subjects.selectFrom('trail_subject').select('seq').where('entity', '=', entity).where('id', '=', id),
    )
  const rows = await query.execute()
  return rows.map((row) => ({
    seq: row.seq,
    at: row.at,
    actorName: row.actor_name,
    method: row.method,
    words: row.words ?? 'Words erased on purpose',
    changes: JSON.parse(row.changes) as RowChange[],
    hash: row.hash,
  }))
}

/** The last row of the trail: how many rows there are, its hash, and when it was written. */
export async function readTrailHead(database: Database): Promise<{ entries: number; hash: string; at: string }> {
  const row = await database
    .selectFrom('trail')
    .select(['seq', 'hash', 'at'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { entries: row.seq, hash: row.hash, at: row.at }
}

/** The changes of a table's rows that undo or redo would turn round. */
export async function readUndoableChanges(database: Database, entity: RecordedTable): Promise<RowChange[]> {
  const rows = await database
    .selectFrom('undo_entry')
    .innerJoin('trail_payload', 'trail_payload.seq', 'undo_entry.seq')
    .select('trail_payload.content')
    .where('undo_entry.seq', 'in', (subjects) =>
      subjects.selectFrom('trail_subject').select('seq').where('entity', '=', entity),
    )
    .execute()
  return rows.flatMap(({ content }) => {
    const changes = content === null ? [] : (JSON.parse(content) as TrailPayload).changes
    return changes.filter((change): change is RowChange => !('bulk' in change) && change.entity === entity)
  })
}
