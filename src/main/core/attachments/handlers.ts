import { open } from 'node:fs/promises'
import { safeFileName } from '../../../shared/model/file-name.ts'
import { AppError } from '../../../shared/result.ts'
import type { HandlersOf } from '../handler.ts'
import { refuseConflict } from '../trail/recorder.ts'
import { sniffContentType } from './content-type.ts'
import { toAttachment } from './rows.ts'

/** As many bytes as it takes to tell every kind of file that is told by its beginning. */
const sniffedBytes = 4_100

async function readBeginning(file: string) {
  const handle = await open(file, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

type AttachmentMethods = 'attachments.add' | 'attachments.remove' | 'attachments.open' | 'attachments.check'

export const attachmentHandlers: HandlersOf<AttachmentMethods> = {
  async 'attachments.add'({ evidenceId, transferId, name }, context) {
    const { record, transfers, attachments, newId, now, say } = context
    const item = await record.get('evidence', evidenceId)
    if (item.in_bin === 1)
      throw new AppError('refused', 'This item is in the bin. Put it back first, then attach to it.')
    const file = await transfers.arrived(transferId)
    if (file.size === 0) throw new AppError('refused', `“${name}” is empty. Nothing was attached.`)
    const { type } = sniffContentType(await readBeginning(file.file), name)
    // The file first, then its row: after a crash between the two there is an orphan to clean up, never a row without its file.
    await attachments.keep(file)
    await transfers.end(transferId)
    const id = newId()
    await record.insert('attachment', {
      id,
      evidence_id: evidenceId,
      sha256: file.sha256,
      name: safeFileName(name),
      content_type: type,
      size: file.size,
      state: 'present',
      added_at: now(),
    })
    say(`Attached to “${item.title}”: ${safeFileName(name)}`)
    return toAttachment(await record.get('attachment', id))
  },
  async 'attachments.remove'({ id, expectedVersion }, { record, say }) {
    const row = await record.get('attachment', id)
    refuseConflict(row, expectedVersion, { current: toAttachment(row), yours: null })
    await record.remove('attachment', id)
    say(`Attachment removed: ${row.name}`)
    return {}
  },
  async 'attachments.open'({ id }, { db, attachments, transfers }) {
    const row = await db.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst()
    if (!row) throw new AppError('not-found', 'This attachment is not there any more.')
    if ((await attachments.glance(row.sha256, row.size)) === 'missing')
      throw new AppError(
        'file-missing',
        'The file is not where it was kept. Put it back, replace it, or say why it is gone.',
      )
    const { id: transferId, size } = await transfers.offer({ file: attachments.fileOf(row.sha256) })
    return { transferId, name: row.name, size, contentType: row.content_type }
  },
  async 'attachments.check'(_input, { db, record, attachments, setHistory, say }) {
    const rows = await db.selectFrom('attachment').selectAll().execute()
    const tally = { files: rows.length, missing: 0, changed: 0 }
    for (const row of rows) {
      const state = await attachments.check(row.sha256, row.size)
      if (state !== 'present') tally[state] += 1
      if (state !== row.state) await record.update('attachment', row.id, { state })
    }
    // What was found of the files is not something a person did: it is in the trail, and not undone.
    setHistory(null)
    say(`Attachments checked: ${tally.files} files, ${tally.missing} missing, ${tally.changed} changed`)
    return tally
  },
}
