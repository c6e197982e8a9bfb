import { useId, useState, type FormEvent } from 'react'
import { countOf } from '../../../../shared/drawing/words.ts'
import type { SignOffCheck } from '../../../../shared/model/sign-off.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { useDraft } from '../../drafts/use-draft.ts'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import { GuardNote } from '../../forms/guard-note.tsx'
import { LineField, WordsField } from '../../forms/text-field.tsx'
import { checkSignature, type Signature } from './signature.ts'

/** Who signs, as what, with which words; a reason where something is left. It asks once more, because it cannot be undone. */
export function SignForm({ check }: { check: SignOffCheck }) {
  const { assessment, notAssessed, notReconfirmed } = check
  const id = useId()
  const left = notAssessed.length + notReconfirmed.length
  const draft = useDraft<Signature>(`sign-off:${assessment.id}`, () => ({
    signer: '',
    role: '',
    statement: '',
    unassessedReason: '',
  }))
  const { form } = draft
  const [attempt, setAttempt] = useState(0)
  const [isAsking, setAsking] = useState(false)
  const errors = attempt === 0 ? {} : checkSignature(form, left)
  const fields = Object.entries(errors).map(([field, words]) => ({ id: `${id}-${field}`, words }))
  const sign = useOrder('signoff.sign')

  const ask = (event: FormEvent) => {
    event.preventDefault()
    setAttempt(attempt + 1)
    setAsking(Object.keys(checkSignature(form, left)).length === 0)
  }
  const send = async () => {
    const done = await sign.run({
      id: assessment.id,
      expectedVersion: assessment.version,
      ...form,
      unassessedReason: left === 0 ? '' : form.unassessedReason,
    })
    setAsking(false)
    if (done !== undefined) draft.forget()
  }
  const type = (part: Partial<Signature>) => draft.change({ ...form, ...part })

  return (
    <section className="panel sign-off__form" aria-labelledby={`${id}-heading`}>
      <div className="panel__head">
        <h2 id={`${id}-heading`}>Sign off</h2>
      </div>
      <form noValidate onSubmit={ask}>
        <ErrorSummary attempt={attempt} errors={fields} />
        {left > 0 && (
          <WordsField
            id={`${id}-unassessedReason`}
            label={`Why ${countOf(left, 'finding')} ${left === 1 ? 'is' : 'are'} not assessed or not re-confirmed`}
            hint="The report prints it beside the signature."
            isRequired
            value={form.unassessedReason}
            error={errors.unassessedReason}
            onType={(unassessedReason) => type({ unassessedReason })}
          />
        )}
        <WordsField
          id={`${id}-statement`}
          label="Statement"
          hint="What the signer says of this picture: who has seen it, and what they agree to."
          isRequired
          value={form.statement}
          error={errors.statement}
          onType={(statement) => type({ statement })}
        />
        <GuardNote
          texts={[form.unassessedReason, form.statement]}
          onTexts={([unassessedReason = '', statement = '']) => type({ unassessedReason, statement })}
        />
        <LineField
          id={`${id}-signer`}
          label="Name of the signer"
          hint="Typed in full, it stands as the signature."
          isRequired
          value={form.signer}
          error={errors.signer}
          onType={(signer) => type({ signer })}
        />
        <LineField
          id={`${id}-role`}
          label="Role of the signer"
          isRequired
          value={form.role}
          error={errors.role}
          onType={(role) => type({ role })}
        />
        <Button type="submit" look="go">
          Sign off
        </Button>
      </form>
      {isAsking && (
        <Dialog
          title={`Sign off ${assessment.title}?`}
          role="alertdialog"
          size="narrow"
          isBusy={sign.busy}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button look="warning" isDisabled={sign.busy} onPress={() => void send()}>
                Sign off as {form.signer}
              </Button>
              <Button isDisabled={sign.busy} onPress={() => setAsking(false)}>
                Go back
              </Button>
            </>
          }
        >
          <p>
            After this nothing in this assessment can be changed: judgements, words, people’s views, scopes and links
            stay as they are. It cannot be undone.
          </p>
          <p>A correction is an erratum beside it. The next cycle starts from it.</p>
        </Dialog>
      )}
    </section>
  )
}
