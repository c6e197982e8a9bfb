import { sql, type Kysely } from 'kysely'

/** What the report's summary says in the user's own words: who leads on it, by role, and what the board is asked to do. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const column of ['executive_lead', 'board_asks'])
    await sql.raw(`alter table assessment add column ${column} text not null default ''`).execute(database)
}
