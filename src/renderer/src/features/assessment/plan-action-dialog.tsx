import { useId, useState } from 'react'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import { notADate } from '../../forms/field-errors.ts'
import { LineField, WordsField } from '../../forms/text-field.tsx'
import { readDate } from '../../forms/written-date.ts'

const blank = { title: '', detail: '', owner: '', due: '' }

/** Plans an action on a finding (`G`): what, by which role, by when. Only the words are needed. */
export function PlanActionDialog(props: {
  findingId: string
  promptShort: string
  today: IsoDate
  onClose: () => void
}) {
  const { findingId, promptShort, today, onClose } = props
  const { form, change, forget } = useDraft(`action:${findingId}`, () => blank)
  const [tried, setTried] = useState(0)
  const [failure, setFailure] = useState('')
  const id = useId()
  const add = useOrder('actions.add', {
    said: 'Action planned.',
    onFailure: ({ message }) => (setFailure(message), true),
  })
  const due = form.due.trim() === '' ? null : readDate(form.due, today)
  const errors = {
    ...(form.title.trim() === '' ? { title: 'Say what will be done' } : {}),
    ...(form.due.trim() !== '' && due === null ? { due: notADate(form.due) } : {}),
  }
  const shown = tried > 0 ? errors : {}

  const plan = async () => {
    setTried(tried + 1)
    setFailure('')
    if (Object.keys(errors).length > 0) return
    const added = await add.run({ title: form.title, detail: form.detail, owner: form.owner, due, findingId })
    if (added === undefined) return
    forget()
    onClose()
  }

  return (
    <Dialog
      title={`Plan an action for ${promptShort}`}
      onClose={onClose}
      isBusy={add.busy}
      actions={
        <Button look="go" type="submit" form={`${id}-form`} isDisabled={add.busy}>
          Plan it
        </Button>
      }
    >
      <form
        id={`${id}-form`}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void plan()
        }}
      >
        <ErrorSummary
          attempt={failure === '' ? tried : tried + 0.5}
          errors={[
            ...Object.entries(errors).map(([field, words]) => ({ id: `${id}-${field}`, words })),
            ...(failure === '' ? [] : [{ id: `${id}-title`, words: failure }]),
          ]}
        />
        <LineField
          id={`${id}-title`}
          label="What will be done"
          value={form.title}
          error={shown.title}
          isRequired
          onType={(title) => change({ ...form, title })}
        />
        <WordsField
          label="More about it"
          value={form.detail}
          rows={2}
          onType={(detail) => change({ ...form, detail })}
        />
        <div className="field-row">
          <LineField
            label="Who"
            hint="A role, not a name"
            value={form.owner}
            onType={(owner) => change({ ...form, owner })}
          />
          <LineField
            id={`${id}-due`}
            label="By when"
            hint="For example 31 January 2027"
            value={form.due}
            error={shown.due}
            onType={(day) => change({ ...form, due: day })}
          />
        </div>
      </form>
    </Dialog>
  )
}
