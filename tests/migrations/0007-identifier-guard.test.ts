import path from 'node:path'
import { Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, test } from 'vitest'
import { migrations } from '../../src/main/core/database/migrations/index.ts'
import { Sqlite3Dialect } from '../../src/main/core/database/sqlite3-dialect.ts'
import { makeFolder } from '../support/workspace.ts'

test('items of before are still found by their words, and each workspace has a salt of its own', async () => {
  const salts: string[] = []
  for (const name of ['one.db', 'other.db']) {
    const database = new Kysely<Record<string, Record<string, unknown>>>({
      dialect: new Sqlite3Dialect({ filename: path.join(makeFolder(), name), pragmas: ['foreign_keys=ON'] }),
    })
    const migrateTo = async (last: string) => {
      const known = Object.fromEntries(Object.entries(migrations).filter(([step]) => step <= last))
      const { error } = await new Migrator({
        db: database,
        provider: { getMigrations: async () => known },
      }).migrateToLatest()
      if (error !== undefined) throw error
    }
    try {
      await migrateTo('0006-small-facts')
      await sql
        .raw(
          `insert into evidence values (4, 'e4', 1, 'Walk on the moor', 'Shows', 'people', null, null, '', '', null, null, null,
            null, '[]', '', null, '', '', '2026-09-01T09:00:00.000Z', 'Bo', 0)`,
        )
        .execute(database)
      await migrateTo('0007-identifier-guard')
      const { rows } = await sql`select rowid from evidence_search where evidence_search match 'moor'`.execute(database)
      expect(rows).toEqual([{ rowid: 4 }])
      const salt = await sql<{ salt: string }>`select salt from guard_salt`.execute(database)
      salts.push(salt.rows[0]?.salt ?? '')
    } finally {
      await database.destroy()
    }
  }
  expect(salts[0]).toMatch(/^[0-9a-f]{32}$/)
  expect(salts[0]).not.toBe(salts[1])
})
