import { existsSync } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import path from 'node:path'
import type { AppEvent, EventName } from '../../../shared/events.ts'
import type { OpenAs, OpenWorkspace } from '../../../shared/model/workspace.ts'
import { AppError, type Failure } from '../../../shared/result.ts'
import { createAttachmentStore } from '../attachments/store.ts'
import { startAutomaticBackups } from '../backup/automatic-backups.ts'
import { openKeptBackups, type KeptBackupFolder } from '../backup/kept-backups.ts'
import { lastReplacedAt, recoverRestore } from '../backup/restore-backup.ts'
import { eraseTextsLeftBehind } from '../care-plan-audit/queries.ts'
import { createCore, type Core } from '../core.ts'
import { explainStorageError } from '../database/errors.ts'
import { acquireLease, describeHolder, type Lease } from '../database/lease.ts'
import { openCopyToRead } from '../database/open-copy.ts'
import { databaseName, openDatabase, openDatabaseToRead, type OpenDatabase } from '../database/open-database.ts'
import { openPlanTexts } from '../database/plan-texts.ts'
import type { WorkspaceServices } from '../handler.ts'
import type { Tasks } from '../tasks/tasks.ts'
import { describePlace, type FolderPlace, type LookAtFolder } from './folder-place.ts'

/** A workspace that is open in this process. */
export type Workspace = {
  id: string
  folder: string
  core: Core
  backups: KeptBackupFolder
  describe(): Promise<OpenWorkspace>
  close(): Promise<void>
}

/** What every open workspace is given by the application. */
export type WorkspaceGround = {
  services: Omit<WorkspaceServices, 'attachments' | 'emptyLog' | 'planTexts' | 'backups' | 'replacedAt'>
  tasks: Tasks
  emit(event: AppEvent): void
  /** Says a failure in words; a defect is written to the log. */
  explain(error: unknown): Failure
  /** The name of whoever opens it, for others who find it in use. */
  holderName: string
  /** The place that a person chose for the backups of all workspaces; null: each keeps its own. */
  backupPlace(): string | null
  lookAtFolder: LookAtFolder
  /** Where the copies lie from which a workspace on a network share is read. */
  copiesFolder: string
}

/** How often a reader looks whether the writer changed something, in milliseconds. */
const watchEvery = 300

const everythingChanged: readonly Exclude<EventName, 'task.progress'>[] = [
  'provider.changed',
  'assessments.changed',
  'findings.changed',
  'evidence.changed',
  'actions.changed',
  'audits.changed',
  'history.changed',
]

/**
 * Opens the workspace in a folder. As `any` (the default) it is opened to be written, or, when somebody else writes it or the folder
 * cannot be written, to be read, with the reason in words; as `write` those are failures, so that a person is asked; as `read` it is only
 * read. A folder that a sync service copies is opened to be written as `anyway` alone.
 */
export async function openWorkspace(
  id: string,
  folder: string,
  ground: WorkspaceGround,
  as: OpenAs = 'any',
): Promise<Workspace> {
  const { services, holderName } = ground
  await recoverRestore(folder, { now: services.now(), holder: holderName })
  if (!existsSync(path.join(folder, databaseName)))
    throw new AppError('folder-missing', 'There is no workspace in this folder. It may have been moved.')
  const place = await ground.lookAtFolder(folder)
  if (place.kind === 'synced' && (as === 'any' || as === 'write'))
    throw new AppError('synced-folder', `${describePlace(place)} Nothing was opened or changed.`, place)
  const readAs = async (readOnly: AppError) =>
    toWorkspace(id, folder, ground, await openToRead(folder, place, ground), { readOnly, place })
  if (as === 'read') return readAs(new AppError('read-only', 'Opened to be read only.'))
  if (!(await canWrite(folder))) {
    const readOnly = new AppError('read-only', 'This folder cannot be written to. You can read it.')
    if (as === 'write') throw readOnly
    return readAs(readOnly)
  }
  const lease = await acquireLease(folder, { name: holderName, since: services.now() })
  if ('heldBy' in lease) {
    const inUse = new AppError('in-use', `${describeHolder(lease.heldBy, services.now())} You can read it.`)
    if (as === 'write') throw inUse
    return readAs(inUse)
  }
  try {
    const database = await openDatabase(folder, {
      check: lease.afterUncleanClose,
      onShare: place.kind === 'shared',
      beforeUpgrade: (before) => keepBeforeUpgrade(folder, before, services.now),
    })
    return await toWorkspace(id, folder, ground, database, { lease, place })
  } catch (error) {
    await lease.release()
    throw error
  }
}

