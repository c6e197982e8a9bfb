import { open } from 'node:fs/promises'
import type { AlikeFile, FileState } from '../../../shared/model/evidence.ts'
import { safeFileName } from '../../../shared/model/file-name.ts'
import { AppError } from '../../../shared/result.ts'
import type { CommandContext, HandlersOf } from '../handler.ts'
import { refuseConflict } from '../trail/recorder.ts'
import { sniffContentType } from './content-type.ts'
import { listOrphans, readUsedHashes, youngFor } from './queries.ts'
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

/**
 * Keeps a file that arrived, and answers what its row says of it. The file first, then its row: after a crash between the two there is
 * an orphan to clean up, never a row without its file.
 */
async function keepArrived({ transfers, attachments }: CommandContext, transferId: string, name: string) {
  const file = await transfers.arrived(transferId)
  if (file.size === 0) throw new AppError('refused', `“${name}” is empty. Nothing was attached.`)
  const { type } = sniffContentType(await readBeginning(file.file), name)
  await attachments.keep(file)
  await transfers.end(transferId)
  return {
    sha256: file.sha256,
    name: safeFileName(name),
    content_type: type,
    size: file.size,
    state: 'present' as const,
  }
}

/** Rows in one step, so that what is found of many files is written without keeping others waiting. */
const batch = 500

/** What is said of a file that is not there, or not as it was. */
const faultWords: Record<Exclude<FileState, 'present'>, string> = {
  missing: 'The file is not where it was kept. Put it back, replace it, or say why it is gone.',
  changed: 'The file is not as it was when it was attached. Replace it with the right one, or say why it changed.',
}

type AttachmentMethods =
  | 'attachments.add'
  | 'attachments.alike'
  | 'attachments.replace'
  | 'attachments.remove'
  | 'attachments.open'
  | 'attachments.check'
  | 'attachments.clean'

export const attachmentHandlers: HandlersOf<AttachmentMethods> = {
  async 'attachments.add'({ evidenceId, transferId, name }, context) {
    const { record, newId, now, say } = context
    const item = await record.get('evidence', evidenceId)
    if (item.in_bin === 1)
      throw new AppError('refused', 'This item is in the bin. Put it back first, then attach to it.')
    const kept = await keepArrived(context, transferId, name)
    const id = newId()
    await record.insert('attachment', { id, evidence_id: evidenceId, added_at: now(), ...kept })
    say(`Attached to “${item.title}”: ${kept.name}`)
    return toAttachment(await record.get('attachment', id))
  },
  async 'attachments.alike'({ transferId }, { db, transfers }): Promise<AlikeFile[]> {
    const { sha256 } = await transfers.arrived(transferId)
    const rows = await db
      .selectFrom('attachment')
      .innerJoin('evidence', 'evidence.id', 'attachment.evidence_id')
      .select(['evidence.id', 'evidence.title', 'attachment.name'])
      .where('attachment.sha256', '=', sha256)
      .where('evidence.in_bin', '=', 0)
      .orderBy('attachment.added_at')
      .limit(20)
      .execute()
    return rows.map(({ id, title, name }) => ({ evidenceId: id as AlikeFile['evidenceId'], title, name }))
  },
  async 'attachments.replace'({ id, expectedVersion, transferId, name, another }, context) {
    const { record, db, transfers, setHistory, say } = context
    const row = await record.get('attachment', id)
    refuseConflict(row, expectedVersion, { current: toAttachment(row), yours: null })
    const { sha256 } = await transfers.arrived(transferId)
    if (sha256 !== row.sha256 && !another)
      throw new AppError(
        'refused',
        `“${name}” is not the file that was attached as “${row.name}”. Nothing was changed.`,
        {
          another: true,
        },
      )
    const kept = await keepArrived(context, transferId, name)
    if (sha256 === row.sha256) {
      const same = await db.selectFrom('attachment').select('id').where('sha256', '=', sha256).execute()
      for (const each of same) await record.update('attachment', each.id, { state: 'present' })
      // The file is what it was: nothing that a person decided, and nothing to undo.
      setHistory(null)
      say(`File put back: ${row.name}`)
    } else {
      await record.update('attachment', id, kept)
      say(`File replaced: ${row.name}, by ${kept.name}`)
    }
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
    const state = await attachments.check(row.sha256, row.size)
    if (state !== 'present') throw new AppError('file-missing', faultWords[state])
    const { id: transferId, size } = await transfers.offer({ file: attachments.fileOf(row.sha256) })
    return { transferId, name: row.name, size, contentType: row.content_type }
  },
  async 'attachments.check'(_input, { db, attachments, control, write }) {
    const rows = await db.selectFrom('attachment').select(['id', 'sha256', 'size', 'state']).execute()
    const tally = { files: rows.length, missing: 0, changed: 0 }
    const found: { id: string; state: FileState }[] = []
    for (const [position, row] of rows.entries()) {
      control.signal.throwIfAborted()
      control.report('Reading the attachments', position, rows.length)
      const state = await attachments.check(row.sha256, row.size)
      if (state !== 'present') tally[state] += 1
      if (state !== row.state) found.push({ id: row.id, state })
    }
    for (let start = 0; start < found.length; start += batch)
      await write(async (context) => noteStates(context, found.slice(start, start + batch), tally))
    return tally
  },
  async 'attachments.clean'(_input, { db, attachments, control, write, now }) {
    const cleaned = { removed: 0, bytes: 0, young: 0 }
    const before = Date.parse(now()) - youngFor
    const orphans = await listOrphans(db, attachments)
    const old = orphans.filter(({ since }) => since.getTime() < before)
    cleaned.young = orphans.length - old.length
    for (let start = 0; start < old.length; start += batch) {
      control.signal.throwIfAborted()
      control.report('Clearing away files that no item uses', start, old.length)
      // Looked at again where nobody else writes: somebody may have attached the same file meanwhile.
      await write(async (context) => {
        const used = await readUsedHashes(context.db)
        for (const { name, size } of old.slice(start, start + batch)) {
          if (used.has(name)) continue
          await attachments.discard(name)
          cleaned.removed += 1
          cleaned.bytes += size
        }
      })
    }
    return cleaned
  },
}

/** Writes what was found of files whose rows still say otherwise. */
async function noteStates(
  { db, record, setHistory, say }: CommandContext,
  found: readonly { id: string; state: FileState }[],
  { files, missing, changed }: { files: number; missing: number; changed: number },
) {
  const there = await db
    .selectFrom('attachment')
    .select('id')
    .where(
      'id',
      'in',
      found.map(({ id }) => id),
    )
    .execute()
  const ids = new Set(there.map(({ id }) => id))
  for (const { id, state } of found) if (ids.has(id)) await record.update('attachment', id, { state })
  // What was found of the files is not something a person did: it is in the trail, and not undone.
  setHistory(null)
  say(`Attachments checked: ${files} files, ${missing} missing, ${changed} changed`)
}
