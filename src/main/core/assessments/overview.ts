import { daysAfter, type IsoDate } from '../../../shared/model/dates.ts'
import type { Overview } from '../../../shared/model/overview.ts'
import { peopleAsked } from '../../../shared/model/people-view.ts'
import type { Status } from '../../../shared/model/status.ts'
import { decideThingsToKnow } from '../../../shared/model/three-things.ts'
import { gapLetters, judgements } from '../../../shared/model/vocabulary.ts'
import { listActions } from '../actions/queries.ts'
import type { ChecklistShelf } from '../checklists/shelf.ts'
import type { Database } from '../database/schema.ts'
import { countAttachments, countEvidence, countGoingStale } from '../evidence/queries.ts'
import { readProvider } from '../providers/queries.ts'
import { currentAssessment, listFindings, listScopes } from './queries.ts'

/** How far ahead the overview looks when no visit is expected, in days. */
const lookAheadDays = 28

/** The whole picture of the current assessment as at a date. Nothing is written. */
export async function readOverview(
  db: Database,
  shelf: ChecklistShelf,
  asAt: IsoDate,
  today: IsoDate,
): Promise<Overview> {
  const assessment = await currentAssessment(db)
  const pack = shelf.get(assessment.checklistId)
  const [allScopes, findings, evidence, openActions] = await Promise.all([
    listScopes(db, assessment.id),
    listFindings(db, pack, { assessmentId: assessment.id, asAt }),
    countEvidence(db),
    listActions(db, pack, { state: 'open' }),
  ])
  const scopes = allScopes.filter((scope) => !scope.leftOut)
  const lateActions = openActions.filter((action) => action.due !== null && action.due < asAt).length
  const expected =
    assessment.expectedVisit !== null && assessment.expectedVisit > today ? assessment.expectedVisit : null
  const until = expected ?? daysAfter(today, lookAheadDays)
  const thingsToKnow = decideThingsToKnow({
    findings,
    prompts: pack.prompts,
    scopes,
    goingStale: await countGoingStale(db, today, until),
    lateActions,
    until,
    untilWords: inWords(until),
  })
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

const inWords = (date: IsoDate) =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' })

/** Coverage and gaps in the format that the command line prints. */
export async function readStatus(db: Database, shelf: ChecklistShelf, asAt: IsoDate): Promise<Status> {
  const assessment = await currentAssessment(db)
  const pack = shelf.get(assessment.checklistId)
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
      overdue: actions.filter((action) => action.due !== null && action.due < asAt).length,
    },
    gaps: tally(gapLetters, (letter) => findings.filter((finding) => finding.gaps.includes(letter)).length),
    attachments: await countAttachments(db),
  }
}

const tally = <const Key extends string>(keys: readonly Key[], count: (key: Key) => number) =>
  Object.fromEntries(keys.map((key) => [key, count(key)])) as Record<Key, number>
