import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { ParsedInputOf } from '../../../shared/contract.ts'
import { toCsv } from '../../../shared/model/csv-writer.ts'
import type { FaultyRow, ImportReading, ImportReport, RowFault } from '../../../shared/model/evidence-import.ts'
import {
  evidenceColumns,
  evidenceCsvTemplate,
  evidenceRowKey,
  type EvidenceRowValues,
  type KnownToRows,
} from '../../../shared/model/evidence-rows.ts'
import { safeFileName } from '../../../shared/model/file-name.ts'
import { AppError } from '../../../shared/result.ts'
import { currentAssessment, listFindings, listScopes } from '../assessments/queries.ts'
import type { ChecklistPack } from '../../../shared/model/checklist.ts'
import { packOf } from '../checklists/queries.ts'
import { listOf } from '../database/list-of.ts'
import type { Database } from '../database/schema.ts'
import type { CommandContext, HandlersOf, TaskContext } from '../handler.ts'
import { guardRows } from '../guard/queries.ts'
import { readProvider } from '../providers/queries.ts'
import { createPauses } from '../pauses.ts'
import { readEvidenceFile } from './evidence-file.ts'
import type { EvidenceTable } from './evidence-table.ts'

/** Rows in one statement: few enough for progress and cancel to be felt, and for nobody to wait for their making. */
const batch = 500

type KeyedRow = { digest: string; values: EvidenceRowValues }

type FindingOf = (promptId: string, coreServiceId: string | null) => string | undefined

/** What rows may name: wards, the core services that are looked at, and the prompts. */
async function readKnown(db: Database, pack: ChecklistPack, assessmentId: string): Promise<KnownToRows> {
  const provider = await readProvider(db)
  const looked = new Set(
    (await listScopes(db, assessmentId)).filter(({ leftOut }) => !leftOut).map((scope) => scope.coreServiceId),
  )
  return {
    prompts: pack.prompts,
    coreServices: provider.coreServices.filter(({ id }) => looked.has(id)),
    wards: provider.coreServices.flatMap(({ wards }) => wards),
  }
}

async function readFindingOf(
  db: Database,
  pack: ChecklistPack,
  assessmentId: string,
  asAt: string,
): Promise<FindingOf> {
  const scopes = await listScopes(db, assessmentId)
  const findings = await listFindings(db, pack, { assessmentId, asAt })
  const ids = new Map(findings.map(({ id, scopeId, promptId }) => [`${scopeId} ${promptId}`, id]))
  return (promptId, coreServiceId) => {
    const scope = scopes.find((candidate) => candidate.coreServiceId === coreServiceId)
    return scope && ids.get(`${scope.id} ${promptId}`)
  }
}

/** Each row once, with the digest by which it is known again. */
async function keyRows(rows: readonly EvidenceRowValues[], signal: AbortSignal): Promise<KeyedRow[]> {
  const keyed = new Map<string, EvidenceRowValues>()
  const pause = createPauses()
  for (const [index, values] of rows.entries()) {
    keyed.set(createHash('sha256').update(evidenceRowKey(values)).digest('hex'), values)
    if (index % 100 > 0) continue
    signal.throwIfAborted()
    await pause()
  }
  return [...keyed].map(([digest, values]) => ({ digest, values }))
}

/** The rows that were not brought in before; an item that was put in the bin since may be brought in again. */
async function leaveOutKnown(db: Database, rows: readonly KeyedRow[], signal: AbortSignal): Promise<KeyedRow[]> {
  const known = new Set<string>()
  for (let start = 0; start < rows.length; start += batch) {
    signal.throwIfAborted()
    const found = await db
      .selectFrom('import_row')
      .innerJoin('evidence', 'evidence.id', 'import_row.evidence_id')
      .select('import_row.digest')
      .where('import_row.digest', 'in', listOf(rows.slice(start, start + batch).map(({ digest }) => digest)))
      .where('evidence.in_bin', '=', 0)
      .execute()
    for (const { digest } of found) known.add(digest)
  }
  return rows.filter(({ digest }) => !known.has(digest))
}

