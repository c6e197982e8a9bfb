import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { backupReasons, backupsToRemove, type BackupReason, type KeptBackup } from '../../../shared/model/backup.ts'
import { safeFileName } from '../../../shared/model/file-name.ts'
import { AppError } from '../../../shared/result.ts'
import { readBackupManifest } from './archive.ts'
import { makeBackup, type BackupWork } from './make-backup.ts'

/**
 * The backups of a workspace: in its own folder `backups`, and in a place that a person chose for those of all workspaces. New ones go
 * where was chosen last; those of both places are listed, found and let go as one. Each was checked before it took its name.
 */
export type KeptBackupFolder = {
  /** The newest first; a file that is no backup any more is named apart. */
  list(): Promise<{ backups: KeptBackup[]; unreadable: string[] }>
  /** Makes one, checks it, and then lets go of those that the rule no longer keeps. One at a time. */
  make(reason: BackupReason, work: BackupWork): Promise<KeptBackup>
  /** Where the backup of this name lies. Throws where there is none. */
  find(name: string): Promise<string>
  /** The folder in which new ones are made. */
  place(): { place: string; isChosenPlace: boolean }
  /** How the last try to make an automatic one ended, in words; empty when it went well. */
  failure: string
}

const folderName = 'backups'
const unfinished = /^\.backup-/
const fileName = new RegExp(`^(\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d-\\d{3}Z) (${backupReasons.join('|')})\\.zip$`)

/** Opens the kept backups of a workspace; their folder is made with the first one. `chosen` answers the place for all workspaces. */
export function openKeptBackups(workspaceFolder: string, chosen: () => string | null = () => null): KeptBackupFolder {
  const own = path.join(workspaceFolder, folderName)
  const place = () => {
    const root = chosen()
    return root === null ? own : path.join(root, folderKey(workspaceFolder))
  }
  let lastTurn: Promise<unknown> = Promise.resolve()

  /** The folder of each file that bears a backup's name. */
  async function findAll() {
    const folderOf = new Map<string, string>()
    for (const folder of new Set([own, place()]))
      for (const name of await readdir(folder).catch(() => [] as string[]))
        if (fileName.test(name)) folderOf.set(name, folder)
    return folderOf
  }

  async function list() {
    const folderOf = await findAll()
    const backups: KeptBackup[] = []
    const unreadable: string[] = []
    for (const [name, folder] of [...folderOf].toSorted(([one], [other]) => other.localeCompare(one))) {
      const read = await describe(path.join(folder, name)).catch(() => null)
      if (read === null) unreadable.push(name)
      else backups.push(read)
    }
    return { backups, unreadable }
  }

  async function makeNow(reason: BackupReason, work: BackupWork): Promise<KeptBackup> {
    const root = chosen()
    if (root !== null && !existsSync(root))
      throw new AppError(
        'folder-missing',
        `No backup was made: the place for backups, “${root}”, is not there. Connect it, or choose another place.`,
      )
    const folder = place()
    await mkdir(folder, { recursive: true })
    // A program that was killed while it made one leaves a folder behind; nobody else writes here while we hold the workspace.
    for (const name of (await readdir(folder)).filter((left) => unfinished.test(left)))
      await rm(path.join(folder, name), { recursive: true, force: true })
    const madeAt = work.now()
    const file = path.join(folder, `${madeAt.replace(/[:.]/g, '-')} ${reason}.zip`)
    await makeBackup(file, { ...work, now: () => madeAt })
    const made = await describe(file)
    const { backups } = await list()
    const folderOf = await findAll()
    for (const name of backupsToRemove(backups, madeAt))
      await rm(path.join(folderOf.get(name) ?? folder, name), { force: true })
    return made
  }

  return {
    failure: '',
    list,
    place: () => ({ place: place(), isChosenPlace: chosen() !== null }),
    make(reason, work) {
      const turn = lastTurn.then(() => makeNow(reason, work))
      lastTurn = turn.catch(() => {})
      return turn
    },
    async find(name) {
      const { backups } = await list()
      const folder = (await findAll()).get(name)
      if (folder === undefined || !backups.some((backup) => backup.name === name))
        throw new AppError('file-missing', 'This backup is not there any more. Nothing was changed. Choose another.')
      return path.join(folder, name)
    },
  }
}

/** A name for a workspace's folder that no other folder of this PC has: its own, and a few letters of where it lies. */
function folderKey(folder: string): string {
  const resolved = path.resolve(folder)
  const real = existsSync(resolved) ? realpathSync.native(resolved) : resolved
  return `${safeFileName(path.basename(real))} ${createHash('sha256').update(real).digest('hex').slice(0, 8)}`
}

async function describe(file: string): Promise<KeptBackup> {
  const name = path.basename(file)
  const reason = fileName.exec(name)?.[2] as BackupReason
  const [{ size }, { madeAt, items, files }] = await Promise.all([stat(file), readBackupManifest(file)])
  return { name, reason, madeAt, size, items, attachments: files.length - 1 }
}
