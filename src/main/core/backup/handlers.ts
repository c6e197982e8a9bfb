import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { safeFileName } from '../../../shared/model/file-name.ts'
import type { HandlersOf } from '../handler.ts'
import { readProvider } from '../providers/queries.ts'
import { makeBackup } from './make-backup.ts'

export const backupHandlers: HandlersOf<'backups.export'> = {
  async 'backups.export'(_input, { db, attachments, transfers, now, today, newId, control }) {
    const folder = transfers.folder
    await mkdir(folder, { recursive: true })
    const file = path.join(folder, `${newId()}.backup`)
    const { name } = await readProvider(db)
    const made = await makeBackup(file, { db, attachments, now, signal: control.signal, report: control.report })
    const { id } = await transfers.offer({ file, own: true })
    return { ...made, transferId: id, fileName: `${safeFileName(`${name}, backup ${today()}`)}.zip` }
  },
}
