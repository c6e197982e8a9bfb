import { useState } from 'react'
import { formatDayMonth } from '../../../../shared/drawing/date-words.ts'
import { GapLetterMark } from '../../../../shared/drawing/gap-letter.tsx'
import { JudgementMark } from '../../../../shared/drawing/judgement-mark.tsx'
import { PeopleMark } from '../../../../shared/drawing/people-mark.tsx'
import {
  countOf,
  gapWords,
  judgementWords,
  peopleInWords,
  peopleVerdictWords,
  sentenceCase,
} from '../../../../shared/drawing/words.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import { decidePeopleVerdict, peopleVerdicts } from '../../../../shared/model/people-view.ts'
import { judgements } from '../../../../shared/model/vocabulary.ts'
import { Link } from 'react-router'
import { toFindingsBehind } from '../../routes.ts'
import { CoverageGrid } from './coverage-grid.tsx'
import type { Picture, PlacedFinding } from './picture.ts'

/** Coverage: the key with the totals of both views, the matrix in two blocks, and the cell in focus in words. */
export function CoveragePanel({
  picture,
  assessmentId,
  at,
}: {
  picture: Picture
  assessmentId: string
  at: IsoDate | null
}) {
  const [focused, setFocused] = useState<PlacedFinding | null>(null)
  const [hovered, setHovered] = useState<PlacedFinding | null>(null)
  const shown = hovered ?? focused
  const inFocus = shown === null ? undefined : picture.findings.find(({ finding }) => finding.id === shown.finding.id)
  return (
    <section className="panel coverage" aria-labelledby="coverage-heading">
      <div className="panel__head">
        <h2 id="coverage-heading">Coverage</h2>
        <span className="panel__aside">
          {at === null
            ? 'The darker the cell, the more there is to do'
            : `As it will be on ${formatDayMonth(at)} if nothing is done. New letters are dark`}
        </span>
      </div>
      <Key picture={picture} at={at} />
      <CoverageGrid picture={picture} assessmentId={assessmentId} onFocused={setFocused} onHovered={setHovered} />
      <p className="coverage__foot">
        Staff left, people right (worked out from their counts). Number: items of evidence. Letter: the gap that weighs
        most.
      </p>
      <Reader placed={inFocus ?? picture.findings[0]} />
    </section>
  )
}

function Key({ picture, at }: { picture: Picture; at: IsoDate | null }) {
  return (
    <dl className="coverage-key">
      <dt>Staff say</dt>
      <dd>
        <ul>
          {judgements.map((judgement) => (
            <li key={judgement}>
              <Link to={toFindingsBehind({ at, judgement })}>
                <JudgementMark judgement={judgement} size={15} />
                {judgementWords[judgement]} <b>{picture.byJudgement[judgement]}</b>
              </Link>
            </li>
          ))}
        </ul>
      </dd>
      <dt>People say</dt>
      <dd>
        <ul>
          {peopleVerdicts.map((verdict) => (
            <li key={verdict}>
              <Link to={toFindingsBehind({ at, people: verdict })}>
                <PeopleMark verdict={verdict} />
                {peopleVerdictWords[verdict]} <b>{picture.byVerdict[verdict]}</b>
              </Link>
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  )
}

/** The cell in focus in words. Not a live region: the cell's own text says the same. */
function Reader({ placed }: { placed: PlacedFinding | undefined }) {
  if (placed === undefined) return null
  const { finding, prompt, scope, newGaps } = placed
  const isApplicable = finding.judgement !== 'not-applicable'
  return (
    <div className="reader">
      <b>
        {prompt.short}, {scope.name}
      </b>
      <span className="reader__part">
        <JudgementMark judgement={finding.judgement} />
        Staff: {judgementWords[finding.judgement].toLowerCase()}
      </span>
      {isApplicable && (
        <>
          <span className="reader__part">
            <PeopleMark verdict={decidePeopleVerdict(finding.peopleView)} />
            {sentenceCase(peopleInWords(finding.peopleView))}
          </span>
          <span>
            {countOf(finding.items, 'item')}
            {finding.kinds.length > 0 && `, ${countOf(finding.kinds.length, 'kind')}`}
          </span>
          {finding.gaps.map((letter) => (
            <span key={letter} className="reader__part">
              <GapLetterMark letter={letter} reversed={newGaps.includes(letter)} size={18} label={null} />
              {gapWords[letter]}
              {newGaps.includes(letter) && ' (new)'}
            </span>
          ))}
          {finding.gaps.length === 0 && <span>No gap</span>}
        </>
      )}
      <span className="reader__keys">
        <kbd>Enter</kbd> open
      </span>
    </div>
  )
}
