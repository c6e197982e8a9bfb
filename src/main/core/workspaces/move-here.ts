import { cp, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../../shared/result.ts'
import { hashFile } from '../attachments/store.ts'
import { acquireLease } from '../database/lease.ts'
import { openDatabase } from '../database/open-database.ts'
import { findConflictCopies } from './synced-folder.ts'

/**
 * Copies the workspace of a folder to another one, which is absent, compares every byte and reads the copied database for damage. The one
 * that was copied stays as it is; nobody may write it meanwhile. Copies that a sync service made of it stay behind.
 */
export async function copyWorkspace(from: string, to: string, holder: { name: string; since: string }): Promise<void> {
  const lease = await acquireLease(from, holder)
  if ('heldBy' in lease)
    throw new AppError('in-use', 'The workspace is open elsewhere. Close it there, then move it. Nothing was changed.')
  await mkdir(path.dirname(to), { recursive: true })
  const making = await mkdtemp(path.join(path.dirname(to), `.${path.basename(to)}-`))
  try {
    const left = ['lease.db', 'lease.json', 'lease.db-journal', ...findConflictCopies(await readdir(from))]
    const names = (await readdir(from)).filter((name) => !left.includes(name))
    for (const name of names) {
      await cp(path.join(from, name), path.join(making, name), { recursive: true })
      await compare(path.join(from, name), path.join(making, name))
    }
    await (await openDatabase(making, { check: true })).close()
    await rename(making, to)
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    throw error
  } finally {
    await lease.release()
  }
}

async function compare(one: string, other: string): Promise<void> {
  const names = await readdir(one, { withFileTypes: true }).catch(() => null)
  if (names === null) {
    if ((await hashFile(one)) !== (await hashFile(other)))
      throw new AppError(
        'file-unreadable',
        `“${path.basename(one)}” changed while it was copied. Nothing was changed; try again.`,
      )
    return
  }
  for (const { name } of names) await compare(path.join(one, name), path.join(other, name))
}
