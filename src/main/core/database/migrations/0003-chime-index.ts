import { sql, type Kysely } from 'kysely'

/** An index for the CHIME filter, which read every item. */
export async function up(database: Kysely<unknown>): Promise<void> {
  await sql.raw('create index evidence_by_chime on evidence(in_bin, chime)').execute(database)
}
