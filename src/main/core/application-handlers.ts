import { existsSync } from 'node:fs'
import { access, constants } from 'node:fs/promises'
import path from 'node:path'
import { version } from '../../../package.json'
import type { AppEvent } from '../../shared/events.ts'
import { safeFileName } from '../../shared/model/file-name.ts'
import type { OpenAs, WorkspaceSummary } from '../../shared/model/workspace.ts'
import { AppError } from '../../shared/result.ts'
import type { ApplicationState } from './application.ts'
import { readBackupManifest } from './backup/archive.ts'
import { openKeptBackups } from './backup/kept-backups.ts'
import { readNewer } from './backup/way-back.ts'
import { undoRestore, restoreBackup } from './backup/restore-backup.ts'
import type { ChecklistShelf } from './checklists/shelf.ts'
import { explainStorageError } from './database/errors.ts'
import { databaseName } from './database/open-database.ts'
import type { ApplicationHandlers } from './handler.ts'
import type { Tasks } from './tasks/tasks.ts'
import type { Transfers } from './tasks/transfers.ts'
import { detailPlace, type LookAtFolder } from './workspaces/folder-place.ts'
import { keepBeforeSync } from './workspaces/open-workspace.ts'
import { describeForSupport } from './workspaces/support-details.ts'
import type { Registry, RegistryEntry } from './workspaces/registry.ts'

type Ground = {
  registry: Registry
  shelf: ChecklistShelf
  transfers: Transfers
  tasks: Tasks
  state: ApplicationState
  emit(event: AppEvent): void
  now(): string
  today(): string
  newId(): string
  dataFolder: string
  lookAtFolder: LookAtFolder
}

/** How opening a listed workspace last failed, until it is tried again. */
type Failing = Map<string, Pick<WorkspaceSummary, 'state' | 'detail'>>

const stateOfCode: Partial<Record<AppError['code'], WorkspaceSummary['state']>> = {
  damaged: 'damaged',
  'newer-version': 'newer-version',
  'upgrade-failed': 'upgrade-failed',
  'folder-missing': 'not-found',
  'in-use': 'in-use',
  'read-only': 'read-only',
  'disk-full': 'disk-full',
}

