import type { Scope } from '../../shared/model/assessment.ts'
import type { Reading } from '../../shared/model/care-plan-audit.ts'
import type { IsoDate } from '../../shared/model/dates.ts'
import type { EvidenceView } from '../../shared/model/evidence.ts'
import type { PeopleVerdict } from '../../shared/model/people-view.ts'
import type { Audience } from '../../shared/model/report.ts'
import type { GapLetter, Judgement, KeyQuestion, Regulation, SourceKind } from '../../shared/model/vocabulary.ts'

/**
 * The paths of the hash routes, for the router. Builders of addresses follow; they answer what `<Link to>` and `navigate` take.
 * Filters, sort and the chosen row live in the address, so that Back returns to the same place. Nothing about a person ever does.
 */
export const paths = {
  home: '/home',
  newWorkspace: '/home/new',
  overview: '/overview',
  behind: '/overview/findings',
  compare: '/overview/compare',
  assessment: '/assessment',
  finding: '/assessment/:assessmentId/:scope/:prompt',
  signOff: '/assessment/:assessmentId/sign-off',
  evidence: '/evidence',
  importEvidence: '/evidence/import',
  evidenceItem: '/evidence/:evidenceId',
  carePlans: '/care-plans',
  newAudit: '/care-plans/new',
  auditPlans: '/care-plans/:auditId/plans',
  auditPlan: '/care-plans/:auditId/plan/:n',
  auditCriteria: '/care-plans/:auditId/plan/:n/criteria',
  auditDifferences: '/care-plans/:auditId/differences',
  auditResults: '/care-plans/:auditId/results',
  actions: '/actions',
  action: '/actions/:actionId',
  report: '/report',
  reportFinds: '/report/finds',
  requests: '/overview/requests',
  check: '/workspace/check',
  backups: '/workspace/backups',
} as const

type Words = Record<string, string | readonly string[] | null | undefined>

/** A path with those of the words that say something, lists joined by commas. */
function withSearch(path: string, words: Words): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(words)) {
    const text = Array.isArray(value) ? value.join(',') : value
    if (typeof text === 'string' && text !== '') search.set(name, text)
  }
  return search.size === 0 ? path : `${path}?${search}`
}

/** The home screen. */
export const toHome = (): string => paths.home

/** The overview, as at a date (today when left out). */
export const toOverview = (words: { at?: IsoDate | null } = {}): string => withSearch(paths.overview, words)

/** What a count of the overview stands for: each word narrows. */
export type BehindFilter = {
  at?: IsoDate | null
  gap?: GapLetter | null
  judgement?: Judgement | null
  people?: PeopleVerdict | null
  regulation?: Regulation | null
  keyQuestion?: KeyQuestion | null
}

/** The findings behind a count of the overview. */
export const toFindingsBehind = (filter: BehindFilter): string => withSearch(paths.behind, filter)

/** The open cycle beside the last sign-off. */
export const toCompare = (): string => paths.compare

/** The sign-off of an assessment: what to look at before it, or what was signed. */
export const toSignOff = (assessmentId: string): string =>
  `${paths.assessment}/${encodeURIComponent(assessmentId)}/sign-off`

/** How a scope is named in an address: `provider`, or its core service. */
export const scopeWord = (scope: Pick<Scope, 'coreServiceId'>): string => scope.coreServiceId ?? 'provider'

/** The finding of a prompt in a scope; `scope` is what {@link scopeWord} answers. */
export const toFinding = (finding: { assessmentId: string; scope: string; prompt: string }): string =>
  `${paths.assessment}/${encodeURIComponent(finding.assessmentId)}/${encodeURIComponent(finding.scope)}/${encodeURIComponent(finding.prompt)}`

/** The evidence log, filtered. */
export const toEvidence = (
  words: {
    view?: EvidenceView | null
    kinds?: readonly SourceKind[]
    finding?: string | null
    scope?: string | null
    ward?: string | null
  } = {},
): string => withSearch(paths.evidence, words)

/** Bringing in many items from a file. */
export const toImport = (): string => paths.importEvidence

/** One item of evidence. */
export const toEvidenceItem = (id: string): string => `${paths.evidence}/${encodeURIComponent(id)}`

/** The care-plan audits. */
export const toCarePlans = (): string => paths.carePlans

/** Beginning an audit. */
export const toNewAudit = (): string => paths.newAudit

/** Adding plans to an audit. */
export const toAuditPlans = (auditId: string): string => `${paths.carePlans}/${encodeURIComponent(auditId)}/plans`

/** A plan of an audit by its place in the list, from 1: its statements, or its criteria. Never by pseudonym: an address names nobody. */
export const toAuditPlan = (
  auditId: string,
  n: number,
  words: { step?: 'statements' | 'criteria'; reading?: Reading } = {},
): string =>
  withSearch(
    `${paths.carePlans}/${encodeURIComponent(auditId)}/plan/${n}${words.step === 'criteria' ? '/criteria' : ''}`,
    { reading: words.reading === 'first' ? null : words.reading },
  )

/** Where two auditors of the same plans differ. */
export const toAuditDifferences = (auditId: string): string =>
  `${paths.carePlans}/${encodeURIComponent(auditId)}/differences`

/** The results up to the month of an audit, and what is done with it. */
export const toAuditResults = (auditId: string): string => `${paths.carePlans}/${encodeURIComponent(auditId)}/results`

/** The actions, open ones when no state is given. */
export const toActions = (words: { state?: string | null; finding?: string | null } = {}): string =>
  withSearch(paths.actions, words)

/** One action, in its list. */
export const toAction = (id: string): string => `${paths.actions}/${encodeURIComponent(id)}`

/** The report, for an audience and as at a date. */
export const toReport = (words: { for?: Audience | null; at?: IsoDate | null } = {}): string =>
  withSearch(paths.report, words)

/** The check of everything that the open workspace holds. */
export const toCheck = (): string => paths.check

/** What a ward or team is asked for; the first one when none is named. */
export const toRequests = (words: { ward?: string | null } = {}): string => withSearch(paths.requests, words)

/** The assessment, where the person was last. */
export const toAssessment = (): string => paths.assessment
/** The backups of the open workspace. */
export const toBackups = (): string => paths.backups
