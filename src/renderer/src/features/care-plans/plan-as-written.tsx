import { useState } from 'react'
import { countOf } from '../../../../shared/drawing/words.ts'
import type { AuditStatement, PlanView } from '../../../../shared/model/care-plan-audit.ts'
import { voiceWords } from './audit-words.ts'
import { MaskedText } from './masked-text.tsx'
import { rowsDrawn, shownVoice } from './reading-order.ts'
import { VoiceMark } from './voice-mark.tsx'

/** Step 2: the plan as it stands, to be read beside the answers. A long one is drawn in parts. */
export function PlanAsWritten({ plan, statements }: { plan: PlanView; statements: readonly AuditStatement[] }) {
  const [drawn, setDrawn] = useState(rowsDrawn)
  return (
    <>
      <ol className="as-written" aria-label="The plan as written">
        {statements.slice(0, drawn).map((statement) => {
          const text = <MaskedText plan={plan} start={statement.start} end={statement.end} />
          if (statement.isHeading)
            return (
              <li key={statement.index} className="statements__heading">
                <h2>{text}</h2>
              </li>
            )
          const voice = shownVoice(statement)
          return (
            <li key={statement.index} className="as-written__line">
              <VoiceMark voice={voice} />
              <span>
                <span className="nhsuk-u-visually-hidden">{voiceWords[voice].name}: </span>
                <span className={`voice voice--${voice}`}>{text}</span>
              </span>
            </li>
          )
        })}
      </ol>
      {statements.length > drawn && (
        <button type="button" className="link-button" onClick={() => setDrawn(drawn + rowsDrawn)}>
          {countOf(statements.length - drawn, 'further line')}: show more
        </button>
      )}
    </>
  )
}
