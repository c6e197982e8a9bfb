import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import { LineField, WordsField } from '../../forms/text-field.tsx'
import type { WaitingPlan } from './plans-to-load.ts'

/** The longest pasted plan, in characters: what the contract takes. */
const longest = 400_000

/** A plan pasted from the record system. Nothing of it outlives this page before it is loaded. */
export function PasteDialog(props: {
  pseudonym: string
  onAdd: (plan: Omit<WaitingPlan, 'key'>) => void
  onClose: () => void
}) {
  const { onAdd, onClose } = props
  const [text, setText] = useState('')
  const [pseudonym, setPseudonym] = useState(props.pseudonym)
  const [patientName, setPatientName] = useState('')
  const [attempt, setAttempt] = useState(0)
  const fault =
    text.trim() === ''
      ? 'Paste the plan’s words'
      : text.length > longest
        ? 'The plan is longer than 400,000 characters. Load it as a file'
        : undefined
  const add = () => {
    setAttempt(attempt + 1)
    if (fault === undefined) onAdd({ pseudonym: pseudonym.trim(), patientName, source: { kind: 'pasted', text } })
  }
  return (
    <Dialog
      title="Paste a plan"
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button look="go" onPress={add}>
            Add it to the list
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </>
      }
    >
      <ErrorSummary attempt={attempt} errors={fault === undefined ? [] : [{ id: 'pasted-text', words: fault }]} />
      <WordsField
        id="pasted-text"
        label="The plan’s words"
        hint="Headings and lists may stay as they are."
        rows={10}
        value={text}
        error={attempt > 0 ? fault : undefined}
        onType={setText}
      />
      <div className="field-row">
        <LineField label="Pseudonym" value={pseudonym} onType={setPseudonym} />
        <LineField
          label="Person’s name, not stored"
          hint="Used for the analysis alone. It can be left empty."
          value={patientName}
          onType={setPatientName}
        />
      </div>
    </Dialog>
  )
}
