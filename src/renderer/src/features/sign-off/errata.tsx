import { useId, useState, type FormEvent } from 'react'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { dateOf } from '../../../../shared/model/dates.ts'
import type { Erratum } from '../../../../shared/model/sign-off.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { GuardNote } from '../../forms/guard-note.tsx'
import { WordsField } from '../../forms/text-field.tsx'
import { say } from '../../messages.tsx'

/** Corrections beside a sign-off, each with its date; what was signed stays as it is. */
export function Errata(props: { assessmentId: string; errata: readonly Erratum[]; canAdd: boolean }) {
  const { assessmentId, errata, canAdd } = props
  const [isAdding, setAdding] = useState(false)
  return (
    <section className="panel" aria-labelledby="errata-heading">
      <div className="panel__head">
        <h2 id="errata-heading">Errata</h2>
        <span className="panel__aside">Corrections beside the sign-off. What was signed stays as it is.</span>
        {canAdd && (
          <Button isSmall onPress={() => setAdding(true)}>
            Add an erratum
          </Button>
        )}
      </div>
      {errata.length === 0 ? (
        <p className="quiet">None.</p>
      ) : (
        <ul className="sign-off__errata">
          {errata.map(({ id, addedAt, addedBy, words }) => (
            <li key={id}>
              <p className="small secondary">
                {formatDate(dateOf(addedAt))}, {addedBy}
              </p>
              <p className="sign-off__words">{words}</p>
            </li>
          ))}
        </ul>
      )}
      {isAdding && <ErratumDialog assessmentId={assessmentId} onClose={() => setAdding(false)} />}
    </section>
  )
}

function ErratumDialog({ assessmentId, onClose }: { assessmentId: string; onClose: () => void }) {
  const id = useId()
  const draft = useDraft(`erratum:${assessmentId}`, () => ({ words: '' }))
  const [hasTried, setTried] = useState(false)
  const add = useOrder('signoff.addErratum')
  const isBlank = draft.form.words.trim() === ''

  const send = async (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (isBlank) {
      document.getElementById(`${id}-words`)?.focus()
      return
    }
    if ((await add.run({ assessmentId, words: draft.form.words })) === undefined) return
    draft.forget()
    say('Erratum added.')
    onClose()
  }

  return (
    <Dialog
      title="Add an erratum"
      onClose={onClose}
      isBusy={add.busy}
      actions={
        <>
          <Button type="submit" look="go" form={`${id}-form`} isDisabled={add.busy}>
            Add it
          </Button>
          <Button onPress={onClose} isDisabled={add.busy}>
            Cancel
          </Button>
        </>
      }
    >
      <form id={`${id}-form`} noValidate onSubmit={(event) => void send(event)}>
        <WordsField
          id={`${id}-words`}
          label="What is wrong, and what is right"
          hint="It stands beside the sign-off with today’s date, is printed in its report, and stays. One that is wrong is followed by another."
          value={draft.form.words}
          error={hasTried && isBlank ? 'Write the correction' : undefined}
          onType={(words) => draft.change({ words })}
        />
        <GuardNote texts={[draft.form.words]} onTexts={([words = '']) => draft.change({ words })} />
      </form>
    </Dialog>
  )
}
