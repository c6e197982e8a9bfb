import type { IsoDate } from '../../../shared/model/dates.ts'
import type { Overview } from '../../../shared/model/overview.ts'
import { peopleAsked } from '../../../shared/model/people-view.ts'
import type { Status } from '../../../shared/model/status.ts'
import { gapLetters, judgements } from '../../../shared/model/vocabulary.ts'
import { listActions } from '../actions/queries.ts'
import { packOf } from '../checklists/queries.ts'
import type { Database } from '../database/schema.ts'
import { countAttachments, countEvidence } from '../evidence/queries.ts'
import { readProvider } from '../providers/queries.ts'
import { currentAssessment, isLate, listFindings, listScopes, readThingsToKnow } from './queries.ts'

/** The whole picture of the current assessment as at a date. Nothing is written. */
export async function readOverview(db: Database, asAt: IsoDate, today: IsoDate): Promise<Overview> {
  const assessment = await currentAssessment(db)
  const pack = await packOf(db, assessment)
  const [allScopes, findings, evidence, openActions] = await Promise.all([
    listScopes(db, assessment.id),
    listFindings(db, pack, { assessmentId: assessment.id, asAt }),
    countEvidence(db),
    listActions(db, pack, { state: 'open' }),
  ])
  const scopes = allScopes.filter((scope) => !scope.leftOut)
  const lateActions = openActions.filter((action) => isLate(action, asAt)).length
  const thingsToKnow = await readThingsToKnow(db, pack, { assessment, findings, scopes, openActions, asAt, today })
  return {
    asAt,
    assessment,
    scopes,
    findings,
    evidenceItems: evidence.items,
    links: evidence.links,
    actionsDue: openActions.slice(0, 12),
    openActions: openActions.length,
    lateActions,
    thingsToKnow,
  }
}

/** Coverage and gaps in the format that the command line prints. */
export async function readStatus(db: Database, asAt: IsoDate): Promise<Status> {
  const assessment = await currentAssessment(db)
  const pack = await packOf(db, assessment)
  const provider = await readProvider(db)
  const findings = await listFindings(db, pack, { assessmentId: assessment.id, asAt })
  const scopes = await listScopes(db, assessment.id)
  const actions = await listActions(db, pack, { state: 'open' })
  const evidence = await countEvidence(db)
  const ofLevel = (level: string) => pack.prompts.filter((prompt) => prompt.level === level).length
  return {
    format: 1,
    provider: provider.name,
    asAt,
    assessment: {
      id: assessment.id,
      title: assessment.title,
      from: assessment.from,
      to: assessment.to,
      status: assessment.status,
      signedOffAt: assessment.signedOffAt,
    },
    checklist: {
      id: pack.id,
      version: pack.version,
      reviewDue: pack.reviewDue,
      prompts: { provider: ofLevel('provider'), coreService: ofLevel('core-service') },
    },
    scopes: scopes
      .filter((scope) => !scope.leftOut)
      .map(({ id, name, kind, coreServiceId }) => ({
        id: coreServiceId ?? (kind === 'provider' ? 'provider' : id),
        name,
        kind,
      })),
    findings: {
      total: findings.length,
      peopleAsked: findings.filter((finding) => peopleAsked(finding.peopleView) > 0).length,
      byJudgement: tally(
        judgements,
        (judgement) => findings.filter((finding) => finding.judgement === judgement).length,
      ),
    },
    evidence,
    actions: {
      open: actions.length,
      overdue: actions.filter((action) => isLate(action, asAt)).length,
    },
    gaps: tally(gapLetters, (letter) => findings.filter((finding) => finding.gaps.includes(letter)).length),
    attachments: await countAttachments(db),
  }
}

const tally = <const Key extends string>(keys: readonly Key[], count: (key: Key) => number) =>
  Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<Key, number>
