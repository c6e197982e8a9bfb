import { mostNewer, type WayBack } from '../../../shared/model/backup.ts'
import { openDatabaseToRead } from '../database/open-database.ts'
import { listTrail } from '../trail/queries.ts'

/**
 * What the trail of a workspace says was changed after a moment, the latest first and at most {@link mostNewer}. The workspace may be
 * damaged: null where its trail cannot be read.
 */
export async function readNewer(folder: string, moment: string): Promise<WayBack['newer']> {
  try {
    const database = await openDatabaseToRead(folder, { immutable: false })
    try {
      const rows = await listTrail(database.reader, { before: null, limit: mostNewer })
      return rows.filter(({ at }) => at > moment).map(({ seq, at, words }) => ({ seq, at, words }))
    } finally {
      await database.close()
    }
  } catch {
    return null
  }
}
