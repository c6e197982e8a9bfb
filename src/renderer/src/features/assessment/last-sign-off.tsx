import { formatDate, formatDayMonth } from '../../../../shared/drawing/date-words.ts'
import { judgementWords } from '../../../../shared/drawing/words.ts'
import { peopleAsked } from '../../../../shared/model/people-view.ts'
import { dateOf } from '../../../../shared/model/dates.ts'
import type { Finding } from '../../../../shared/model/finding.ts'
import { Button } from '../../components/button.tsx'

/**
 * What the last sign-off said, beneath what staff say now: carried forward until it is set again, from then on re-confirmed. The two
 * never show together.
 */
export function LastSignOff(props: {
  finding: Pick<Finding, 'carriedFrom' | 'reconfirmedAt' | 'narrative' | 'peopleView'>
  isReadOnly: boolean
  onReconfirm: () => void
}) {
  const { finding, isReadOnly, onReconfirm } = props
  const { carriedFrom, reconfirmedAt } = finding
  if (carriedFrom === null) return null
  const then = formatDayMonth(dateOf(carriedFrom.signedOffAt))
  const { peopleView } = finding
  const asked = peopleView.to ?? peopleView.from
  const peopleAreOfThen = peopleAsked(peopleView) > 0 && asked !== null && asked < dateOf(carriedFrom.signedOffAt)
  const wordsDiffer = carriedFrom.narrative.trim() !== '' && carriedFrom.narrative !== finding.narrative
  return (
    <div className="last-sign-off">
      {reconfirmedAt === null ? (
        <>
          <p>
            <b>Carried forward from {then}, not re-confirmed</b>
          </p>
          {!isReadOnly && (
            <p>
              <Button isSmall onPress={onReconfirm}>
                Re-confirm
              </Button>{' '}
              <span className="small secondary">or replace it: choose above, or write what is so now.</span>
            </p>
          )}
        </>
      ) : (
        <p className="small secondary">Re-confirmed {formatDate(dateOf(reconfirmedAt))}.</p>
      )}
      <p className="small secondary">
        Last sign-off, {then}: {judgementWords[carriedFrom.judgement].toLowerCase()}
      </p>
      {wordsDiffer && <p className="small secondary last-sign-off__words">{carriedFrom.narrative}</p>}
      {peopleAreOfThen && (
        <p className="small secondary">What people say is from before it too: nobody was asked since.</p>
      )}
    </div>
  )
}
