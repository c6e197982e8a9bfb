import { useId, type ReactNode, type Ref } from 'react'
import { afterPress } from './after-press.ts'

/** A field's words and errors, as every form shows them: label above, hint under it, error above the field. */
export type FieldProps = {
  label: ReactNode
  hint?: ReactNode
  error?: string | undefined
  /** The id by which an error summary links here. */
  id?: string | undefined
  className?: string | undefined
  /** A label that only assistive technology hears, where a heading stands above. */
  hideLabel?: boolean
}

/** Ids and attributes that tie a control to its label, hint and error. */
function useTies({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>) {
  const own = useId()
  const fieldId = id ?? own
  const hintId = hint === undefined ? undefined : `${fieldId}-hint`
  const errorId = error === undefined ? undefined : `${fieldId}-error`
  const describedBy = [hintId, errorId].filter((each) => each !== undefined).join(' ')
  return {
    fieldId,
    hintId,
    errorId,
    control: {
      id: fieldId,
      ...(describedBy === '' ? {} : { 'aria-describedby': describedBy }),
      ...(error === undefined ? {} : { 'aria-invalid': true }),
    },
  }
}

/** A field around any control: `children` is given what ties it to label, hint and error. */
export function Field(props: FieldProps & { children: (control: object) => ReactNode }) {
  const { label, hint, error, className, hideLabel = false, children } = props
  const { fieldId, hintId, errorId, control } = useTies(props)
  return (
    <div className={['field', error === undefined ? '' : 'field--error', className ?? ''].filter(Boolean).join(' ')}>
      <label className={hideLabel ? 'nhsuk-u-visually-hidden' : 'field__label'} htmlFor={fieldId}>
        {label}
      </label>
      {hint !== undefined && (
        <span className="field__hint" id={hintId}>
          {hint}
        </span>
      )}
      {error !== undefined && (
        <span className="field__error" id={errorId}>
          <span className="nhsuk-u-visually-hidden">Error: </span>
          {error}
        </span>
      )}
      {children(control)}
    </div>
  )
}

type Typed = FieldProps & {
  value: string
  onType: (value: string) => void
  onLeave?: () => void
  isReadOnly?: boolean
  isRequired?: boolean
}

/** What a field says where it cannot be changed: text, not a control that does nothing. */
function ReadOnlyText({ label, hideLabel = false, className, value }: FieldProps & { value: string }) {
  return (
    <div className={['field', className ?? ''].filter(Boolean).join(' ')}>
      <span className={hideLabel ? 'nhsuk-u-visually-hidden' : 'field__label'}>{label}</span>
      <p className="field__text">{value.trim() === '' ? 'Nothing is said' : value}</p>
    </div>
  )
}

/** One line of text. */
export function LineField(
  props: Typed & {
    inputRef?: Ref<HTMLInputElement>
    inputMode?: 'numeric' | 'text'
    placeholder?: string
    /** The id of a `datalist` to choose from. */
    list?: string | undefined
    /** Words after the control: "people". */
    after?: ReactNode
  },
) {
  const {
    value,
    onType,
    onLeave,
    isReadOnly = false,
    isRequired = false,
    inputRef,
    inputMode,
    placeholder,
    list,
    after,
    ...field
  } = props
  if (isReadOnly) return <ReadOnlyText {...field} value={value} />
  return (
    <Field {...field}>
      {(control) => {
        const input = (
          <input
            {...control}
            ref={inputRef}
            type="text"
            className="input"
            autoComplete="off"
            value={value}
            required={isRequired}
            inputMode={inputMode}
            placeholder={placeholder}
            list={list}
            onChange={(event) => onType(event.target.value)}
            onBlur={onLeave && (() => afterPress(onLeave))}
          />
        )
        if (after === undefined) return input
        return (
          <span className="field__line">
            {input} <span aria-hidden="true">{after}</span>
          </span>
        )
      }}
    </Field>
  )
}

/** Words of any length: as many lines as they need, within bounds. */
export function WordsField(props: Typed & { rows?: number; mostRows?: number; inputRef?: Ref<HTMLTextAreaElement> }) {
  const {
    value,
    onType,
    onLeave,
    isReadOnly = false,
    isRequired = false,
    rows = 3,
    mostRows = 12,
    inputRef,
    ...field
  } = props
  if (isReadOnly) return <ReadOnlyText {...field} value={value} />
  return (
    <Field {...field}>
      {(control) => (
        <textarea
          {...control}
          ref={inputRef}
          className="textarea"
          rows={Math.min(mostRows, Math.max(rows, linesOf(value)))}
          value={value}
          required={isRequired}
          onChange={(event) => onType(event.target.value)}
          onBlur={onLeave && (() => afterPress(onLeave))}
        />
      )}
    </Field>
  )
}

/** About how many lines a text takes: a long one should not be read through a keyhole. */
const linesOf = (text: string) => text.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / 48), 0)

/** One of a few. */
export function ChoiceField(
  props: FieldProps & { value: string; onChoose: (value: string) => void; children: ReactNode },
) {
  const { value, onChoose, children, ...field } = props
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} className="select" value={value} onChange={(event) => onChoose(event.target.value)}>
          {children}
        </select>
      )}
    </Field>
  )
}
