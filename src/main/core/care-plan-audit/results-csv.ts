import type { AuditResults } from '../../../shared/model/care-plan-results.ts'
import type { AuditSentence } from '../../../shared/model/care-plan-sentences.ts'
import type { CsvCell } from '../../../shared/model/csv-writer.ts'
import { shownCountInWords, suppressSmallCounts } from '../../../shared/model/small-counts.ts'

type Row = readonly CsvCell[]

/** Three decimals: a share of a few plans has no more to say. */
const rounded = (value: number | null) => (value === null ? null : Math.round(value * 1000) / 1000)

const versionsOf = ({ criteriaVersions, lexicons }: AuditResults): Row => [
  criteriaVersions.join('; '),
  lexicons.join('; '),
]

/** Months of each team for each criterion: a row for each month with readings or without. */
export const monthRows = (results: readonly AuditResults[]): Row[] => [
  [
    'team',
    'core service',
    'criterion',
    'month',
    'yes',
    'of',
    'share',
    'low 95%',
    'high 95%',
    'median before',
    'signal',
    'criteria version',
    'words version',
  ],
  ...results.flatMap((result) =>
    result.teams.flatMap((team) =>
      team.months.map(({ month, k, n, low, high }): Row => {
        const share = n === 0 ? null : k / n
        const signal = team.run.signal ? `${team.run.length} in a row ${team.run.side ?? ''}` : 'no signal yet'
        return [
          team.wardName,
          team.coreServiceName,
          result.criterion,
          month,
          k,
          n,
          rounded(share),
          rounded(low),
          rounded(high),
          rounded(team.median),
          signal,
          ...versionsOf(result),
        ]
      }),
    ),
  ),
]

/** Each criterion over all teams. */
export const criteriaRows = (results: AuditResults): Row[] => [
  [
    'criterion',
    'name',
    'from',
    'to',
    'yes',
    'part',
    'no',
    'does not apply',
    'yes of those that apply',
    'of',
    'low 95%',
    'high 95%',
    'readings',
    'distinct plans',
    'criteria version',
    'words version',
  ],
  ...results.criteria.map(({ id, short, yes, partly, no, notApplicable, share }): Row => [
    id,
    short,
    results.from,
    results.to,
    yes,
    partly,
    no,
    notApplicable,
    share.k,
    share.n,
    rounded(share.low),
    rounded(share.high),
    results.readings,
    results.distinctPlans,
    ...versionsOf(results),
  ]),
]

/** How far two auditors agreed on each criterion before they spoke. */
export const agreementRows = ({ criteria, from, to }: AuditResults): Row[] => [
  ['criterion', 'name', 'from', 'to', 'same answer', 'of', 'kappa'],
  ...criteria.map(({ id, short, readTwice }): Row => [
    id,
    short,
    from,
    to,
    readTwice.same,
    readTwice.of,
    rounded(readTwice.kappa),
  ]),
]

/** The sentences to retire. */
export const sentenceRows = (sentences: readonly AuditSentence[], to: string): Row[] => [
  ['sentence', 'plans in three months', 'three months before', 'teams', 'comes from', 'action', 'due', 'up to'],
  ...sentences.map(({ words, plans, plansBefore, teams, source, action }): Row => [
    words,
    plans,
    plansBefore,
    teams,
    source === '' ? 'not known' : source,
    action?.title,
    action?.due,
    to,
  ]),
]

/** What people said of their own lines: counts of people, so small ones are not shown apart. */
export function readBackRows({ readBack, from, to }: AuditResults): Row[] {
  const people = suppressSmallCounts(readBack.answers.map((answer) => answer.people))
  const [total = { kind: 'count' as const, count: 0 }] = suppressSmallCounts([readBack.people])
  const cell = (count: (typeof people)[number] | undefined): CsvCell =>
    count === undefined ? null : count.kind === 'count' ? count.count : shownCountInWords(count)
  return [
    ['answer', 'from', 'to', 'people', 'of'],
    ...readBack.answers.map(({ answer }, position): Row => [answer, from, to, cell(people[position]), cell(total)]),
  ]
}
