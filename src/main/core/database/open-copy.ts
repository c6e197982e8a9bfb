import { existsSync } from 'node:fs'
import { copyFile, mkdir, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { AppError } from '../../../shared/result.ts'
import { damagedWords } from './errors.ts'
import { databaseName, openDatabaseToRead, quickCheck, type OpenDatabase } from './open-database.ts'

/** How often a copy is tried while the writer is in the middle of something, and how long is waited between, in milliseconds. */
const tries = 40
const wait = 50

/** How long a copy that was replaced is kept for those who still read it, in milliseconds. */
const lingers = 15_000

/** What tells one state of a database's file from another: its own counter of changes, its size and its time; and those of a log beside it. */
async function readMark(file: string): Promise<string> {
  const log = await stat(`${file}-wal`).catch(() => null)
  const handle = await open(file, 'r')
  try {
    const { size, mtimeMs } = await handle.stat()
    // The counter of changes in the header of every SQLite database: four bytes at 24.
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(28), 0, 28, 0)
    if (bytesRead < 28) throw new AppError('damaged', damagedWords)
    return [buffer.readUInt32BE(24), size, mtimeMs, log?.size ?? 0, log?.mtimeMs ?? 0].join(':')
  } finally {
    await handle.close()
  }
}

/** Copies the database of a folder as it stands between two changes. Throws `in-use` while there is no such moment. */
async function copyBetweenChanges(folder: string, into: string): Promise<string> {
  const file = path.join(folder, databaseName)
  const journal = `${file}-journal`
  for (let number = 0; number < tries; number += 1) {
    const before = await readMark(file)
    if (!existsSync(journal)) {
      await copyFile(file, path.join(into, databaseName))
      // Left by a writer that was on this PC, or ended in the middle: what it holds is part of the workspace.
      if (existsSync(`${file}-wal`)) await copyFile(`${file}-wal`, path.join(into, `${databaseName}-wal`))
      // A change shows by its journal while it is under way, and by the counter once it is done.
      if (!existsSync(journal) && (await readMark(file)) === before) return before
    }
    await new Promise((resolve) => setTimeout(resolve, wait))
  }
  throw new AppError('in-use', 'The workspace is being written to without a pause. Nothing was lost; try again.')
}

type Copy = { mark: string; folder: string; database: OpenDatabase }

/**
 * Opens a checked copy of the database of a folder to be read, and makes it anew when the database has changed: for a folder on a network
 * share, where a reader must not hold the file that another PC writes. Copies lie below `copiesFolder` and are removed on closing.
 */
export async function openCopyToRead(folder: string, copiesFolder: string): Promise<OpenDatabase> {
  await mkdir(copiesFolder, { recursive: true })
  await removeLeftCopies(copiesFolder)
  const own = await mkdtemp(path.join(copiesFolder, `${process.pid}-`))
  const ending = new Set<NodeJS.Timeout>()
  let made = 0
  let refreshing: Promise<void> | null = null

  async function makeCopy(): Promise<Copy> {
    const into = path.join(own, String((made += 1)))
    await mkdir(into)
    try {
      const mark = await copyBetweenChanges(folder, into)
      const database = await openDatabaseToRead(into, { immutable: false })
      try {
        await quickCheck(database.reader)
      } catch (error) {
        await database.close()
        throw error
      }
      return { mark, folder: into, database }
    } catch (error) {
      await rm(into, { recursive: true, force: true })
      throw error
    }
  }

  const endCopy = async ({ database, folder: place }: Copy) => {
    await database.close().catch(() => {})
    await rm(place, { recursive: true, force: true }).catch(() => {})
  }

  let current: Copy
  try {
    current = await makeCopy()
  } catch (error) {
    await rm(own, { recursive: true, force: true })
    throw error
  }

  async function refresh() {
    if ((await readMark(path.join(folder, databaseName))) === current.mark) return
    const old = current
    current = await makeCopy()
    const timer = setTimeout(() => {
      ending.delete(timer)
      void endCopy(old)
    }, lingers)
    timer.unref()
    ending.add(timer)
  }

  return {
    writer: null,
    get reader() {
      return current.database.reader
    },
    openAnotherReader: () => current.database.openAnotherReader(),
    emptyLog: async () => {},
    async dataVersion() {
      refreshing ??= refresh().finally(() => (refreshing = null))
      await refreshing
      return made
    },
    async close() {
      await refreshing?.catch(() => {})
      for (const timer of ending) clearTimeout(timer)
      await current.database.close()
      await rm(own, { recursive: true, force: true })
    },
  }
}

/** Removes the copies of processes that ended without closing: they hold people's words. */
async function removeLeftCopies(copiesFolder: string) {
  for (const name of await readdir(copiesFolder)) {
    const [id] = name.split('-')
    if (!isRunning(Number(id)))
      await rm(path.join(copiesFolder, name), { recursive: true, force: true }).catch(() => {})
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0)
  } catch (error) {
    // It runs, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
