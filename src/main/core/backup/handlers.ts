import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { safeFileName } from '../../../shared/model/file-name.ts'
import type { HandlersOf } from '../handler.ts'
import { readProvider } from '../providers/queries.ts'
import { readTrailHead } from '../trail/queries.ts'
import { makeBackup } from './make-backup.ts'

export const backupHandlers: HandlersOf<'backups.export' | 'backups.list' | 'backups.make'> = {
  async 'backups.export'(_input, { db, attachments, transfers, now, today, newId, control }) {
    const folder = transfers.folder
    await mkdir(folder, { recursive: true })
    const file = path.join(folder, `${newId()}.backup`)
    const { name } = await readProvider(db)
    const made = await makeBackup(file, { db, attachments, now, signal: control.signal, report: control.report })
    const { id } = await transfers.offer({ file, own: true })
    return { ...made, transferId: id, fileName: `${safeFileName(`${name}, backup ${today()}`)}.zip` }
  },
  async 'backups.list'(_input, { db, backups, replacedAt }) {
    const [{ backups: kept, unreadable }, { at }, undoable] = await Promise.all([
      backups.list(),
      readTrailHead(db),
      replacedAt(),
    ])
    const [newest] = kept
    return {
      backups: kept,
      unreadable,
      changedSince: newest === undefined || newest.madeAt < at,
      ...backups.place(),
      failure: backups.failure,
      undoable,
    }
  },
  async 'backups.make'(_input, { db, attachments, backups, now, control }) {
    const made = await backups.make('by-hand', {
      db,
      attachments,
      now,
      signal: control.signal,
      report: control.report,
    })
    backups.failure = ''
    return made
  },
}
