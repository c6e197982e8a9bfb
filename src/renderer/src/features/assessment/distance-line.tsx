import { JudgementMark } from '../../../../shared/drawing/judgement-mark.tsx'
import { PeopleMark } from '../../../../shared/drawing/people-mark.tsx'
import { distanceInWords } from '../../../../shared/drawing/words.ts'
import { decidePeopleVerdict, type PeopleView } from '../../../../shared/model/people-view.ts'
import type { Judgement } from '../../../../shared/model/vocabulary.ts'

/** The two views side by side in words: never in steps, never averaged. */
export function DistanceLine({ judgement, view }: { judgement: Judgement; view: PeopleView }) {
  return (
    <p className="distance-line">
      <span className="distance-line__marks">
        <JudgementMark judgement={judgement} />
        <PeopleMark verdict={decidePeopleVerdict(view)} size={17} />
      </span>
      <span>
        <b>{distanceInWords(judgement, view)}</b> <span className="secondary">Side by side, never averaged.</span>
      </span>
    </p>
  )
}
