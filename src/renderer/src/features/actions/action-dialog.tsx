import { useId, useState, type FormEvent } from 'react'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import type { Action } from '../../../../shared/model/action.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import { FindingId } from '../../../../shared/model/ids.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import { notADate } from '../../forms/field-errors.ts'
import { GuardNote } from '../../forms/guard-note.tsx'
import { LineField, WordsField } from '../../forms/text-field.tsx'
import { readDate } from '../../forms/written-date.ts'
import { FindingField } from './finding-field.tsx'

type ActionDialogProps = {
  action?: Action
  /** What a new one begins with. */
  title?: string
  today: IsoDate
  onClose: () => void
  onAdded?: (action: Action) => void
}

/** Adds an action, or edits one: what, about which finding, by which role, by when. Only the words are needed. */
export function ActionDialog({ action, title = '', today, onClose, onAdded }: ActionDialogProps) {
  const id = useId()
  const [form, setForm] = useState(() => beginForm(action, title))
  const [attempt, setAttempt] = useState(0)
  const [failure, setFailure] = useState<string | null>(null)
  const said = { onFailure: ({ message }: { message: string }) => (setFailure(message), true) }
  const add = useOrder('actions.add', { said: 'Action added.', ...said })
  const update = useOrder('actions.update', {
    said: 'Action changed.',
    onConflict: () =>
      setFailure('This action was changed elsewhere meanwhile. Put this away, look at it, and change it again.'),
    ...said,
  })
  const isBusy = add.busy || update.busy
  const due = form.due.trim() === '' ? null : readDate(form.due, today)
  const faults = {
    ...(form.title.trim() === '' ? { title: 'Say what will be done' } : failure === null ? {} : { title: failure }),
    ...(form.due.trim() !== '' && due === null ? { due: notADate(form.due) } : {}),
  }
  const shown: { title?: string; due?: string } = attempt > 0 ? faults : {}
  const change = (changes: Partial<typeof form>) => {
    setFailure(null)
    setForm((before) => ({ ...before, ...changes }))
  }

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setFailure(null)
    setAttempt(attempt + 1)
    if (form.title.trim() === '' || 'due' in faults) return
    const { title, detail, owner, findingId } = form
    const fields = { title, detail, owner, due }
    const done =
      action === undefined
        ? await add.run({ ...fields, findingId: findingId === '' ? null : FindingId.parse(findingId) })
        : await update.run({ id: action.id, expectedVersion: action.version, changes: fields })
    if (done === undefined) return
    onClose()
    if (action === undefined) onAdded?.(done)
  }

  return (
    <Dialog
      title={action === undefined ? 'Add an action' : 'Edit the action'}
      onClose={onClose}
      isBusy={isBusy}
      actions={
        <>
          <Button look="go" type="submit" form={`${id}-form`} isDisabled={isBusy}>
            {action === undefined ? 'Add it' : 'Keep the changes'}
          </Button>
          <Button onPress={onClose} isDisabled={isBusy}>
            Cancel
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} noValidate onSubmit={(event) => void send(event)}>
        <ErrorSummary
          attempt={failure === null ? attempt : attempt + 0.5}
          errors={Object.entries(shown).map(([field, words]) => ({ id: `${id}-${field}`, words }))}
        />
        <LineField
          id={`${id}-title`}
          label="What will be done"
          value={form.title}
          error={shown.title}
          isRequired
          onType={(title) => change({ title })}
        />
        <WordsField label="More about it" rows={2} value={form.detail} onType={(detail) => change({ detail })} />
        <GuardNote
          texts={[form.title, form.detail]}
          onTexts={([title = '', detail = '']) => change({ title, detail })}
        />
        {action === undefined && (
          <FindingField value={form.findingId} onChange={(findingId) => change({ findingId })} />
        )}
        <div className="field-row">
          <LineField label="Who" hint="A role, not a name" value={form.owner} onType={(owner) => change({ owner })} />
          <LineField
            id={`${id}-due`}
            label="By when"
            hint="For example 31 January 2027"
            value={form.due}
            error={shown.due}
            onType={(words) => change({ due: words })}
          />
        </div>
      </form>
    </Dialog>
  )
}

const beginForm = (action: Action | undefined, title: string) => ({
  title: action?.title ?? title,
  detail: action?.detail ?? '',
  owner: action?.owner ?? '',
  due: action?.due == null ? '' : formatDate(action.due),
  findingId: '',
})
