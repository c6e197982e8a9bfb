import type { Generated, Kysely, Transaction } from 'kysely'
import type { ActionState } from '../../../shared/model/action.ts'
import type {
  CriterionAnswer,
  DecidedVoice,
  OtherWay,
  ReadBackAnswer,
  Reading,
  SuggestedVoice,
} from '../../../shared/model/care-plan-audit.ts'
import type { GuardedEntity } from '../../../shared/model/guard.ts'
import type { IdentifierType } from '../../../shared/model/identifiers/identifier.ts'
import type { FileState } from '../../../shared/model/evidence.ts'
import type { ServiceSetting } from '../../../shared/model/core-services.ts'
import type { Judgement, Relation, SourceKind } from '../../../shared/model/vocabulary.ts'

/**
 * The tables of a workspace. Ids are text, moments ISO text in UTC, dates ISO text, truth 0 or 1; nothing in the types belongs to
 * SQLite alone. Every table that a person's command changes has an `id` and a `version`, so that one recorder serves them all.
 */
export type Tables = {
  provider: ProviderTable
  core_service: CoreServiceTable
  ward: WardTable
  checklist: ChecklistTable
  assessment: AssessmentTable
  scope: ScopeTable
  finding: FindingTable
  finding_facts: FindingFactsTable
  evidence: EvidenceTable
  evidence_facts: EvidenceFactsTable
  link: LinkTable
  attachment: AttachmentTable
  action: ActionTable
  snapshot: SnapshotTable
  snapshot_content: { snapshot_id: string; content: string }
  erratum: ErratumTable
  audit: AuditTable
  audit_plan: AuditPlanTable
  audit_decision: AuditDecisionTable
  audit_answer: AuditAnswerTable
  audit_sentence: AuditSentenceTable
  audit_sentence_count: AuditSentenceCountTable
  audit_read_back: AuditReadBackTable
  current_assessment: { id: string }
  guard_salt: { only_row: number; salt: string }
  kept_find: KeptFindTable
  import_row: ImportRowTable
  trail: TrailTable
  trail_payload: TrailPayloadTable
  trail_subject: TrailSubjectTable
  undo_entry: UndoEntryTable
  evidence_search: { rowid: number; evidence_search: string; rank: number }
}

/** The database of a workspace, or a transaction on it. */
export type Database = Kysely<Tables>
export type DatabaseTransaction = Transaction<Tables>

type Recorded = { id: string; version: number }

type ProviderTable = Recorded & { name: string; sample: number }

type CoreServiceTable = Recorded & { name: string; short_name: string; setting: ServiceSetting; position: number }

type WardTable = Recorded & { core_service_id: string; name: string; position: number }

type ChecklistTable = { id: string; version: string; content: string; loaded_at: string }

type AssessmentTable = Recorded & {
  title: string
  from_date: string
  to_date: string
  status: 'draft' | 'signed-off'
  signed_off_at: string | null
  expected_visit: string | null
  executive_lead: string
  board_asks: string
  checklist_id: string
  checklist_version: string
}

type ScopeTable = Recorded & {
  assessment_id: string
  kind: 'provider' | 'core-service'
  core_service_id: string | null
  name: string
  position: number
  left_out: number
}

type FindingTable = Recorded & {
  assessment_id: string
  scope_id: string
  prompt_id: string
  judgement: Judgement
  reason: string
  narrative: string
  owner: string
  due: string | null
  judged_at: string | null
  judged_by: string
  people_yes: number
  people_in_part: number
  people_no: number
  people_who: string
  people_how: string
  people_from: string | null
  people_to: string | null
  people_words: string
  /** What the sign-off before said, when this finding was carried forward from it; null when it was not. */
  carried_judgement: Judgement | null
  carried_narrative: string
  /** When that sign-off was. */
  carried_at: string | null
  /** When the words or the judgement were set again in this cycle. */
  reconfirmed_at: string | null
}

/** What the gaps of a finding depend on, kept by the transaction that changes it (see `FindingFacts` in the model). */
type FindingFactsTable = {
  finding_id: string
  items: number
  people: number
  staff: number
  partners: number
  observation: number
  processes: number
  outcomes: number
  supporting: number
  supported_until: string | null
  unweighed: number
  missing_attachments: number
  open_actions: number
  proven_actions: number
}

type EvidenceTable = Recorded & {
  /** The order of logging, and the row of the search index. */
  seq: Generated<number>
  title: string
  shows: string
  source_kind: SourceKind
  describes_from: string | null
  describes_to: string | null
  where_kept: string
  link: string
  last_opened: string | null
  core_service_id: string | null
  ward_id: string | null
  said_by: number | null
  /** A JSON array of CHIME concepts. */
  chime: string
  note: string
  act_kind: 'safeguarding' | 'incident' | 'complaint' | 'concern' | null
  act_reference: string
  act_at: string
  logged_at: string
  logged_by: string
  in_bin: number
}

