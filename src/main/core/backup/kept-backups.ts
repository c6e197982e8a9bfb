import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { backupReasons, backupsToRemove, type BackupReason, type KeptBackup } from '../../../shared/model/backup.ts'
import { AppError } from '../../../shared/result.ts'
import { readBackupManifest } from './archive.ts'
import { makeBackup, type BackupWork } from './make-backup.ts'

/** The backups that a workspace keeps beside its database, in the folder `backups`. Each was checked before it took its name. */
export type KeptBackupFolder = {
  /** The newest first; a file that is no backup any more is named apart. */
  list(): Promise<{ backups: KeptBackup[]; unreadable: string[] }>
  /** Makes one, checks it, and then lets go of those that the rule no longer keeps. One at a time. */
  make(reason: BackupReason, work: BackupWork): Promise<KeptBackup>
  /** Where the backup of this name lies. Throws where there is none. */
  find(name: string): Promise<string>
  /** How the last try to make an automatic one ended, in words; empty when it went well. */
  failure: string
}

const folderName = 'backups'
const unfinished = /^\.backup-/
const fileName = new RegExp(`^(\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d-\\d{3}Z) (${backupReasons.join('|')})\\.zip$`)

/** Opens the folder of kept backups of a workspace; it is made with the first one. */
export function openKeptBackups(workspaceFolder: string): KeptBackupFolder {
  const folder = path.join(workspaceFolder, folderName)
  let lastTurn: Promise<unknown> = Promise.resolve()

  async function list() {
    const names = (await readdir(folder).catch(() => [] as string[])).filter((name) => fileName.test(name))
    const backups: KeptBackup[] = []
    const unreadable: string[] = []
    for (const name of names.toSorted().toReversed()) {
      const read = await describe(path.join(folder, name)).catch(() => null)
      if (read === null) unreadable.push(name)
      else backups.push(read)
    }
    return { backups, unreadable }
  }

  async function makeNow(reason: BackupReason, work: BackupWork): Promise<KeptBackup> {
    await mkdir(folder, { recursive: true })
    // A program that was killed while it made one leaves a folder behind; nobody else writes here while we hold the workspace.
    for (const name of (await readdir(folder)).filter((left) => unfinished.test(left)))
      await rm(path.join(folder, name), { recursive: true, force: true })
    const madeAt = work.now()
    const file = path.join(folder, `${madeAt.replace(/[:.]/g, '-')} ${reason}.zip`)
    await makeBackup(file, { ...work, now: () => madeAt })
    const made = await describe(file)
    const { backups } = await list()
    for (const name of backupsToRemove(backups, madeAt)) await rm(path.join(folder, name), { force: true })
    return made
  }

  return {
    failure: '',
    list,
    make(reason, work) {
      const turn = lastTurn.then(() => makeNow(reason, work))
      lastTurn = turn.catch(() => {})
      return turn
    },
    async find(name) {
      const { backups } = await list()
      if (!backups.some((backup) => backup.name === name))
        throw new AppError('file-missing', 'This backup is not there any more. Nothing was changed. Choose another.')
      return path.join(folder, name)
    },
  }
}

async function describe(file: string): Promise<KeptBackup> {
  const name = path.basename(file)
  const reason = fileName.exec(name)?.[2] as BackupReason
  const [{ size }, { madeAt, items, files }] = await Promise.all([stat(file), readBackupManifest(file)])
  return { name, reason, madeAt, size, items, attachments: files.length - 1 }
}
