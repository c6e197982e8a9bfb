import { useEffect, useId, useRef } from 'react'
import { relations, type Relation } from '../../../../shared/model/vocabulary.ts'
import { WordsField } from '../../forms/text-field.tsx'
import { RelationWords } from './relation-words.tsx'

/** How an item bears on a finding, and how that was weighed; a contradiction without a note stays a gap, and says so. */
export function RelationChoice(props: {
  relation: Relation
  weighing: string
  onRelation: (relation: Relation) => void
  onWeighing: (weighing: string) => void
  /** Puts focus on the note first: "Say how you weighed it". */
  startsAtNote?: boolean
}) {
  const { relation, weighing, onRelation, onWeighing, startsAtNote = false } = props
  const name = useId()
  const note = useRef<HTMLTextAreaElement>(null)

  useEffect(() => {
    if (!startsAtNote) return
    // After the dialog has put focus on its first field.
    const asked = requestAnimationFrame(() => note.current?.focus())
    return () => cancelAnimationFrame(asked)
  }, [startsAtNote])

  return (
    <>
      <fieldset className="relation-choice">
        <legend>How it bears on this prompt</legend>
        {relations.map((each) => (
          <label key={each} className="choice">
            <input
              type="radio"
              name={name}
              value={each}
              checked={relation === each}
              onChange={() => onRelation(each)}
            />
            <RelationWords relation={each} />
          </label>
        ))}
      </fieldset>
      <WordsField
        label="How it was weighed"
        hint={
          relation === 'contradicts'
            ? 'Without a note it stays listed as a gap: contradicted'
            : 'Not needed, unless someone will ask'
        }
        value={weighing}
        onType={onWeighing}
        inputRef={note}
      />
    </>
  )
}
