import { useEffect, useRef, useState } from 'react'
import { LineField } from '../../forms/text-field.tsx'

/** Why a criterion does not apply: asked at once, since without a reason the answer says nothing. */
export function NotApplicableForm(props: { reason: string; onGive: (reason: string) => void; onCancel: () => void }) {
  const { onGive, onCancel } = props
  const [reason, setReason] = useState(props.reason)
  const [isMissing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <form
      className="criterion__reason"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() === '') {
          setMissing(true)
          field.current?.focus()
        } else onGive(reason.trim())
      }}
    >
      <LineField
        label="Why does it not apply?"
        value={reason}
        inputRef={field}
        error={isMissing && reason.trim() === '' ? 'Say in a few words why it does not apply' : undefined}
        onType={setReason}
      />
      <button type="submit" className="button button--small">
        Keep it <kbd aria-hidden="true">Enter</kbd>
      </button>
      <button type="button" className="button button--small" onClick={onCancel}>
        Cancel
      </button>
    </form>
  )
}
