import { sql, type Kysely } from 'kysely'

const tables = [
  `create table plan (id text primary key, word text not null, text text not null, masks text not null, sentences text not null,
    lexicon text not null, reading text not null) strict`,
  `create table note (plan_id text not null references plan(id) on delete cascade, reading text not null,
    statement integer not null, words text not null, primary key (plan_id, reading, statement)) strict`,
]

/** The texts of one audit: its plans, and the auditors' notes on their statements. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(database)
}
