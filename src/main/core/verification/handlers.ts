import { sql } from 'kysely'
import type { Verification } from '../../../shared/model/verification.ts'
import { AppError } from '../../../shared/result.ts'
import { listOrphans } from '../attachments/queries.ts'
import { quickCheck } from '../database/open-database.ts'
import type { Database } from '../database/schema.ts'
import type { HandlersOf, TaskContext } from '../handler.ts'
import { listTextsLeftBehind, listTextsMissing } from '../care-plan-audit/queries.ts'
import { listBrokenSnapshots } from '../sign-off/queries.ts'
import { verifyTrail } from '../trail/trail.ts'

/** How many files that no item uses are named one by one. */
const mostOrphans = 200

async function checkDatabase(db: Database): Promise<string[]> {
  try {
    await quickCheck(db)
    return []
  } catch (error) {
    if (error instanceof AppError && error.code === 'damaged') return ['The database is damaged. Put back a copy.']
    throw error
  }
}

async function checkForeignKeys(db: Database): Promise<string[]> {
  const { rows } = await sql<{ table: string; parent: string }>`pragma foreign_key_check`.execute(db)
  return rows.slice(0, 20).map(({ table, parent }) => `A row of “${table}” points to a “${parent}” that is not there.`)
}

async function checkAttachments({ db, attachments, control }: TaskContext) {
  const rows = await db.selectFrom('attachment').select(['sha256', 'size', 'name']).execute()
  const counts = { files: rows.length, missing: 0, changed: 0, orphans: 0 }
  const faults: string[] = []
  for (const [position, row] of rows.entries()) {
    if (control.signal.aborted) throw new AppError('cancelled', 'Cancelled. Nothing was changed.')
    control.report('Checking attachments', position, rows.length)
    const state = await attachments.check(row.sha256, row.size)
    if (state === 'present') continue
    counts[state] += 1
    faults.push(
      `The attachment “${row.name}” is ${state === 'missing' ? 'not where it was kept' : 'not as it was when it was attached'}.`,
    )
  }
  const orphans = await listOrphans(db, attachments)
  counts.orphans = orphans.length
  const orphanFiles = orphans
    .slice(0, mostOrphans)
    .map(({ name, size, since }) => ({ name, size, since: since.toISOString() }))
  return { counts, faults, orphanFiles }
}

/** Texts of audits that are closed should be gone; those of open ones may be missing where a backup was put back. */
async function checkPlanTexts({ db, planTexts }: TaskContext) {
  const [left, missing] = await Promise.all([listTextsLeftBehind(db, planTexts), listTextsMissing(db, planTexts)])
  return {
    faults: left.closed.map(
      () => 'Plan texts of a closed audit are still there. Close the workspace and open it: they are erased then.',
    ),
    remarks: [
      ...missing.map(
        (ward) => `Plan texts of the open audit of ${ward} are not here: no backup holds them. Load those plans again.`,
      ),
      ...left.unknown.map(
        () =>
          'Plan texts of an audit that this workspace does not know wait here, because a restore can be undone. They are erased after 30 days.',
      ),
    ],
  }
}

export const verificationHandlers: HandlersOf<'workspace.verify'> = {
  async 'workspace.verify'(_input, context): Promise<Verification> {
    const { db, control } = context
    control.report('Checking the database', 0, null)
    const database = await checkDatabase(db)
    const foreignKeys = await checkForeignKeys(db)
    control.report('Checking the trail', 0, null)
    const trail = await verifyTrail(db)
    const signOffs = (await listBrokenSnapshots(db)).map(
      (title) => `The sign-off of “${title}” is not as it was signed.`,
    )
    const attachments = await checkAttachments(context)
    const planTexts = await checkPlanTexts(context)
    return {
      database: database.length === 0 ? 'sound' : 'damaged',
      foreignKeys: foreignKeys.length === 0 ? 'sound' : 'broken',
      trail: { entries: trail.entries, state: trail.fault === null ? 'unbroken' : 'broken' },
      attachments: attachments.counts,
      orphanFiles: attachments.orphanFiles,
      faults: [
        ...database,
        ...foreignKeys,
        ...(trail.fault === null ? [] : [trail.fault]),
        ...signOffs,
        ...attachments.faults,
        ...planTexts.faults,
      ],
      remarks: planTexts.remarks,
    }
  },
}
