import { Link, useSearchParams } from 'react-router'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { GapLetterMark } from '../../../../shared/drawing/gap-letter.tsx'
import { JudgementMark } from '../../../../shared/drawing/judgement-mark.tsx'
import { PeopleMark } from '../../../../shared/drawing/people-mark.tsx'
import {
  countOf,
  gapWords,
  judgementWords,
  keyQuestionWords,
  peopleInWords,
  peopleVerdictWords,
  regulationWords,
  sentenceCase,
} from '../../../../shared/drawing/words.ts'
import { decidePeopleVerdict } from '../../../../shared/model/people-view.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { scopeWord, toFinding, toOverview } from '../../routes.ts'
import { ScreenTitle } from '../../shell/screen-title.tsx'
import { Loading, Unanswered } from '../../forms/waiting.tsx'
import { isBehind, readBehind, type Behind } from './behind.ts'
import type { PlacedFinding } from './picture.ts'
import { useAsAt } from './use-as-at.ts'
import { usePicture } from './use-picture.ts'

/** `#/overview/findings`: the findings that a count of the overview stands for. */
export function FindingsBehindScreen() {
  const { at } = useAsAt()
  const [search] = useSearchParams()
  const answer = usePicture(at)
  const behind = readBehind(search)
  if (answer.state === 'failed') return <Unanswered error={answer.error} onAgain={answer.again} />
  if (answer.state === 'waiting') return <Loading rows={10} />
  const found = answer.picture.findings.filter((placed) => isBehind(placed, behind))
  const title = behindInWords(behind)
  return (
    <>
      <div className="screen-head">
        <div>
          <Link to={toOverview({ at })}>Overview</Link>
          <ScreenTitle title={title} />
          <p className="quiet">
            {countOf(found.length, 'finding')} of {answer.picture.findings.length}
            {at !== null && `, as at ${formatDate(at)} if nothing is done`}
          </p>
        </div>
      </div>
      {found.length === 0 ? (
        <EmptyState words="No finding is behind this count." />
      ) : (
        <table className="table findings-behind">
          <thead>
            <tr>
              <th scope="col">Prompt</th>
              <th scope="col">Where</th>
              <th scope="col">Staff say</th>
              <th scope="col">People say</th>
              <th scope="col" className="numeric">
                Items
              </th>
              <th scope="col">Gaps</th>
            </tr>
          </thead>
          <tbody>
            {found.map((placed) => (
              <BehindRow key={placed.finding.id} placed={placed} assessmentId={answer.overview.assessment.id} />
            ))}
          </tbody>
        </table>
      )}
    </>
  )
}

function BehindRow({ placed, assessmentId }: { placed: PlacedFinding; assessmentId: string }) {
  const { finding, prompt, scope, newGaps } = placed
  return (
    <tr>
      <td>
        <Link to={toFinding({ assessmentId, scope: scopeWord(scope), prompt: prompt.id })}>{prompt.short}</Link>
        <span className="code">{prompt.id}</span>
      </td>
      <td>{scope.name}</td>
      <td>
        <span className="mark-and-words">
          <JudgementMark judgement={finding.judgement} />
          {judgementWords[finding.judgement]}
        </span>
      </td>
      <td>
        <span className="mark-and-words">
          <PeopleMark verdict={decidePeopleVerdict(finding.peopleView)} />
          {sentenceCase(peopleInWords(finding.peopleView))}
        </span>
      </td>
      <td className="numeric">{finding.items}</td>
      <td className="findings-behind__gaps">
        {finding.gaps.map((letter) => (
          <GapLetterMark key={letter} letter={letter} reversed={newGaps.includes(letter)} size={18} />
        ))}
        {finding.gaps.length === 0 && <span className="quiet">No gap</span>}
      </td>
    </tr>
  )
}

/** What the list is of: "Stale", "Not asked", "Effective: prompts that touch Regulation 9". */
function behindInWords({ gap, judgement, people, regulation, keyQuestion }: Behind): string {
  if (gap !== null) return gapWords[gap]
  if (judgement !== null) return `Staff say: ${judgementWords[judgement].toLowerCase()}`
  if (people !== null) return `People say: ${peopleVerdictWords[people].toLowerCase()}`
  const question = keyQuestion === null ? '' : keyQuestionWords[keyQuestion]
  if (regulation === null) return question === '' ? 'Findings' : question
  const touching = `rompts that touch ${regulationWords[regulation]}`
  return question === '' ? `P${touching}` : `${question}: p${touching}`
}
