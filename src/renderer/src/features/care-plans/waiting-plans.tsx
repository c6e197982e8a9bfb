import { countOf } from '../../../../shared/drawing/words.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import { LineField } from '../../forms/text-field.tsx'
import type { WaitingPlan } from './plans-to-load.ts'

/** The plans that wait to be loaded: a pseudonym for each, and the person's name where it helps the reading. */
export function WaitingPlans(props: {
  waiting: readonly WaitingPlan[]
  /** Pseudonyms that were drawn and are not in yet, to choose from. */
  missing: readonly string[]
  faults: ReadonlyMap<number, string>
  attempt: number
  onChange: (plans: WaitingPlan[]) => void
  onLoad: () => void
}) {
  const { waiting, missing, faults, attempt, onChange, onLoad } = props
  const change = (key: number, changes: Partial<WaitingPlan>) =>
    onChange(waiting.map((plan) => (plan.key === key ? { ...plan, ...changes } : plan)))
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onLoad()
      }}
    >
      <ErrorSummary
        attempt={attempt}
        errors={[...faults].map(([key, words]) => ({
          id: `pseudonym-${key}`,
          words: `${nameOf(waiting.find((plan) => plan.key === key))}: ${words}`,
        }))}
      />
      {missing.length > 0 && (
        <datalist id="drawn-pseudonyms">
          {missing.map((pseudonym) => (
            <option key={pseudonym} value={pseudonym}>
              {pseudonym}
            </option>
          ))}
        </datalist>
      )}
      <p className="secondary">
        The person’s name is used for the analysis and not stored: with it the reading knows “Maria says” from a member
        of staff, and masks the name. It can be left empty.
      </p>
      <ol className="waiting-plans" aria-label="Plans to load">
        {waiting.map((plan) => (
          <li key={plan.key} className="waiting-plans__row" aria-label={nameOf(plan)}>
            <span className="waiting-plans__source">{nameOf(plan)}</span>
            <LineField
              id={`pseudonym-${plan.key}`}
              label="Pseudonym"
              value={plan.pseudonym}
              error={faults.get(plan.key)}
              list={missing.length > 0 ? 'drawn-pseudonyms' : undefined}
              onType={(pseudonym) => change(plan.key, { pseudonym })}
            />
            <LineField
              label="Person’s name, not stored"
              value={plan.patientName}
              onType={(patientName) => change(plan.key, { patientName })}
            />
            <button
              type="button"
              className="link-button"
              onClick={() => onChange(waiting.filter(({ key }) => key !== plan.key))}
            >
              Take out<span className="nhsuk-u-visually-hidden"> {nameOf(plan)}</span>
            </button>
          </li>
        ))}
      </ol>
      <div className="form__actions">
        <Button type="submit" look="go">
          Load {countOf(waiting.length, 'plan')}
        </Button>
      </div>
    </form>
  )
}

/** What a plan is called while it waits: its file, or the first of its words. */
function nameOf(plan: WaitingPlan | undefined): string {
  if (plan === undefined) return ''
  if (plan.source.kind === 'file') return plan.source.file.name
  return `Pasted, ${countOf(plan.source.text.trim().split(/\s+/).length, 'word')}`
}
