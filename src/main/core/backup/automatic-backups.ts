import type { Timestamp } from '../../../shared/model/dates.ts'
import type { AppEvent } from '../../../shared/events.ts'
import type { AttachmentStore } from '../attachments/store.ts'
import type { OpenDatabase } from '../database/open-database.ts'
import { readTrailHead } from '../trail/queries.ts'
import type { KeptBackupFolder } from './kept-backups.ts'

type Ground = {
  kept: KeptBackupFolder
  database: OpenDatabase
  attachments: AttachmentStore
  now(): Timestamp
  emit(event: AppEvent): void
  /** Says a failure in words. */
  explain(error: unknown): string
  /** In milliseconds: how long after opening the first look is, and how long after a look the next one. */
  firstAfter?: number
  every?: number
}

/**
 * Makes a backup whenever something was changed since the newest one: a minute after the workspace was opened, then each hour. It runs
 * beside everything else; the returned function ends it and waits until nothing of it is left.
 */
export function startAutomaticBackups(ground: Ground): () => Promise<void> {
  const { kept, database, attachments, now, emit, explain, firstAfter = 60_000, every = 3_600_000 } = ground
  const ending = new AbortController()
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout

  async function look() {
    // A connection of its own: copying the database must not keep the screens waiting for theirs.
    const db = database.openAnotherReader()
    try {
      const [newest] = (await kept.list()).backups
      const { at } = await readTrailHead(db)
      if (newest && newest.madeAt >= at) return
      await kept.make('automatic', { db, attachments, now, signal: ending.signal })
      kept.failure = ''
    } catch (error) {
      if (!ending.signal.aborted) kept.failure = explain(error)
    } finally {
      await db.destroy()
    }
    if (!ending.signal.aborted) emit({ name: 'backups.changed', data: {} })
  }

  const plan = (after: number) => {
    timer = setTimeout(() => {
      running = look().finally(() => {
        if (!ending.signal.aborted) plan(every)
      })
    }, after)
    timer.unref()
  }
  plan(firstAfter)

  return async () => {
    ending.abort()
    clearTimeout(timer)
    await running
  }
}
