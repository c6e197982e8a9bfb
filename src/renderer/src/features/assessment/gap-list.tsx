import { Link } from 'react-router'
import { GapLetterMark } from '../../../../shared/drawing/gap-letter.tsx'
import { gapWords } from '../../../../shared/drawing/words.ts'
import { toEvidenceItem } from '../../routes.ts'
import type { GapLine, GapWay } from './gap-ways.ts'

/** What a finding lacks, each gap with its words and the one way to close it from here. */
export function GapList(props: { lines: readonly GapLine[]; isReadOnly: boolean; onWay: (way: GapWay) => void }) {
  const { lines, isReadOnly, onWay } = props
  return (
    <section aria-labelledby="gaps-heading">
      <h2 id="gaps-heading">
        Gaps <span className="count">{lines.length}</span>
      </h2>
      {lines.length === 0 ? (
        <p className="small secondary">No gaps.</p>
      ) : (
        <ul className="side-list">
          {lines.map(({ letter, says, way, label }) => (
            <li key={letter}>
              <GapLetterMark letter={letter} label={null} />
              <span>
                <b>{gapWords[letter]}.</b> {says}{' '}
                {way.kind === 'item' ? (
                  <Link to={toEvidenceItem(way.evidenceId)}>{label}</Link>
                ) : (
                  !isReadOnly && (
                    <button type="button" className="link-button" onClick={() => onWay(way)}>
                      {label}
                    </button>
                  )
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
