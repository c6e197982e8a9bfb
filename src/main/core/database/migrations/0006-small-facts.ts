import { sql, type Kysely } from 'kysely'

/** What a link may touch, in the order of the bits of `touches`. */
const bits = ['regulation-9', 'regulation-10', 'mha-code', 'safe', 'effective', 'caring', 'responsive', 'well-led']
const valueOf = (column: string) =>
  `case ${column} ${bits.map((name, position) => `when '${name}' then ${2 ** position}`).join(' ')} else 0 end`
const chosen = (column: string) =>
  `(select coalesce(sum(distinct ${valueOf('value')}), 0) from json_each(link.${column}))`

/** What each prompt of each checklist touches: its regulations and, each once, its key questions. */
const prompts = `select checklist.id as checklist_id, checklist.version as checklist_version,
    json_extract(prompt.value, '$.id') as prompt_id,
    (select coalesce(sum(distinct ${valueOf('value')}), 0)
      from json_each(prompt.value, '$.regulations')) as regulations,
    (select coalesce(sum(distinct ${valueOf("json_extract(value, '$.keyQuestion')")}), 0)
      from json_each(prompt.value, '$.keyQuestions')) as key_questions
  from checklist, json_each(checklist.content, '$.prompts') as prompt`

const statements = [
  `create table small_facts (seq integer primary key references evidence(seq) on delete cascade,
    supports integer not null, contradicts integer not null, context integer not null, files integer not null,
    files_missing integer not null, window_months integer not null, touches integer not null) strict`,
  `insert into small_facts
    with prompt as materialized (${prompts}),
    bearing as materialized (select link.evidence_id,
        case when link.regulations is null then prompt.regulations else ${chosen('regulations')} end
        | case when link.key_questions is null then prompt.key_questions else ${chosen('key_questions')} end as touches
      from link join finding on finding.id = link.finding_id
      join assessment on assessment.id = finding.assessment_id
      join prompt on prompt.checklist_id = assessment.checklist_id
        and prompt.checklist_version = assessment.checklist_version and prompt.prompt_id = finding.prompt_id
      where assessment.id = (select id from current_assessment)),
    touched as materialized (select evidence_id,
        ${bits.map((_, position) => `max(touches & ${2 ** position})`).join(' | ')} as touches
      from bearing group by evidence_id)
    select evidence.seq, supports, contradicts, context, files, files_missing, window_months,
      coalesce(touched.touches, 0)
    from evidence join evidence_facts on evidence_facts.evidence_id = evidence.id
    left join touched on touched.evidence_id = evidence.id`,
  'drop table evidence_facts',
  'alter table small_facts rename to evidence_facts',
  'create index evidence_facts_contradicts on evidence_facts(seq) where contradicts > 0',
  'create index evidence_facts_missing on evidence_facts(seq) where files_missing > 0',
  'create index evidence_facts_unlinked on evidence_facts(seq) where supports + contradicts + context = 0',
  'create index evidence_facts_touches on evidence_facts(touches)',
  // The items of a finding are read in the index alone.
  'drop index link_by_finding',
  'create index link_by_finding on link(finding_id, evidence_id)',
  // Sorting by place reads the index alone; nothing asked for core services by themselves.
  'drop index evidence_by_ward',
  'drop index evidence_by_core_service',
  'create index evidence_by_place on evidence(in_bin, ward_id, core_service_id, seq)',
]

/**
 * The counts beside an item by its number rather than its id, with what its links touch as a mask of bits: what counts and filters
 * is one scan of small rows.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database)
}
