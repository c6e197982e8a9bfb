import { agreementOf } from './agreement.ts'
import { readBackAnswers, type CriterionAnswer, type ReadBackAnswer } from './care-plan-audit.ts'
import { CoreServiceId, WardId } from './ids.ts'
import { runAtEnd } from './run-rule.ts'
import { z } from './schema.ts'
import { median, wilsonInterval } from './statistics.ts'
import { Count } from './text.ts'

/** A month, `2026-09`. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'is not a month')

/** `k` of `n` readings say yes, with the 95 % Wilson interval (0 to 1); no interval when `n` is 0. */
export const Share = z.strictObject({ k: Count, n: Count, low: z.number().nullable(), high: z.number().nullable() })
type Share = z.infer<typeof Share>

const AgreementCount = z.strictObject({ same: Count, of: Count, kappa: z.number().nullable() })

/** A team's results for one criterion. Teams come in the order of their core services, never by result. */
const TeamResults = z.strictObject({
  wardId: WardId,
  wardName: z.string(),
  coreServiceId: CoreServiceId,
  coreServiceName: z.string(),
  readings: Count,
  /** Different pseudonyms: one plan can be read in more than one month. */
  distinctPlans: Count,
  months: z.array(z.strictObject({ month: Month, ...Share.shape })),
  /** Of the six months with readings before the period, as shares; null when there are fewer. */
  median: z.number().nullable(),
  run: z.strictObject({ length: Count, side: z.enum(['above', 'below']).nullable(), signal: z.boolean() }),
  /** The last three months of the period together. */
  lastThree: Share,
  period: Share,
  /** Plans by how many individual first-person statements they have: none, 1, 2, 3, 4, 5 or more. A reading each. */
  firstPerson: z.array(Count).length(6),
})
export type TeamResults = z.infer<typeof TeamResults>

/** What a person said of their own lines, beside whether the audit counted their plan as own voice. Never merged. */
const ReadBackCount = z.strictObject({
  answer: z.enum(readBackAnswers),
  people: Count,
  countedAsOwnVoice: Count,
})

/** Results of care-plan audits over whole months: what people confirmed, never what was suggested. */
export const AuditResults = z.strictObject({
  from: Month,
  to: Month,
  criterion: z.string(),
  months: z.array(Month),
  audits: Count,
  /** Of them still open: their results may change. */
  openAudits: Count,
  readings: Count,
  distinctPlans: Count,
  teams: z.array(TeamResults),
  /** All teams together, for the criterion. */
  all: Share,
  /** Readings that answered, by criterion, in the order of the criteria; `n` counts yes, part and no. */
  criteria: z.array(
    z.strictObject({
      id: z.string(),
      short: z.string(),
      core: z.boolean(),
      yes: Count,
      partly: Count,
      no: Count,
      notApplicable: Count,
      share: Share,
      readTwice: AgreementCount,
    }),
  ),
  /** Plans that two auditors read: the same answer to the criterion, before they spoke. */
  readTwice: AgreementCount,
  readBack: z.strictObject({ people: Count, countedAsOwnVoice: Count, answers: z.array(ReadBackCount) }),
  /** The versions of criteria and words that the results stand on. */
  criteriaVersions: z.array(z.string()),
  lexicons: z.array(z.string()),
})
export type AuditResults = z.infer<typeof AuditResults>

/** One reading of one plan, as the results are counted from it. */
export type PlanResult = {
  wardId: string
  month: string
  pseudonym: string
  /** The answers that stand: as agreed, else the first auditor's. */
  answers: Readonly<Record<string, CriterionAnswer>>
  /** What each of two auditors answered apart. */
  apart: { first: Readonly<Record<string, CriterionAnswer>>; second: Readonly<Record<string, CriterionAnswer>> }
  /** Individual first-person statements as decided; null when no statement was decided. */
  firstPerson: number | null
  readBack: ReadBackAnswer | null
}

/** The months from one to another, both among them. */
export function monthsBetween(from: string, to: string): string[] {
  const number = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
  const [first, last] = [number(from), number(to)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, step) => {
    const at = first + step
    return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
  })
}