/** Writes the rows in one transaction: all of them or, on a fault or a cancel, none. */
async function writeRows(context: CommandContext, rows: readonly KeyedRow[], findingOf: FindingOf, task: TaskContext) {
  const { db, record, newId, now, actor, say } = context
  const loggedAt = now()
  const ids: string[] = []
  const pause = createPauses()
  for (let start = 0; start < rows.length; start += batch) {
    if (task.control.signal.aborted) throw new AppError('cancelled', 'Cancelled. Nothing was brought in.')
    task.control.report('Bringing in', start, rows.length)
    const part = rows.slice(start, start + batch).map((row) => ({ ...row, id: newId() }))
    ids.push(...part.map(({ id }) => id))
    await insertRows(
      db,
      'evidence',
      part.map(({ id, values }) => toRow(id, values, loggedAt, actor.name)),
    )
    await pause()
    await insertRows(
      db,
      'link',
      part.flatMap(({ id, values }) => toLinks(id, values, findingOf, newId)),
    )
    await insertRows(
      db,
      'import_row',
      part.map(({ id, digest }) => ({ digest, evidence_id: id })),
    )
    await pause()
  }
  record.noteBulk({ entity: 'evidence', bulk: ids, inBin: 0 })
  say(`Evidence brought in from a file: ${ids.length} ${ids.length === 1 ? 'item' : 'items'}`)
}

/** Adds rows of one shape by a statement that takes them as one JSON text: thousands of bound values would cost more than the rows. */
async function insertRows(db: Database, table: 'evidence' | 'link' | 'import_row', rows: readonly object[]) {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const values = columns.map((_, position) => sql`value ->> ${sql.lit(position)}`)
  // A row that was brought in before belongs to the new item: the old one is in the bin.
  const insert = table === 'import_row' ? 'insert or replace' : 'insert'
  await sql`${sql.raw(insert)} into ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
    select ${sql.join(values)} from json_each(${JSON.stringify(rows.map((row) => Object.values(row)))})`.execute(db)
}

const toRow = (id: string, values: EvidenceRowValues, loggedAt: string, loggedBy: string) => ({
  id,
  version: 1,
  title: values.title,
  shows: values.shows,
  source_kind: values.sourceKind,
  describes_from: values.describesFrom,
  describes_to: values.describesTo ?? values.describesFrom,
  where_kept: values.whereKept,
  link: values.link,
  last_opened: null,
  core_service_id: values.coreServiceId,
  ward_id: values.wardId,
  said_by: values.saidBy,
  chime: JSON.stringify(values.chime),
  note: values.note,
  act_kind: null,
  act_reference: '',
  act_at: '',
  logged_at: loggedAt,
  logged_by: loggedBy,
  in_bin: 0,
})

function toLinks(evidenceId: string, values: EvidenceRowValues, findingOf: FindingOf, newId: () => string) {
  const findingIds = values.prompts.flatMap(({ promptId, coreServiceId }) => findingOf(promptId, coreServiceId) ?? [])
  return [...new Set(findingIds)].map((findingId) => ({
    id: newId(),
    version: 1,
    evidence_id: evidenceId,
    finding_id: findingId,
    relation: values.relation,
    weighing: '',
    key_questions: null,
    regulations: null,
  }))
}

type ImportMethods = 'evidence.readImport' | 'evidence.import' | 'evidence.leftOutRows' | 'evidence.importTemplate'

type Chosen = Pick<ParsedInputOf<'evidence.import'>, 'transferId' | 'columns' | 'corrections'>

/** Reads and checks the file that arrived, and says which of its items are new. */
async function readImport({ transferId, columns, corrections }: Chosen, task: TaskContext, isGuessed: boolean) {
  const { db, transfers, control } = task
  const { signal } = control
  const assessment = await currentAssessment(db)
  const pack = await packOf(db, assessment)
  control.report('Reading the file', 0, null)
  const read = await readEvidenceFile(await transfers.arrived(transferId), await readKnown(db, pack, assessment.id), {
    startWorker: task.startWorker,
    columns: columns ?? (isGuessed ? 'guess' : undefined),
    corrections,
    signal,
    onProgress: (done, total) => control.report('Reading the file', done, total),
  })
  control.report('Looking for what was brought in before', 0, null)
  const fresh = await leaveOutKnown(db, await keyRows(read.table.good, signal), signal)
  return { ...read, assessment, pack, fresh }
}