/** Answers what concerns no single workspace: the list of workspaces, settings, transfers, tasks. */
export function createApplicationHandlers(ground: Ground): ApplicationHandlers {
  const { registry, shelf, transfers, tasks, state, emit, now, today, newId, dataFolder, lookAtFolder } = ground
  const failing: Failing = new Map()

  async function openListed(entry: RegistryEntry, as: OpenAs) {
    try {
      const useSynced = entry.acceptsSync && as !== 'read'
      if (as === 'anyway' && !entry.acceptsSync) await keepBeforeSync(entry.folder, now, registry.backupPlace)
      const opened = await state.open(entry.id, entry.folder, useSynced ? 'anyway' : as)
      failing.delete(entry.id)
      const acceptsSync = entry.acceptsSync || as === 'anyway'
      await registry.put({ ...entry, name: opened.name, sample: opened.sample, lastOpened: now(), acceptsSync })
      return opened
    } catch (error) {
      const failure = error instanceof AppError ? error : explainStorageError(error)
      const known = failure && stateOfCode[failure.code]
      if (failure && known) {
        failing.set(entry.id, { state: known, detail: failure.message })
        // The list shows the state with its ways out.
        emit({ name: 'workspace.changed', data: {} })
      }
      throw error
    }
  }

  /** Opens a workspace that was just made, and puts it on the list, first, so that it is there whatever its folder is found to be. */
  async function openMade(folder: string, name: string) {
    const entry = { id: newId(), folder, name, sample: false, lastOpened: null, acceptsSync: false }
    await registry.put(entry)
    return openListed(entry, 'any')
  }

  function findListed(id: string): RegistryEntry {
    const open = state.current()
    // The one that is open may have been named on the command line alone.
    const unlisted = { id, folder: open?.folder ?? '', name: '', sample: false, lastOpened: null, acceptsSync: false }
    const entry = registry.find(id) ?? (open?.id === id ? unlisted : undefined)
    if (!entry) throw new AppError('not-found', 'This workspace is no longer on the list.')
    return entry
  }

  /** How a listed workspace stands, as far as it can be told without opening it, and how opening it last failed. */
  async function stateOf(entry: RegistryEntry): Promise<Pick<WorkspaceSummary, 'state' | 'detail'>> {
    if (!existsSync(path.join(entry.folder, databaseName)))
      return { state: 'not-found', detail: 'The folder has moved.' }
    const failed = failing.get(entry.id)
    if (failed) return failed
    const place = await lookAtFolder(entry.folder)
    const detail = detailPlace(place)
    if (place.kind === 'synced' && !entry.acceptsSync) return { state: 'synced-folder', detail }
    return { state: place.kind === 'shared' ? 'shared-folder' : 'ready', detail }
  }

  function freeFolder(name: string) {
    const base = path.join(dataFolder, 'workspaces', safeFileName(name))
    for (let number = 1; ; number += 1) {
      const folder = number === 1 ? base : `${base} ${number}`
      if (!existsSync(folder)) return folder
    }
  }

  return {
    'app.info': async () => ({ version, today: today() }),
    'settings.get': async () => registry.settings(),
    async 'settings.set'(changes) {
      const settings = await registry.changeSettings(changes)
      emit({ name: 'settings.changed', data: {} })
      return settings
    },
    'workspaces.list': () =>
      Promise.all(
        registry.list().map(async (entry) => {
          const { acceptsSync: _acceptsSync, ...shown } = entry
          return { ...shown, ...(await stateOf(entry)) }
        }),
      ),
    'workspaces.current': async () => (await state.current()?.describe()) ?? null,
    async 'workspaces.create'({ workspace, placeId }) {
      const folder = placeId === undefined ? freeFolder(workspace.provider) : state.placeOf(placeId)
      await state.create(folder, workspace)
      return openMade(folder, workspace.provider)
    },
    async 'workspaces.createSample'() {
      const folder = freeFolder('Sample')
      await state.createSample(folder)
      return openMade(folder, 'Sample')
    },
    'workspaces.open': ({ id, as }) => openListed(findListed(id), as),
    async 'workspaces.moveHere'({ id }) {
      const entry = findListed(id)
      const folder = freeFolder(entry.name)
      await state.copy(entry.folder, folder)
      return openMade(folder, entry.name)
    },
    async 'workspaces.supportDetails'({ id }) {
      const entry = findListed(id)
      const text = await describeForSupport(entry.folder, await stateOf(entry), { version, now: now() })
      const { id: transferId } = await transfers.offer(Buffer.from(text))
      return { transferId, fileName: `${safeFileName(`details for support, ${today()}`)}.txt` }
    },
    async 'workspaces.close'() {
      await state.close()
      return {}
    },
    async 'backups.restore'({ name }) {
      const open = state.current()
      if (!open) throw new AppError('no-workspace', 'No workspace is open. Open one first.')
      // Read and checked while people go on working: the workspace is closed for the exchange of its files alone.
      await restoreBackup(await open.backups.find(name), open.folder, {
        now: now(),
        holder: registry.settings().actorName,
        whileClosed: (exchange) =>
          state.exchangeFiles(({ folder }) => {
            if (folder === open.folder) return exchange()
            throw new AppError('refused', 'Another workspace was opened meanwhile. Nothing was put back.')
          }),
      })
      const reopened = state.current()
      if (!reopened) throw new AppError('no-workspace', 'The workspace was put back and then closed. Open it again.')
      return reopened.describe()
    },
    'backups.undoRestore': () =>
      state.exchangeFiles(({ folder }, holder) => undoRestore(folder, { now: now(), holder })),
    async 'backups.setPlace'({ placeId }) {
      const folder = placeId === null ? null : state.placeOf(placeId)
      if (folder !== null)
        await access(folder, constants.W_OK).catch(() => {
          throw new AppError(
            'read-only',
            'This folder cannot be written to. Backups stay where they are; choose another.',
          )
        })
      await registry.setBackupPlace(folder)
      emit({ name: 'backups.changed', data: {} })
      return {}
    },
    async 'backups.wayBack'({ id }) {
      const { folder } = findListed(id)
      const [newest = null] = (await openKeptBackups(folder, registry.backupPlace).list()).backups
      return { newest, newer: newest === null ? null : await readNewer(folder, newest.madeAt) }
    },
    async 'backups.putBack'({ id, name }) {
      const entry = findListed(id)
      const file = await openKeptBackups(entry.folder, registry.backupPlace).find(name)
      await state.restoreInto(entry.folder, file)
      return openListed(entry, 'any')
    },
    async 'backups.openCopy'({ transferId }) {
      const { file } = await transfers.arrived(transferId)
      const { provider } = await readBackupManifest(file)
      const folder = freeFolder(provider)
      await state.restoreInto(folder, file)
      await transfers.end(transferId)
      return openMade(folder, provider)
    },
    async 'workspaces.forget'({ id }) {
      await registry.remove(id)
      return {}
    },
    'checklists.available': async () =>
      shelf.list().map(({ prompts, intelligence: _intelligence, links: _links, ...pack }) => ({
        ...pack,
        provider: prompts.filter(({ level }) => level === 'provider').length,
        coreService: prompts.filter(({ level }) => level === 'core-service').length,
      })),
    'transfers.begin': ({ name, size }) => transfers.begin(name, size),
    'transfers.append': ({ id, offset, bytes }) => transfers.append(id, offset, bytes),
    'transfers.read': ({ id, offset }) => transfers.read(id, offset),
    async 'transfers.end'({ id }) {
      await transfers.end(id)
      return {}
    },
    'tasks.get': async ({ taskId }) => {
      const { state: taskState, words, done, total, result, error } = tasks.get(taskId)
      return { state: taskState, words, done, total, result, error }
    },
    async 'tasks.cancel'({ taskId }) {
      tasks.cancel(taskId)
      return {}
    },
  }
}
