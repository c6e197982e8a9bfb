import { useId, useState, type FormEvent } from 'react'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import type { Assessment } from '../../../../shared/model/assessment.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { notADate } from '../../forms/field-errors.ts'
import { LineField } from '../../forms/text-field.tsx'
import { readDate } from '../../forms/written-date.ts'

/** Asks for the day on which a visit is expected, to which the overview can then look ahead. */
export function ExpectedVisitDialog(props: { assessment: Assessment; today: IsoDate; onClose: () => void }) {
  const { assessment, today, onClose } = props
  const id = useId()
  const [typed, setTyped] = useState(assessment.expectedVisit === null ? '' : formatDate(assessment.expectedVisit))
  const [fault, setFault] = useState<string>()
  const update = useOrder('assessments.update', {
    said: 'Expected visit set.',
    onFailure: ({ message }) => (setFault(message), true),
  })

  const send = async (event: FormEvent) => {
    event.preventDefault()
    const date = readDate(typed, today)
    if (date === null || date <= today) {
      setFault(date === null && typed.trim() !== '' ? notADate(typed) : 'Give a day later than today')
      document.getElementById(`${id}-date`)?.focus()
      return
    }
    const done = await update.run({
      id: assessment.id,
      expectedVersion: assessment.version,
      changes: { expectedVisit: date },
    })
    if (done !== undefined) onClose()
  }

  return (
    <Dialog
      title="When is a visit expected?"
      size="narrow"
      onClose={onClose}
      isBusy={update.busy}
      actions={
        <>
          <Button type="submit" look="go" form={`${id}-form`} isDisabled={update.busy}>
            Set the date
          </Button>
          <Button onPress={onClose} isDisabled={update.busy}>
            Cancel
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} onSubmit={(event) => void send(event)} noValidate>
        <LineField
          id={`${id}-date`}
          label="Expected visit"
          hint="For example 12 January 2027. The overview can then show what will be stale, unasked or late by that day."
          value={typed}
          error={fault}
          onType={setTyped}
        />
      </form>
    </Dialog>
  )
}
