import { Link } from 'react-router'
import type { OtherWay, PlanView } from '../../../../shared/model/care-plan-audit.ts'
import type { CarePlanCriterion } from '../../../../shared/model/care-plan-criteria.ts'
import { keepFocus } from '../../shell/screen-title.tsx'
import { otherWayWords } from './audit-words.ts'
import { VoiceMark } from './voice-mark.tsx'

/** Beside step 1: what the reading has found so far for each criterion, and what "shown another way" means. Nothing is answered here. */
export function FoundSoFar(props: { plan: PlanView; criteria: readonly CarePlanCriterion[]; toCriteria: string }) {
  const { plan, criteria, toCriteria } = props
  return (
    <>
      <h2>Next: criteria</h2>
      <ol className="found-so-far">
        {plan.criteria.map(({ id, found }, at) => (
          <li key={id}>
            <b>
              {at + 1}. {criteria.find((each) => each.id === id)?.short ?? id}
            </b>
            <span className="secondary">{found}</span>
          </li>
        ))}
      </ol>
      <p className="secondary small">
        What the tool has found so far. It answers nothing: you do, in step 2.{' '}
        <Link to={toCriteria} state={keepFocus}>
          Answer the criteria
        </Link>
      </p>
      <h3 className="another-way">
        Voice shown another way <VoiceMark voice="shown-another-way" />
      </h3>
      <p className="small">For someone who does not speak or write it themselves. Say how:</p>
      <ul className="another-way__list">
        {(Object.keys(otherWayWords) as OtherWay[]).map((way) => (
          <li key={way}>
            <kbd>{otherWayWords[way].letter}</kbd> {otherWayWords[way].name}
          </li>
        ))}
      </ul>
      <p className="secondary small">Counted beside first person, never as the same.</p>
    </>
  )
}
