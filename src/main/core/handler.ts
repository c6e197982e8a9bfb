import type { ResourceLimits, Worker } from 'node:worker_threads'
import type { ApplicationMethodName, Contract, ParsedInputOf, WorkspaceMethodName } from '../../shared/contract.ts'
import type { IsoDate, Timestamp } from '../../shared/model/dates.ts'
import type { z } from '../../shared/model/schema.ts'
import type { Actor } from '../../shared/model/trail.ts'
import type { AttachmentStore } from './attachments/store.ts'
import type { KeptBackupFolder } from './backup/kept-backups.ts'
import type { ChecklistShelf } from './checklists/shelf.ts'
import type { PlanTexts } from './database/plan-texts.ts'
import type { Database, DatabaseTransaction } from './database/schema.ts'
import type { Transfers } from './tasks/transfers.ts'
import type { TaskControl } from './tasks/tasks.ts'
import type { Recorder } from './trail/recorder.ts'

/** The workers that the build makes; each is its own file beside the entries. */
export type WorkerName = 'report-worker' | 'extraction-worker' | 'care-plan-worker'

/** Starts a worker by name, so that the tests run the built ones. */
export type StartWorker = (name: WorkerName, data: unknown, options?: { resourceLimits?: ResourceLimits }) => Worker

/** What every handler of an open workspace may use. */
export type WorkspaceServices = {
  now(): Timestamp
  today(): IsoDate
  newId(): string
  shelf: ChecklistShelf
  transfers: Transfers
  attachments: AttachmentStore
  /** The texts of open care-plan audits, apart from the workspace and its backups. */
  planTexts: PlanTexts
  /** Empties the log of changes into the database: what was erased is then in no file of the workspace. */
  emptyLog(): Promise<void>
  /** The backups that are kept beside the workspace. */
  backups: KeptBackupFolder
  /** When what the last restore replaced was put aside; null when nothing was. */
  replacedAt(): Promise<Timestamp | null>
  startWorker: StartWorker
}

/** A query reads from a connection of its own, and never writes. */
export type QueryContext = WorkspaceServices & { db: Database }

/** A command runs in one transaction together with its trail row. */
export type CommandContext = WorkspaceServices & {
  db: DatabaseTransaction
  actor: Actor
  record: Recorder
  /** Brings the counts beside findings and items up to date, for a command that reads back what it changed. */
  settle(): Promise<void>
  /** Says in words what was done: the trail and the undo bar show it. */
  say(words: string): void
  /** Runs once everything is committed, before the command answers: for what cannot be taken back, such as erasing. */
  afterCommit(work: () => Promise<void>): void
  /** Says how history takes note of the command, given its trail row: as the next to undo, unless told otherwise; null: not at all. */
  setHistory(note: HistoryNote | null): void
}

/** Takes note of a trail row in the list of what can be undone. */
export type HistoryNote = (seq: number) => Promise<void>

/** A task runs on after it answered; it may run commands in steps of its own. */
export type TaskContext = WorkspaceServices & {
  db: Database
  actor: Actor
  control: TaskControl
  /** Runs a step as one command: a transaction with its trail row, undo and events. */
  write<T>(step: (context: CommandContext) => Promise<T>): Promise<T>
}

type ContextOf<Kind> = Kind extends 'query' ? QueryContext : Kind extends 'command' ? CommandContext : TaskContext

/** One handler for each method that the open workspace answers; the compiler asks for a missing one. */
export type WorkspaceHandlers = {
  [Name in WorkspaceMethodName]: (
    input: ParsedInputOf<Name>,
    context: ContextOf<Contract[Name]['kind']>,
  ) => Promise<z.input<Contract[Name]['output']>>
}

/** One handler for each method that the application itself answers. */
export type ApplicationHandlers = {
  [Name in ApplicationMethodName]: (input: ParsedInputOf<Name>) => Promise<z.input<Contract[Name]['output']>>
}

/** The handlers of one feature: a part of {@link WorkspaceHandlers}. */
export type HandlersOf<Name extends WorkspaceMethodName> = Pick<WorkspaceHandlers, Name>
