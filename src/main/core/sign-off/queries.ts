import { createHash } from 'node:crypto'
import type { Assessment } from '../../../shared/model/assessment.ts'
import type { ChecklistPack } from '../../../shared/model/checklist.ts'
import {
  changes,
  decideChange,
  firstSentence,
  type ComparedFinding,
  type Comparison,
} from '../../../shared/model/comparison.ts'
import type { IsoDate } from '../../../shared/model/dates.ts'
import type { Finding } from '../../../shared/model/finding.ts'
import type { Erratum, SignOff } from '../../../shared/model/sign-off.ts'
import type { Selectable } from 'kysely'
import { listFindings, listScopes, readFindings } from '../assessments/queries.ts'
import { promptOf } from '../checklists/shelf.ts'
import type { Database, Tables } from '../database/schema.ts'
import type { ReportInputs } from '../report/queries.ts'

/** The form of a snapshot's content, raised when its shape changes. */
export const snapshotFormat = 1

/** The digest by which a snapshot's content is known. */
export const digestOf = (content: string): string => createHash('sha256').update(content).digest('hex')

/** A snapshot as it is kept, and whether it is byte for byte what was signed. */
export type Snapshot = { signOff: SignOff; inputs: ReportInputs; intact: boolean }

/** A sign-off from its row. */
export const toSignOff = (row: Selectable<Tables['snapshot']>): SignOff =>
  ({
    assessmentId: row.assessment_id,
    signedAt: row.signed_at,
    signer: row.signer,
    role: row.role,
    statement: row.statement,
    unassessedReason: row.unassessed_reason,
    asAt: row.as_at,
    sha256: row.sha256,
  }) as SignOff

/** The snapshot of an assessment; undefined when it was not signed off. */
export async function readSnapshot(db: Database, assessmentId: string): Promise<Snapshot | undefined> {
  const row = await db
    .selectFrom('snapshot')
    .innerJoin('snapshot_content', 'snapshot_content.snapshot_id', 'snapshot.id')
    .selectAll('snapshot')
    .select('snapshot_content.content')
    .where('snapshot.assessment_id', '=', assessmentId)
    .executeTakeFirst()
  if (!row) return undefined
  const { inputs } = JSON.parse(row.content) as { format: number; inputs: ReportInputs }
  return { signOff: toSignOff(row), inputs, intact: digestOf(row.content) === row.sha256 }
}

/** Sign-offs whose content is not what was signed, by the title of their assessment. */
export async function listBrokenSnapshots(db: Database): Promise<string[]> {
  const rows = await db
    .selectFrom('snapshot')
    .innerJoin('assessment', 'assessment.id', 'snapshot.assessment_id')
    .leftJoin('snapshot_content', 'snapshot_content.snapshot_id', 'snapshot.id')
    .select(['assessment.title', 'snapshot.sha256', 'snapshot_content.content'])
    .execute()
  return rows
    .filter(({ content, sha256 }) => content === null || digestOf(content) !== sha256)
    .map(({ title }) => title)
}

/** The errata beside a sign-off, the oldest first. */
export async function readErrata(db: Database, assessmentId: string): Promise<Erratum[]> {
  const rows = await db
    .selectFrom('erratum')
    .selectAll()
    .where('assessment_id', '=', assessmentId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, addedAt: row.added_at, addedBy: row.added_by, words: row.words }))
}

/** What an assessment says beside the last sign-off of another one; null when there is none before it. */
export async function readComparison(
  db: Database,
  pack: ChecklistPack,
  assessment: Assessment,
  asAt: IsoDate,
): Promise<Comparison | null> {
  let last = db
    .selectFrom('snapshot')
    .innerJoin('assessment', 'assessment.id', 'snapshot.assessment_id')
    .selectAll('snapshot')
    .select('assessment.title')
    .where('snapshot.assessment_id', '<>', assessment.id)
    .orderBy('snapshot.signed_at', 'desc')
    .orderBy('snapshot.id', 'desc')
    .limit(1)
  if (assessment.signedOffAt !== null) last = last.where('snapshot.signed_at', '<', assessment.signedOffAt)
  const base = await last.executeTakeFirst()
  if (!base) return null
  const [before, now] = [await readSides(db, base.assessment_id), await readSides(db, assessment.id)]
  const summaries = await listFindings(db, pack, { assessmentId: assessment.id, asAt })
  const findings = summaries.flatMap((summary): ComparedFinding[] => {
    const side = now.byId.get(summary.id)
    if (!side) return []
    const then = before.byPlace.get(side.place)?.finding ?? null
    return [
      {
        findingId: summary.id,
        promptId: summary.promptId,
        promptShort: promptOf(pack, summary.promptId).short,
        scopeId: summary.scopeId,
        scopeName: side.scopeName,
        change: decideChange(then?.judgement ?? null, summary.judgement),
        before: then?.judgement ?? null,
        now: summary.judgement,
        peopleBefore: then && countsOf(then),
        peopleNow: summary.peopleView,
        reconfirm: summary.reconfirm,
        sentence: firstSentence(side.finding.narrative),
      },
    ]
  })
  return {
    since: {
      assessmentId: base.assessment_id,
      title: base.title,
      signedOffAt: base.signed_at,
      signer: base.signer,
      role: base.role,
    },
    findings: findings.toSorted((one, other) => changes.indexOf(one.change) - changes.indexOf(other.change)),
  } as Comparison
}

const countsOf = ({ peopleView: { yes, inPart, no } }: Finding) => ({ yes, inPart, no })

type Side = { finding: Finding; scopeName: string; place: string }

/** The findings of an assessment, by id and by place: the same prompt asked of the same core service, whatever the cycle. */
async function readSides(db: Database, assessmentId: string) {
  const scopes = (await listScopes(db, assessmentId)).filter(({ leftOut }) => !leftOut)
  const sides = [...(await readFindings(db, assessmentId)).values()].flatMap((finding): Side[] => {
    const scope = scopes.find(({ id }) => id === finding.scopeId)
    return scope
      ? [{ finding, scopeName: scope.name, place: `${scope.coreServiceId ?? scope.kind} ${finding.promptId}` }]
      : []
  })
  return {
    byId: new Map<string, Side>(sides.map((side) => [side.finding.id, side])),
    byPlace: new Map<string, Side>(sides.map((side) => [side.place, side])),
  }
}
