import { readdir, readFile, realpath } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { isNetworkPath, isOnNetworkMount } from './network-share.ts'
import { findConflictCopies, recogniseSync } from './synced-folder.ts'

/** Where a workspace's folder lies, as far as it matters to a database. */
export type FolderPlace = {
  kind: 'this-pc' | 'synced' | 'shared'
  /** The sync service; empty unless it is synced. */
  service: string
  /** Databases beside the workspace's own, made when two PCs had changed the same one. They are named, and never opened. */
  conflictCopies: string[]
}

/** Looks where a folder lies. Others than {@link lookAtFolder} only in tests. */
export type LookAtFolder = (folder: string) => Promise<FolderPlace>

/** Looks where a folder lies: on this PC, in the folder of a sync service, or on a network share. */
export const lookAtFolder: LookAtFolder = async (folder) => {
  // On Windows a drive that stands for a share becomes the share's own path.
  const real = await realpath(folder).catch(() => path.resolve(folder))
  const conflictCopies = findConflictCopies(await namesIn(folder))
  if (await isShared(real)) return { kind: 'shared', service: '', conflictCopies }
  const service = (await findService(real)) ?? (await findService(path.resolve(folder)))
  return service === null
    ? { kind: 'this-pc', service: '', conflictCopies }
    : { kind: 'synced', service, conflictCopies }
}

async function findService(folder: string): Promise<string | null> {
  const names = new Map<string, string[]>()
  for (let above = folder; above !== path.dirname(above); above = path.dirname(above))
    names.set(above, await namesIn(above))
  return recogniseSync({ folder, home: os.homedir(), environment: process.env, names })
}

async function isShared(folder: string): Promise<boolean> {
  if (process.platform === 'win32') return isNetworkPath(folder)
  const mounts = await readFile('/proc/self/mountinfo', 'utf8').catch(() => '')
  return isOnNetworkMount(folder, mounts)
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => [])

/** What a person should know of where a workspace lies, as long as it lies there; empty when there is nothing. */
export function describePlace(place: FolderPlace): string {
  const words = {
    'this-pc': [],
    synced: ['A sync service copies this folder. Two copies of a database can overwrite each other.'],
    shared: [
      'Other people can open this folder, and read what is in it. One PC writes at a time; the others read a copy.',
    ],
  }[place.kind]
  return [...words, detailPlace(place)].filter(Boolean).join(' ')
}

/** What is particular to where a workspace lies: the service, the share, and the copies beside it. */
export function detailPlace({ kind, service, conflictCopies }: FolderPlace): string {
  const words = {
    'this-pc': [],
    synced: [`The service is ${service}.`],
    shared: ['The folder is on a network share.'],
  }[kind]
  if (conflictCopies.length === 0) return words.join(' ')
  const are = conflictCopies.length === 1 ? 'Another copy of the database lies' : 'Other copies of the database lie'
  return [...words, `${are} beside it, and none is opened by itself: ${conflictCopies.join(', ')}.`].join(' ')
}
