import { Kysely, sql } from 'kysely'
import { readFile, rm, truncate, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { formatDate, formatTime } from '../../../shared/drawing/date-words.ts'
import { dateOf, Timestamp } from '../../../shared/model/dates.ts'
import { z } from '../../../shared/model/schema.ts'
import { Sqlite3Dialect } from './sqlite3-dialect.ts'

const Holder = z.object({
  computer: z.string().max(200),
  process: z.int(),
  name: z.string().max(200),
  since: Timestamp,
})

/** Who writes a workspace: the computer, the process, the person, and since when. */
export type LeaseHolder = z.infer<typeof Holder>

/** The right to write a workspace, held until released or until the process ends, however it ends. */
export type Lease = {
  /** Whether the last writer ended without closing the workspace. */
  afterUncleanClose: boolean
  release(): Promise<void>
}

/**
 * Takes the right to write the workspace in a folder, or answers who has it.
 *
 * The right is an exclusive lock on a small database: the operating system gives it back when a process is killed, which a file
 * with a process number in it would not. The file beside it only names the holder in words, and, left behind, tells of an unclean
 * close.
 */
export async function acquireLease(
  folder: string,
  holder: { name: string; since: string },
): Promise<Lease | { heldBy: LeaseHolder | null }> {
  const namePath = path.join(folder, 'lease.json')
  const lockPath = path.join(folder, 'lease.db')
  const lock = new Kysely<unknown>({
    dialect: new Sqlite3Dialect({
      filename: lockPath,
      pragmas: ['journal_mode=DELETE'],
      busyTimeout: 200,
    }),
  })
  try {
    await sql`begin exclusive`.execute(lock)
  } catch (error) {
    await lock.destroy()
    if (codeOf(error) === 'SQLITE_BUSY') return { heldBy: await readHolder(namePath) }
    if (codeOf(error) !== 'SQLITE_NOTADB' && codeOf(error) !== 'SQLITE_CORRUPT') throw error
    // It holds nothing but the lock, and whoever has that is told of first: rubbish in it is emptied in place, never replaced, so that
    // two who mend it at once still meet at one file.
    await truncate(lockPath, 0)
    return acquireLease(folder, holder)
  }
  try {
    const afterUncleanClose = (await readHolder(namePath)) !== null
    const current: LeaseHolder = { computer: os.hostname(), process: process.pid, ...holder }
    await writeFile(namePath, JSON.stringify(current))
    return {
      afterUncleanClose,
      async release() {
        await rm(namePath, { force: true })
        await lock.destroy()
      },
    }
  } catch (error) {
    await lock.destroy()
    throw error
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

/** Who holds the lease of a folder, by the file that names them; null when nobody does or the file cannot be read. */
export async function readHolder(namePath: string): Promise<LeaseHolder | null> {
  try {
    return Holder.parse(JSON.parse(await readFile(namePath, 'utf8')))
  } catch {
    return null
  }
}

/** "Open on TEAM-PC-3 since 11:20 (A. Nurse)." The day is said when it is another than that of `now`. */
export function describeHolder(holder: LeaseHolder | null, now: string): string {
  if (holder === null) return 'Open in another program.'
  const at = new Date(holder.since)
  const time = formatTime(at.getHours(), at.getMinutes())
  const day = dateOf(holder.since)
  const since = day === dateOf(now) ? time : `${formatDate(day)}, ${time}`
  const where = holder.computer === os.hostname() ? 'in another window on this PC' : `on ${holder.computer}`
  return `Open ${where} since ${since} (${holder.name}).`
}
