import { useState } from 'react'
import { formatDate, formatTime } from '../../../../shared/drawing/date-words.ts'
import { useAnswer } from '../../api/use-answer.ts'

/** What was done to an item, newest first; fetched when it is opened. */
export function ItemHistory({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false)
  const { data, error } = useAnswer('trail.list', { entity: 'evidence', id, limit: 50 }, { enabled: isOpen })
  return (
    <details className="item-history" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>History</summary>
      {error !== null && <p role="alert">{error.message}</p>}
      <ol>
        {(data ?? []).map(({ seq, at, actorName, words }) => {
          const moment = new Date(at)
          const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
          return (
            <li key={seq}>
              <span className="secondary">
                {formatDate(day)}, {formatTime(moment.getHours(), moment.getMinutes())}, {actorName}
              </span>
              <span>{words}</span>
            </li>
          )
        })}
      </ol>
    </details>
  )
}

const two = (number: number) => String(number).padStart(2, '0')
