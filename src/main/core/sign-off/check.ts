import type { IsoDate } from '../../../shared/model/dates.ts'
import type { NamedFinding, SignOffCheck } from '../../../shared/model/sign-off.ts'
import { gapLetters } from '../../../shared/model/vocabulary.ts'
import { listActions } from '../actions/queries.ts'
import { currentAssessment, isLate, listFindings, listScopes } from '../assessments/queries.ts'
import { packOf } from '../checklists/queries.ts'
import { promptOf } from '../checklists/shelf.ts'
import type { Database } from '../database/schema.ts'

/** What to look at before the current assessment is signed off, in the order of the overview. Nothing is written. */
export async function checkBeforeSigning(db: Database, asAt: IsoDate): Promise<SignOffCheck> {
  const assessment = await currentAssessment(db)
  const pack = await packOf(db, assessment)
  const scopeNames = new Map((await listScopes(db, assessment.id)).map(({ id, name }) => [id, name]))
  const summaries = await listFindings(db, pack, { assessmentId: assessment.id, asAt })
  const findings = summaries.map(({ judgement, gaps, reconfirm, id, promptId, scopeId }) => {
    const named: NamedFinding = {
      id,
      promptId,
      promptShort: promptOf(pack, promptId).short,
      scopeId,
      scopeName: scopeNames.get(scopeId) ?? '',
    }
    return { judgement, gaps, reconfirm, named }
  })
  const namesOf = (wanted: (finding: (typeof findings)[number]) => boolean) =>
    findings.filter(wanted).map(({ named }) => named)
  const open = await listActions(db, pack, { state: 'open' })
  return {
    assessment,
    asAt,
    findings: findings.length,
    notAssessed: namesOf(({ judgement }) => judgement === 'not-assessed'),
    notReconfirmed: namesOf(({ judgement, reconfirm }) => reconfirm && judgement !== 'not-assessed'),
    gaps: gapLetters.map((letter) => ({ letter, findings: namesOf(({ gaps }) => gaps.includes(letter)) })),
    openActions: open.length,
    lateActions: open.filter((action) => isLate(action, asAt)).length,
    files: await listFaultyFiles(db, assessment.id),
  }
}

/** Attachments of items that are linked in the assessment and are missing or changed. */
async function listFaultyFiles(db: Database, assessmentId: string): Promise<SignOffCheck['files']> {
  const rows = await db
    .selectFrom('attachment')
    .innerJoin('evidence', 'evidence.id', 'attachment.evidence_id')
    .select(['attachment.id', 'attachment.name', 'attachment.state', 'evidence.id as item', 'evidence.title'])
    .where('attachment.state', '<>', 'present')
    .where('evidence.in_bin', '=', 0)
    .where('evidence.id', 'in', (linked) =>
      linked
        .selectFrom('link')
        .innerJoin('finding', 'finding.id', 'link.finding_id')
        .select('link.evidence_id')
        .where('finding.assessment_id', '=', assessmentId),
    )
    .orderBy('evidence.title')
    .orderBy('attachment.name')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    state: row.state,
    evidenceId: row.item,
    evidenceTitle: row.title,
  })) as SignOffCheck['files']
}
