import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { ImportReport } from '../../../shared/model/evidence-import.ts'
import { evidenceRowKey, type EvidenceRowValues, type KnownToRows } from '../../../shared/model/evidence-rows.ts'
import { AppError } from '../../../shared/result.ts'
import { currentAssessment, listFindings, listScopes } from '../assessments/queries.ts'
import type { ChecklistPack } from '../../../shared/model/checklist.ts'
import type { Database } from '../database/schema.ts'
import type { CommandContext, HandlersOf, TaskContext } from '../handler.ts'
import { readProvider } from '../providers/queries.ts'
import { readEvidenceCsv } from './evidence-csv.ts'

/** Rows in one statement: with 21 columns far below SQLite's limit of 32,766 bound values. */
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

/** The rows that were not brought in before, each once; an item that was put in the bin since may be brought in again. */
async function leaveOutKnown(db: Database, rows: readonly EvidenceRowValues[]): Promise<KeyedRow[]> {
  const keyed = new Map(
    rows.map((values) => [createHash('sha256').update(evidenceRowKey(values)).digest('hex'), values] as const),
  )
  const digests = [...keyed.keys()]
  for (let start = 0; start < digests.length; start += batch) {
    const known = await db
      .selectFrom('import_row')
      .innerJoin('evidence', 'evidence.id', 'import_row.evidence_id')
      .select('import_row.digest')
      .where('import_row.digest', 'in', digests.slice(start, start + batch))
      .where('evidence.in_bin', '=', 0)
      .execute()
    for (const { digest } of known) keyed.delete(digest)
  }
  return [...keyed].map(([digest, values]) => ({ digest, values }))
}

/** Writes the rows in one transaction: all of them or, on a fault or a cancel, none. */
async function writeRows(context: CommandContext, rows: readonly KeyedRow[], findingOf: FindingOf, task: TaskContext) {
  const { db, record, newId, now, actor, say } = context
  const loggedAt = now()
  const ids: string[] = []
  for (let start = 0; start < rows.length; start += batch) {
    if (task.control.signal.aborted) throw new AppError('cancelled', 'Cancelled. Nothing was brought in.')
    task.control.report('Bringing in', start, rows.length)
    const part = rows.slice(start, start + batch).map((row) => ({ ...row, id: newId() }))
    ids.push(...part.map(({ id }) => id))
    await db
      .insertInto('evidence')
      .values(part.map(({ id, values }) => toRow(id, values, loggedAt, actor.name)))
      .execute()
    const links = part.flatMap(({ id, values }) => toLinks(id, values, findingOf, newId))
    for (let first = 0; first < links.length; first += batch)
      await db
        .insertInto('link')
        .values(links.slice(first, first + batch))
        .execute()
    await db
      .insertInto('import_row')
      .values(part.map(({ id, digest }) => ({ digest, evidence_id: id })))
      .onConflict((conflict) =>
        conflict.column('digest').doUpdateSet((row) => ({ evidence_id: row.ref('excluded.evidence_id') })),
      )
      .execute()
  }
  record.noteBulk({ entity: 'evidence', bulk: ids, inBin: 0 })
  say(`Evidence brought in from a file: ${ids.length} ${ids.length === 1 ? 'item' : 'items'}`)
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

export const importHandlers: HandlersOf<'evidence.importCsv'> = {
  async 'evidence.importCsv'({ transferId, goodRows, dryRun }, task): Promise<ImportReport> {
    const { db, shelf, today, transfers, control } = task
    const assessment = await currentAssessment(db)
    const pack = shelf.get(assessment.checklistId)
    const { file } = await transfers.arrived(transferId)
    control.report('Reading the file', 0, null)
    const { rows, faults } = await readEvidenceCsv(await readFile(file), await readKnown(db, pack, assessment.id), {
      signal: control.signal,
      onProgress: (read) => control.report('Reading the file', read, null),
    })
    await transfers.end(transferId)
    const good = rows.flatMap(({ values }) => values ?? [])
    const fresh = await leaveOutKnown(db, good)
    const counts = { imported: fresh.length, leftOut: rows.length - good.length, already: good.length - fresh.length }
    if (faults.length > 0 && (!goodRows || rows.length === 0)) return { ...counts, imported: 0, written: false, faults }
    if (dryRun) return { ...counts, written: false, faults }
    if (fresh.length > 0) {
      const findingOf = await readFindingOf(db, pack, assessment.id, today())
      await task.write((context) => writeRows(context, fresh, findingOf, task))
    }
    return { ...counts, written: true, faults }
  },
}
