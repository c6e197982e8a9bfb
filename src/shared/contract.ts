import { Action, ActionState, NewAction } from './model/action.ts'
import { Assessment, Scope } from './model/assessment.ts'
import { ChecklistPack } from './model/checklist.ts'
import { IsoDate } from './model/dates.ts'
import {
  Attachment,
  Evidence,
  EvidenceChanges,
  EvidenceFilter,
  EvidenceRow,
  EvidenceSort,
  Link,
  LinkChanges,
  NewEvidence,
} from './model/evidence.ts'
import { Finding, FindingChanges, FindingDetail, FindingSummary } from './model/finding.ts'
import {
  ActionId,
  AssessmentId,
  AttachmentId,
  CoreServiceId,
  EvidenceId,
  FindingId,
  LinkId,
  PromptId,
  ScopeId,
  TaskId,
  TransferId,
  Version,
  WardId,
  WorkspaceId,
} from './model/ids.ts'
import { ImportChoices, ImportOrder, ImportReading, ImportReport, OfferedCsv } from './model/evidence-import.ts'
import { Overview } from './model/overview.ts'
import { PeopleView } from './model/people-view.ts'
import { Comparison } from './model/comparison.ts'
import { CoreService, Provider, Ward } from './model/provider.ts'
import { ReportChoices, ReportResult } from './model/report.ts'
import { z } from './model/schema.ts'
import { ServiceSetting } from './model/core-services.ts'
import { Erratum, NewSignOff, SignedAssessment, SignOff, SignOffCheck } from './model/sign-off.ts'
import { Status } from './model/status.ts'
import { BackupResult } from './model/backup.ts'
import { Count, Line, SomeWords, Words } from './model/text.ts'
import { HistoryState, TrailEntry, type Role } from './model/trail.ts'
import { Verification } from './model/verification.ts'
import { Relation } from './model/vocabulary.ts'
import { NewWorkspace, OpenWorkspace, Settings, WorkspaceSummary } from './model/workspace.ts'

/** A `query` never writes; a `command` is one transaction with its trail row; a `task` runs on, with progress and cancel. */
export type MethodKind = 'query' | 'command' | 'task'

/** Where a method is answered: by the application (which workspaces there are) or by the open workspace. */
export type MethodPlace = 'application' | 'workspace'

/** One method of the contract. For a task, `output` is what its result holds in the end. */
export type Method = {
  kind: MethodKind
  place: MethodPlace
  access: Role
  input: z.ZodType
  output: z.ZodType
}

const define =
  <Kind extends MethodKind, Place extends MethodPlace>(kind: Kind, place: Place) =>
  <Input extends z.ZodType, Output extends z.ZodType>(access: Role, input: Input, output: Output) => ({
    kind,
    place,
    access,
    input,
    output,
  })

const query = define('query', 'workspace')
const command = define('command', 'workspace')
const task = define('task', 'workspace')
const ask = define('query', 'application')
const order = define('command', 'application')

const nothing = z.strictObject({})
const byId = <Id extends z.ZodType>(id: Id) => z.strictObject({ id })
const expecting = <Id extends z.ZodType>(id: Id) => z.strictObject({ id, expectedVersion: Version })
const asAt = z.strictObject({ asAt: IsoDate.optional() })

/** At most this many bytes cross in one call. */
export const chunkSize = 1_048_576

const Chunk = z.base64().max(Math.ceil(chunkSize / 3) * 4)

/**
 * THE contract between the core and whoever uses it. From it come the types {@link Api} and {@link Handlers}, the preload bridge, the
 * IPC handlers, the HTTP routes, the command line's client and the contract tests.
 */
