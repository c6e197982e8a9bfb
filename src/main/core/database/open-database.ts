import { Kysely, sql } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import { existsSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { AppError } from '../../../shared/result.ts'
import { damagedWords, explainStorageError } from './errors.ts'
import { migrations } from './migrations/index.ts'
import type { Tables } from './schema.ts'
import { Sqlite3Dialect } from './sqlite3-dialect.ts'

/** The name of a workspace's database in its folder. */
export const databaseName = 'workspace.db'

/** A workspace's database: one connection that writes, with a queue, and one that reads, so that a long import blocks no screen. */
export type OpenDatabase = {
  /** Null when the workspace is opened to be read. */
  writer: Kysely<Tables> | null
  reader: Kysely<Tables>
  /** Another connection that reads, for long work; whoever asked for it destroys it. */
  openAnotherReader(): Kysely<Tables>
  /** A number that changes whenever another process changes the database. */
  dataVersion(): Promise<number>
  /** Empties the log of changes into the database: what was erased is then in no file of it. */
  emptyLog(): Promise<void>
  close(): Promise<void>
}

const sharedPragmas = ['foreign_keys=ON', 'trusted_schema=OFF', 'cell_size_check=ON']
/** SQLite's log ahead of the database does not work over a network: there its older journal is used. */
const writerPragmas = (onShare: boolean) => [
  `journal_mode=${onShare ? 'DELETE' : 'WAL'}`,
  'synchronous=FULL',
  // With 64 MB to hold its pages, an import of 50,000 rows writes each of them once.
  'cache_size=-65536',
  'secure_delete=ON',
  ...sharedPragmas,
]

type OpenOptions = {
  /** Whether the whole database is read for damage. */
  check: boolean
  /** Whether the folder lies on a network share. */
  onShare?: boolean
  /** Is done before a database of an earlier schema is changed; what it throws keeps the database as it is. */
  beforeUpgrade?: (database: OpenDatabase) => Promise<void>
  /** The migrations of this version; others only in tests. */
  steps?: Record<string, Migration>
}

/** Makes or opens the database of a folder to be written, and brings it to this version's schema in one transaction. */
export async function openDatabase(folder: string, options: OpenOptions): Promise<OpenDatabase> {
  const filename = path.join(folder, databaseName)
  const { steps = migrations } = options
  // Looked at before it is opened to be written, which by itself would change its file.
  if (existsSync(filename)) {
    const before = await openDatabaseToRead(folder, { immutable: false, steps })
    try {
      const applied = await appliedMigrations(before.reader)
      if (applied.length > 0 && applied.length < Object.keys(steps).length) await options.beforeUpgrade?.(before)
    } finally {
      await before.close()
    }
  }
  const writer = new Kysely<Tables>({
    dialect: new Sqlite3Dialect({ filename, pragmas: writerPragmas(options.onShare ?? false) }),
  })
  try {
    if (options.check) await quickCheck(writer)
    await migrate(writer, steps)
    const reader = openReader(filename)
    return {
      writer,
      reader,
      openAnotherReader: () => openReader(filename),
      dataVersion: () => dataVersion(reader),
      emptyLog: () => emptyLog(writer),
      async close() {
        await reader.destroy()
        await sql`pragma optimize`.execute(writer)
        await writer.destroy()
      },
    }
  } catch (error) {
    await writer.destroy().catch(() => {})
    throw explainStorageError(error) ?? error
  }
}

/**
 * Opens the database of a folder to be read only: while another process writes it, or, with `immutable`, from a folder that cannot
 * be written, where SQLite could not make the files that a live reader needs.
 */
export async function openDatabaseToRead(
  folder: string,
  options: { immutable: boolean; steps?: Record<string, Migration> },
): Promise<OpenDatabase> {
  const file = path.join(folder, databaseName)
  if (!existsSync(file)) throw new AppError('folder-missing', 'There is no workspace in this folder.')
  // SQLite would take an empty file for a new database and begin an empty workspace in it.
  if ((await stat(file)).size === 0) throw new AppError('damaged', damagedWords, { faults: ['the file is empty'] })
  const address = options.immutable ? `${pathToFileURL(file).href}?immutable=1` : file
  const reader = openReader(address)
  try {
    await refuseNewer(reader, options.steps)
    return {
      writer: null,
      reader,
      openAnotherReader: () => openReader(address),
      dataVersion: () => dataVersion(reader),
      emptyLog: async () => {},
      close: () => reader.destroy(),
    }
  } catch (error) {
    await reader.destroy().catch(() => {})
    throw explainStorageError(error) ?? error
  }
}

const openReader = (filename: string) =>
  new Kysely<Tables>({ dialect: new Sqlite3Dialect({ filename, readOnly: true, pragmas: sharedPragmas }) })

/** Tries for five seconds, since whoever reads keeps the log; what is left of it goes when the workspace is closed. */
async function emptyLog(writer: Kysely<Tables>) {
  for (let tries = 0; tries < 100; tries += 1) {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(writer)
    if (rows[0]?.busy !== 1) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function dataVersion(database: Kysely<Tables>) {
  const { rows } = await sql<{ data_version: number }>`pragma data_version`.execute(database)
  return rows[0]?.data_version ?? 0
}

/** Reads the whole database for damage: 0.8 s at 100,000 items, so only after an unclean close and when asked to verify. */
export async function quickCheck(database: Kysely<Tables>): Promise<void> {
  const { rows } = await sql<{ quick_check: string }>`pragma quick_check(5)`.execute(database)
  if (rows.length !== 1 || rows[0]?.quick_check !== 'ok')
    throw new AppError('damaged', damagedWords, {
      faults: rows.map((row) => row.quick_check),
    })
}

async function appliedMigrations<T>(database: Kysely<T>): Promise<string[]> {
  const { rows: found } = await sql`select 1 from sqlite_master where name = 'kysely_migration'`.execute(database)
  if (found.length === 0) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(database)
  return rows.map((row) => row.name)
}

/** Refuses a database that a newer version of the product made: it is not touched. */
async function refuseNewer<T>(database: Kysely<T>, known: Record<string, Migration> = migrations) {
  const unknown = (await appliedMigrations(database)).filter((name) => !Object.hasOwn(known, name))
  if (unknown.length > 0)
    throw new AppError('newer-version', 'This workspace was made by a newer version. Nothing was opened or changed.', {
      unknown,
    })
}

/** A step that ends with every reference leading somewhere: checked inside the transaction, so that a step that breaks one is undone. */
const withChecks = ({ up }: Migration): Migration => ({
  async up(database) {
    await up(database)
    const { rows } = await sql<{ table: string }>`pragma foreign_key_check`.execute(database)
    if (rows.length > 0) throw new Error(`${rows.length} rows of ${rows[0]?.table} would lead nowhere`)
  },
})

/** Brings a database to this version's schema in one transaction; one of a newer version is refused and not touched. */
export async function migrate<T>(database: Kysely<T>, known: Record<string, Migration> = migrations): Promise<void> {
  await refuseNewer(database, known)
  const checked = Object.fromEntries(Object.entries(known).map(([name, step]) => [name, withChecks(step)]))
  const migrator = new Migrator({ db: database, provider: { getMigrations: async () => checked } })
  const { error } = await migrator.migrateToLatest()
  if (error === undefined) return
  const storage = explainStorageError(error)
  if (storage) throw storage
  throw new AppError('upgrade-failed', 'The upgrade did not finish. Your workspace is as it was before.', {
    cause: error instanceof Error ? error.message : 'unknown',
  })
}
