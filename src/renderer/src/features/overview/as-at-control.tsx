import { useState } from 'react'
import { formatDate, formatDayMonth } from '../../../../shared/drawing/date-words.ts'
import type { Assessment } from '../../../../shared/model/assessment.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import { Icon } from '../../components/icon.tsx'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { asAtSteps, stepOf } from './as-at.ts'
import { ExpectedVisitDialog } from './expected-visit-dialog.tsx'

type AsAtControlProps = {
  today: IsoDate
  at: IsoDate | null
  assessment: Assessment
  onChoose: (date: IsoDate | null) => void
}

/** As at: a slider by weeks from today to the expected visit, with step buttons. It looks ahead and writes nothing. */
export function AsAtControl({ today, at, assessment, onChoose }: AsAtControlProps) {
  const { expectedVisit } = assessment
  const steps = asAtSteps(today, expectedVisit)
  const date = at ?? today
  return (
    <fieldset className="as-at" aria-labelledby="as-at-label">
      <div className="as-at__line">
        <b id="as-at-label">As at</b>
        <output htmlFor="as-at">
          {formatDate(date)}
          <span className="as-at__what">{whatDay(date, today, expectedVisit)}</span>
        </output>
        <span className="as-at__space" />
        <VisitLink {...{ today, at, assessment, onChoose }} />
      </div>
      {steps !== null && <Steps {...{ steps, date, onChoose }} />}
    </fieldset>
  )
}

function whatDay(date: IsoDate, today: IsoDate, visit: IsoDate | null) {
  if (date === today) return ', today'
  return date === visit ? ', expected visit' : ''
}

function VisitLink({ today, at, assessment, onChoose }: AsAtControlProps) {
  const [isAsking, setIsAsking] = useState(false)
  const canWrite = useCanWrite() && assessment.status === 'draft'
  const visit = assessment.expectedVisit
  const isAhead = visit !== null && visit > today
  if (isAhead && at === null)
    return (
      <button type="button" className="link-button" onClick={() => onChoose(visit)}>
        Expected visit, {formatDayMonth(visit)}
      </button>
    )
  if (at !== null)
    return (
      <button type="button" className="link-button" onClick={() => onChoose(null)}>
        Back to today
      </button>
    )
  if (!canWrite) return null
  return (
    <>
      <button type="button" className="link-button" onClick={() => setIsAsking(true)}>
        {visit === null ? 'Say when a visit is expected' : 'The expected visit has passed. Change it'}
      </button>
      {isAsking && <ExpectedVisitDialog assessment={assessment} today={today} onClose={() => setIsAsking(false)} />}
    </>
  )
}

type StepsProps = { steps: readonly IsoDate[]; date: IsoDate; onChoose: (date: IsoDate | null) => void }

function Steps({ steps, date, onChoose }: StepsProps) {
  const now = stepOf(steps, date)
  const last = steps.length - 1
  const go = (step: number) => onChoose(step <= 0 ? null : (steps[Math.min(step, last)] ?? null))
  return (
    <div className="as-at__line">
      <button
        type="button"
        className="as-at__step"
        aria-label="A week earlier"
        disabled={now === 0}
        onClick={() => go(now - 1)}
      >
        <Icon name="chevron-left" />
      </button>
      <span className="as-at__track">
        <Ticks count={steps.length} />
        <input
          id="as-at"
          type="range"
          min={0}
          max={last}
          step={1}
          value={now}
          aria-label="As at"
          aria-valuetext={formatDate(steps[now] ?? date)}
          onChange={(event) => go(Number(event.target.value))}
        />
      </span>
      <button
        type="button"
        className="as-at__step"
        aria-label="A week later"
        disabled={now === last}
        onClick={() => go(now + 1)}
      >
        <Icon name="chevron-right" />
      </button>
    </div>
  )
}

/** The weeks as ticks under the slider, the visit as a longer one. */
function Ticks({ count }: { count: number }) {
  return (
    <svg className="as-at__ticks" aria-hidden="true" focusable={false}>
      {Array.from({ length: count }, (_, step) => {
        const x = `${(step / (count - 1)) * 100}%`
        const isVisit = step === count - 1
        return (
          <line
            key={step}
            x1={x}
            x2={x}
            y1={isVisit ? 3 : 6}
            y2={isVisit ? 17 : 14}
            className={isVisit ? 'as-at__tick as-at__tick--visit' : 'as-at__tick'}
          />
        )
      })}
    </svg>
  )
}
