import { sql, type Kysely } from 'kysely'

const isClosed = (plan: string) =>
  `exists (select 1 from audit_plan join audit on audit.id = audit_plan.audit_id where audit_plan.id = ${plan} and audit.state = 'closed')`

const tables = [
  `create table audit (id text primary key, version integer not null default 1, ward_id text not null references ward(id),
    from_date text not null, to_date text not null, state text not null default 'open' check (state in ('open', 'closed')),
    criteria_set text not null check (criteria_set in ('core', 'all')), criteria_version text not null,
    lexicon text not null default '', forty_minutes integer not null default 1, method text not null,
    seed integer, size integer, caseload text, opened_at text not null, closed_at text,
    evidence_id text references evidence(id)) strict`,
  `create index audit_by_ward on audit(ward_id, to_date)`,
  `create table audit_plan (id text primary key, version integer not null default 1,
    audit_id text not null references audit(id), pseudonym text not null, position integer not null, format text not null,
    statements integer not null, to_decide integer not null, block integer not null, unique (audit_id, pseudonym)) strict`,
  `create table audit_decision (id text primary key, version integer not null default 1,
    plan_id text not null references audit_plan(id), reading text not null check (reading in ('first', 'second', 'agreed')),
    statement integer not null, suggested text not null, unsure integer not null, own_decision integer not null,
    voice text not null, other_way text, needs text not null, in_block integer not null, decided_at text not null,
    decided_by text not null, unique (plan_id, reading, statement)) strict`,
  `create table audit_answer (id text primary key, version integer not null default 1,
    plan_id text not null references audit_plan(id), reading text not null check (reading in ('first', 'second', 'agreed')),
    criterion text not null, answer text not null check (answer in ('yes', 'partly', 'no', 'not-applicable')),
    reason text not null, decided_at text not null, decided_by text not null, unique (plan_id, reading, criterion)) strict`,
  `create table audit_sentence (id text primary key, version integer not null default 1, words text not null,
    source text not null, action_id text references action(id) on delete set null, kept_at text not null) strict`,
  `create table audit_sentence_count (id text primary key, version integer not null default 1,
    sentence_id text not null references audit_sentence(id), audit_id text not null references audit(id),
    plans integer not null, unique (sentence_id, audit_id)) strict`,
  `create table audit_read_back (id text primary key, version integer not null default 1,
    plan_id text not null unique references audit_plan(id),
    answer text not null check (answer in ('mine', 'not-quite', 'not-mine', 'never-saw-it')),
    asked_by text not null, asked_on text not null) strict`,
]

/** What was decided in an audit stays once it is closed: its texts are gone, so nobody could decide again. */
const frozen = ['audit_decision', 'audit_answer'].flatMap((table) =>
  (['insert', 'update', 'delete'] as const).map(
    (change) => `create trigger closed_${table}_${change} before ${change} on ${table}
      when ${isClosed(change === 'delete' ? 'old.plan_id' : 'new.plan_id')}
      begin select raise(abort, 'this audit is closed'); end`,
  ),
)

/** Care-plan audits: samples, plans under pseudonyms, decisions, answers, sentences to retire, what people said. No plan's text. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of [...tables, ...frozen]) await sql.raw(statement).execute(database)
}
