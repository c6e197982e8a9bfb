import { IsoDate, Timestamp } from './dates.ts'
import {
  AttachmentId,
  CoreServiceId,
  EvidenceId,
  FindingId,
  LinkId,
  PromptId,
  ScopeId,
  Version,
  WardId,
} from './ids.ts'
import { z } from './schema.ts'
import { Count, Line, OptionalLine, SomeWords, Words } from './text.ts'
import { ChimeConcept, Judgement, KeyQuestion, Regulation, Relation, SourceKind } from './vocabulary.ts'

/** "Does someone need to act today?": what was raised, its reference and time. The tool itself tells nobody. */
export const ActToday = z.strictObject({
  kind: z.enum(['safeguarding', 'incident', 'complaint', 'concern']),
  reference: OptionalLine,
  at: OptionalLine,
})
export type ActToday = z.infer<typeof ActToday>

/** A link to a place where evidence already lives. Only web addresses can be opened; anything else is a place in words. */
export const PlaceLink = z.string().trim().max(2_000)

const evidenceFields = {
  title: Line,
  shows: SomeWords,
  sourceKind: SourceKind,
  describesFrom: IsoDate.nullable(),
  describesTo: IsoDate.nullable(),
  whereKept: OptionalLine,
  link: PlaceLink,
  lastOpened: IsoDate.nullable(),
  coreServiceId: CoreServiceId.nullable(),
  wardId: WardId.nullable(),
  saidBy: Count.nullable(),
  chime: z.array(ChimeConcept).max(5),
  note: Words,
  actToday: ActToday.nullable(),
}

const datesInOrder = (item: { describesFrom?: IsoDate | null | undefined; describesTo?: IsoDate | null | undefined }) =>
  !item.describesFrom || !item.describesTo || item.describesFrom <= item.describesTo

/** A link that is logged together with its evidence. */
export const NewLink = z.strictObject({
  findingId: FindingId,
  relation: Relation.default('supports'),
  weighing: Words.default(''),
})

/**
 * What a person logs. Only title, what it shows and the kind of source are required. The dates are those that the evidence
 * describes, apart from the moment it was logged.
 */
export const NewEvidence = z
  .strictObject({
    ...evidenceFields,
    describesFrom: evidenceFields.describesFrom.default(null),
    describesTo: evidenceFields.describesTo.default(null),
    whereKept: evidenceFields.whereKept.default(''),
    link: evidenceFields.link.default(''),
    lastOpened: evidenceFields.lastOpened.default(null),
    coreServiceId: evidenceFields.coreServiceId.default(null),
    wardId: evidenceFields.wardId.default(null),
    saidBy: evidenceFields.saidBy.default(null),
    chime: evidenceFields.chime.default([]),
    note: evidenceFields.note.default(''),
    actToday: evidenceFields.actToday.default(null),
    links: z.array(NewLink).max(200).default([]),
  })
  .refine(datesInOrder, { path: ['describesTo'], message: 'ends before it begins' })
export type NewEvidence = z.infer<typeof NewEvidence>

/** The fields of an item that a person may change, each only when given. */
export const EvidenceChanges = z
  .strictObject(evidenceFields)
  .partial()
  .refine(datesInOrder, { path: ['describesTo'], message: 'ends before it begins' })
export type EvidenceChanges = z.infer<typeof EvidenceChanges>

/** Whether the bytes of an attachment are where they were put, and are the same. */
export const FileState = z.enum(['present', 'missing', 'changed'])
export type FileState = z.infer<typeof FileState>

/** A file kept by its SHA-256 beside the database. `size` is in bytes; `contentType` was sniffed, not believed. */
export const Attachment = z.strictObject({
  id: AttachmentId,
  evidenceId: EvidenceId,
  name: Line,
  contentType: z.string(),
  size: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  state: FileState,
  addedAt: Timestamp,
  version: Version,
})
export type Attachment = z.infer<typeof Attachment>

