import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Timestamp } from '../../../shared/model/dates.ts'
import type { Actor } from '../../../shared/model/trail.ts'
import type { Database, DatabaseTransaction } from '../database/schema.ts'
import type { Change, Redaction } from './recorder.ts'

/** What a trail row says besides who and when: kept apart from the chain, so that words can be erased without breaking it. */
export type TrailPayload = { words: string; changes: Change[]; redacted?: Redaction[] }

/** SHA-256 in hexadecimal. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The hash that the first row of a trail follows. */
const origin = sha256('recovery-evidence trail')

type ChainedRow = {
  seq: number
  at: string
  actor_id: string
  actor_name: string
  method: string
  payload_digest: string
}

const hashOf = (row: ChainedRow, previousHash: string) =>
  sha256(JSON.stringify([previousHash, row.seq, row.at, row.actor_id, row.actor_name, row.method, row.payload_digest]))

/** How far a clock may have been set back and still be bridged, in milliseconds: a day. */
const bridged = 86_400_000

/**
 * The moment of a command: what the clock says, or just after the last row of the trail where the clock was set back since, so that
 * what was done later is later. A clock that had been wrong by days is believed again once it is right.
 */
export async function momentAfterLast(tx: DatabaseTransaction, now: Timestamp): Promise<Timestamp> {
  const last = await tx.selectFrom('trail').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  if (last === undefined || now >= last.at) return now
  const ahead = Date.parse(last.at) - Date.parse(now)
  return ahead < bridged ? new Date(Date.parse(last.at) + 1).toISOString() : now
}

/** Adds a row to the trail in the transaction of the command that it tells of, and answers its number. */
export async function appendToTrail(
  tx: DatabaseTransaction,
  entry: { at: string; actor: Actor; method: string; payload: TrailPayload },
): Promise<number> {
  const last = await tx.selectFrom('trail').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  const content = JSON.stringify(entry.payload)
  const salt = randomBytes(16).toString('hex')
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: entry.at,
    actor_id: entry.actor.id,
    actor_name: entry.actor.name,
    method: entry.method,
    payload_digest: sha256(salt + content),
  }
  const previous_hash = last?.hash ?? origin
  await tx
    .insertInto('trail')
    .values({ ...row, previous_hash, hash: hashOf(row, previous_hash) })
    .execute()
  await tx.insertInto('trail_payload').values({ seq: row.seq, salt, content }).execute()
  const subjects = entry.payload.changes.flatMap((change) =>
    'bulk' in change ? [] : [{ seq: row.seq, entity: change.entity, id: change.id }],
  )
  // 500 rows of 3 values stay far below SQLite's limit of bound values.
  for (let start = 0; start < subjects.length; start += 500)
    await tx
      .insertInto('trail_subject')
      .values(subjects.slice(start, start + 500))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  return row.seq
}

/** Walks the chain from its first row. Answers how many rows there are and the first fault, in words. */
export async function verifyTrail(database: Database): Promise<{ entries: number; fault: string | null }> {
  let previousHash = origin
  let entries = 0
  const put: { seq: number; at: string; sha256: string | null; names: Redaction[] }[] = []
  const rows = database
    .selectFrom('trail')
    .leftJoin('trail_payload', 'trail_payload.seq', 'trail.seq')
    .selectAll('trail')
    .select(['trail_payload.salt', 'trail_payload.content'])
    .orderBy('trail.seq')
    .stream(500)
  for await (const row of rows) {
    entries += 1
    if (row.seq !== entries) return { entries, fault: `Trail row ${entries} is missing.` }
    if (row.previous_hash !== previousHash || row.hash !== hashOf(row, previousHash))
      return { entries, fault: `Trail row ${row.seq} of ${row.at} does not follow the row before it.` }
    if (row.salt !== null && sha256(`${row.salt}${row.content}`) !== row.payload_digest)
      return { entries, fault: changedAfter(row) }
    const names = row.content?.includes('"redacted":') ? ((JSON.parse(row.content) as TrailPayload).redacted ?? []) : []
    if (row.content !== null && (row.salt === null || names.length > 0))
      put.push({ seq: row.seq, at: row.at, sha256: row.salt === null ? sha256(row.content) : null, names })
    previousHash = row.hash
  }
  return { entries, fault: findFalseRedaction(put) }
}

const changedAfter = ({ seq, at }: { seq: number; at: string }) =>
  `What trail row ${seq} of ${at} says was changed after it was written.`

/**
 * Words that were erased from a row leave it with a text that no longer matches the chain: a later row names that text's digest. The
 * newest is believed first, since what it says matches the chain, and then the rows that it names.
 */
function findFalseRedaction(put: { seq: number; at: string; sha256: string | null; names: Redaction[] }[]) {
  const named = new Map<number, string>()
  let fault: string | null = null
  for (const row of put.toReversed()) {
    if (row.sha256 !== null && named.get(row.seq) !== row.sha256) {
      fault = changedAfter(row)
      continue
    }
    for (const [seq, digest] of row.names) if (!named.has(seq) && seq < row.seq) named.set(seq, digest)
  }
  return fault
}

/** What a trail row says; null once its words were erased. */
export async function readPayload(database: Database, seq: number): Promise<TrailPayload | null> {
  const row = await database.selectFrom('trail_payload').select('content').where('seq', '=', seq).executeTakeFirst()
  return row?.content ? (JSON.parse(row.content) as TrailPayload) : null
}

/** What was done, of a row joined with its payload, in words and as SQL; null once they were erased. */
export const wordsOfPayload = sql<string | null>`json_extract(trail_payload.content, '$.words')`
