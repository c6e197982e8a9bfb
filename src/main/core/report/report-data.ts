import type { Action } from '../../../shared/model/action.ts'
import type { Assessment, Scope } from '../../../shared/model/assessment.ts'
import type { ChecklistPack } from '../../../shared/model/checklist.ts'
import type { IsoDate } from '../../../shared/model/dates.ts'
import type { Attachment, EvidenceRow, Link } from '../../../shared/model/evidence.ts'
import type { Finding, FindingSummary } from '../../../shared/model/finding.ts'
import type { ThingToKnow } from '../../../shared/model/overview.ts'
import type { Audience } from '../../../shared/model/report.ts'
import type { Comparison } from '../../../shared/model/comparison.ts'
import type { Erratum, SignOff } from '../../../shared/model/sign-off.ts'
import { AppError } from '../../../shared/result.ts'
import { listActions } from '../actions/queries.ts'
import {
  listAssessments,
  listScopes,
  readFindings,
  listFindings,
  currentAssessment,
  readThingsToKnow,
} from '../assessments/queries.ts'
import { packOf } from '../checklists/queries.ts'
import type { Database } from '../database/schema.ts'
import { readAssessmentEvidence } from '../evidence/queries.ts'
import { readProvider } from '../providers/queries.ts'
import { readComparison, readErrata, readSnapshot } from '../sign-off/queries.ts'
import { readTrailHead } from '../trail/queries.ts'

/** A finding with its evidence and actions. */
export type ReportFinding = Finding &
  Pick<FindingSummary, 'gaps' | 'items' | 'kinds' | 'reconfirm'> & { links: Link[]; actions: Action[] }

/** An item of evidence with its files. */
export type ReportItem = EvidenceRow & { attachments: Attachment[] }

/** Everything that a report is made of: plain data, so that a worker can make it and the same data give the same bytes. */
export type ReportData = ReportInputs & {
  /** Who signed it off; null for a draft. */
  signOff: SignOff | null
  errata: Erratum[]
}

/** What a sign-off freezes: all that a report says but the sign-off itself and the errata, which come later. */
export type ReportInputs = {
  audience: Audience
  provider: { name: string; sample: boolean }
  assessment: Assessment
  pack: ChecklistPack
  scopes: Scope[]
  findings: ReportFinding[]
  items: ReportItem[]
  actions: Action[]
  thingsToKnow: ThingToKnow[]
  /** What has changed since the last sign-off; null when there was none. */
  comparison: Comparison | null
  asAt: IsoDate
  /** When the workspace was last changed: what "made" means, so that an export does not depend on the clock. */
  changedAt: string
  trail: { entries: number; hash: string }
}

type Choice = { assessmentId?: string | undefined; asAt: IsoDate; audience: Audience }

/**
 * Gathers what a report is made of. Nothing is written. A signed assessment is read from its snapshot, whatever date was asked for, so
 * that its report stays as it was signed; only errata are added.
 */
export async function gatherReport(db: Database, choice: Choice): Promise<ReportData> {
  const assessmentId = choice.assessmentId ?? (await currentAssessment(db)).id
  const snapshot = await readSnapshot(db, assessmentId)
  if (!snapshot) return { ...(await gatherInputs(db, { ...choice, assessmentId })), signOff: null, errata: [] }
  if (!snapshot.intact)
    throw new AppError(
      'damaged',
      'The snapshot of this sign-off is not as it was signed, so no report was made from it. Put back a backup.',
    )
  const { signOff, inputs } = snapshot
  return { ...inputs, audience: choice.audience, signOff, errata: await readErrata(db, assessmentId) }
}

/** Gathers what a draft's report says: also what its sign-off freezes. */
export async function gatherInputs(db: Database, choice: Choice & { assessmentId: string }): Promise<ReportInputs> {
  const assessment = (await listAssessments(db)).find(({ id }) => id === choice.assessmentId)
  if (!assessment) throw new AppError('not-found', 'This assessment is not there any more. Nothing was made.')
  const pack = await packOf(db, assessment)
  const head = await readTrailHead(db)
  const { name, sample } = await readProvider(db)
  const [scopes, summaries, said, evidence, actions] = await Promise.all([
    listScopes(db, assessment.id),
    listFindings(db, pack, { assessmentId: assessment.id, asAt: choice.asAt }),
    readFindings(db, assessment.id),
    readAssessmentEvidence(db, pack, assessment.id),
    listActions(db, pack),
  ])
  const findings = summaries.flatMap((summary) => {
    const finding = said.get(summary.id)
    if (!finding) return []
    const { gaps, items, kinds, reconfirm } = summary
    const ofFinding = actions.filter(({ findingId }) => findingId === summary.id)
    return [
      {
        ...finding,
        gaps,
        items,
        kinds,
        reconfirm,
        links: evidence.links.get(summary.id) ?? [],
        actions: ofFinding,
      },
    ]
  })
  const shown = scopes.filter(({ leftOut }) => !leftOut)
  return {
    audience: choice.audience,
    provider: { name, sample },
    assessment,
    pack,
    scopes: shown,
    findings,
    items: evidence.items,
    actions,
    thingsToKnow: await readThingsToKnow(db, pack, {
      assessment,
      findings: summaries,
      scopes: shown,
      openActions: actions.filter(({ state }) => state === 'open'),
      asAt: choice.asAt,
      today: choice.asAt,
    }),
    comparison: await readComparison(db, pack, assessment, choice.asAt),
    asAt: choice.asAt,
    changedAt: head.at,
    trail: { entries: head.entries, hash: head.hash },
  }
}