/** Where a file with the same bytes is attached already. */
export const AlikeFile = z.strictObject({ evidenceId: EvidenceId, title: Line, name: Line })
export type AlikeFile = z.infer<typeof AlikeFile>

/** Files that no item uses: how many were cleared away, their bytes, and how many were left because they are younger than an hour. */
export const CleanedFiles = z.strictObject({ removed: Count, bytes: z.int().min(0), young: Count })
export type CleanedFiles = z.infer<typeof CleanedFiles>

/** One item of evidence on one finding. Key questions and regulations are the prompt's unless the person chose others. */
export const Link = z.strictObject({
  id: LinkId,
  evidenceId: EvidenceId,
  findingId: FindingId,
  relation: Relation,
  weighing: Words,
  keyQuestions: z.array(KeyQuestion),
  regulations: z.array(Regulation),
  usesPromptDefaults: z.boolean(),
  version: Version,
})
export type Link = z.infer<typeof Link>

/** What may be changed of a link; null for key questions or regulations brings the prompt's own back. */
export const LinkChanges = z
  .strictObject({
    relation: Relation,
    weighing: Words,
    keyQuestions: z.array(KeyQuestion).max(5).nullable(),
    regulations: z.array(Regulation).max(3).nullable(),
  })
  .partial()

/** An item as a row of a table: its fields, and counts of what hangs on it. */
export const EvidenceRow = z.strictObject({
  ...evidenceFields,
  id: EvidenceId,
  wardName: z.string().nullable(),
  coreServiceName: z.string().nullable(),
  loggedAt: Timestamp,
  loggedBy: z.string(),
  inBin: z.boolean(),
  version: Version,
  supports: Count,
  contradicts: Count,
  context: Count,
  files: Count,
  filesMissing: Count,
  /** The strictest window, in months, of the prompts that the item serves. */
  windowMonths: z.int().min(1),
})
export type EvidenceRow = z.infer<typeof EvidenceRow>

/** A link as the item's page shows it: where it leads, in words. */
export const LinkOfEvidence = z.strictObject({
  ...Link.shape,
  promptId: PromptId,
  promptShort: z.string(),
  scopeId: ScopeId,
  scopeName: z.string(),
  judgement: Judgement,
  windowMonths: z.int().min(1),
})
export type LinkOfEvidence = z.infer<typeof LinkOfEvidence>

/** An item with its attachments and links. */
export const Evidence = z.strictObject({
  ...EvidenceRow.shape,
  attachments: z.array(Attachment),
  links: z.array(LinkOfEvidence),
})
export type Evidence = z.infer<typeof Evidence>

/** Ready-made views of the evidence log. */
export const evidenceViews = [
  'all',
  'stale',
  'not-linked',
  'contradicts',
  'attachment-missing',
  'acted-today',
  'bin',
] as const
export const EvidenceView = z.enum(evidenceViews)
export type EvidenceView = z.infer<typeof EvidenceView>

/** How long ago the period that an item describes ended, counted back from the date of the picture. */
export const DescribesBand = z.enum(['last-12-months', '12-to-18-months', 'older-or-no-date'])

/** What the evidence log may be filtered by; filters of different kinds narrow, values of one kind widen. */
export const EvidenceFilter = z.strictObject({
  view: EvidenceView.default('all'),
  words: z.string().max(500).default(''),
  sourceKinds: z.array(SourceKind).max(6).default([]),
  describes: z.array(DescribesBand).max(3).default([]),
  regulations: z.array(Regulation).max(3).default([]),
  keyQuestions: z.array(KeyQuestion).max(5).default([]),
  chime: z.array(ChimeConcept).max(5).default([]),
  scopeId: ScopeId.nullable().default(null),
  findingId: FindingId.nullable().default(null),
  wardId: WardId.nullable().default(null),
})
export type EvidenceFilter = z.infer<typeof EvidenceFilter>

/** What the log may be sorted by. Newest logged first is the order of search. */
export const EvidenceSort = z.enum(['logged', 'title', 'where', 'describes'])
export type EvidenceSort = z.infer<typeof EvidenceSort>
