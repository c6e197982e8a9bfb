import path from 'node:path'
import { Kysely, sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, test } from 'vitest'
import { migrations } from '../../src/main/core/database/migrations/index.ts'
import { Sqlite3Dialect } from '../../src/main/core/database/sqlite3-dialect.ts'
import { makeFolder } from '../support/workspace.ts'

const pack = {
  prompts: [
    { id: 'P1', regulations: ['regulation-9', 'mha-code'], keyQuestions: [{ keyQuestion: 'well-led' }] },
    {
      id: 'P2',
      regulations: ['regulation-10'],
      keyQuestions: [{ keyQuestion: 'caring' }, { keyQuestion: 'caring' }, { keyQuestion: 'effective' }],
    },
  ],
}
const evidence = (seq: number, id: string) =>
  `insert into evidence values (${seq}, '${id}', 1, 'Title ${seq}', 'Shows', 'people', null, null, '', '', null, null, null,
    null, '[]', '', null, '', '', '2026-09-01T09:00:00.000Z', 'Bo', 0)`
const rows = [
  `insert into checklist values ('bg046', 'V2', '${JSON.stringify(pack)}', '2026-04-01T09:00:00.000Z')`,
  `insert into assessment (id, title, from_date, to_date, status, checklist_id, checklist_version)
    values ('a1', 'April to September 2026', '2026-04-01', '2026-09-30', 'draft', 'bg046', 'V2')`,
  `insert into scope values ('s1', 1, 'a1', 'provider', null, 'Provider', 0, 0)`,
  ...['P1', 'P2'].map(
    (prompt) => `insert into finding (id, assessment_id, scope_id, prompt_id, judgement, reason, narrative, owner,
      judged_by, people_yes, people_in_part, people_no, people_who, people_how, people_words)
      values ('f${prompt}', 'a1', 's1', '${prompt}', 'not-assessed', '', '', '', '', 0, 0, 0, '', '', '')`,
  ),
  evidence(4, 'e4'),
  evidence(9, 'e9'),
  evidence(12, 'e12'),
  `insert into link values ('l1', 1, 'e4', 'fP1', 'supports', '', null, null)`,
  `insert into link values ('l2', 1, 'e4', 'fP2', 'contradicts', '', null, null)`,
  `insert into link values ('l3', 1, 'e9', 'fP1', 'context', '', '["responsive"]', '[]')`,
  `insert into evidence_facts values ('e4', 1, 1, 0, 2, 1, 9)`,
  `insert into evidence_facts values ('e9', 0, 0, 1, 0, 0, 12)`,
  `insert into evidence_facts values ('e12', 0, 0, 0, 0, 0, 12)`,
]

test('counts of a workspace of before stay beside their items, with what the items’ links touch', async () => {
  const filename = path.join(makeFolder(), 'workspace.db')
  const database = new Kysely<Record<string, Record<string, unknown>>>({
    dialect: new Sqlite3Dialect({ filename, pragmas: ['foreign_keys=ON'] }),
  })
  const migrateTo = async (last: string) => {
    const known = Object.fromEntries(Object.entries(migrations).filter(([name]) => name <= last))
    const { error } = await new Migrator({
      db: database,
      provider: { getMigrations: async () => known },
    }).migrateToLatest()
    if (error !== undefined) throw error
  }
  try {
    await migrateTo('0005-care-plan-audit')
    for (const row of rows) await sql.raw(row).execute(database)
    await migrateTo('0006-small-facts')
    const facts = { supports: 0, contradicts: 0, context: 0, files: 0, files_missing: 0, window_months: 12 }
    expect(await database.selectFrom('evidence_facts').selectAll().orderBy('seq').execute()).toEqual([
      {
        seq: 4,
        supports: 1,
        contradicts: 1,
        context: 0,
        files: 2,
        files_missing: 1,
        window_months: 9,
        // Regulations 9 and 10, the code, effective, caring and well-led.
        touches: 1 + 4 + 2 + 16 + 32 + 128,
      },
      // The person's own choice: no regulation, and responsive.
      { ...facts, seq: 9, context: 1, touches: 64 },
      { ...facts, seq: 12, touches: 0 },
    ])
    await sql`delete from evidence where id = 'e12'`.execute(database)
    expect(await database.selectFrom('evidence_facts').select('seq').execute()).toHaveLength(2)
  } finally {
    await database.destroy()
  }
})