export const contract = {
  // Which workspaces there are, and who is working.
  'app.info': ask('reader', nothing, z.strictObject({ version: z.string(), today: IsoDate })),
  'settings.get': ask('reader', nothing, Settings),
  'settings.set': order('reader', Settings.partial(), Settings),
  'workspaces.list': ask('reader', nothing, z.array(WorkspaceSummary)),
  'workspaces.current': ask('reader', nothing, OpenWorkspace.nullable()),
  'workspaces.create': order(
    'contributor',
    z.strictObject({ workspace: NewWorkspace, placeId: z.string().max(64).optional() }),
    OpenWorkspace,
  ),
  'workspaces.createSample': order('contributor', nothing, OpenWorkspace),
  'workspaces.open': order('reader', byId(WorkspaceId), OpenWorkspace),
  'workspaces.close': order('reader', nothing, nothing),
  'workspaces.forget': order('reader', byId(WorkspaceId), nothing),
  'checklists.available': ask(
    'reader',
    nothing,
    z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        version: z.string(),
        issued: z.string(),
        reviewDue: z.string(),
        caveat: z.string(),
        provider: Count,
        coreService: Count,
      }),
    ),
  ),

  // The provider, its core services and wards.
  'provider.get': query('reader', nothing, Provider),
  'provider.rename': command('lead', z.strictObject({ name: Line, expectedVersion: Version }), nothing),
  'core-services.add': command(
    'lead',
    z.strictObject({ coreService: z.string().max(64), name: Line.optional(), setting: ServiceSetting.optional() }),
    CoreService,
  ),
  'core-services.rename': command(
    'lead',
    z.strictObject({ id: CoreServiceId, expectedVersion: Version, shortName: Line }),
    CoreService,
  ),
  'wards.add': command('lead', z.strictObject({ coreServiceId: CoreServiceId, name: Line }), Ward),
  'wards.rename': command('lead', z.strictObject({ id: WardId, expectedVersion: Version, name: Line }), Ward),
  'wards.remove': command('lead', expecting(WardId), nothing),

  // The checklist and the assessment.
  'checklists.current': query('reader', nothing, ChecklistPack),
  'assessments.list': query('reader', nothing, z.array(Assessment)),
  'assessments.current': query('reader', nothing, z.strictObject({ assessment: Assessment, scopes: z.array(Scope) })),
  'assessments.update': command(
    'lead',
    z.strictObject({
      id: AssessmentId,
      expectedVersion: Version,
      changes: z.strictObject({ title: Line, from: IsoDate, to: IsoDate, expectedVisit: IsoDate.nullable() }).partial(),
    }),
    Assessment,
  ),
  'assessments.startNext': command(
    'lead',
    z.strictObject({
      from: IsoDate,
      to: IsoDate,
      title: Line.optional(),
      expectedVisit: IsoDate.nullable().default(null),
    }),
    Assessment,
  ),
  'assessments.compare': query('reader', asAt, Comparison.nullable()),

  // Sign-off: what to look at before it, the snapshot, and corrections beside it.
  'signoff.check': query('reader', asAt, SignOffCheck),
  'signoff.sign': command('lead', NewSignOff, SignOff),
  'signoff.get': query('reader', z.strictObject({ assessmentId: AssessmentId }), SignedAssessment.nullable()),
  'signoff.addErratum': command('lead', z.strictObject({ assessmentId: AssessmentId, words: SomeWords }), Erratum),

  // What the assessment looks at, and the picture.
  'scopes.add': command('lead', z.strictObject({ coreServiceId: CoreServiceId }), Scope),
  'scopes.rename': command('lead', z.strictObject({ id: ScopeId, expectedVersion: Version, name: Line }), Scope),
  'scopes.leaveOut': command('lead', expecting(ScopeId), Scope),
  'scopes.bringBack': command('lead', expecting(ScopeId), Scope),
  'overview.get': query('reader', asAt, Overview),
  'status.get': query('reader', asAt, Status),

  // Findings: the staff's judgement, and the people's view kept apart from it.
  'findings.list': query(
    'reader',
    z.strictObject({ scopeId: ScopeId.optional(), asAt: IsoDate.optional() }),
    z.array(FindingSummary),
  ),
  'findings.get': query('reader', z.strictObject({ id: FindingId, asAt: IsoDate.optional() }), FindingDetail),
  'findings.find': query('reader', z.strictObject({ prompt: PromptId, scope: z.string().max(64) }), FindingDetail),
  'findings.update': command(
    'contributor',
    z.strictObject({ id: FindingId, expectedVersion: Version, changes: FindingChanges }),
    Finding,
  ),
  'findings.recordPeopleView': command(
    'contributor',
    z.strictObject({ id: FindingId, expectedVersion: Version, peopleView: PeopleView }),
    Finding,
  ),

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
  'evidence.leftOutRows': task('contributor', ImportChoices, OfferedCsv),
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
  'attachments.check': command(
    'contributor',
    nothing,
    z.strictObject({ files: Count, missing: Count, changed: Count }),
  ),

  // Actions.
  'actions.list': query(
    'reader',
    z.strictObject({ state: ActionState.optional(), findingId: FindingId.optional() }),
    z.array(Action),
  ),
  'actions.add': command('contributor', NewAction, Action),
  'actions.update': command(
    'contributor',
    z.strictObject({
      id: ActionId,
      expectedVersion: Version,
      changes: z
        .strictObject({ title: Line, detail: Words, owner: z.string().max(300), due: IsoDate.nullable() })
        .partial(),
    }),
    Action,
  ),
  'actions.close': command(
    'contributor',
    z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('done'), id: ActionId, expectedVersion: Version, evidenceId: EvidenceId }),
      z.strictObject({ state: z.literal('could-not'), id: ActionId, expectedVersion: Version, reason: SomeWords }),
    ]),
    Action,
  ),
  'actions.reopen': command('contributor', expecting(ActionId), Action),
  'actions.remove': command('contributor', expecting(ActionId), nothing),

  // Bytes, in chunks.
  'transfers.begin': order('contributor', z.strictObject({ name: Line, size: z.int().min(0) }), byId(TransferId)),
  'transfers.append': order(
    'contributor',
    z.strictObject({ id: TransferId, offset: z.int().min(0), bytes: Chunk }),
    z.strictObject({ received: z.int() }),
  ),
  'transfers.read': ask(
    'reader',
    z.strictObject({ id: TransferId, offset: z.int().min(0) }),
    z.strictObject({ bytes: Chunk, size: z.int() }),
  ),
  'transfers.end': order('reader', byId(TransferId), nothing),

  // Long work.
  'report.make': task('reader', ReportChoices, ReportResult),
  'workspace.verify': task('reader', nothing, Verification),
  'backups.export': task('reader', nothing, BackupResult),
  'tasks.get': ask(
    'reader',
    z.strictObject({ taskId: TaskId }),
    z.strictObject({
      state: z.enum(['running', 'done', 'failed', 'cancelled']),
      words: z.string(),
      done: z.int(),
      total: z.int().nullable(),
      result: z.unknown(),
      error: z.unknown(),
    }),
  ),
  'tasks.cancel': order('reader', z.strictObject({ taskId: TaskId }), nothing),

  // History.
  'history.state': query('reader', nothing, HistoryState),
  'history.undo': command(
    'contributor',
    z.strictObject({ seq: z.int().optional() }),
    z.strictObject({ words: z.string() }),
  ),
  'history.redo': command('contributor', nothing, z.strictObject({ words: z.string() })),
  'trail.list': query(
    'reader',
    z.strictObject({
      before: z.int().nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
      entity: z.string().max(40).optional(),
      id: z.string().max(64).optional(),
    }),
    z.array(TrailEntry),
  ),
} as const satisfies Record<string, Method>

