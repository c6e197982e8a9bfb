import { useState } from 'react'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import { notADate } from '../../forms/field-errors.ts'
import { LineField } from '../../forms/text-field.tsx'
import { readDate } from '../../forms/written-date.ts'

/** A date that may be left empty, typed as it is written. What is no date stays on the screen, with how to write one. */
export function DueField(props: {
  due: IsoDate | null
  today: IsoDate
  isReadOnly: boolean
  onDue: (due: IsoDate | null) => void
  onLeave: () => void
}) {
  const { due, today, isReadOnly, onDue, onLeave } = props
  const [typed, setTyped] = useState<string | null>(null)
  const [hasLeft, setLeft] = useState(false)
  const text = typed ?? (due === null ? '' : formatDate(due))
  const isWrong = text.trim() !== '' && readDate(text, today) === null
  return (
    <LineField
      label="Due"
      value={text}
      isReadOnly={isReadOnly}
      error={hasLeft && isWrong ? notADate(text) : undefined}
      onType={(words) => {
        setTyped(words)
        const date = readDate(words, today)
        if ((date !== null || words.trim() === '') && date !== due) onDue(date)
      }}
      onLeave={() => {
        setLeft(true)
        if (!isWrong) setTyped(null)
        onLeave()
      }}
    />
  )
}
