import {
  CompiledQuery,
  createQueryId,
  IdentifierNode,
  RawNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type DatabaseConnection,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  type QueryResult,
} from 'kysely'
import sqlite3 from 'sqlite3'

/** How a database file is opened. `filename` may be a `file:` address with `immutable=1`. */
export type Sqlite3Config = {
  filename: string
  readOnly?: boolean
  /** Statements run once after opening, `foreign_keys=ON` and the like. */
  pragmas: readonly string[]
  /** How long to wait for another process's lock, in milliseconds. */
  busyTimeout?: number
}

type Query = Pick<CompiledQuery, 'sql' | 'parameters' | 'query'>

const readsRows = /^\s*(select|pragma|explain|values|with)\b/i

const returnsRows = ({ query, sql }: Query) => {
  if (query.kind === 'SelectQueryNode') return true
  if ('returning' in query && query.returning !== undefined) return true
  return query.kind === 'RawNode' && (readsRows.test(sql) || /\breturning\b/i.test(sql))
}

/**
 * What may be bound to a statement. The driver binds a bigint as NULL, a Date as a number of milliseconds and an object as its
 * words, each in silence: here they are an error.
 */
function bindable(value: unknown): string | number | null | Uint8Array {
  if (value === null || typeof value === 'string' || value instanceof Uint8Array) return value
  if (typeof value === 'number') {
    if (Number.isInteger(value) && !Number.isSafeInteger(value))
      throw new RangeError('an integer beyond 2^53 cannot be bound')
    return value
  }
  throw new TypeError(`cannot bind a ${value instanceof Date ? 'Date' : typeof value}`)
}

class Sqlite3Connection implements DatabaseConnection {
  readonly database: sqlite3.Database

  constructor(database: sqlite3.Database) {
    this.database = database
  }

  executeQuery<Row>(query: Query): Promise<QueryResult<Row>> {
    const parameters = query.parameters.map(bindable)
    return new Promise((resolve, reject) => {
      if (returnsRows(query)) {
        this.database.all(query.sql, parameters, (error: Error | null, rows: unknown[]) =>
          error ? reject(error) : resolve({ rows: rows as Row[] }),
        )
      } else {
        this.database.run(query.sql, parameters, function done(error: Error | null) {
          if (error) reject(error)
          else resolve({ rows: [], numAffectedRows: BigInt(this.changes), insertId: BigInt(this.lastID) })
        })
      }
    })
  }

  async *streamQuery<Row>(query: Query, chunkSize = 500): AsyncIterableIterator<QueryResult<Row>> {
    const statement = await new Promise<sqlite3.Statement>((resolve, reject) => {
      const prepared = this.database.prepare(query.sql, query.parameters.map(bindable), (error: Error | null) =>
        error ? reject(error) : resolve(prepared),
      )
    })
    const next = () =>
      new Promise<Row | undefined>((resolve, reject) =>
        statement.get((error: Error | null, row: unknown) => (error ? reject(error) : resolve(row as Row | undefined))),
      )
    try {
      for (;;) {
        const rows: Row[] = []
        for (let row = await next(); row !== undefined; row = await next()) {
          rows.push(row)
          if (rows.length === chunkSize) break
        }
        if (rows.length > 0) yield { rows }
        if (rows.length < chunkSize) return
      }
    } finally {
      await new Promise<void>((resolve) => statement.finalize(() => resolve()))
    }
  }
}

class Sqlite3Driver implements Driver {
  readonly config: Sqlite3Config
  connection: Sqlite3Connection | undefined

  constructor(config: Sqlite3Config) {
    this.config = config
  }

  async init() {
    const { filename, readOnly, pragmas, busyTimeout = 5_000 } = this.config
    const mode = readOnly ? sqlite3.OPEN_READONLY : sqlite3.OPEN_READWRITE | sqlite3.OPEN_CREATE
    const database = await new Promise<sqlite3.Database>((resolve, reject) => {
      const opened = new sqlite3.Database(filename, mode | sqlite3.OPEN_URI | sqlite3.OPEN_FULLMUTEX, (error) =>
        error ? reject(error) : resolve(opened),
      )
    })
    database.configure('busyTimeout', busyTimeout)
    this.connection = new Sqlite3Connection(database)
    for (const pragma of pragmas) await this.connection.executeQuery(CompiledQuery.raw(`PRAGMA ${pragma}`))
  }

  // One connection: Kysely itself lets one caller at a time have it.
  async acquireConnection() {
    if (!this.connection) throw new Error('the database is not open')
    return this.connection
  }

  async releaseConnection() {}

  async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  async commitTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection) {
    try {
      await connection.executeQuery(CompiledQuery.raw('rollback'))
    } catch (error) {
      // On a full disk SQLite has rolled back by itself, and its own failure is the one to tell of.
      if (!(error instanceof Error && error.message.includes('no transaction is active'))) throw error
    }
  }

  async savepoint(connection: DatabaseConnection, name: string, compile: QueryCompiler['compileQuery']) {
    await connection.executeQuery(namedCommand('savepoint', name, compile))
  }

  async rollbackToSavepoint(connection: DatabaseConnection, name: string, compile: QueryCompiler['compileQuery']) {
    await connection.executeQuery(namedCommand('rollback to', name, compile))
  }

  async releaseSavepoint(connection: DatabaseConnection, name: string, compile: QueryCompiler['compileQuery']) {
    await connection.executeQuery(namedCommand('release', name, compile))
  }

  async destroy() {
    const { connection } = this
    if (!connection) return
    await new Promise<void>((resolve, reject) =>
      connection.database.close((error) => (error ? reject(error) : resolve())),
    )
  }
}

const namedCommand = (words: string, name: string, compile: QueryCompiler['compileQuery']) =>
  compile(
    RawNode.createWithChildren([RawNode.createWithSql(`${words} `), IdentifierNode.create(name)]),
    createQueryId(),
  )

class Sqlite3Adapter extends SqliteAdapter {
  // Without this a migration that fails stays half applied.
  override get supportsTransactionalDdl() {
    return true
  }
}

/** Kysely over the named `sqlite3` package, which nothing else imports: the driver of the product is this file. */
export class Sqlite3Dialect implements Dialect {
  readonly config: Sqlite3Config

  constructor(config: Sqlite3Config) {
    this.config = config
  }

  createDriver(): Driver {
    return new Sqlite3Driver(this.config)
  }

  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler()
  }

  createAdapter(): DialectAdapter {
    return new Sqlite3Adapter()
  }

  createIntrospector(database: Kysely<unknown>) {
    return new SqliteIntrospector(database)
  }
}