export type Contract = typeof contract
export type MethodName = keyof Contract

/** The names of all methods, in the order in which the contract lists them. */
export const methodNames = Object.keys(contract) as MethodName[]

/** Whether a word is the name of a method; names such as `constructor` are not. */
export const isMethodName = (name: string): name is MethodName => Object.hasOwn(contract, name)

/** What a caller may send to a method. */
export type InputOf<Name extends MethodName> = z.input<Contract[Name]['input']>

/** What a handler is given: parsed, with defaults filled in. */
export type ParsedInputOf<Name extends MethodName> = z.output<Contract[Name]['input']>

/** What a method answers. A task answers its id at once; its result is {@link TaskResultOf}. */
export type OutputOf<Name extends MethodName> = Contract[Name]['kind'] extends 'task'
  ? { taskId: z.infer<typeof TaskId> }
  : z.output<Contract[Name]['output']>

/** What a task's result holds when it is done. */
export type TaskResultOf<Name extends TaskName> = z.output<Contract[Name]['output']>

export type TaskName = { [Name in MethodName]: Contract[Name]['kind'] extends 'task' ? Name : never }[MethodName]
export type WorkspaceMethodName = {
  [Name in MethodName]: Contract[Name]['place'] extends 'workspace' ? Name : never
}[MethodName]
export type ApplicationMethodName = Exclude<MethodName, WorkspaceMethodName>

/** The answer that every task gives at once: its id, by which its progress is told and its result fetched. */
export const TaskStarted = z.strictObject({ taskId: TaskId })
