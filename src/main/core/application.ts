import { mkdir, realpath } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { v7 as uuid } from 'uuid'
import {
  contract,
  isMethodName,
  type ApplicationMethodName,
  type MethodName,
  type WorkspaceMethodName,
} from '../../shared/contract.ts'
import type { AppEvent } from '../../shared/events.ts'
import { dateOf } from '../../shared/model/dates.ts'
import type { NewWorkspace, OpenAs, OpenWorkspace } from '../../shared/model/workspace.ts'
import type { Actor } from '../../shared/model/trail.ts'
import { AppError, type Result } from '../../shared/result.ts'
import { createApplicationHandlers } from './application-handlers.ts'
import { restoreBackup, type Restored } from './backup/restore-backup.ts'
import { readShelf } from './checklists/shelf.ts'
import { databaseName } from './database/open-database.ts'
import { createDispatch, explainError, type Log } from './dispatch.ts'
import { extractText } from './extraction/extract-text.ts'
import type { Extraction } from './extraction/extraction.ts'
import type { StartWorker } from './handler.ts'
import { fillSample } from './sample/sample.ts'
import { createTasks } from './tasks/tasks.ts'
import { createTransfers } from './tasks/transfers.ts'
import { beginWorkspace, createWorkspaceIn } from './workspaces/create-workspace.ts'
import { lookAtFolder, type LookAtFolder } from './workspaces/folder-place.ts'
import { copyWorkspace } from './workspaces/move-here.ts'
import { openWorkspace, type Workspace, type WorkspaceGround } from './workspaces/open-workspace.ts'
import { openRegistry } from './workspaces/registry.ts'

export type ApplicationOptions = {
  /** Where the registry, settings and workspaces made without a chosen place are kept. */
  dataFolder: string
  /** Where checklist packs lie. */
  checklistsFolder: string
  startWorker: StartWorker
  /** Who works here, instead of the person named in settings, until somebody else is. */
  actorName?: string
  clock?: () => Date
  newId?: () => string
  log?: Log
  /** Looks where a folder lies; another one only in tests. */
  lookAtFolder?: LookAtFolder
}

/** The whole product without a host: which workspaces there are, and the one that is open. */
export type Application = {
  /** Answers a call by the contract. Never throws. */
  dispatch(method: string, input: unknown): Promise<Result<unknown>>
  /** Sends events to a window; the returned function stops them. */
  subscribe(listener: (event: AppEvent) => void): () => void
  /** Names a folder, chosen in the desktop's own dialog, by an id from then on. */
  registerPlace(folder: string): { placeId: string }
  /** Puts the workspace in a folder on the list. */
  addWorkspace(folder: string): Promise<{ id: string }>
  /** Opens the workspace in a folder without putting it on the list: for the command line. */
  openFolder(folder: string, as?: OpenAs): Promise<OpenWorkspace>
  /** Makes a workspace in a folder that is absent or empty, and opens nothing. */
  createIn(folder: string, workspace: NewWorkspace): Promise<void>
  /** Makes the sample provider's workspace in a folder that is absent or empty, and opens nothing. */
  createSampleIn(folder: string): Promise<void>
  /** Puts a backup in the place of the workspace in a folder, keeping what it replaces; opens nothing. */
  restoreInto(folder: string, backup: string): Promise<Restored>
  /** Reads the text of a file, in a worker and under bounds. Nothing is kept. */
  readDocument(file: string): Promise<Result<Extraction>>
  /** Reads the bytes of an outgoing transfer in order. */
  readTransfer(transferId: string): AsyncIterable<Uint8Array>
  close(): Promise<void>
}

/** What {@link createApplicationHandlers} may do with the application's state. */
export type ApplicationState = {
  current(): Workspace | null
  open(id: string, folder: string, as: OpenAs): Promise<OpenWorkspace>
  /** Copies the workspace of a folder to another, absent one. */
  copy(from: string, to: string): Promise<void>
  close(): Promise<void>
  placeOf(placeId: string): string
  create(folder: string, workspace: NewWorkspace): Promise<void>
  /** Closes the workspace, exchanges its files, and opens it again; also when the exchange failed. */
  exchangeFiles(exchange: (workspace: Workspace, holder: string) => Promise<unknown>): Promise<OpenWorkspace>
  /** Makes a workspace of a backup, in a folder that is absent. */
  restoreInto(folder: string, backup: string): Promise<Restored>
  createSample(folder: string): Promise<void>
}

