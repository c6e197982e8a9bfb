import type { Selectable } from 'kysely'
import { AppError } from '../../../shared/result.ts'
import type { DatabaseTransaction, Tables } from '../database/schema.ts'

/** The tables that people's commands change. Each has an `id` and a `version`. */
export const recordedTables = [
  'provider',
  'core_service',
  'ward',
  'assessment',
  'scope',
  'finding',
  'evidence',
  'link',
  'attachment',
  'action',
  'snapshot',
  'erratum',
  'kept_find',
  'audit',
  'audit_plan',
  'audit_decision',
  'audit_answer',
  'audit_sentence',
  'audit_sentence_count',
  'audit_read_back',
] as const
export type RecordedTable = (typeof recordedTables)[number]

/** A row as it is written to the trail: JSON values only. */
export type RecordedRow = Record<string, string | number | null>

/** One change of one row: before and after. A row that was added has no before, one that was removed no after. */
export type RowChange = { entity: RecordedTable; id: string; before: RecordedRow | null; after: RecordedRow | null }

/** Many items brought in at once: undone by moving them to the bin, so that the trail need not hold every row twice. */
type BulkLogged = { entity: 'evidence'; bulk: string[]; inBin: 0 | 1 }

/** Many links carried into a new cycle at once: the items that have them. Never undone. */
type BulkCarried = { entity: 'link'; bulk: string[] }

export type BulkChange = BulkLogged | BulkCarried

export type Change = RowChange | BulkChange

type RowOf<Table extends RecordedTable> = Selectable<Tables[Table]>
type NewRow<Table extends RecordedTable> = Omit<RowOf<Table>, 'version' | 'seq'>
type Patch<Table extends RecordedTable> = Partial<Omit<RowOf<Table>, 'id' | 'version' | 'seq'>>

/** An older row of the trail from which words were erased: its number, and the SHA-256 of what it says now. */
export type Redaction = [seq: number, sha256: string]

/** How words are taken out of rows: the columns that are looked at, and what puts something in the words' place. */
export type Blot = { columns: ReadonlySet<string>; text(text: string): string }

/** A row without the words that are taken out. */
export const blotRow = (row: RecordedRow, blot: Blot): RecordedRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      typeof value === 'string' && blot.columns.has(column) ? blot.text(value) : value,
    ]),
  )

/** Writes rows for a command and remembers each change: the one way to change what people see, so that undo and trail miss nothing. */
export type Recorder = {
  readonly changes: readonly Change[]
  insert<Table extends RecordedTable>(table: Table, row: NewRow<Table>): Promise<void>
  /** Changes a row and raises its version; the row as it then is. Nothing is written when nothing differs. */
  update<Table extends RecordedTable>(table: Table, id: string, patch: Patch<Table>): Promise<RowOf<Table>>
  remove(table: RecordedTable, id: string): Promise<void>
  /** Adds a row again that was removed, with a version after its last one: who still sees that one is told of the change. */
  putBack(table: RecordedTable, row: RecordedRow): Promise<void>
  /** The row, or a `not-found` failure that names what is missing. */
  get<Table extends RecordedTable>(table: Table, id: string): Promise<RowOf<Table>>
  noteBulk(change: BulkChange): void
  /** Takes words out of a row; the trail hears only that it changed, and never the words. */
  blotOut(table: RecordedTable, id: string, blot: Blot): Promise<void>
  /** Says what older rows of the trail say now that words were erased from them. */
  noteRedactions(redactions: readonly Redaction[]): void
  readonly redactions: readonly Redaction[]
}

const words: Record<RecordedTable, string> = {
  provider: 'provider',
  core_service: 'core service',
  ward: 'ward or team',
  assessment: 'assessment',
  scope: 'scope',
  finding: 'finding',
  evidence: 'item of evidence',
  link: 'link',
  attachment: 'attachment',
  action: 'action',
  snapshot: 'sign-off',
  erratum: 'erratum',
  kept_find: 'find',
  audit: 'audit',
  audit_plan: 'plan',
  audit_decision: 'decision',
  audit_answer: 'answer',
  audit_sentence: 'sentence',
  audit_sentence_count: 'count of a sentence',
  audit_read_back: 'answer of a person',
}

