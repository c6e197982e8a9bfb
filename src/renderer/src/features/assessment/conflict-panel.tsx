import { useEffect, useRef, useState } from 'react'
import { Button } from '../../components/button.tsx'
import {
  canKeepBoth,
  fieldInWords,
  type ConflictChoice,
  type FieldConflict,
  type FindingField,
} from './finding-merge.ts'

const fieldWords: Record<FindingField, string> = {
  judgement: 'Staff say',
  reason: 'Why it does not apply',
  narrative: 'Why staff say so',
  owner: 'Who looks after this',
  due: 'Due',
  peopleView: 'People who use the service say',
}

const choices: { choice: ConflictChoice; words: string }[] = [
  { choice: 'mine', words: 'Keep mine' },
  { choice: 'theirs', words: 'Take theirs' },
  { choice: 'both', words: 'Keep both' },
]

/** Two people changed the same field: both texts side by side, and a choice for each. Nothing is overwritten before it is made. */
export function ConflictPanel(props: {
  conflicts: readonly FieldConflict[]
  onSettle: (choices: Partial<Record<FindingField, ConflictChoice>>) => void
}) {
  const { conflicts, onSettle } = props
  const [chosen, setChosen] = useState<Partial<Record<FindingField, ConflictChoice>>>({})
  const heading = useRef<HTMLHeadingElement>(null)
  const isDecided = conflicts.every(({ field }) => chosen[field] !== undefined)

  useEffect(() => heading.current?.focus(), [])

  return (
    <section className="conflict" aria-labelledby="conflict-heading">
      <h2 id="conflict-heading" ref={heading} tabIndex={-1}>
        Someone else changed this finding meanwhile
      </h2>
      <p>Both texts are here, and both are kept until you choose.</p>
      {conflicts.map(({ field, mine, theirs }) => (
        <fieldset key={field} className="conflict__field">
          <legend>{fieldWords[field]}</legend>
          <div className="conflict__texts">
            <div>
              <h3>Mine, not saved</h3>
              <p className="conflict__text">{fieldInWords(field, mine)}</p>
            </div>
            <div>
              <h3>Theirs, saved</h3>
              <p className="conflict__text">{fieldInWords(field, theirs)}</p>
            </div>
          </div>
          <div className="choices__row">
            {choices
              .filter(({ choice }) => choice !== 'both' || canKeepBoth(field))
              .map(({ choice, words }) => (
                <label key={choice} className="choice">
                  <input
                    type="radio"
                    name={`conflict-${field}`}
                    checked={chosen[field] === choice}
                    onChange={() => setChosen({ ...chosen, [field]: choice })}
                  />
                  {words}
                </label>
              ))}
          </div>
        </fieldset>
      ))}
      <Button look="go" isDisabled={!isDecided} onPress={() => onSettle(chosen)}>
        Save what I chose
      </Button>
    </section>
  )
}