/** Makes the application over a data folder. */
export async function createApplication(options: ApplicationOptions): Promise<Application> {
  const { dataFolder, startWorker, clock = () => new Date(), newId = () => uuid(), log = () => {} } = options
  await mkdir(dataFolder, { recursive: true })
  const given = options.actorName === undefined ? {} : { actorName: options.actorName }
  const [registry, shelf] = await Promise.all([openRegistry(dataFolder, given), readShelf(options.checklistsFolder)])
  for (const { file, problem } of shelf.faults) log(`checklist pack ${file} left out: ${problem}`)

  const listeners = new Set<(event: AppEvent) => void>()
  const emit = (event: AppEvent) => listeners.forEach((listener) => listener(event))
  const explain = (error: unknown) => explainError(error, log)
  const transfers = createTransfers({
    folder: path.join(dataFolder, 'transfers'),
    newId,
    largestFile: () => registry.settings().largestFile,
  })
  await transfers.clearLeft()
  const tasks = createTasks({ newId, emit, explain })
  const places = new Map<string, string>()
  let workspace: Workspace | null = null

  const actor = (): Actor => ({ id: 'local', name: registry.settings().actorName, role: 'administrator' })
  const now = () => clock().toISOString()
  const today = () => dateOf(now())

  const ground = (): WorkspaceGround => ({
    services: { now, today, newId, shelf, transfers, startWorker },
    tasks,
    emit,
    explain,
    holderName: actor().name,
    backupPlace: registry.backupPlace,
    lookAtFolder: options.lookAtFolder ?? lookAtFolder,
    copiesFolder: path.join(dataFolder, 'copies'),
  })

  let lastTurn: Promise<unknown> = Promise.resolve()
  /** One after the other: two presses must not open a workspace twice, the second time against the first one's own lease. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = lastTurn.then(work)
    lastTurn = turn.catch(() => {})
    return turn
  }

  /** Puts a workspace, or none, in the place of the open one, and closes that with everything that was on its way. */
  async function exchange(next: Workspace | null) {
    const closing = workspace
    workspace = next
    await closing?.close()
    if (closing) await transfers.close()
  }

  const state: ApplicationState = {
    current: () => workspace,
    open: (id, folder, as) =>
      inTurn(async () => {
        if (workspace && (await isSameFolder(workspace.folder, folder))) {
          const described = await workspace.describe()
          // One that is only read may be free to be written by now.
          if (described.mode === 'write' || as === 'read') return described
        }
        // The new one is opened before the old one is closed: a workspace that cannot be opened takes nothing away.
        const opened = await openWorkspace(id, folder, ground(), as)
        await exchange(opened)
        emit({ name: 'workspace.changed', data: {} })
        return opened.describe()
      }),
    close: () =>
      inTurn(async () => {
        await exchange(null)
        emit({ name: 'workspace.changed', data: {} })
      }),
    exchangeFiles: (change) =>
      inTurn(async () => {
        const open = workspace
        if (!open) throw new AppError('no-workspace', 'No workspace is open. Open one first.')
        await exchange(null)
        try {
          await change(open, actor().name)
        } finally {
          try {
            workspace = await openWorkspace(open.id, open.folder, ground(), 'anyway')
          } finally {
            // Also when what was put back cannot be opened: then none is open.
            emit({ name: 'workspace.changed', data: {} })
          }
        }
        return workspace.describe()
      }),
    copy: (from, to) => copyWorkspace(from, to, { name: actor().name, since: now() }),
    restoreInto: (folder, backup) => restoreBackup(backup, folder, { now: now(), holder: actor().name }),
    placeOf(placeId) {
      const folder = places.get(placeId)
      if (folder === undefined) throw new AppError('not-found', 'Choose the folder again.')
      return folder
    },
    create: (folder, chosen) =>
      createWorkspaceIn(folder, ground(), (made) => beginWorkspace(made, actor(), { ...chosen, sample: false })),
    createSample: (folder) => createWorkspaceIn(folder, ground(), (made) => fillSample(made, actor(), today())),
  }

  const handlers = createApplicationHandlers({
    registry,
    shelf,
    transfers,
    tasks,
    state,
    emit,
    now,
    today,
    newId,
    dataFolder,
    lookAtFolder: options.lookAtFolder ?? lookAtFolder,
  })
  const dispatch = createDispatch(run, log)

  async function run(method: MethodName, input: unknown, who: Actor) {
    if (contract[method].place === 'application')
      return (handlers[method as ApplicationMethodName] as (input: unknown) => Promise<unknown>)(input)
    if (!workspace) throw new AppError('no-workspace', 'No workspace is open. Open one first.')
    return workspace.core.run(method as WorkspaceMethodName, input, who)
  }

  return {
    dispatch: (method, input) => dispatch(isMethodName(method) ? method : String(method), input, actor()),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    registerPlace(folder) {
      const placeId = newId()
      places.set(placeId, folder)
      return { placeId }
    },
    async addWorkspace(folder) {
      if (!existsSync(path.join(folder, databaseName)))
        throw new AppError(
          'not-found',
          'There is no workspace in this folder. Choose the folder that holds workspace.db.',
        )
      const known = registry.list().find((entry) => entry.folder === folder)
      if (known) return { id: known.id }
      const id = newId()
      await registry.put({
        id,
        folder,
        name: path.basename(folder),
        sample: false,
        lastOpened: null,
        acceptsSync: false,
      })
      return { id }
    },
    openFolder: (folder, as = 'any') => state.open(newId(), path.resolve(folder), as),
    createIn: (folder, chosen) => state.create(path.resolve(folder), chosen),
    createSampleIn: (folder) => state.createSample(path.resolve(folder)),
    restoreInto: (folder, backup) => state.restoreInto(path.resolve(folder), path.resolve(backup)),
    readDocument: (file) => extractText(file, path.basename(file), { startWorker }),
    readTransfer: (transferId) => transfers.stream(transferId),
    async close() {
      await inTurn(() => exchange(null))
      await transfers.close()
    },
  }
}

/** Whether two ways of writing a folder lead to the same one. */
async function isSameFolder(one: string, other: string): Promise<boolean> {
  const places = await Promise.all([one, other].map((folder) => realpath(folder).catch(() => path.resolve(folder))))
  return places[0] === places[1]
}
