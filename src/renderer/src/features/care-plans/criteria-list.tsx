import { useState, type KeyboardEvent } from 'react'
import type {
  AuditStatement,
  CriterionAnswer,
  CriterionView,
  PlanView,
} from '../../../../shared/model/care-plan-audit.ts'
import type { CarePlanCriterion } from '../../../../shared/model/care-plan-criteria.ts'
import { isTyping } from '../../keys.ts'
import { answerWords } from './audit-words.ts'
import { MaskedText } from './masked-text.tsx'
import { NotApplicableForm } from './not-applicable-form.tsx'
import { criteriaActOf } from './reading-keys.ts'
import type { PlanOrders } from './use-plan-orders.ts'

/** The id of a criterion's heading, by which focus goes there. */
export const criterionId = (id: string): string => `criterion-${id}`

const focusSoon = (id: string) => requestAnimationFrame(() => document.getElementById(criterionId(id))?.focus())

/** The criterion to begin with: the first that is not answered. */
export const firstOpen = (criteria: readonly CriterionView[]): string | undefined =>
  (criteria.find(({ answer }) => answer === null) ?? criteria[0])?.id

/** Step 2: each criterion with what was found beside a blank answer. A suggestion never fills it. */
export function CriteriaList(props: {
  plan: PlanView
  statements: readonly AuditStatement[]
  criteria: readonly CarePlanCriterion[]
  orders: PlanOrders
  canWrite: boolean
  onAllAnswered: () => void
}) {
  const { plan, statements, criteria, orders, canWrite, onAllAnswered } = props
  const asked = plan.criteria
  const [chosen, setChosen] = useState<string | null>(null)
  const [sourceOf, setSourceOf] = useState<string | null>(null)
  const [reasonFor, setReasonFor] = useState<string | null>(null)
  const current = chosen ?? firstOpen(asked) ?? null

  const go = (id: string) => {
    setChosen(id)
    setReasonFor(null)
    focusSoon(id)
  }
  const answer = (id: string, given: CriterionAnswer, reason = '') => {
    if (given === 'not-applicable' && reason === '') {
      setChosen(id)
      setReasonFor(id)
      return
    }
    orders.answer(id, given, reason)
    const at = asked.findIndex((each) => each.id === id)
    const open = [...asked.slice(at + 1), ...asked.slice(0, at)].find((each) => each.answer === null)
    if (open === undefined) {
      setReasonFor(null)
      onAllAnswered()
    } else go(open.id)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target) || current === null) return
    const act = criteriaActOf(event)
    if (act === null) return
    event.preventDefault()
    if (act.act === 'move') {
      const next = asked[asked.findIndex(({ id }) => id === current) + act.step]
      if (next !== undefined) go(next.id)
    } else if (act.act === 'source') setSourceOf(sourceOf === current ? null : current)
    else if (!canWrite) return
    else if (act.act === 'undo') {
      const place = orders.takeBack()
      if (place !== null && asked.some(({ id }) => id === place)) go(place)
    } else if (act.act === 'answer') answer(current, act.answer)
  }

  return (
    // Keys act here alone: letters do nothing elsewhere on the page (WCAG 2.1.4).
    <div role="presentation" onKeyDown={onKeyDown}>
      <ol className="criteria" aria-label="Criteria">
        {asked.map((view, at) => {
          const criterion = criteria.find(({ id }) => id === view.id)
          if (criterion === undefined) return null
          return (
            <li key={view.id} className="criterion" data-current={view.id === current ? '' : undefined}>
              <div className="criterion__head">
                <button
                  type="button"
                  id={criterionId(view.id)}
                  className="criterion__name"
                  tabIndex={view.id === current ? 0 : -1}
                  aria-expanded={view.id === current}
                  onClick={() => go(view.id)}
                >
                  {at + 1}. {criterion.short}
                </button>
                <button
                  type="button"
                  className="link-button small"
                  aria-expanded={sourceOf === view.id}
                  onClick={() => setSourceOf(sourceOf === view.id ? null : view.id)}
                >
                  {criterion.sources.map(({ short }) => short).join(', ')}
                  <span className="nhsuk-u-visually-hidden">: where {criterion.short} comes from</span>
                </button>
              </div>
              <p className="criterion__found">Found: {view.found}</p>
              <fieldset className="criterion__answers" aria-label={`${criterion.short}: ${criterion.question}`}>
                {(Object.keys(answerWords) as CriterionAnswer[]).map((given) => (
                  <button
                    key={given}
                    type="button"
                    disabled={!canWrite}
                    tabIndex={view.id === current ? 0 : -1}
                    aria-pressed={view.answer?.answer === given}
                    onClick={() => answer(view.id, given)}
                  >
                    {answerWords[given].name} <kbd aria-hidden="true">{answerWords[given].letter}</kbd>
                  </button>
                ))}
              </fieldset>
              {view.answer?.answer === 'not-applicable' && reasonFor !== view.id && (
                <p className="criterion__found">Because: {view.answer.reason}</p>
              )}
              {reasonFor === view.id && (
                <NotApplicableForm
                  reason={view.answer?.reason ?? ''}
                  onGive={(reason) => answer(view.id, 'not-applicable', reason)}
                  onCancel={() => go(view.id)}
                />
              )}
              {view.id === current && (
                <CriterionDetail plan={plan} statements={statements} criterion={criterion} view={view} />
              )}
              {sourceOf === view.id && (
                <ul className="criterion__sources">
                  {criterion.sources.map(({ document: title, place }) => (
                    <li key={title + place}>
                      {title}
                      {place !== '' && `, ${place}`}
                    </li>
                  ))}
                </ul>
              )}
            </li>
          )
        })}
      </ol>
    </div>
  )
}

/** How many of the statements behind a find are shown. */
const mostShown = 4

/** The current criterion: its question, what counts, and the words that made the reading say what it found. */
function CriterionDetail(props: {
  plan: PlanView
  statements: readonly AuditStatement[]
  criterion: CarePlanCriterion
  view: CriterionView
}) {
  const { plan, statements, criterion, view } = props
  const behind = view.statements.flatMap((index) => statements.find((each) => each.index === index) ?? [])
  return (
    <div className="criterion__detail">
      <p>{criterion.question}</p>
      <p>
        <b>Yes:</b> {criterion.counts.yes} <b>Part:</b> {criterion.counts.partly} <b>No:</b> {criterion.counts.no}
      </p>
      {behind.length > 0 && (
        <ul aria-label="What made the reading say so">
          {behind.slice(0, mostShown).map(({ index, start, end }) => (
            <li key={index}>
              “<MaskedText plan={plan} start={start} end={end} />”
            </li>
          ))}
          {behind.length > mostShown && <li>and {behind.length - mostShown} more</li>}
        </ul>
      )}
    </div>
  )
}