/** Counts of what hangs on an item, kept by the transaction that changes them. */
type EvidenceFactsTable = {
  /** The item's number. */
  seq: number
  supports: number
  contradicts: number
  context: number
  files: number
  files_missing: number
  window_months: number
  /** What its links touch, as bits: evidence/touches.ts. */
  touches: number
}

type LinkTable = Recorded & {
  evidence_id: string
  finding_id: string
  relation: Relation
  weighing: string
  /** JSON arrays; null means the prompt's own. */
  key_questions: string | null
  regulations: string | null
}

type AttachmentTable = Recorded & {
  evidence_id: string
  sha256: string
  name: string
  content_type: string
  size: number
  state: FileState
  added_at: string
}

type ActionTable = Recorded & {
  title: string
  detail: string
  owner: string
  due: string | null
  finding_id: string | null
  state: ActionState
  closed_at: string | null
  closed_reason: string
  evidence_id: string | null
  created_at: string
}

/** A sign-off: who signed what, when, and the digest of its content. Written once. */
type SnapshotTable = Recorded & {
  assessment_id: string
  signed_at: string
  signer: string
  role: string
  statement: string
  unassessed_reason: string
  as_at: string
  sha256: string
}

/** A correction beside a snapshot. Written once. */
type ErratumTable = Recorded & { assessment_id: string; added_at: string; added_by: string; words: string }

/** A care-plan audit. `caseload` is a JSON array of pseudonyms; `seed`, `size` and `caseload` are null unless the sample is random. */
type AuditTable = Recorded & {
  ward_id: string
  from_date: string
  to_date: string
  state: 'open' | 'closed'
  criteria_set: 'core' | 'all'
  criteria_version: string
  lexicon: string
  forty_minutes: number
  method: 'random' | 'all' | 'chosen'
  seed: number | null
  size: number | null
  caseload: string | null
  opened_at: string
  closed_at: string | null
  evidence_id: string | null
}

/** A plan under its pseudonym, without its text. `to_decide` and `block` count its statements as forty-minute mode parts them. */
type AuditPlanTable = Recorded & {
  audit_id: string
  pseudonym: string
  position: number
  format: string
  statements: number
  to_decide: number
  block: number
}

/** What was decided of a statement, by its place in the plan. `needs` is a JSON array. `own_decision`: not one of the block's. */
type AuditDecisionTable = Recorded & {
  plan_id: string
  reading: Reading
  statement: number
  suggested: SuggestedVoice
  unsure: number
  own_decision: number
  voice: DecidedVoice
  other_way: OtherWay | null
  needs: string
  in_block: number
  decided_at: string
  decided_by: string
}

type AuditAnswerTable = Recorded & {
  plan_id: string
  reading: Reading
  criterion: string
  answer: CriterionAnswer
  reason: string
  decided_at: string
  decided_by: string
}

/** A templated sentence that an auditor chose to keep, to see its count fall. */
type AuditSentenceTable = Recorded & { words: string; source: string; action_id: string | null; kept_at: string }

/** In how many plans of an audit a sentence stands. */
type AuditSentenceCountTable = Recorded & { sentence_id: string; audit_id: string; plans: number }

/** What a person said of their own lines when a peer worker read them back. */
type AuditReadBackTable = Recorded & { plan_id: string; answer: ReadBackAnswer; asked_by: string; asked_on: string }

/** The digest of each row that was brought in from a file, so that bringing it in again makes no second item. */
type ImportRowTable = { digest: string; evidence_id: string }

/** A find of the identifier guard that was kept, by the find's id: a salted hash, never its words. */
type KeptFindTable = Recorded & {
  entity: GuardedEntity
  entity_id: string
  field: string
  kind: IdentifierType
  reason: string
  kept_at: string
  kept_by: string
}

type TrailTable = {
  seq: number
  at: string
  actor_id: string
  actor_name: string
  method: string
  /** Salted SHA-256 of the payload: the payload may be blanked without breaking the chain. */
  payload_digest: string
  previous_hash: string
  hash: string
}

type TrailPayloadTable = { seq: number; salt: string | null; content: string | null }

type TrailSubjectTable = { seq: number; entity: string; id: string }

/** What can be undone or redone, in order; `seq` is the trail row whose changes the next undo or redo turns round. */
type UndoEntryTable = { position: number; seq: number; state: 'done' | 'undone' }
