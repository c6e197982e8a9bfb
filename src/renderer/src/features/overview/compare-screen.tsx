import { Link } from 'react-router'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { JudgementMark } from '../../../../shared/drawing/judgement-mark.tsx'
import { changeWords, countOf, judgementWords, peopleInWords, sentenceCase } from '../../../../shared/drawing/words.ts'
import type { Scope } from '../../../../shared/model/assessment.ts'
import type { ComparedFinding } from '../../../../shared/model/comparison.ts'
import { dateOf } from '../../../../shared/model/dates.ts'
import type { Judgement } from '../../../../shared/model/vocabulary.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loading, Unanswered } from '../../forms/waiting.tsx'
import { scopeWord, toFinding, toOverview, toSignOff } from '../../routes.ts'
import { ScreenTitle } from '../../shell/screen-title.tsx'
import { MarkOf } from './change-panel.tsx'

/** `#/overview/compare`: every finding beside what the last sign-off said of it, worse first. */
export function CompareScreen() {
  const comparison = useAnswer('assessments.compare', {})
  const current = useAnswer('assessments.current', {})
  const failed = [comparison, current].find(({ error }) => error !== null)
  if (failed?.error != null) return <Unanswered error={failed.error} onAgain={() => void failed.refetch()} />
  if (comparison.data === undefined || current.data === undefined) return <Loading rows={10} />
  const since = comparison.data?.since
  return (
    <>
      <div className="screen-head">
        <div>
          <Link to={toOverview()}>Overview</Link>
          <ScreenTitle title="Change since the last sign-off" />
          {since !== undefined && (
            <p className="quiet">
              {current.data.assessment.title} beside{' '}
              <Link to={toSignOff(since.assessmentId)}>
                {since.title}, signed off on {formatDate(dateOf(since.signedOffAt))} by {since.signer}, {since.role}
              </Link>
            </p>
          )}
        </div>
      </div>
      {comparison.data === null ? (
        <EmptyState words="Nothing to compare yet. The first sign-off sets the mark." />
      ) : (
        <CompareTable
          findings={comparison.data.findings}
          assessmentId={current.data.assessment.id}
          scopes={current.data.scopes}
        />
      )}
    </>
  )
}

type CompareTableProps = { findings: readonly ComparedFinding[]; assessmentId: string; scopes: readonly Scope[] }

function CompareTable({ findings, assessmentId, scopes }: CompareTableProps) {
  const placeOf = ({ scopeId, promptId }: ComparedFinding) => {
    const scope = scopes.find(({ id }) => id === scopeId)
    return toFinding({ assessmentId, scope: scope === undefined ? 'provider' : scopeWord(scope), prompt: promptId })
  }
  return (
    <table className="table compare">
      <caption className="small secondary">{countOf(findings.length, 'finding')}, what got worse first</caption>
      <thead>
        <tr>
          <th scope="col">Change</th>
          <th scope="col">Prompt</th>
          <th scope="col">Staff said</th>
          <th scope="col">Staff say now</th>
          <th scope="col">People said</th>
          <th scope="col">People say now</th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <tr key={finding.findingId}>
            <td>
              <span className="mark-and-words">
                <MarkOf change={finding.change} /> {changeWords[finding.change]}
              </span>
              {finding.reconfirm && <p className="small secondary">not re-confirmed</p>}
            </td>
            <td>
              <Link to={placeOf(finding)}>{finding.promptShort}</Link>
              <span className="code">{finding.promptId}</span>
              <p className="small secondary">{finding.scopeName}</p>
            </td>
            <td>{finding.before === null ? 'Not looked at' : <Judged judgement={finding.before} />}</td>
            <td>
              <Judged judgement={finding.now} />
              {finding.sentence !== '' && <p className="small">{finding.sentence}</p>}
            </td>
            <td>
              {finding.peopleBefore === null ? 'Not looked at' : sentenceCase(peopleInWords(finding.peopleBefore))}
            </td>
            <td>{sentenceCase(peopleInWords(finding.peopleNow))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Judged = ({ judgement }: { judgement: Judgement }) => (
  <span className="mark-and-words">
    <JudgementMark judgement={judgement} />
    {judgementWords[judgement]}
  </span>
)
