import { useId, useState, type FormEvent } from 'react'
import type { Action } from '../../../../shared/model/action.ts'
import { FindingId } from '../../../../shared/model/ids.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorSummary } from '../../components/error-summary.tsx'
import { DateField, TextAreaField, TextField } from '../../components/field.tsx'
import { FindingField } from './finding-field.tsx'

type ActionDialogProps = { action?: Action; onClose: () => void; onAdded?: (action: Action) => void }
type Faults = readonly { field: string; message: string }[]

/** Adds an action, or edits one: what, about which finding, by which role, by when. Only the words are needed. */
export function ActionDialog({ action, onClose, onAdded }: ActionDialogProps) {
  const id = useId()
  const [form, setForm] = useState({
    title: action?.title ?? '',
    detail: action?.detail ?? '',
    owner: action?.owner ?? '',
    due: action?.due ?? '',
    findingId: '',
  })
  const [faults, setFaults] = useState<Faults>([])
  const say = (message: string) => setFaults([{ field: `${id}-title`, message }])
  const saying = { onFailure: ({ message }: { message: string }) => (say(message), true) }
  const add = useOrder('actions.add', { said: 'Action added.', ...saying })
  const update = useOrder('actions.update', {
    said: 'Action changed.',
    onConflict: () => say('This action was changed elsewhere meanwhile. Close this, look at it, and change it again.'),
    ...saying,
  })
  const isBusy = add.busy || update.busy
  const change = (changes: Partial<typeof form>) => setForm((before) => ({ ...before, ...changes }))

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (form.title.trim() === '') {
      say('Say what will be done')
      return
    }
    setFaults([])
    const { title, detail, owner } = form
    const fields = { title, detail, owner, due: form.due === '' ? null : form.due }
    const done =
      action === undefined
        ? await add.run({ ...fields, findingId: form.findingId === '' ? null : FindingId.parse(form.findingId) })
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
        <ErrorSummary faults={faults} />
        <TextField
          id={`${id}-title`}
          label="What will be done"
          value={form.title}
          error={faults[0]?.message}
          onChange={(title) => change({ title })}
        />
        <TextAreaField label="More about it" rows={2} value={form.detail} onChange={(detail) => change({ detail })} />
        {action === undefined && (
          <FindingField value={form.findingId} onChange={(findingId) => change({ findingId })} />
        )}
        <div className="field-row">
          <TextField label="Who" hint="A role, not a name" value={form.owner} onChange={(owner) => change({ owner })} />
          <DateField label="By when" hint="May be left empty" value={form.due} onChange={(due) => change({ due })} />
        </div>
      </form>
    </Dialog>
  )
}
