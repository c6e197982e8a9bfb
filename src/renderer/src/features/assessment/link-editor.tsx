import { useState } from 'react'
import { keyQuestionWords, regulationWords } from '../../../../shared/drawing/words.ts'
import type { Link } from '../../../../shared/model/evidence.ts'
import { keyQuestions, regulations, type KeyQuestion, type Regulation } from '../../../../shared/model/vocabulary.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { toggled } from '../evidence/evidence-route.ts'
import { RelationChoice } from './relation-choice.tsx'

/** Changes how an item bears on a finding: relation, weighing, key questions and regulations; or unlinks it, undoably. */
export function LinkEditor(props: {
  link: Link
  evidenceTitle: string
  promptShort: string
  /** Puts focus on the note first: "Say how you weighed it". */
  startsAtNote?: boolean
  onClose: () => void
}) {
  const { link, evidenceTitle, promptShort, startsAtNote = false, onClose } = props
  const [relation, setRelation] = useState(link.relation)
  const [weighing, setWeighing] = useState(link.weighing)
  const [usesDefaults, setUsesDefaults] = useState(link.usesPromptDefaults)
  const [questions, setQuestions] = useState<readonly KeyQuestion[]>(link.keyQuestions)
  const [touched, setTouched] = useState<readonly Regulation[]>(link.regulations)
  const [failure, setFailure] = useState('')
  const hear = { onFailure: ({ message }: { message: string }) => (setFailure(message), true) }
  const update = useOrder('links.update', {
    said: 'Link changed.',
    onConflict: () =>
      setFailure('Someone else changed this link meanwhile. Close this, look at it, and change it again.'),
    ...hear,
  })
  const remove = useOrder('links.remove', { said: `“${evidenceTitle}” unlinked.`, ...hear })

  const save = async () => {
    const saved = await update.run({
      id: link.id,
      expectedVersion: link.version,
      changes: {
        relation,
        weighing,
        ...(usesDefaults ? { keyQuestions: null, regulations: null } : {}),
        ...(usesDefaults ? {} : { keyQuestions: [...questions], regulations: [...touched] }),
      },
    })
    if (saved !== undefined) onClose()
  }
  const unlink = async () => {
    const done = await remove.run({ id: link.id, expectedVersion: link.version })
    if (done !== undefined) onClose()
  }

  return (
    <Dialog
      title={`${evidenceTitle}, for ${promptShort}`}
      onClose={onClose}
      isBusy={update.busy || remove.busy}
      actions={
        <>
          <Button look="go" onPress={() => void save()}>
            Change it
          </Button>
          <Button onPress={() => void unlink()}>Unlink</Button>
        </>
      }
    >
      {failure !== '' && (
        <p className="field__error" role="alert">
          {failure}
        </p>
      )}
      <RelationChoice
        relation={relation}
        weighing={weighing}
        onRelation={setRelation}
        onWeighing={setWeighing}
        startsAtNote={startsAtNote}
      />
      <fieldset className="choices">
        <legend>Key questions and regulations</legend>
        <label className="choice">
          <input type="checkbox" checked={usesDefaults} onChange={() => setUsesDefaults(!usesDefaults)} />
          Those of the prompt
        </label>
        {!usesDefaults && (
          <div className="choices__columns">
            {keyQuestions
              .filter((each) => each !== 'safe' || questions.includes('safe'))
              .map((each) => (
                <label key={each} className="choice">
                  <input
                    type="checkbox"
                    checked={questions.includes(each)}
                    onChange={() => setQuestions(toggled(questions, each))}
                  />
                  {keyQuestionWords[each]}
                </label>
              ))}
            {regulations.map((each) => (
              <label key={each} className="choice">
                <input
                  type="checkbox"
                  checked={touched.includes(each)}
                  onChange={() => setTouched(toggled(touched, each))}
                />
                {regulationWords[each]}
              </label>
            ))}
          </div>
        )}
      </fieldset>
    </Dialog>
  )
}
