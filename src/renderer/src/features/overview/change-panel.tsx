import { Link } from 'react-router'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { JudgementMark } from '../../../../shared/drawing/judgement-mark.tsx'
import { ChangeMark } from '../../../../shared/drawing/small-marks.tsx'
import { changeWords, countOf, judgementWords } from '../../../../shared/drawing/words.ts'
import type { Change, ComparedFinding, Comparison } from '../../../../shared/model/comparison.ts'
import { dateOf } from '../../../../shared/model/dates.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { scopeWord, toCompare, toFinding } from '../../routes.ts'
import type { Picture } from './picture.ts'

/** So many changes stand on the overview; the rest are a link away. */
const most = 4

/** In this order they fill two columns; the last two have a line of their own, and only where there is such a finding. */
const counted: readonly Change[] = ['worse', 'improved', 'unchanged', 'new', 'not-assessed', 'does-not-apply']
const hasMark = (change: Change) => change !== 'not-assessed' && change !== 'does-not-apply'

/** What has changed since the last sign-off: worse first, then improved. */
export function ChangePanel({ picture, assessmentId }: { picture: Picture; assessmentId: string }) {
  const comparison = useAnswer('assessments.compare', {})
  if (comparison.data === undefined) return null
  return (
    <section className="panel change" aria-labelledby="change-heading">
      <div className="panel__head">
        <h2 id="change-heading">Change</h2>
        {comparison.data !== null && (
          <span className="panel__aside">since {formatDate(dateOf(comparison.data.since.signedOffAt))}</span>
        )}
      </div>
      {comparison.data === null ? (
        <p className="quiet">Nothing to compare yet. The first sign-off sets the mark.</p>
      ) : (
        <Changed comparison={comparison.data} picture={picture} assessmentId={assessmentId} />
      )}
    </section>
  )
}

function Changed(props: { comparison: Comparison; picture: Picture; assessmentId: string }) {
  const { comparison, picture, assessmentId } = props
  const { findings } = comparison
  const moved = findings.filter(({ change }) => change === 'worse' || change === 'improved')
  const waiting = findings.filter(({ reconfirm }) => reconfirm).length
  return (
    <>
      <ul className="change__counts">
        {counted.map((change) => {
          const count = findings.filter((finding) => finding.change === change).length
          if (count === 0 && !hasMark(change)) return null
          return (
            <li key={change} className={hasMark(change) ? undefined : 'change__other'}>
              <MarkOf change={change} />
              <b>{count}</b> {changeWords[change].toLowerCase()}
            </li>
          )
        })}
      </ul>
      <ul className="change__list">
        {moved.slice(0, most).map((finding) => (
          <li key={finding.findingId}>
            <Link to={placeOf(finding, picture, assessmentId)}>{finding.promptShort}</Link>
            <span className="quiet">
              {finding.scopeName} <span className="code">{finding.promptId}</span>
            </span>
            <span className="change__marks">
              {finding.before !== null && (
                <JudgementMark judgement={finding.before} size={15} label={`${judgementWords[finding.before]} to`} />
              )}
              <MarkOf change={finding.change} />
              <JudgementMark judgement={finding.now} size={15} label={judgementWords[finding.now].toLowerCase()} />
            </span>
          </li>
        ))}
      </ul>
      {waiting > 0 && <p className="small quiet">{countOf(waiting, 'finding')} not re-confirmed.</p>}
      <p className="small">
        <Link to={toCompare()}>Side by side</Link>
      </p>
    </>
  )
}

/** The mark of a change; not assessed and no longer applies have words alone. */
export function MarkOf({ change }: { change: ComparedFinding['change'] }) {
  return change === 'not-assessed' || change === 'does-not-apply' ? null : <ChangeMark change={change} />
}

function placeOf({ findingId, promptId }: ComparedFinding, picture: Picture, assessmentId: string): string {
  const placed = picture.findings.find(({ finding }) => finding.id === findingId)
  return toFinding({
    assessmentId,
    scope: placed === undefined ? 'provider' : scopeWord(placed.scope),
    prompt: promptId,
  })
}
