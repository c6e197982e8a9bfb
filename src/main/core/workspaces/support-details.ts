import { open, readdir, stat } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { WorkspaceSummary } from '../../../shared/model/workspace.ts'
import { explainStorageError } from '../database/errors.ts'
import { databaseName, openDatabaseToRead, quickCheck } from '../database/open-database.ts'
import { AppError } from '../../../shared/result.ts'

/** What the head of the file says of itself, so that whoever sends it knows what they send. */
const about = [
  'Details of a workspace of Recovery Evidence, for whoever helps with it.',
  'It holds the names and sizes of the files in the workspace’s folder, versions, and error codes. It holds none of the words that were',
  'written in the workspace. Read it before you send it: a file name can name a person.',
]

/** The details of a workspace that cannot be opened, as text to be read and sent. Nothing in its folder is changed. */
export async function describeForSupport(
  folder: string,
  { state }: Pick<WorkspaceSummary, 'state'>,
  { version, now }: { version: string; now: string },
): Promise<string> {
  const facts = [
    `Made: ${now}`,
    `Program: ${version}; Node ${process.versions.node}; ${process.platform} ${os.release()} ${process.arch}`,
    `State: ${state}`,
    `Database: ${await describeDatabase(folder)}`,
    `Head of its file: ${await readHead(path.join(folder, databaseName))}`,
  ]
  return [
    ...about,
    '',
    ...facts,
    '',
    'Files (size in bytes, last changed, name)',
    ...(await listFiles(folder)),
    '',
  ].join('\n')
}

async function describeDatabase(folder: string): Promise<string> {
  try {
    const database = await openDatabaseToRead(folder, { immutable: true })
    try {
      await quickCheck(database.reader)
      return 'it opens, and no damage was found'
    } finally {
      await database.close()
    }
  } catch (error) {
    const known = error instanceof AppError ? error : explainStorageError(error)
    return known === undefined ? 'it does not open' : `${known.code} ${JSON.stringify(known.details ?? '')}`
  }
}

/** The first bytes of the database's file: its kind, its page size and its versions. No words of the workspace lie there. */
async function readHead(file: string): Promise<string> {
  const handle = await open(file, 'r').catch(() => null)
  if (handle === null) return 'it cannot be read'
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(100), 0, 100, 0)
    // A file that is no database could begin with anything.
    if (!buffer.subarray(0, 15).equals(Buffer.from('SQLite format 3'))) return 'not that of a database'
    return buffer.subarray(0, bytesRead).toString('hex')
  } finally {
    await handle.close()
  }
}

async function listFiles(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => null)
  if (names === null) return ['The folder cannot be read.']
  return Promise.all(
    names.toSorted().map(async (name) => {
      const found = await stat(path.join(folder, name)).catch(() => null)
      if (found === null) return `- - ${name}`
      return `${found.isDirectory() ? 'folder' : found.size} ${found.mtime.toISOString()} ${name}`
    }),
  )
}
