import { useId, useState, type FormEvent } from 'react'
import type { Action } from '../../../../shared/model/action.ts'
import { EvidenceId } from '../../../../shared/model/ids.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import { GuardNote } from '../../forms/guard-note.tsx'
import { WordsField } from '../../forms/text-field.tsx'
import { EvidenceChoice } from './evidence-choice.tsx'

type Outcome = 'done' | 'could-not'

/** Closes an action: done, with the evidence that shows it worked, or could not be done, with the reason. */
export function CloseActionDialog({ action, onClose }: { action: Action; onClose: () => void }) {
  const id = useId()
  const [outcome, setOutcome] = useState<Outcome>('done')
  const [evidenceId, setEvidenceId] = useState('')
  const [reason, setReason] = useState('')
  const [fault, setFault] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const fieldOf: Record<Outcome, string> = { done: `${id}-evidence`, 'could-not': `${id}-reason` }
  const say = (words: string) => {
    setFault(words)
    setAttempt((before) => before + 1)
  }
  const close = useOrder('actions.close', {
    said: 'Action closed.',
    onConflict: () =>
      say('This action was changed elsewhere meanwhile. Put this away, look at it, and close it again.'),
    onFailure: ({ message }) => (say(message), true),
  })

  const send = async (event: FormEvent) => {
    event.preventDefault()
    const it = { id: action.id, expectedVersion: action.version }
    if (outcome === 'done' && evidenceId === '') return say('Choose the evidence that shows it worked')
    if (outcome === 'could-not' && reason.trim() === '') return say('Say why it could not be done')
    setFault(null)
    const done = await close.run(
      outcome === 'done'
        ? { state: 'done', ...it, evidenceId: EvidenceId.parse(evidenceId) }
        : { state: 'could-not', ...it, reason },
    )
    if (done !== undefined) onClose()
  }

  const choose = (next: Outcome) => {
    setOutcome(next)
    setFault(null)
  }

  return (
    <Dialog
      title={`Close: ${action.title}`}
      onClose={onClose}
      isBusy={close.busy}
      actions={
        <>
          <Button look="go" type="submit" form={`${id}-form`} isDisabled={close.busy}>
            Close it
          </Button>
          <Button onPress={onClose} isDisabled={close.busy}>
            Cancel
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} noValidate onSubmit={(event) => void send(event)}>
        <ErrorSummary attempt={attempt} errors={fault === null ? [] : [{ id: fieldOf[outcome], words: fault }]} />
        <fieldset>
          <legend className="field__label">How did it end?</legend>
          <label className="choice">
            <input type="radio" name={`${id}-outcome`} checked={outcome === 'done'} onChange={() => choose('done')} />
            <span>It was done, and there is evidence that it worked</span>
          </label>
          <label className="choice">
            <input
              type="radio"
              name={`${id}-outcome`}
              checked={outcome === 'could-not'}
              onChange={() => choose('could-not')}
            />
            <span>It could not be done</span>
          </label>
        </fieldset>
        {outcome === 'done' ? (
          <EvidenceChoice
            id={fieldOf.done}
            findingId={action.findingId}
            chosen={evidenceId}
            error={fault ?? undefined}
            onChoose={setEvidenceId}
          />
        ) : (
          <>
            <WordsField
              id={fieldOf['could-not']}
              label="Why not"
              value={reason}
              error={fault ?? undefined}
              onType={setReason}
            />
            <GuardNote texts={[reason]} onTexts={([words = '']) => setReason(words)} />
          </>
        )}
      </form>
    </Dialog>
  )
}