/** Opens a database to be read where it lies, or, on a network share, from a copy that follows it. */
async function openToRead(
  folder: string,
  place: FolderPlace,
  { copiesFolder }: WorkspaceGround,
): Promise<OpenDatabase> {
  if (place.kind === 'shared') return openCopyToRead(folder, copiesFolder)
  return openDatabaseToRead(folder, { immutable: !(await canWrite(folder)) })
}

/** Keeps a checked copy of a workspace before it is used in a folder that a sync service copies. */
export async function keepBeforeSync(
  folder: string,
  now: () => string,
  backupPlace: WorkspaceGround['backupPlace'],
): Promise<void> {
  const database = await openDatabaseToRead(folder, { immutable: false })
  try {
    const work = { db: database.reader, attachments: createAttachmentStore(folder), now }
    await openKeptBackups(folder, backupPlace).make('before-sync', work)
  } finally {
    await database.close()
  }
}

/** A checked copy of a workspace that an earlier version made, before anything in it is changed. Without one there is no upgrade. */
async function keepBeforeUpgrade(folder: string, { reader }: OpenDatabase, now: () => string) {
  try {
    // Always in the workspace's own folder: a chosen place may be a disk that is not connected just now.
    await openKeptBackups(folder).make('before-upgrade', {
      db: reader,
      attachments: createAttachmentStore(folder),
      now,
    })
  } catch (error) {
    const why = error instanceof AppError ? error : explainStorageError(error)
    throw new AppError(
      'upgrade-failed',
      `The upgrade was not begun, because no backup could be made before it. Your workspace is as it was before. ${why?.message ?? ''}`.trim(),
    )
  }
}

async function canWrite(folder: string) {
  try {
    await access(folder, constants.W_OK)
    await access(path.join(folder, databaseName), constants.W_OK)
    return true
  } catch {
    return false
  }
}

async function toWorkspace(
  id: string,
  folder: string,
  ground: WorkspaceGround,
  database: OpenDatabase,
  way: { place: FolderPlace } & ({ lease: Lease } | { readOnly: AppError }),
): Promise<Workspace> {
  const { emit } = ground
  const readOnly = 'readOnly' in way ? way.readOnly : null
  const backups = openKeptBackups(folder, ground.backupPlace)
  const attachments = createAttachmentStore(folder)
  const services: WorkspaceServices = {
    ...ground.services,
    attachments,
    emptyLog: () => database.emptyLog(),
    planTexts: openPlanTexts(folder, { readOnly: readOnly !== null }),
    backups,
    replacedAt: () => lastReplacedAt(folder),
  }
  const stopWatching = readOnly ? await watch(database, emit) : () => {}
  // A crash between closing an audit and erasing its texts leaves them: what is left now, the check of everything names.
  if (!readOnly) await eraseTextsLeftBehind(database.reader, services.planTexts, services.now())
  const stopBackups = readOnly
    ? async () => {}
    : startAutomaticBackups({
        kept: backups,
        database,
        attachments,
        emit,
        now: services.now,
        explain: (error) => explainStorageError(error)?.message ?? ground.explain(error).message,
      })
  const core = createCore({ database, services, tasks: ground.tasks.group(), emit, readOnly })
  return {
    id,
    folder,
    core,
    backups,
    async describe() {
      const { name, sample } = await database.reader
        .selectFrom('provider')
        .select(['name', 'sample'])
        .executeTakeFirstOrThrow()
      const mode = readOnly ? 'read' : 'write'
      const warning = describePlace(way.place)
      return { id, name, sample: sample === 1, mode, modeReason: readOnly?.message ?? '', warning } as OpenWorkspace
    },
    async close() {
      stopWatching()
      try {
        await stopBackups()
        await core.close()
        await database.close()
      } finally {
        if ('lease' in way) await way.lease.release()
      }
    },
  }
}

/** Tells the windows of a reader when the writer, another process, changed something. */
async function watch(database: OpenDatabase, emit: (event: AppEvent) => void) {
  // Before anything is read: a change between the first read and the first look would never be told of.
  let seen = await database.dataVersion()
  const timer = setInterval(() => {
    database
      .dataVersion()
      .then((version) => {
        if (version !== seen) for (const name of everythingChanged) emit({ name, data: { ids: [] } } as AppEvent)
        seen = version
      })
      // The next look tells whether it was a passing fault.
      .catch(() => {})
  }, watchEvery)
  timer.unref()
  return () => clearInterval(timer)
}
