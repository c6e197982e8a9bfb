import type { Selectable } from 'kysely'
import type { Attachment } from '../../../shared/model/evidence.ts'
import type { Tables } from '../database/schema.ts'

/** An attachment from its row. */
export const toAttachment = (row: Selectable<Tables['attachment']>): Attachment =>
  ({
    id: row.id,
    evidenceId: row.evidence_id,
    name: row.name,
    contentType: row.content_type,
    size: row.size,
    sha256: row.sha256,
    state: row.state,
    addedAt: row.added_at,
    version: row.version,
  }) as Attachment
