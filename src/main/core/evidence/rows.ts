import type { Selectable } from 'kysely'
import type { Prompt } from '../../../shared/model/checklist.ts'
import type { EvidenceChanges, EvidenceRow, Link, NewEvidence } from '../../../shared/model/evidence.ts'
import type { ChimeConcept, KeyQuestion, Regulation } from '../../../shared/model/vocabulary.ts'
import type { Database, Tables } from '../database/schema.ts'

type Item = Selectable<Tables['evidence']>
type FactsOfItem = Omit<Selectable<Tables['evidence_facts']>, 'seq' | 'touches'>
type Places = { ward_name: string | null; core_service_name: string | null }

const selectPlaced = (db: Database) =>
  db
    .selectFrom('evidence')
    .leftJoin('ward', 'ward.id', 'evidence.ward_id')
    .leftJoin('core_service', (join) =>
      join.on(({ eb, ref, fn }) =>
        eb('core_service.id', '=', fn.coalesce(ref('evidence.core_service_id'), ref('ward.core_service_id'))),
      ),
    )

/** Items by their numbers alone, to be put in order: an index is enough for it, and no row of the log is read. */
export const selectNumbers = (db: Database) => selectPlaced(db).select('evidence.seq')

/** Items with their counts and places: what every list of evidence selects. */
export const selectItems = (db: Database) =>
  selectPlaced(db)
    .innerJoin('evidence_facts as facts', 'facts.seq', 'evidence.seq')
    .selectAll('evidence')
    .select([
      'facts.supports',
      'facts.contradicts',
      'facts.context',
      'facts.files',
      'facts.files_missing',
      'facts.window_months',
    ])
    .select(['ward.name as ward_name', 'core_service.short_name as core_service_name'])

/** An item as a row of a table. */
export const toEvidenceRow = (row: Item & FactsOfItem & Places): EvidenceRow =>
  ({
    id: row.id,
    title: row.title,
    shows: row.shows,
    sourceKind: row.source_kind,
    describesFrom: row.describes_from,
    describesTo: row.describes_to,
    whereKept: row.where_kept,
    link: row.link,
    lastOpened: row.last_opened,
    coreServiceId: row.core_service_id,
    wardId: row.ward_id,
    saidBy: row.said_by,
    chime: JSON.parse(row.chime) as ChimeConcept[],
    note: row.note,
    actToday: row.act_kind === null ? null : { kind: row.act_kind, reference: row.act_reference, at: row.act_at },
    wardName: row.ward_name,
    coreServiceName: row.core_service_name,
    loggedAt: row.logged_at,
    loggedBy: row.logged_by,
    inBin: row.in_bin === 1,
    version: row.version,
    supports: row.supports,
    contradicts: row.contradicts,
    context: row.context,
    files: row.files,
    filesMissing: row.files_missing,
    windowMonths: row.window_months,
  }) as EvidenceRow

/** The columns that a person's changes set; a field that was not given is left out. */
export function toColumns(
  changes: EvidenceChanges | Omit<NewEvidence, 'links'>,
): Partial<Omit<Item, 'id' | 'version' | 'seq'>> {
  const { actToday } = changes
  const columns = {
    title: changes.title,
    shows: changes.shows,
    source_kind: changes.sourceKind,
    describes_from: changes.describesFrom,
    // A period with one end given is that day: age is judged by the end.
    describes_to: changes.describesTo ?? (changes.describesTo === null ? (changes.describesFrom ?? null) : undefined),
    where_kept: changes.whereKept,
    link: changes.link,
    last_opened: changes.lastOpened,
    core_service_id: changes.coreServiceId,
    ward_id: changes.wardId,
    said_by: changes.saidBy,
    chime: changes.chime === undefined ? undefined : JSON.stringify(changes.chime),
    note: changes.note,
    act_kind: actToday === undefined ? undefined : (actToday?.kind ?? null),
    act_reference: actToday === undefined ? undefined : (actToday?.reference ?? ''),
    act_at: actToday === undefined ? undefined : (actToday?.at ?? ''),
  }
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined))
}

/** A link from its row; key questions and regulations are the prompt's unless the person chose others. */
export const toLink = (row: Selectable<Tables['link']>, prompt: Prompt): Link =>
  ({
    id: row.id,
    evidenceId: row.evidence_id,
    findingId: row.finding_id,
    relation: row.relation,
    weighing: row.weighing,
    keyQuestions:
      row.key_questions === null ? keyQuestionsOf(prompt) : (JSON.parse(row.key_questions) as KeyQuestion[]),
    regulations: row.regulations === null ? [...prompt.regulations] : (JSON.parse(row.regulations) as Regulation[]),
    usesPromptDefaults: row.key_questions === null && row.regulations === null,
    version: row.version,
  }) as Link

/** The key questions of a prompt, each once. */
export const keyQuestionsOf = (prompt: Prompt): KeyQuestion[] => [
  ...new Set(prompt.keyQuestions.map(({ keyQuestion }) => keyQuestion)),
]
