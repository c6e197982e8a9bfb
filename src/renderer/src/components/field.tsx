import type { ReactNode } from 'react'
import { Field } from '../forms/text-field.tsx'

type CommonProps = {
  /** The id of the control, by which an error summary links here. */
  id?: string
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  value: string
  onChange: (value: string) => void
  isReadOnly?: boolean
}

/** One line of text: label above, hint under it, error above the control. */
export function TextField({ value, onChange, isReadOnly = false, ...field }: CommonProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="text"
          className="input"
          autoComplete="off"
          value={value}
          readOnly={isReadOnly}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** Several lines of text. */
export function TextAreaField({
  value,
  onChange,
  isReadOnly = false,
  rows = 3,
  ...field
}: CommonProps & { rows?: number }) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          className="textarea"
          rows={rows}
          value={value}
          readOnly={isReadOnly}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** A calendar date, kept as `2026-10-13`; empty when none is given or it is not whole. */
export function DateField({ value, onChange, isReadOnly = false, ...field }: CommonProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          type="date"
          className="input input--date"
          value={value}
          readOnly={isReadOnly}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** One of a few: `children` are `option` elements. */
export function SelectField({
  value,
  onChange,
  isReadOnly = false,
  children,
  ...field
}: CommonProps & { children: ReactNode }) {
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...control}
          className="select"
          value={value}
          disabled={isReadOnly}
          onChange={(event) => onChange(event.target.value)}
        >
          {children}
        </select>
      )}
    </Field>
  )
}
