import type { Database } from '../database/schema.ts'
import { readUndoableChanges } from '../trail/queries.ts'
import type { AttachmentStore, StoredFile } from './store.ts'

/** A file that no item uses is left alone until it is this old, in milliseconds: it may be on its way to its row. */
export const youngFor = 3_600_000

/**
 * The files that no item uses and that undo cannot bring back, the oldest first: what a crash between a file and its row leaves, and
 * what a removal leaves once it can no longer be undone.
 */
export async function listOrphans(db: Database, attachments: AttachmentStore): Promise<StoredFile[]> {
  const stored = await attachments.list()
  const used = await readUsedHashes(db)
  return stored.filter(({ name }) => !used.has(name)).toSorted((one, other) => +one.since - +other.since)
}

/** The hashes that a row names, or that a row would name again after an undo or redo. */
export async function readUsedHashes(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('attachment').select('sha256').distinct().execute()
  const undoable = await readUndoableChanges(db, 'attachment')
  const named = undoable.flatMap(({ before, after }) => [before?.sha256, after?.sha256])
  return new Set([...rows.map(({ sha256 }) => sha256), ...named.filter((hash) => typeof hash === 'string')])
}
