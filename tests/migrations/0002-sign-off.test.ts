import path from 'node:path'
import { Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, test } from 'vitest'
import { up as first } from '../../src/main/core/database/migrations/0001-first.ts'
import { up as signOff } from '../../src/main/core/database/migrations/0002-sign-off.ts'
import { Sqlite3Dialect } from '../../src/main/core/database/sqlite3-dialect.ts'
import { makeFolder } from '../support/workspace.ts'

const rows = [
  `insert into checklist values ('bg046', 'V2', '{}', '2026-04-01T09:00:00.000Z')`,
  `insert into assessment values ('a1', 1, 'April to September 2026', '2026-04-01', '2026-09-30', 'draft', null, null, 'bg046', 'V2')`,
  `insert into scope values ('s1', 1, 'a1', 'provider', null, 'Provider', 0, 0)`,
  `insert into finding values ('f1', 3, 'a1', 's1', 'P1', 'partly-evidenced', '', 'Some do.', 'Bo', null,
    '2026-09-01T09:00:00.000Z', 'Bo', 1, 2, 3, 'People', 'Asked', '2026-08-01', null, 'Not mine')`,
]

test('findings of the first version keep what they say, and are of a cycle that was carried from nowhere', async () => {
  const filename = path.join(makeFolder(), 'workspace.db')
  const database = new Kysely<Record<string, Record<string, unknown>>>({
    dialect: new Sqlite3Dialect({ filename, pragmas: ['foreign_keys=ON'] }),
  })
  const migrateTo = async (known: Record<string, { up: typeof first }>) => {
    const { error } = await new Migrator({
      db: database,
      provider: { getMigrations: async () => known },
    }).migrateToLatest()
    if (error !== undefined) throw error
  }
  try {
    await migrateTo({ '0001-first': { up: first } })
    for (const row of rows) await sql.raw(row).execute(database)
    await migrateTo({ '0001-first': { up: first }, '0002-sign-off': { up: signOff } })
    expect(await database.selectFrom('finding').selectAll().executeTakeFirst()).toMatchObject({
      id: 'f1',
      version: 3,
      narrative: 'Some do.',
      people_no: 3,
      carried_judgement: null,
      carried_narrative: '',
      carried_at: null,
      reconfirmed_at: null,
    })
    expect(await database.selectFrom('current_assessment').selectAll().execute()).toEqual([{ id: 'a1' }])
    await sql`update finding set narrative = 'All do.'`.execute(database)
    await sql`update assessment set status = 'signed-off', signed_off_at = '2026-10-01'`.execute(database)
    await expect(sql`update finding set narrative = 'None do.'`.execute(database)).rejects.toThrow('signed off')
  } finally {
    await database.destroy()
  }
})