/** At most this many faults are listed one by one, and this many characters of faulty rows are shown. */
const mostFaults = 10_000
const mostFaultyRows = 500
const mostShown = 2_000_000

function listFaults({ faults, faulty }: EvidenceTable): RowFault[] {
  const all = [...faults]
  let unlisted = 0
  for (const row of faulty) {
    if (all.length < mostFaults) all.push(...row.faults)
    else unlisted += row.faults.length
  }
  if (unlisted === 0) return all
  const problem = `and ${unlisted} more faults after it are not listed`
  return [...all, { row: faulty.at(-1)?.row ?? 1, column: '', problem, mend: 'Mend those that are listed first.' }]
}

function showFaulty(faulty: readonly FaultyRow[]): FaultyRow[] {
  let left = mostShown
  return faulty.slice(0, mostFaultyRows).filter(({ cells }) => {
    left -= Object.values(cells).reduce((sum, cell) => sum + cell.length, 0)
    return left >= 0
  })
}

export const importHandlers: HandlersOf<ImportMethods> = {
  async 'evidence.readImport'(input, task): Promise<ImportReading> {
    const { kind, sheet, table, fresh } = await readImport(input, task, true)
    const { headings, columns, samples, good, faulty, unfilled, faults } = table
    return {
      kind,
      sheet,
      headings,
      columns,
      samples,
      rows: good.length + faulty.length + unfilled,
      fresh: fresh.length,
      already: good.length - fresh.length,
      faulty: faulty.length,
      unfilled,
      faultyRows: showFaulty(faulty),
      faults: faults.slice(0, mostFaults),
    }
  },
  async 'evidence.import'({ goodRows, dryRun, ...chosen }, task): Promise<ImportReport> {
    const { table, fresh, assessment, pack } = await readImport(chosen, task, false)
    const { good, faulty, unfilled } = table
    const countsOf = ({ length }: readonly KeyedRow[]) => ({
      imported: length,
      leftOut: faulty.length + unfilled,
      already: good.length - length,
    })
    const counts = countsOf(fresh)
    const faults = listFaults(table)
    if (table.faults.length > 0 || (faulty.length > 0 && !goodRows))
      return { ...counts, imported: 0, written: false, faults }
    if (dryRun) return { ...counts, written: false, faults }
    if (fresh.length === 0) return { ...counts, written: true, faults }
    const written = await task.write(async (context) => {
      // Looked at again where nobody else writes: the same file may have been brought in while this one was read.
      const rows = await leaveOutKnown(context.db, fresh, task.control.signal)
      const findingOf = await readFindingOf(context.db, pack, assessment.id, task.today())
      if (rows.length > 0) await writeRows(context, rows, findingOf, task)
      return rows
    })
    return { ...countsOf(written), written: true, faults }
  },
  async 'evidence.leftOutRows'({ masked, ...chosen }, task) {
    const { table, name } = await readImport(chosen, task, true)
    const guarded = await guardRows(task, table.faulty, masked)
    const rows = guarded.map((cells) => evidenceColumns.map((column) => cells[column] ?? ''))
    const fileName = `${name.replace(/\.[a-z0-9]{1,8}$/i, '') || 'evidence'} - left out.csv`
    return offerCsv(task, safeFileName(fileName), toCsv([evidenceColumns, ...rows]), rows.length)
  },
  'evidence.importTemplate': (_input, context) => offerCsv(context, 'evidence-template.csv', evidenceCsvTemplate(), 2),
}

async function offerCsv({ transfers }: Pick<TaskContext, 'transfers'>, fileName: string, text: string, rows: number) {
  const { id } = await transfers.offer(new TextEncoder().encode(text))
  return { transferId: id, fileName, contentType: 'text/csv' as const, rows }
}
