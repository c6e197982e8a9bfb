import { IntervalChart } from '../../../../shared/drawing/interval-chart.tsx'
import { typeSizes } from '../../../../shared/drawing/tokens.ts'
import { joinWords } from '../../../../shared/drawing/words.ts'
import type { AuditResults } from '../../../../shared/model/care-plan-results.ts'
import { agreementInWords, intervalOf, shareOf } from './results-words.ts'
import type { ShowAs } from './results-screen.tsx'
import { ScrollRegion } from './scroll-region.tsx'
import { SaveCsv } from './save-csv.tsx'

/** Every criterion, lowest first, each with its own n: the core five monthly, the others quarterly. */
export function CriteriaResultsPanel(props: {
  results: AuditResults
  showAs: ShowAs
  period: { from: string; to: string }
}) {
  const { results, showAs, period } = props
  const rank = ({ share: { k, n } }: AuditResults['criteria'][number]) => (n === 0 ? 2 : k / n)
  const criteria = results.criteria.toSorted((one, other) => rank(one) - rank(other))
  const asked = criteria.filter(({ share }) => share.n > 0)
  const others = criteria.filter(({ share }) => share.n === 0).map(({ short }) => short.toLowerCase())
  return (
    <section className="panel" aria-labelledby="every-criterion">
      <div className="panel__head">
        <h2 id="every-criterion">Every criterion, lowest first</h2>
        <span className="panel__aside">The core ones each month, all of them each quarter</span>
        <div className="panel__space" />
        <SaveCsv period={period} table="criteria" />
      </div>
      {others.length > 0 && <p className="secondary">Not answered in these months: {joinWords(others)}.</p>}
      {showAs === 'charts' ? (
        <ScrollRegion name="Every criterion, as a chart">
          <IntervalChart
            width={600}
            type={typeSizes.small}
            view={{
              rows: asked.map(({ short, share }) => ({ name: short, k: share.k, n: share.n })),
              unit: 'readings',
            }}
          />
        </ScrollRegion>
      ) : (
        <ScrollRegion name="Every criterion, as a table">
          <table className="table">
            <caption className="nhsuk-u-visually-hidden">Every criterion</caption>
            <thead>
              <tr>
                <th scope="col">Criterion</th>
                <th scope="col">Yes</th>
                <th scope="col">Part</th>
                <th scope="col">No</th>
                <th scope="col">Does not apply</th>
                <th scope="col">Yes, of those answered</th>
                <th scope="col">Interval</th>
                <th scope="col">Read twice</th>
              </tr>
            </thead>
            <tbody>
              {criteria.map(({ id, short, yes, partly, no, notApplicable, share, readTwice }) => (
                <tr key={id}>
                  <th scope="row">{short}</th>
                  <td>{yes}</td>
                  <td>{partly}</td>
                  <td>{no}</td>
                  <td>{notApplicable}</td>
                  <td>{shareOf(share)}</td>
                  <td>{intervalOf(share)}</td>
                  <td>{agreementInWords(readTwice) ?? 'not read twice'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollRegion>
      )}
    </section>
  )
}
