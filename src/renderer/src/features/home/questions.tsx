import { LineField } from '../../forms/text-field.tsx'
import type { FieldFault, NewWorkspaceDraft } from './new-workspace.ts'

/** What each question is given. */
export type QuestionProps = {
  draft: NewWorkspaceDraft
  faults: readonly FieldFault[]
  onChange: (changes: Partial<NewWorkspaceDraft>) => void
}

/** What is wrong with a field, for showing above it. */
export const faultOf = (faults: readonly FieldFault[], field: string): string | undefined =>
  faults.find((fault) => fault.id === field)?.words

/** The first question: the provider. */
export function ProviderQuestion({ draft, faults, onChange }: QuestionProps) {
  return (
    <LineField
      id="provider"
      label="Name of the provider"
      hint="As it stands on its own papers. For one visit, the name of the visit will do."
      value={draft.provider}
      error={faultOf(faults, 'provider')}
      onType={(provider) => onChange({ provider })}
    />
  )
}

/** The third question: the period that is looked at, and the day on which a visit is expected. */
export function PeriodQuestion({ draft, faults, onChange }: QuestionProps) {
  return (
    <>
      <div className="guided__pair">
        <LineField
          id="from"
          label="From"
          value={draft.from}
          error={faultOf(faults, 'from')}
          onType={(from) => onChange({ from })}
        />
        <LineField
          id="to"
          label="To"
          value={draft.to}
          error={faultOf(faults, 'to')}
          onType={(to) => onChange({ to })}
        />
      </div>
      <LineField
        id="expected-visit"
        label="Expected visit, if there is one"
        hint="For example 12 January 2027. The overview can then show what will be stale, unasked or late by that day. It can be set later."
        value={draft.expectedVisit}
        error={faultOf(faults, 'expected-visit')}
        onType={(expectedVisit) => onChange({ expectedVisit })}
      />
    </>
  )
}
