import { sql } from 'kysely'
import { mkdtemp, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { AppError, type ErrorCode } from '../../../shared/result.ts'
import { hashFile, type AttachmentStore } from '../attachments/store.ts'
import { explainStorageError } from '../database/errors.ts'
import { databaseName, openDatabaseToRead, quickCheck } from '../database/open-database.ts'
import type { Database } from '../database/schema.ts'
import { readArchive, writeArchive, type Manifest } from './archive.ts'

/** What a backup is made of, and how far it is told. */
export type BackupWork = {
  db: Database
  attachments: AttachmentStore
  now(): string
  signal?: AbortSignal
  report?: (words: string, done: number, total: number | null) => void
}

/** A backup that was made and checked. `left` names attachments that were missing or changed, which no backup could bring back. */
export type MadeBackup = { size: number; items: number; attachments: number; left: string[] }

/**
 * Writes a checked copy of a workspace to a file: the database as it stands, even while others write, and every attachment. It is
 * checked before it takes its name: the copied database is opened and read for damage, every file is compared with its hash.
 */
export async function makeBackup(target: string, work: BackupWork): Promise<MadeBackup> {
  const { db, attachments, signal, report } = work
  let folder: string | null = null
  try {
    folder = await mkdtemp(path.join(path.dirname(target), '.backup-'))
    const copy = path.join(folder, databaseName)
    report?.('Copying the database', 0, null)
    await sql`vacuum into ${copy}`.execute(db)
    const { provider, items, hashes } = await checkCopy(folder)
    const { kept, left } = await sortAttachments(attachments, hashes, work)
    const manifest: Manifest = {
      format: 1,
      kind: 'recovery-evidence backup',
      madeAt: work.now(),
      provider,
      items,
      files: [{ name: databaseName, size: (await stat(copy)).size, sha256: await hashFile(copy) }, ...kept],
    }
    if (signal?.aborted) throw new AppError('cancelled', 'Cancelled. No backup was made.')
    report?.('Writing the backup', 0, null)
    const part = path.join(folder, 'backup.part')
    await writeArchive(part, manifest, (name) =>
      name === databaseName ? copy : attachments.fileOf(path.basename(name)),
    )
    await readArchive(part, {
      ...(signal ? { signal } : {}),
      report: (done, total) => report?.('Checking the backup', done, total),
    })
    await rename(part, target)
    return { size: (await stat(target)).size, items, attachments: kept.length, left }
  } catch (error) {
    throw explainBackupError(error) ?? error
  } finally {
    if (folder !== null) await rm(folder, { recursive: true, force: true })
  }
}

const failureWords: Partial<Record<ErrorCode, string>> = {
  'disk-full':
    'No backup was made: the disk is full. What was half written is cleared away, and earlier backups are as they were. Free some space, or choose another place for backups.',
  'read-only': 'No backup was made: the place for backups cannot be written to. Choose another place.',
  damaged:
    'No backup was made: the copy did not pass its check, because the workspace is damaged. Earlier backups are as they were.',
}

/** What the disk or the database says, in the words of a backup; undefined for what says enough itself, and for defects. */
function explainBackupError(error: unknown): AppError | undefined {
  const known = error instanceof AppError ? error : explainStorageError(error)
  const words = known && failureWords[known.code]
  return known && words ? new AppError(known.code, words, known.details) : known
}

/** Opens the copied database, reads it for damage, and answers what the backup says of itself. */
async function checkCopy(folder: string) {
  const copy = await openDatabaseToRead(folder, { immutable: true })
  try {
    await quickCheck(copy.reader)
    const { name } = await copy.reader.selectFrom('provider').select('name').executeTakeFirstOrThrow()
    const { items } = await copy.reader
      .selectFrom('evidence')
      .select(({ fn }) => fn.countAll<number>().as('items'))
      .executeTakeFirstOrThrow()
    const hashes = await copy.reader.selectFrom('attachment').select(['sha256', 'size', 'name']).distinct().execute()
    return { provider: name, items, hashes }
  } finally {
    await copy.close()
  }
}

async function sortAttachments(
  store: AttachmentStore,
  rows: readonly { sha256: string; size: number; name: string }[],
  { signal, report }: BackupWork,
) {
  const kept = new Map<string, Manifest['files'][number]>()
  const left: string[] = []
  for (const [position, { sha256, size, name }] of rows.entries()) {
    if (signal?.aborted) throw new AppError('cancelled', 'Cancelled. No backup was made.')
    report?.('Reading the attachments', position, rows.length)
    if (kept.has(sha256)) continue
    const state = await store.check(sha256, size)
    if (state === 'present') kept.set(sha256, { name: `attachments/${sha256.slice(0, 2)}/${sha256}`, size, sha256 })
    else left.push(name)
  }
  return { kept: [...kept.values()], left }
}
