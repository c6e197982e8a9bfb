import { formatMonth } from '../../../../shared/drawing/date-words.ts'
import { IntervalChart } from '../../../../shared/drawing/interval-chart.tsx'
import { MonthChart } from '../../../../shared/drawing/month-chart.tsx'
import { PlanStrip } from '../../../../shared/drawing/plan-strip.tsx'
import { typeSizes } from '../../../../shared/drawing/tokens.ts'
import { countOf, kOfN } from '../../../../shared/drawing/words.ts'
import type { AuditResults, TeamResults } from '../../../../shared/model/care-plan-results.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { intervalOf, shareOf, signalOf } from './results-words.ts'
import type { ShowAs } from './results-screen.tsx'
import { ScrollRegion } from './scroll-region.tsx'

const shortMonth = (month: string) => formatMonth(month).slice(0, 3)

/** Team by team, in the order of their core services, never ranked. */
export function TeamsPanel({ results, showAs }: { results: AuditResults; showAs: ShowAs }) {
  const teams = results.teams
  if (teams.every(({ readings }) => readings === 0))
    return <EmptyState words="No plan of these months is read yet. What is read shows here." />
  return (
    <>
      {showAs === 'charts' ? <TeamCharts teams={teams} /> : <TeamTable results={results} />}
      {showAs === 'charts' && (
        <ScrollRegion name="All months of each team, as a chart">
          <IntervalChart
            width={600}
            type={typeSizes.small}
            view={{
              rows: teams.map(({ wardName, period }) => ({ name: wardName, ...period })),
              unit: 'readings',
              reference: { name: 'All teams', ...results.all },
            }}
          />
        </ScrollRegion>
      )}
      <p className="secondary small">
        Bar: 95% interval (Wilson). Dashes: median of the six months with readings before.{' '}
        <b>Signal: 6 or more points in a row on one side of the median</b> (points on it are skipped). Bars that overlap
        may not differ. Small dot: one reading; hollow: none of the person’s own. Under five readings only the count is
        given.
      </p>
    </>
  )
}

function TeamCharts({ teams }: { teams: readonly TeamResults[] }) {
  return (
    <ScrollRegion name="Teams, as charts">
      <table className="table team-charts">
        <caption className="nhsuk-u-visually-hidden">Teams with their months as charts</caption>
        <thead>
          <tr>
            <th scope="col">Team, distinct plans</th>
            <th scope="col">Readings each month</th>
            <th scope="col">Last three months</th>
            <th scope="col">Signal</th>
            <th scope="col">Individual first person, per plan: 0, 1, 2, 3, 4, 5+</th>
          </tr>
        </thead>
        <tbody>
          {teams.map((team) => {
            const signal = signalOf(team)
            return (
              <tr key={team.wardId}>
                <th scope="row">
                  <b>{team.wardName}</b>
                  <span className="secondary team-charts__detail">
                    {team.coreServiceName}, {countOf(team.distinctPlans, 'plan')}
                  </span>
                </th>
                <td>
                  <MonthChart
                    withMonths
                    view={{
                      name: team.wardName,
                      median: team.median,
                      months: team.months.map(({ month, k, n }) => ({ month: shortMonth(month), k, n })),
                    }}
                  />
                </td>
                <td>
                  <b>{shareOf(team.lastThree)}</b>
                  <span className="secondary team-charts__detail">{intervalOf(team.lastThree)}</span>
                </td>
                <td>
                  {team.run.signal ? (
                    <b>
                      <span aria-hidden="true">{team.run.side === 'above' ? '▲ ' : '▼ '}</span>
                      {signal.word}
                    </b>
                  ) : (
                    signal.word
                  )}
                  <span className="secondary team-charts__detail">{signal.detail}</span>
                </td>
                <td>
                  <PlanStrip view={{ name: team.wardName, plans: team.firstPerson }} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function TeamTable({ results }: { results: AuditResults }) {
  return (
    <ScrollRegion name="Teams and months, as a table">
      <table className="table">
        <caption className="nhsuk-u-visually-hidden">Teams and months</caption>
        <thead>
          <tr>
            <th scope="col">Team</th>
            {results.months.map((month) => (
              <th key={month} scope="col">
                {formatMonth(month)}
              </th>
            ))}
            <th scope="col">Median before</th>
            <th scope="col">Last three months</th>
            <th scope="col">Signal</th>
            <th scope="col">Whole period</th>
            <th scope="col">First person per plan: 0, 1, 2, 3, 4, 5+</th>
          </tr>
        </thead>
        <tbody>
          {results.teams.map((team) => {
            const signal = signalOf(team)
            return (
              <tr key={team.wardId}>
                <th scope="row">{team.wardName}</th>
                {team.months.map(({ month, k, n }) => (
                  <td key={month}>{n === 0 ? 'none' : kOfN(k, n)}</td>
                ))}
                <td>{team.median === null ? 'none yet' : `${Math.round(team.median * 100)}%`}</td>
                <td>
                  {shareOf(team.lastThree)} {intervalOf(team.lastThree)}
                </td>
                <td>
                  {signal.word}, {signal.detail}
                </td>
                <td>
                  {shareOf(team.period)} {intervalOf(team.period)}
                </td>
                <td>{team.firstPerson.join(', ')}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
