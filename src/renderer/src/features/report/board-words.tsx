import type { Assessment } from '../../../../shared/model/assessment.ts'
import { useOrder } from '../../api/use-order.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { GuardNote } from '../../forms/guard-note.tsx'
import { LineField, WordsField } from '../../forms/text-field.tsx'

type BoardForm = { executiveLead: string; boardAsks: string }

const boardFormOf = ({ executiveLead, boardAsks }: Assessment): BoardForm => ({ executiveLead, boardAsks })

/** What the board's summary says in the user's own words. Saved as one goes on; what was typed is kept until the core has it. */
export function BoardWords({ assessment }: { assessment: Assessment }) {
  const { form, change, forget } = useDraft(`board-words:${assessment.id}`, () => boardFormOf(assessment))
  const update = useOrder('assessments.update')
  const isReadOnly = assessment.status === 'signed-off'
  const isSaved = form.executiveLead === assessment.executiveLead && form.boardAsks === assessment.boardAsks

  const save = async () => {
    if (isSaved || isReadOnly) return
    const { id, version } = assessment
    const done = await update.run({ id, expectedVersion: version, changes: form })
    if (done !== undefined) forget(boardFormOf(done))
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
      {!isReadOnly && (
        <output className="small secondary">
          {isSaved ? 'Saved.' : update.busy ? 'Saving...' : 'Saved when you leave the field. Your words are kept here.'}
        </output>
      )}
    </div>
  )
}
