import { useState, type FormEvent } from 'react'
import type { Assessment } from '../../../../shared/model/assessment.ts'
import { IsoDate } from '../../../../shared/model/dates.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'

/** Asks for the day on which a visit is expected, to which the overview can then look ahead. */
export function ExpectedVisitDialog(props: { assessment: Assessment; today: IsoDate; onClose: () => void }) {
  const { assessment, today, onClose } = props
  const [date, setDate] = useState(assessment.expectedVisit ?? '')
  const [fault, setFault] = useState('')
  const update = useOrder('assessments.update', { said: 'Expected visit set.' })

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!IsoDate.safeParse(date).success || date <= today) {
      setFault('Give a day later than today')
      return
    }
    const { id, version } = assessment
    const done = await update.run({ id, expectedVersion: version, changes: { expectedVisit: date } })
    if (done !== undefined) onClose()
  }

  return (
    <Dialog title="When is a visit expected?" size="narrow" onClose={onClose} isBusy={update.busy}>
      <form onSubmit={(event) => void send(event)} noValidate>
        <div className={fault === '' ? 'field' : 'field field--fault'}>
          <label htmlFor="expected-visit">Expected visit</label>
          <p className="field__hint" id="expected-visit-hint">
            The overview can then show what will be stale, unasked or late by that day.
          </p>
          {fault !== '' && (
            <p className="field__error" id="expected-visit-error">
              {fault}
            </p>
          )}
          <input
            id="expected-visit"
            type="date"
            value={date}
            aria-describedby="expected-visit-hint"
            aria-invalid={fault !== ''}
            aria-errormessage="expected-visit-error"
            onChange={(event) => setDate(event.target.value)}
          />
        </div>
        <div className="form__actions">
          <Button type="submit" look="go">
            Set the date
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  )
}
