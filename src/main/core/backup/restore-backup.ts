import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../../shared/result.ts'
import { acquireLease } from '../database/lease.ts'
import { databaseName, openDatabaseToRead, quickCheck } from '../database/open-database.ts'
import { readArchive, type Manifest } from './archive.ts'

/** What was restored: what the backup says of itself, and the folder in which that which it replaced is kept; null when there was nothing. */
export type Restored = { manifest: Manifest; keptIn: string | null }

/** What of a workspace's folder belongs to the workspace; the copies kept by earlier restores stay where they are. */
const belongs = (name: string) =>
  name === databaseName || name === `${databaseName}-wal` || name === `${databaseName}-shm` || name === 'attachments'

/**
 * Puts a backup in the place of the workspace in a folder, or into a folder that is absent or empty. The backup is read from end to end
 * beside the folder and its database opened before anything is moved; what it replaces is kept in a folder of its own beside it, and
 * nothing of it is removed.
 */
export async function restoreBackup(
  file: string,
  folder: string,
  options: {
    now: string
    holder: string
    signal?: AbortSignal
    report?: (words: string, done: number, total: number | null) => void
    /** Closes the workspace for the exchange of its files alone, and opens it again, where it is open here. */
    whileClosed?: (exchange: () => Promise<unknown>) => Promise<unknown>
  },
): Promise<Restored> {
  if (!existsSync(file)) throw new AppError('file-missing', `“${file}” is not there. Nothing was changed.`)
  const present: string[] = await readdir(folder).catch(() => [])
  const replaces = present.includes(databaseName)
  if (present.length > 0 && !replaces)
    throw new AppError(
      'folder-not-empty',
      `“${folder}” holds something that is not a workspace. Choose another folder. Nothing was changed.`,
    )
  await mkdir(path.dirname(folder), { recursive: true })
  const making = await mkdtemp(path.join(path.dirname(folder), `.${path.basename(folder)}-`))
  try {
    const manifest = await readArchive(file, {
      into: making,
      ...(options.signal ? { signal: options.signal } : {}),
      report: (done, total) => options.report?.('Reading the backup', done, total),
    })
    await checkRestored(making)
    if (!replaces) {
      await rmdir(folder).catch(() => {})
      await rename(making, folder)
      return { manifest, keptIn: null }
    }
    let keptIn: string | null = null
    const { whileClosed = (work) => work() } = options
    await whileClosed(async () => {
      keptIn = await withLease(folder, options, () => exchange(folder, making, options.now))
    })
    return { manifest, keptIn }
  } finally {
    await rm(making, { recursive: true, force: true })
  }
}

async function checkRestored(folder: string) {
  const database = await openDatabaseToRead(folder, { immutable: true })
  try {
    await quickCheck(database.reader)
  } finally {
    await database.close()
  }
}

/** Nobody may write the workspace while its files are exchanged. */
async function withLease<T>(
  folder: string,
  { holder, now }: { holder: string; now: string },
  run: () => Promise<T>,
): Promise<T> {
  const lease = await acquireLease(folder, { name: holder, since: now })
  if ('heldBy' in lease)
    throw new AppError('in-use', 'The workspace is open elsewhere. Close it there, then restore. Nothing was changed.')
  try {
    return await run()
  } finally {
    await lease.release()
  }
}

const keptPrefix = 'before-restore-'
const undonePrefix = 'undone-restore-'

/** The database goes first and comes last: while it is missing, everyone knows that the exchange has not ended. */
const databaseLast = (one: string, other: string) => Number(one === databaseName) - Number(other === databaseName)

/** Moves what belongs to a workspace out of its place. */
async function moveAside(folder: string, aside: string) {
  await mkdir(aside)
  const names = (await readdir(folder)).filter(belongs).toSorted(databaseLast)
  for (const name of names.toReversed()) await rename(path.join(folder, name), path.join(aside, name))
}

/** Moves what belongs to a workspace into its place. */
async function moveIn(from: string, folder: string) {
  const names = (await readdir(from)).filter(belongs).toSorted(databaseLast)
  for (const name of names) await rename(path.join(from, name), path.join(folder, name))
}

/** Moves what is there into a folder of its own, then the new files in. Nothing is removed. */
async function exchange(folder: string, making: string, now: string): Promise<string> {
  const keptIn = path.join(folder, `${keptPrefix}${now.replace(/[:.]/g, '-')}`)
  await moveAside(folder, keptIn)
  await moveIn(making, folder)
  return keptIn
}

/**
 * Undoes the last restore: what it replaced comes back, and what it put there is kept in a folder of its own in turn. Throws where there is
 * nothing to undo. Ended at any moment, a folder is left with one workspace or the other: see {@link recoverRestore}.
 */
export async function undoRestore(folder: string, options: { now: string; holder: string }): Promise<void> {
  await withLease(folder, options, async () => {
    const kept = await newestKept(folder)
    if (kept === undefined)
      throw new AppError('refused', 'There is no restore that could be undone. Nothing was changed.')
    await moveAside(folder, path.join(folder, `${undonePrefix}${options.now.replace(/[:.]/g, '-')}`))
    await moveIn(path.join(folder, kept), folder)
    await rmdir(path.join(folder, kept)).catch(() => {})
  })
}

/** When the last restore put the workspace aside that it replaced; null when there is none to bring back. */
export async function lastReplacedAt(folder: string): Promise<string | null> {
  const kept = await newestKept(folder)
  const stamp = kept === undefined ? null : /T\d\d-\d\d-\d\d-\d{3}Z$/.exec(kept)?.[0]
  if (kept === undefined || !stamp) return null
  const day = kept.slice(keptPrefix.length, -stamp.length)
  return `${day}${stamp.replace(/^T(..)-(..)-(..)-(...)Z$/, 'T$1:$2:$3.$4Z')}`
}

/**
 * Brings back what a restore had moved aside when the process ended before the new database was in its place: a folder is left with the
 * old workspace or the new one, never with none.
 */
export async function recoverRestore(folder: string, options: { now: string; holder: string }): Promise<void> {
  if ((await findKept(folder)) === undefined) return
  // A restore that is under way holds the lease: its files are not to be moved under its hands.
  await withLease(folder, options, async () => {
    const kept = await findKept(folder)
    if (kept === undefined) return
    // Attachments of the unfinished restore are named by their hashes: a file that both have is the same file.
    for (const name of (await readdir(path.join(folder, kept))).filter(belongs).toSorted(databaseLast)) {
      const target = path.join(folder, name)
      if (existsSync(target)) await rename(target, path.join(folder, kept, `unfinished-${name}`))
      await rename(path.join(folder, kept, name), target)
    }
  })
}

/** The newest folder that holds what an unfinished restore moved aside; undefined while the workspace is in its place. */
async function findKept(folder: string): Promise<string | undefined> {
  return existsSync(path.join(folder, databaseName)) ? undefined : newestKept(folder)
}

async function newestKept(folder: string): Promise<string | undefined> {
  const names: string[] = await readdir(folder).catch(() => [])
  return names
    .filter((name) => name.startsWith(keptPrefix) && existsSync(path.join(folder, name, databaseName)))
    .toSorted()
    .at(-1)
}
