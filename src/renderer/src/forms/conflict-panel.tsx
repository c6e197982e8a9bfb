import { useEffect, useRef, useState } from 'react'
import { Button } from '../components/button.tsx'
import type { ConflictChoice } from './merge-fields.ts'

/** One field of a conflict, in words. */
export type ConflictInWords<Field extends string> = {
  field: Field
  words: string
  mine: string
  theirs: string
  canKeepBoth: boolean
}

const choices: { choice: ConflictChoice; words: string }[] = [
  { choice: 'mine', words: 'Keep mine' },
  { choice: 'theirs', words: 'Take theirs' },
  { choice: 'both', words: 'Keep both' },
]

/** Two people changed the same field: both texts side by side, and a choice for each. Nothing is overwritten before it is made. */
export function ConflictPanel<Field extends string>(props: {
  heading: string
  conflicts: readonly ConflictInWords<Field>[]
  onSettle: (choices: Partial<Record<Field, ConflictChoice>>) => void
}) {
  const { conflicts, onSettle } = props
  const [chosen, setChosen] = useState<Partial<Record<Field, ConflictChoice>>>({})
  const heading = useRef<HTMLHeadingElement>(null)
  const isDecided = conflicts.every(({ field }) => chosen[field] !== undefined)

  useEffect(() => heading.current?.focus(), [])

  return (
    <section className="conflict" aria-labelledby="conflict-heading">
      <h2 id="conflict-heading" ref={heading} tabIndex={-1}>
        {props.heading}
      </h2>
      <p>Both texts are here, and both are kept until you choose.</p>
      {conflicts.map(({ field, words: name, mine, theirs, canKeepBoth }) => (
        <fieldset key={field} className="conflict__field">
          <legend>{name}</legend>
          <div className="conflict__texts">
            <div>
              <h3>Mine, not saved</h3>
              <p className="conflict__text">{mine}</p>
            </div>
            <div>
              <h3>Theirs, saved</h3>
              <p className="conflict__text">{theirs}</p>
            </div>
          </div>
          <div className="choices__row">
            {choices
              .filter(({ choice }) => choice !== 'both' || canKeepBoth)
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