/** The failure for something that is not there, or no longer. */
export const notFound = (table: RecordedTable): AppError =>
  new AppError('not-found', `This ${words[table]} is not there any more. Nothing was changed.`)

// Kysely's types cannot follow a table name that is a variable; these few statements are the same for every recorded table.
type AnyTable = {
  selectAll(): AnyTable
  where(column: string, operator: string, value: unknown): AnyTable
  set(patch: object): AnyTable
  values(row: object): AnyTable
  execute(): Promise<RecordedRow[]>
  executeTakeFirst(): Promise<RecordedRow | undefined>
}

/** Statements on a recorded table whose name is a variable. */
export const onTable = (tx: DatabaseTransaction, table: RecordedTable) => ({
  select: () => tx.selectFrom(table).selectAll() as unknown as AnyTable,
  insert: () => tx.insertInto(table) as unknown as AnyTable,
  update: () => tx.updateTable(table) as unknown as AnyTable,
  delete: () => tx.deleteFrom(table) as unknown as AnyTable,
})

/** Makes the recorder of one command's transaction. */
export function createRecorder(tx: DatabaseTransaction): Recorder {
  const changes: Change[] = []
  const redactions: Redaction[] = []

  const read = (table: RecordedTable, id: string) => onTable(tx, table).select().where('id', '=', id).executeTakeFirst()

  async function readOrFail(table: RecordedTable, id: string) {
    const row = await read(table, id)
    if (!row) throw notFound(table)
    return row
  }

  async function add(table: RecordedTable, row: object & { id: string }, version: number) {
    await onTable(tx, table)
      .insert()
      .values({ ...row, version })
      .execute()
    changes.push({ entity: table, id: row.id, before: null, after: await readOrFail(table, row.id) })
  }

  return {
    changes,
    insert: (table, row) => add(table, row as { id: string }, 1),
    putBack: (table, row) => add(table, row as { id: string }, Number(row.version) + 1),
    async update(table, id, patch) {
      const before = await readOrFail(table, id)
      const differs = Object.entries(patch).some(([column, value]) => before[column] !== value)
      if (!differs) return before as never
      const version = Number(before.version) + 1
      await onTable(tx, table)
        .update()
        .set({ ...patch, version })
        .where('id', '=', id)
        .execute()
      const after = await readOrFail(table, id)
      changes.push({ entity: table, id, before, after })
      return after as never
    },
    async remove(table, id) {
      const before = await readOrFail(table, id)
      await onTable(tx, table).delete().where('id', '=', id).execute()
      changes.push({ entity: table, id, before, after: null })
    },
    get: async (table, id) => (await readOrFail(table, id)) as never,
    noteBulk: (change) => void changes.push(change),
    async blotOut(table, id, blot) {
      const before = await readOrFail(table, id)
      const { id: _id, version, seq: _seq, ...columns } = blotRow(before, blot)
      await onTable(tx, table)
        .update()
        .set({ ...columns, version: Number(version) + 1 })
        .where('id', '=', id)
        .execute()
      changes.push({ entity: table, id, before: blotRow(before, blot), after: await readOrFail(table, id) })
    },
    redactions,
    noteRedactions: (noted) => void redactions.push(...noted),
  }
}

/**
 * Refuses a change to a row that somebody else changed meanwhile. The failure carries both texts: `current` as it now stands and
 * `yours` as it was sent, so that neither is lost.
 */
export function refuseConflict(
  current: { version: number },
  expectedVersion: number,
  texts: { current: unknown; yours: unknown },
): void {
  if (current.version === expectedVersion) return
  throw new AppError(
    'conflict',
    'This was changed in another window meanwhile. Both texts are kept: choose, or keep both.',
    texts,
  )
}
