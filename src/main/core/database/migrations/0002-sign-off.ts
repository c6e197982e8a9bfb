import { sql, type Kysely } from 'kysely'

const tables = [
  `create table snapshot (id text primary key, version integer not null default 1,
    assessment_id text not null unique references assessment(id), signed_at text not null, signer text not null,
    role text not null, statement text not null, unassessed_reason text not null, as_at text not null,
    sha256 text not null) strict`,
  `create table snapshot_content (snapshot_id text primary key references snapshot(id), content text not null) strict`,
  `create table erratum (id text primary key, version integer not null default 1,
    assessment_id text not null references snapshot(assessment_id), added_at text not null, added_by text not null,
    words text not null) strict`,
  `create index erratum_by_assessment on erratum(assessment_id, added_at)`,
  `alter table finding add column carried_judgement text`,
  `alter table finding add column carried_narrative text not null default ''`,
  `alter table finding add column carried_at text`,
  `alter table finding add column reconfirmed_at text`,
  // Which assessment is worked on: the open one; when none is open, the one that was signed off last.
  `create view current_assessment as select id from assessment
    order by case status when 'draft' then 0 else 1 end, signed_off_at desc, from_date desc, id desc limit 1`,
]

/** Triggers that refuse a change with fixed words. `insert` counts too: with "or replace" it would take away what is there. */
const refuse = (name: string, when: string, condition: string, words: string) =>
  `create trigger ${name} before ${when} ${condition === '' ? '' : `when ${condition}`}
    begin select raise(abort, '${words}'); end`

const signedOff = 'this assessment is signed off'
const isSigned = (ids: string) => `exists (select 1 from assessment where status = 'signed-off' and id in (${ids}))`
const assessmentOf = (table: string, id: string) => `(select assessment_id from ${table} where id = ${id})`

/** What an assessment says: once it is signed off, no row of it is added, changed or taken away. */
const frozen = [
  refuse('signed_assessment_is_not_changed', 'update on assessment', `old.status = 'signed-off'`, signedOff),
  refuse('signed_assessment_is_not_removed', 'delete on assessment', `old.status = 'signed-off'`, signedOff),
  refuse('signed_assessment_is_not_replaced', 'insert on assessment', isSigned('new.id'), signedOff),
  ...['scope', 'finding'].flatMap((table) => [
    refuse(
      `signed_${table}_is_not_added`,
      `insert on ${table}`,
      isSigned(
        `new.assessment_id, ${assessmentOf(table, 'new.id')}${table === 'finding' ? `, ${assessmentOf('scope', 'new.scope_id')}` : ''}`,
      ),
      signedOff,
    ),
    refuse(
      `signed_${table}_is_not_changed`,
      `update on ${table}`,
      isSigned('old.assessment_id, new.assessment_id'),
      signedOff,
    ),
    refuse(`signed_${table}_is_not_removed`, `delete on ${table}`, isSigned('old.assessment_id'), signedOff),
  ]),
  refuse(
    'signed_link_is_not_added',
    'insert on link',
    isSigned(
      `${assessmentOf('finding', 'new.finding_id')}, (select finding.assessment_id from link join finding on finding.id = link.finding_id where link.id = new.id)`,
    ),
    signedOff,
  ),
  refuse(
    'signed_link_is_not_changed',
    'update on link',
    isSigned(`${assessmentOf('finding', 'old.finding_id')}, ${assessmentOf('finding', 'new.finding_id')}`),
    signedOff,
  ),
  refuse(
    'signed_link_is_not_removed',
    'delete on link',
    isSigned(assessmentOf('finding', 'old.finding_id')),
    signedOff,
  ),
]

/** A snapshot and its errata are written once. */
const written = [
  ...['snapshot', 'snapshot_content', 'erratum'].flatMap((table) => {
    const key = table === 'snapshot_content' ? 'snapshot_id' : 'id'
    const there =
      table === 'snapshot'
        ? 'exists (select 1 from snapshot where id = new.id or assessment_id = new.assessment_id)'
        : `exists (select 1 from ${table} where ${key} = new.${key})`
    return [
      refuse(`${table}_is_not_changed`, `update on ${table}`, '', 'a sign-off is never changed'),
      refuse(`${table}_is_not_removed`, `delete on ${table}`, '', 'a sign-off is never changed'),
      refuse(`${table}_is_not_replaced`, `insert on ${table}`, there, 'a sign-off is never changed'),
    ]
  }),
]

/** Sign-off: the snapshot, errata beside it, findings that were carried forward, and triggers that keep what was signed. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of [...tables, ...frozen, ...written]) await sql.raw(statement).execute(database)
}
