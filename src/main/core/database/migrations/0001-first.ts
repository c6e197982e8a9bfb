import { sql, type Kysely } from 'kysely'

const recorded = 'id text primary key, version integer not null default 1'

const tables = [
  `create table provider (${recorded}, name text not null, sample integer not null) strict`,
  `create table core_service (${recorded}, name text not null, short_name text not null, setting text not null,
    position integer not null) strict`,
  `create table ward (${recorded}, core_service_id text not null references core_service(id), name text not null,
    position integer not null) strict`,
  `create table checklist (id text not null, version text not null, content text not null, loaded_at text not null,
    primary key (id, version)) strict`,
  `create table assessment (${recorded}, title text not null, from_date text not null, to_date text not null,
    status text not null, signed_off_at text, expected_visit text, checklist_id text not null,
    checklist_version text not null, foreign key (checklist_id, checklist_version) references checklist(id, version)) strict`,
  `create table scope (${recorded}, assessment_id text not null references assessment(id), kind text not null,
    core_service_id text references core_service(id), name text not null, position integer not null,
    left_out integer not null) strict`,
  `create table finding (${recorded}, assessment_id text not null references assessment(id),
    scope_id text not null references scope(id), prompt_id text not null, judgement text not null, reason text not null,
    narrative text not null, owner text not null, due text, judged_at text, judged_by text not null,
    people_yes integer not null, people_in_part integer not null, people_no integer not null, people_who text not null,
    people_how text not null, people_from text, people_to text, people_words text not null,
    unique (scope_id, prompt_id)) strict`,
  `create table finding_facts (finding_id text primary key references finding(id) on delete cascade,
    items integer not null, people integer not null, staff integer not null, partners integer not null,
    observation integer not null, processes integer not null, outcomes integer not null, supporting integer not null,
    supported_until text, unweighed integer not null, missing_attachments integer not null,
    open_actions integer not null, proven_actions integer not null) strict`,
  `create table evidence (seq integer primary key, id text not null unique, version integer not null default 1,
    title text not null, shows text not null, source_kind text not null, describes_from text, describes_to text,
    where_kept text not null, link text not null, last_opened text, core_service_id text references core_service(id),
    ward_id text references ward(id), said_by integer, chime text not null, note text not null, act_kind text,
    act_reference text not null, act_at text not null, logged_at text not null, logged_by text not null,
    in_bin integer not null) strict`,
  `create table evidence_facts (evidence_id text primary key references evidence(id) on delete cascade,
    supports integer not null, contradicts integer not null, context integer not null, files integer not null,
    files_missing integer not null, window_months integer not null) strict`,
  `create table link (${recorded}, evidence_id text not null references evidence(id),
    finding_id text not null references finding(id), relation text not null, weighing text not null, key_questions text,
    regulations text, unique (evidence_id, finding_id)) strict`,
  `create table attachment (${recorded}, evidence_id text not null references evidence(id), sha256 text not null,
    name text not null, content_type text not null, size integer not null, state text not null,
    added_at text not null) strict`,
  `create table action (${recorded}, title text not null, detail text not null, owner text not null, due text,
    finding_id text references finding(id), state text not null, closed_at text, closed_reason text not null,
    evidence_id text references evidence(id), created_at text not null) strict`,
  `create table import_row (digest text primary key, evidence_id text not null references evidence(id) on delete cascade) strict`,
  `create table trail (seq integer primary key, at text not null, actor_id text not null, actor_name text not null,
    method text not null, payload_digest text not null, previous_hash text not null, hash text not null) strict`,
  `create table trail_payload (seq integer primary key references trail(seq), salt text, content text) strict`,
  `create table trail_subject (seq integer not null references trail(seq), entity text not null, id text not null,
    primary key (entity, id, seq)) strict, without rowid`,
  `create table undo_entry (position integer primary key, seq integer not null references trail(seq), state text not null) strict`,
]

const indexes = [
  'create index ward_by_core_service on ward(core_service_id)',
  'create index scope_by_assessment on scope(assessment_id)',
  'create index finding_by_assessment on finding(assessment_id, scope_id)',
  'create index link_by_finding on link(finding_id)',
  'create index attachment_by_evidence on attachment(evidence_id)',
  'create index attachment_by_sha256 on attachment(sha256)',
  'create index action_by_finding on action(finding_id)',
  'create index action_by_due on action(state, due)',
  'create index evidence_by_logged on evidence(in_bin, seq)',
  'create index evidence_by_title on evidence(in_bin, title, seq)',
  'create index evidence_by_describes on evidence(in_bin, describes_to, seq)',
  'create index evidence_by_kind on evidence(in_bin, source_kind, seq)',
  'create index evidence_by_ward on evidence(in_bin, ward_id, seq)',
  'create index evidence_by_core_service on evidence(in_bin, core_service_id, seq)',
  'create index evidence_by_act on evidence(seq) where act_kind is not null',
  'create index evidence_facts_contradicts on evidence_facts(evidence_id) where contradicts > 0',
  'create index evidence_facts_missing on evidence_facts(evidence_id) where files_missing > 0',
  'create index evidence_facts_unlinked on evidence_facts(evidence_id) where supports + contradicts + context = 0',
  'create index import_row_by_evidence on import_row(evidence_id)',
]

/** The words of an item, kept in step by trigger so that no writer can forget them. */
const search = [
  `create virtual table evidence_search using fts5(title, shows, where_kept, note, content='evidence', content_rowid='seq',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3')`,
  `create trigger evidence_search_added after insert on evidence begin
    insert into evidence_search(rowid, title, shows, where_kept, note)
    values (new.seq, new.title, new.shows, new.where_kept, new.note); end`,
  `create trigger evidence_search_removed after delete on evidence begin
    insert into evidence_search(evidence_search, rowid, title, shows, where_kept, note)
    values ('delete', old.seq, old.title, old.shows, old.where_kept, old.note); end`,
  `create trigger evidence_search_changed after update of title, shows, where_kept, note on evidence begin
    insert into evidence_search(evidence_search, rowid, title, shows, where_kept, note)
    values ('delete', old.seq, old.title, old.shows, old.where_kept, old.note);
    insert into evidence_search(rowid, title, shows, where_kept, note)
    values (new.seq, new.title, new.shows, new.where_kept, new.note); end`,
]

/** The trail only grows; of a payload the words may be blanked, and nothing else. */
const guards = [
  `create trigger trail_is_append_only before update on trail begin select raise(abort, 'the trail is append-only'); end`,
  `create trigger trail_is_never_cut before delete on trail begin select raise(abort, 'the trail is append-only'); end`,
  `create trigger trail_payload_is_only_blanked before update on trail_payload
    when new.content is not null or new.salt is not null or new.seq <> old.seq
    begin select raise(abort, 'the trail is append-only'); end`,
  `create trigger trail_payload_is_never_cut before delete on trail_payload begin
    select raise(abort, 'the trail is append-only'); end`,
  `create trigger trail_subject_is_append_only before update on trail_subject begin
    select raise(abort, 'the trail is append-only'); end`,
]

/** The tables of the first version. Frozen once released. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of [...tables, ...indexes, ...search, ...guards]) await sql.raw(statement).execute(database)
}
