import path from 'node:path'
import { Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { migrate } from '../../src/main/core/database/open-database.ts'
import { migrations } from '../../src/main/core/database/migrations/index.ts'
import { Sqlite3Dialect } from '../../src/main/core/database/sqlite3-dialect.ts'
import { makeFolder } from '../support/workspace.ts'

test('a workspace from before care-plan audits gets them, and what a closed audit decided cannot be changed', async () => {
  const database = new Kysely<Record<string, Record<string, unknown>>>({
    dialect: new Sqlite3Dialect({
      filename: path.join(makeFolder(), 'workspace.db'),
      pragmas: ['foreign_keys=ON'],
    }),
  })
  try {
    const before = Object.entries(migrations).filter(([name]) => name < '0005')
    await migrate(database, Object.fromEntries(before))
    await sql.raw(`insert into core_service values ('acute', 1, 'Acute', 'Acute', 'inpatient', 0)`).execute(database)
    await sql.raw(`insert into ward values ('w1', 1, 'acute', 'Rowan Ward', 0)`).execute(database)
    await migrate(database)
    const rows = [
      `insert into audit (id, ward_id, from_date, to_date, criteria_set, criteria_version, method, opened_at)
        values ('a1', 'w1', '2026-09-01', '2026-09-30', 'core', '2026.1', 'all', '2026-09-30T09:00:00.000Z')`,
      `insert into audit_plan values ('p1', 1, 'a1', 'RW-01', 0, 'pasted', 3, 1, 2)`,
      `insert into audit_answer values ('n1', 1, 'p1', 'first', 'own-voice', 'yes', '', '2026-09-30T09:00:00.000Z', 'Bo')`,
    ]
    for (const row of rows) await sql.raw(row).execute(database)
    await sql`update audit_answer set answer = 'no'`.execute(database)
    await sql`update audit set state = 'closed'`.execute(database)
    await expect(sql`update audit_answer set answer = 'yes'`.execute(database)).rejects.toThrow('closed')
    await expect(sql`delete from audit_answer`.execute(database)).rejects.toThrow('closed')
    expect(await database.selectFrom('ward').selectAll().execute()).toHaveLength(1)
  } finally {
    await database.destroy()
  }
})
