import { Link } from 'react-router'
import { GapLetterMark } from '../../../../shared/drawing/gap-letter.tsx'
import { UnitBar } from '../../../../shared/drawing/unit-squares.tsx'
import { countOf, gapShortWords, gapWords } from '../../../../shared/drawing/words.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import { toFindingsBehind, toRequests } from '../../routes.ts'
import { useMedia } from '../../shell/use-media.ts'
import { totalGaps, type Picture } from './picture.ts'

/** The nine kinds of gap in their order, zeros shown, one unit for each finding; hollow units are new at the chosen date. */
export function GapsPanel({ picture, at }: { picture: Picture; at: IsoDate | null }) {
  const total = totalGaps(picture)
  const isTight = useMedia('(max-width: 1799px)')
  return (
    <section className="panel gaps" aria-labelledby="gaps-heading">
      <div className="panel__head">
        <h2 id="gaps-heading">Gaps</h2>
        <span className="panel__aside">
          {total.gaps} in {countOf(total.findings, 'finding')}
        </span>
        <span className="panel__space" />
        <Link className="small" to={toRequests()}>
          Ask a ward
        </Link>
      </div>
      <ul className="gaps__list">
        {picture.gaps.map(({ letter, findings, fresh }) => (
          <li key={letter}>
            <GapLetterMark letter={letter} size={19} label={null} />
            <span className="gaps__words">
              <Link to={toFindingsBehind({ at, gap: letter })}>
                {letter === 'J' && isTight ? gapShortWords.J : gapWords[letter]}
              </Link>
              {findings > 0 && <UnitBar count={findings} fresh={fresh} width={180} />}
            </span>
            <b className="gaps__count">
              {findings}
              {fresh > 0 && <span className="nhsuk-u-visually-hidden">, {fresh} new by then</span>}
            </b>
          </li>
        ))}
      </ul>
    </section>
  )
}
