import { useLayoutEffect, useRef, useState } from 'react'
import { Assessment } from '../../../../shared/model/assessment.ts'
import { z } from '../../../../shared/model/schema.ts'
import { useOrder } from '../../api/use-order.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { GuardNote } from '../../forms/guard-note.tsx'
import { LineField, WordsField } from '../../forms/text-field.tsx'

type BoardForm = { executiveLead: string; boardAsks: string }

const boardFormOf = ({ executiveLead, boardAsks }: Assessment): BoardForm => ({ executiveLead, boardAsks })

const isSame = (one: BoardForm, other: BoardForm) =>
  one.executiveLead === other.executiveLead && one.boardAsks === other.boardAsks

const ConflictDetails = z.object({ current: Assessment })

/**
 * What the board's summary says in the user's own words. Saved as one goes on; what was typed is kept until the core has it, and what
 * another window wrote meanwhile is shown before anything takes its place.
 */
export function BoardWords({ assessment }: { assessment: Assessment }) {
  const { form, change, forget } = useDraft(`board-words:${assessment.id}`, () => boardFormOf(assessment))
  /** The assessment that the words here began from. */
  const [base, setBase] = useState(assessment)
  const [theirs, setTheirs] = useState<BoardForm | null>(null)
  const typed = useRef(form)
  useLayoutEffect(() => {
    typed.current = form
  })
  const update = useOrder('assessments.update', {
    onConflict(error) {
      const { current } = ConflictDetails.parse(error.details)
      setBase(current)
      setTheirs(boardFormOf(current))
    },
  })
  const isReadOnly = assessment.status === 'signed-off'
  const isSaved = isSame(form, boardFormOf(base))

  // What another window wrote is taken over at once where nothing else was typed here; a change of something else alters no words.
  if (assessment.version > base.version) {
    const isUntouched = isSame(boardFormOf(assessment), boardFormOf(base))
    if (isUntouched || isSaved) setBase(assessment)
    if (isSaved && !isUntouched) forget(boardFormOf(assessment))
  }

  const save = async () => {
    if (isSaved || isReadOnly) return
    const done = await update.run({ id: base.id, expectedVersion: base.version, changes: form })
    if (done === undefined) return
    setBase(done)
    setTheirs(null)
    // What was typed while it was on its way is not of the answer.
    if (isSame(typed.current, form)) forget(boardFormOf(done))
  }

  return (
    <div className="board-words">
      <LineField
        label="Executive lead"
        hint="The role, not a name: Chief Nurse."
        value={form.executiveLead}
        isReadOnly={isReadOnly}
        onType={(executiveLead) => change({ ...form, executiveLead })}
        onLeave={() => void save()}
      />
      <WordsField
        label="The board is asked to"
        hint="One thing a line. It stands at the top of the board summary, in your words."
        value={form.boardAsks}
        rows={4}
        mostRows={10}
        isReadOnly={isReadOnly}
        onType={(boardAsks) => change({ ...form, boardAsks })}
        onLeave={() => void save()}
      />
      <GuardNote
        texts={[form.boardAsks]}
        {...(isReadOnly ? {} : { onTexts: ([boardAsks = '']) => change({ ...form, boardAsks }) })}
      />
      {theirs !== null && (
        <div className="note" role="alert">
          <p>These words were changed elsewhere meanwhile, to: {[theirs.executiveLead, theirs.boardAsks].join('. ')}</p>
          <p>Yours are kept here. Leave a field again to put them in the place of those.</p>
        </div>
      )}
      {!isReadOnly && (
        <output className="small secondary">
          {isSaved ? 'Saved.' : update.busy ? 'Saving...' : 'Saved when you leave the field. Your words are kept here.'}
        </output>
      )}
    </div>
  )
}
