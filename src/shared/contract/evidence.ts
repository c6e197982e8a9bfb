import { IsoDate } from '../model/dates.ts'
import {
  ImportChoices,
  LeftOutChoices,
  ImportOrder,
  ImportReading,
  ImportReport,
  OfferedCsv,
} from '../model/evidence-import.ts'
import {
  AlikeFile,
  Attachment,
  CleanedFiles,
  Evidence,
  EvidenceChanges,
  EvidenceFilter,
  EvidenceRow,
  EvidenceSort,
  Link,
  LinkChanges,
  NewEvidence,
} from '../model/evidence.ts'
import { AttachmentId, EvidenceId, FindingId, LinkId, PromptId, ScopeId, TransferId, Version } from '../model/ids.ts'
import { z } from '../model/schema.ts'
import { Count, Line, Words } from '../model/text.ts'
import { Relation } from '../model/vocabulary.ts'
import { query, command, task, nothing, byId, expecting, asAt } from './method.ts'

/** Evidence, its links and attachments. */
export const evidenceMethods = {
  // Evidence, its links and attachments.
  'evidence.list': query(
    'reader',
    z.strictObject({
      filter: EvidenceFilter.default(EvidenceFilter.parse({})),
      sort: EvidenceSort.default('logged'),
      descending: z.boolean().default(true),
      offset: z.int().min(0).max(10_000_000).default(0),
      limit: z.int().min(1).max(500).default(100),
      asAt: IsoDate.optional(),
    }),
    z.strictObject({ total: Count, rows: z.array(EvidenceRow) }),
  ),
  'evidence.tally': query(
    'reader',
    asAt,
    z.strictObject({
      views: z.record(z.string(), Count),
      sourceKinds: z.record(z.string(), Count),
      describes: z.record(z.string(), Count),
      regulations: z.record(z.string(), Count),
      keyQuestions: z.record(z.string(), Count),
      chime: z.record(z.string(), Count),
    }),
  ),
  'evidence.get': query('reader', byId(EvidenceId), Evidence),
  'evidence.suggestPrompt': query(
    'reader',
    z.strictObject({ text: Words, scopeId: ScopeId.nullable().default(null) }),
    z.array(
      z.strictObject({ promptId: PromptId, findingId: FindingId, scopeId: ScopeId, because: z.array(z.string()) }),
    ),
  ),
  'evidence.log': command('contributor', NewEvidence, Evidence),
  'evidence.update': command(
    'contributor',
    z.strictObject({ id: EvidenceId, expectedVersion: Version, changes: EvidenceChanges }),
    Evidence,
  ),
  'evidence.remove': command('contributor', expecting(EvidenceId), nothing),
  'evidence.restore': command('contributor', expecting(EvidenceId), Evidence),

  // Many items from a file, CSV or .xlsx. Without columns `import` knows our own names alone, and the others guess.
  'evidence.readImport': task('contributor', ImportChoices, ImportReading),
  'evidence.import': task('contributor', ImportOrder, ImportReport),
  'evidence.leftOutRows': task('contributor', LeftOutChoices, OfferedCsv),
  'evidence.importTemplate': query('reader', nothing, OfferedCsv),
  'links.add': command(
    'contributor',
    z.strictObject({
      evidenceId: EvidenceId,
      findingIds: z.array(FindingId).min(1).max(200),
      relation: Relation.default('supports'),
      weighing: Words.default(''),
    }),
    z.array(Link),
  ),
  'links.update': command(
    'contributor',
    z.strictObject({
      id: LinkId,
      expectedVersion: Version,
      changes: LinkChanges,
    }),
    Link,
  ),
  'links.remove': command('contributor', expecting(LinkId), nothing),
  'attachments.add': command(
    'contributor',
    z.strictObject({ evidenceId: EvidenceId, transferId: TransferId, name: Line }),
    Attachment,
  ),
  'attachments.remove': command('contributor', expecting(AttachmentId), nothing),
  'attachments.open': query(
    'reader',
    byId(AttachmentId),
    z.strictObject({ transferId: TransferId, name: z.string(), size: z.int(), contentType: z.string() }),
  ),
  // The same file elsewhere, by the hash of what arrived: noticed before it is attached a second time.
  'attachments.alike': query('reader', z.strictObject({ transferId: TransferId }), z.array(AlikeFile)),
  // The bytes of a file that is missing or changed; another file takes its place only when that is said.
  'attachments.replace': command(
    'contributor',
    z.strictObject({
      id: AttachmentId,
      expectedVersion: Version,
      transferId: TransferId,
      name: Line,
      another: z.boolean().default(false),
    }),
    Attachment,
  ),
  'attachments.check': task('contributor', nothing, z.strictObject({ files: Count, missing: Count, changed: Count })),
  'attachments.clean': task('contributor', nothing, CleanedFiles),
} as const
