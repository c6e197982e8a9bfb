import { sql, type Kysely } from 'kysely'

const statements = [
  `create table guard_salt (only_row integer primary key check (only_row = 1), salt text not null) strict`,
  `insert into guard_salt values (1, lower(hex(randomblob(16))))`,
  `create table kept_find (id text primary key, version integer not null default 1, entity text not null,
    entity_id text not null, field text not null, kind text not null, reason text not null, kept_at text not null,
    kept_by text not null) strict`,
  // A payload may be blanked, or, without its salt, put again without the words that were erased: the trail then names its digest.
  'drop trigger trail_payload_is_only_blanked',
  `create trigger trail_payload_is_only_blanked before update on trail_payload
    when new.salt is not null or new.seq <> old.seq or (new.content is not null and old.content is null)
    begin select raise(abort, 'the trail is append-only'); end`,
  // What is taken out of the search index leaves nothing of itself in its pages; what was taken out before goes with the rebuilding.
  `insert into evidence_search(evidence_search, rank) values ('secure-delete', 1)`,
  `insert into evidence_search(evidence_search) values ('rebuild')`,
]

/** What the identifier guard keeps: the salt of the finds' ids, finds that were kept with why, and ways to erase words for good. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
