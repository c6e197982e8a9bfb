import { existsSync } from 'node:fs'
import { mkdir, open, readdir, rm, rmdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { explainStorageError } from './errors.ts'
import { migrate } from './open-database.ts'
import { up as first } from './plan-text-migrations/0001-first.ts'
import { Sqlite3Dialect } from './sqlite3-dialect.ts'

const migrations: Record<string, Migration> = { '0001-first': { up: first } }

/** The tables of one audit's texts. */
type Tables = {
  /** `word` stands for the patient's name; `masks` and `sentences` are JSON arrays; `reading` is JSON, of the lexicon named beside it. */
  plan: { id: string; word: string; text: string; masks: string; sentences: string; lexicon: string; reading: string }
  note: { plan_id: string; reading: string; statement: number; words: string }
}

/** A plan's text as it is kept: masked, with what the reading found in it. */
export type PlanTextRow = Tables['plan']

/** An auditor's words on a statement. */
export type NoteRow = Tables['note']

/**
 * The texts of open care-plan audits: a database for each audit in the folder `plan-texts` of the workspace, which no backup, export,
 * search or trail copies. It is opened when it is needed and closed again, so that the folder can be moved. When an audit is closed its
 * texts are overwritten and the file is removed.
 */
export type PlanTexts = {
  /** Adds plans, or puts them in the place of those with the same ids. */
  keep(auditId: string, plans: readonly PlanTextRow[]): Promise<void>
  plans(auditId: string): Promise<PlanTextRow[]>
  count(auditId: string): Promise<number>
  plan(auditId: string, planId: string): Promise<PlanTextRow | null>
  notes(auditId: string, planId: string): Promise<NoteRow[]>
  /** Sets an auditor's words on a statement; empty words take them away. */
  setNote(auditId: string, note: NoteRow): Promise<void>
  remove(auditId: string, planId: string): Promise<void>
  erase(auditId: string): Promise<void>
  /** The audits that have texts here, and when those were last changed, in milliseconds. */
  audits(): Promise<{ id: string; changedAt: number }[]>
}

/** The folder of the plan texts in a workspace's folder. */
export const planTextsFolder = 'plan-texts'

// Deleted content is overwritten; nothing is written to another file but the journal, which is emptied; sorting stays in memory.
const pragmas = [
  'journal_mode=TRUNCATE',
  'synchronous=FULL',
  'secure_delete=ON',
  'temp_store=MEMORY',
  'foreign_keys=ON',
]

/** The plan texts of the workspace in a folder. Nothing is opened or made before it is asked for. */
export function openPlanTexts(workspaceFolder: string, { readOnly }: { readOnly: boolean }): PlanTexts {
  const folder = path.join(workspaceFolder, planTextsFolder)
  const fileOf = (auditId: string) => path.join(folder, `${path.basename(auditId)}.db`)
  let line: Promise<unknown> = Promise.resolve()

  async function withDatabase<T>(auditId: string, work: (db: Kysely<Tables>) => Promise<T>): Promise<T> {
    const dialect = new Sqlite3Dialect({
      filename: fileOf(auditId),
      readOnly,
      pragmas: readOnly ? ['temp_store=MEMORY'] : pragmas,
    })
    const db = new Kysely<Tables>({ dialect })
    try {
      if (!readOnly) await migrate(db, migrations)
      return await work(db)
    } catch (error) {
      throw explainStorageError(error) ?? error
    } finally {
      await db.destroy()
    }
  }

  /** One after the other: a text must not be written while its file is being erased. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = line.then(work)
    line = turn.catch(() => {})
    return turn
  }

  const read = <T>(auditId: string, none: T, work: (db: Kysely<Tables>) => Promise<T>) =>
    inTurn(async () => (existsSync(fileOf(auditId)) ? withDatabase(auditId, work) : none))

  return {
    keep: (auditId, plans) =>
      inTurn(async () => {
        await mkdir(folder, { recursive: true })
        await withDatabase(auditId, (db) =>
          db.transaction().execute(async (tx) => {
            for (const { id, ...columns } of plans)
              await tx
                .insertInto('plan')
                .values({ id, ...columns })
                .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
                .execute()
          }),
        )
      }),
    plans: (auditId) => read(auditId, [], (db) => db.selectFrom('plan').selectAll().orderBy('id').execute()),
    count: (auditId) =>
      read(auditId, 0, async (db) => {
        const { count } = await db
          .selectFrom('plan')
          .select(({ fn }) => fn.countAll<number>().as('count'))
          .executeTakeFirstOrThrow()
        return count
      }),
    plan: (auditId, planId) =>
      read(auditId, null, async (db) => {
        const row = await db.selectFrom('plan').selectAll().where('id', '=', planId).executeTakeFirst()
        return row ?? null
      }),
    notes: (auditId, planId) =>
      read(auditId, [], (db) => db.selectFrom('note').selectAll().where('plan_id', '=', planId).execute()),
    setNote: (auditId, note) =>
      read(auditId, undefined, async (db) => {
        const { plan_id, reading, statement, words } = note
        await db
          .deleteFrom('note')
          .where('plan_id', '=', plan_id)
          .where('reading', '=', reading)
          .where('statement', '=', statement)
          .execute()
        if (words !== '') await db.insertInto('note').values(note).execute()
      }),
    remove: (auditId, planId) =>
      read(auditId, undefined, async (db) => {
        await db.deleteFrom('plan').where('id', '=', planId).execute()
      }),
    erase: (auditId) =>
      inTurn(async () => {
        const file = fileOf(auditId)
        if (existsSync(file))
          // A damaged file is overwritten all the same, below.
          await withDatabase(auditId, (db) => db.deleteFrom('plan').execute()).catch(() => {})
        for (const each of [file, `${file}-journal`, `${file}-wal`, `${file}-shm`]) await overwriteAndRemove(each)
        await rmdir(folder).catch(() => {})
      }),
    async audits() {
      const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.db'))
      const found = await Promise.all(
        names.map(async (name) => ({
          id: name.slice(0, -3),
          file: await stat(path.join(folder, name)).catch(() => null),
        })),
      )
      return found.flatMap(({ id, file }) => (file === null ? [] : [{ id, changedAt: file.mtimeMs }]))
    },
  }
}

/** Writes zeros over a file and removes it. What a disk or a synced folder keeps of its own is beyond any program. */
async function overwriteAndRemove(file: string): Promise<void> {
  const found = await stat(file).catch(() => null)
  if (found === null) return
  const handle = await open(file, 'r+')
  try {
    const zeros = Buffer.alloc(65_536)
    for (let at = 0; at < found.size; at += zeros.length)
      await handle.write(zeros, 0, Math.min(zeros.length, found.size - at), at)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rm(file)
}
