import { useId, useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import type { Assessment } from '../../../../shared/model/assessment.ts'
import { daysAfter, type IsoDate } from '../../../../shared/model/dates.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import { LineField } from '../../forms/text-field.tsx'
import { readDate } from '../../forms/written-date.ts'
import { say } from '../../messages.tsx'
import { toOverview } from '../../routes.ts'
import { checkPeriod } from './next-period.ts'

/** Asks for the period of the next cycle, says what is carried forward, and starts it. */
export function NextCycleDialog(props: { last: Assessment; today: IsoDate; onClose: () => void }) {
  const { last, today, onClose } = props
  const id = useId()
  const navigate = useNavigate()
  const [form, setForm] = useState({ from: formatDate(daysAfter(last.to, 1)), to: '', expectedVisit: '' })
  const [attempt, setAttempt] = useState(0)
  const [refusal, setRefusal] = useState<string | null>(null)
  const start = useOrder('assessments.startNext', { onFailure: ({ message }) => (setRefusal(message), true) })
  const errors = attempt === 0 ? {} : checkPeriod(form, last, today)
  const listed = [
    ...Object.entries(errors).map(([field, words]) => ({ id: `${id}-${field}`, words })),
    ...(refusal === null ? [] : [{ id: `${id}-from`, words: refusal }]),
  ]
  const type = (part: Partial<typeof form>) => {
    setRefusal(null)
    setForm({ ...form, ...part })
  }

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    if (Object.keys(checkPeriod(form, last, today)).length > 0) return
    const [from, to] = [readDate(form.from, today), readDate(form.to, today)]
    if (from === null || to === null) return
    const started = await start.run({ from, to, expectedVisit: readDate(form.expectedVisit, today) })
    if (started === undefined) return
    say(`${started.title} is open. Everything in it is last time’s until it is re-confirmed.`)
    onClose()
    void navigate(toOverview())
  }

  return (
    <Dialog
      title="Start the next cycle"
      onClose={onClose}
      isBusy={start.busy}
      actions={
        <>
          <Button type="submit" look="go" form={`${id}-form`} isDisabled={start.busy}>
            Start it
          </Button>
          <Button onPress={onClose} isDisabled={start.busy}>
            Cancel
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} noValidate onSubmit={(event) => void send(event)}>
        <ErrorSummary attempt={attempt} errors={listed} />
        <p>
          The same scopes, and each finding with last time’s judgement, words, people’s view and evidence: carried
          forward, not re-confirmed. Open actions go with them. It cannot be undone; the period can be changed later.
        </p>
        <LineField
          id={`${id}-from`}
          label="From"
          value={form.from}
          error={errors.from}
          onType={(from) => type({ from })}
        />
        <LineField
          id={`${id}-to`}
          label="To"
          hint="For example 31 March 2027"
          value={form.to}
          error={errors.to}
          onType={(to) => type({ to })}
        />
        <LineField
          id={`${id}-expectedVisit`}
          label="Expected visit, if there is one"
          value={form.expectedVisit}
          error={errors.expectedVisit}
          onType={(expectedVisit) => type({ expectedVisit })}
        />
      </form>
    </Dialog>
  )
}
