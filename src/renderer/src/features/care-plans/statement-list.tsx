import { countOf } from '../../../../shared/drawing/words.ts'
import type { AuditStatement, PlanView } from '../../../../shared/model/care-plan-audit.ts'
import { Icon } from '../../components/icon.tsx'
import { Tag } from '../../components/tag.tsx'
import { needWords, otherWayWords, voiceWords } from './audit-words.ts'
import { BlockPanel } from './block-panel.tsx'
import { MaskedText } from './masked-text.tsx'
import { rowsDrawn, rowsOf, shownVoice, stretchAround } from './reading-order.ts'
import { SuggestionPanel } from './suggestion-panel.tsx'
import { stopId, type Reader } from './use-reader.ts'
import { VoiceMark } from './voice-mark.tsx'

/** Step 1: what is decided one by one, under the plan's own headings, and the block of the rest. */
export function StatementList(props: {
  plan: PlanView
  statements: readonly AuditStatement[]
  reader: Reader
  plans: number
  canWrite: boolean
}) {
  const { plan, statements, reader, plans, canWrite } = props
  const rows = rowsOf(statements, reader.stops)
  const at = rows.findIndex(({ index }) => index === reader.current)
  const { first, end } = stretchAround(rows.length, reader.current === 'block' ? rows.length : at)
  const step = (to: number) => {
    const row = rows.slice(Math.max(0, to)).find(({ isHeading }) => !isHeading)
    if (row !== undefined) reader.go(row.index)
  }
  return (
    // Keys act here alone: letters do nothing elsewhere on the page (WCAG 2.1.4).
    <div className="statements" role="presentation" onKeyDown={reader.onKeyDown}>
      {first > 0 && (
        <button type="button" className="link-button" onClick={() => step(first - rowsDrawn / 2)}>
          {countOf(first, 'earlier line')}: show them
        </button>
      )}
      <ol className="statements__list" aria-label="Statements to decide">
        {rows.slice(first, end).map((statement) =>
          statement.isHeading ? (
            <li key={statement.index} className="statements__heading">
              <h2>
                <MaskedText plan={plan} start={statement.start} end={statement.end} />
              </h2>
            </li>
          ) : (
            <StatementRow
              key={statement.index}
              plan={plan}
              statement={statement}
              reader={reader}
              plans={plans}
              canWrite={canWrite}
            />
          ),
        )}
      </ol>
      {end < rows.length && (
        <button type="button" className="link-button" onClick={() => step(end + rowsDrawn / 2 - 1)}>
          {countOf(rows.length - end, 'further line')}: show them
        </button>
      )}
      <BlockPanel statements={statements} reader={reader} canWrite={canWrite} />
    </div>
  )
}

function StatementRow(props: {
  plan: PlanView
  statement: AuditStatement
  reader: Reader
  plans: number
  canWrite: boolean
}) {
  const { plan, statement, reader, plans, canWrite } = props
  const { index, decision } = statement
  const isCurrent = reader.current === index
  const voice = shownVoice(statement)
  const panelId = `suggestion-${index}`
  return (
    <li>
      <button
        type="button"
        id={stopId(index)}
        className="statement"
        tabIndex={isCurrent ? 0 : -1}
        aria-expanded={isCurrent}
        aria-controls={isCurrent ? panelId : undefined}
        onClick={() => reader.go(index)}
      >
        <VoiceMark voice={voice} />
        <span className="nhsuk-u-visually-hidden">{voiceWords[voice].name}: </span>
        <span className="statement__text">
          <span className={`voice voice--${voice}`}>
            <MaskedText plan={plan} start={statement.start} end={statement.end} />
          </span>{' '}
          {decision?.otherWay !== undefined && decision.otherWay !== null && (
            <Tag look="soft">{otherWayWords[decision.otherWay].name}</Tag>
          )}
        </span>
        <span className="statement__needs">
          {reader
            .needsOf(statement)
            .map((need) => needWords[need].name)
            .join(', ')}
        </span>
        <span className="statement__state">
          {decision === null ? <span className="statement__open" /> : <Icon name="tick" size={12} />}
          <span className="nhsuk-u-visually-hidden">{decision === null ? 'To decide' : 'Decided'}</span>
        </span>
      </button>
      {isCurrent && (
        <SuggestionPanel id={panelId} statement={statement} reader={reader} plans={plans} canWrite={canWrite} />
      )}
    </li>
  )
}