/** How many say yes of those that were answered with yes, part or no. */
function shareOf(plans: readonly PlanResult[], criterion: string): Share {
  const answers = plans
    .flatMap(({ answers: given }) => given[criterion] ?? [])
    .filter((answer) => answer !== 'not-applicable')
  const k = answers.filter((answer) => answer === 'yes').length
  const interval = wilsonInterval(k, answers.length)
  return { k, n: answers.length, low: interval?.low ?? null, high: interval?.high ?? null }
}

const point = ({ k, n }: Share) => (n === 0 ? null : k / n)

/** How many months with readings before the period make a median. */
const monthsOfMedian = 6

/** The results of one team for one criterion. `plans` are all of the team's, those before the period too. */
export function teamResults(
  plans: readonly PlanResult[],
  { criterion, months }: { criterion: string; months: readonly string[] },
): Omit<TeamResults, 'wardId' | 'wardName' | 'coreServiceId' | 'coreServiceName'> {
  const [first = ''] = months
  const inPeriod = plans.filter(({ month }) => months.includes(month))
  const of = (month: string) => plans.filter((plan) => plan.month === month)
  const before = [...new Set(plans.map(({ month }) => month).filter((month) => month < first))]
    .toSorted()
    .flatMap((month) => point(shareOf(of(month), criterion)) ?? [])
    .slice(-monthsOfMedian)
  const middle = before.length < monthsOfMedian ? null : median(before)
  const shares = months.map((month) => ({ month, ...shareOf(of(month), criterion) }))
  const firstPerson = [0, 1, 2, 3, 4, 5].map(
    (count) => inPeriod.filter((plan) => plan.firstPerson !== null && Math.min(plan.firstPerson, 5) === count).length,
  )
  return {
    readings: inPeriod.length,
    distinctPlans: distinct(inPeriod),
    months: shares,
    median: middle,
    run: runAtEnd(shares.map(point), middle),
    lastThree: shareOf(
      plans.filter(({ month }) => months.slice(-3).includes(month)),
      criterion,
    ),
    period: shareOf(inPeriod, criterion),
    firstPerson,
  }
}

/** How many different plans there are among readings: a pseudonym is a ward's own. */
export const distinct = (plans: readonly Pick<PlanResult, 'wardId' | 'pseudonym'>[]): number =>
  new Set(plans.map(({ wardId, pseudonym }) => JSON.stringify([wardId, pseudonym]))).size

/** The answers to each criterion over some readings, and how far two readers agreed. */
export function criteriaResults(
  plans: readonly PlanResult[],
  criteria: readonly { id: string; short: string; core: boolean }[],
): AuditResults['criteria'] {
  return criteria.map(({ id, short, core }) => {
    const count = (answer: CriterionAnswer) => plans.filter((plan) => plan.answers[id] === answer).length
    return {
      id,
      short,
      core,
      yes: count('yes'),
      partly: count('partly'),
      no: count('no'),
      notApplicable: count('not-applicable'),
      share: shareOf(plans, id),
      readTwice: agreementOn(plans, id),
    }
  })
}

/** How far two auditors agreed on a criterion in the plans that both read. */
function agreementOn(plans: readonly PlanResult[], criterion: string): AuditResults['readTwice'] {
  return agreementOf(
    plans.flatMap(({ apart }) => {
      const [first, second] = [apart.first[criterion], apart.second[criterion]]
      return first === undefined || second === undefined ? [] : [[first, second] as const]
    }),
  )
}

/** What people said of their own lines, beside what the audit counted. `ownVoice` names the criterion that counts as own voice. */
export function readBackResults(plans: readonly PlanResult[], ownVoice: string): AuditResults['readBack'] {
  const asked = plans.filter(({ readBack }) => readBack !== null)
  const counted = (some: readonly PlanResult[]) => some.filter(({ answers }) => answers[ownVoice] === 'yes').length
  return {
    people: asked.length,
    countedAsOwnVoice: counted(asked),
    answers: readBackAnswers.map((answer) => {
      const these = asked.filter(({ readBack }) => readBack === answer)
      return { answer, people: these.length, countedAsOwnVoice: counted(these) }
    }),
  }
}
