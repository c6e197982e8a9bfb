import { Link, useSearchParams } from 'react-router'
import { dueInWords, formatDate } from '../../../../shared/drawing/date-words.ts'
import { WarningMark } from '../../../../shared/drawing/small-marks.tsx'
import type { Action } from '../../../../shared/model/action.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import { toAction } from '../../routes.ts'
import { keepFocus } from '../../shell/screen-title.tsx'
import { actionStateWords, isLate } from './action-list.ts'

type ActionsTableProps = {
  actions: readonly Action[]
  today: IsoDate
  chosenId: string | undefined
  onChoose: (id: string) => void
}

/** The id of the link in an action's row. */
export const rowId = (actionId: string): string => `action-${actionId}`

/** Actions a row each: when they are due, what, where, who and how they stand. A press anywhere on a row chooses it. */
export function ActionsTable({ actions, today, chosenId, onChoose }: ActionsTableProps) {
  return (
    <table className="table actions" aria-label="Actions">
      <thead>
        <tr>
          <th scope="col">Due</th>
          <th scope="col">Action</th>
          <th scope="col">Where</th>
          <th scope="col">Who</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {actions.map((action) => (
          <ActionRow
            key={action.id}
            action={action}
            today={today}
            isChosen={action.id === chosenId}
            onChoose={onChoose}
          />
        ))}
      </tbody>
    </table>
  )
}

type ActionRowProps = { action: Action; today: IsoDate; isChosen: boolean; onChoose: (id: string) => void }

function ActionRow({ action, today, isChosen, onChoose }: ActionRowProps) {
  const [search] = useSearchParams()
  return (
    // The link in the row is the way for the keyboard; the row is only a larger target for the pointer.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
    <tr data-selected={isChosen || undefined} onClick={() => onChoose(action.id)}>
      <td className="actions__due">
        {action.due === null ? <span className="quiet">No date</span> : formatDate(action.due)}
        {action.due !== null && action.state === 'open' && (
          <DueIn due={action.due} today={today} late={isLate(action, today)} />
        )}
      </td>
      <td>
        <Link
          id={rowId(action.id)}
          to={{ pathname: toAction(action.id), search: search.toString() }}
          state={keepFocus}
          aria-current={isChosen ? 'true' : undefined}
          onClick={(event) => event.stopPropagation()}
        >
          {action.title}
        </Link>
      </td>
      <td>
        {action.promptShort === null ? (
          <span className="quiet">No finding</span>
        ) : (
          <>
            {action.promptShort}, {action.scopeName}
            <span className="code">{action.promptId}</span>
          </>
        )}
      </td>
      <td>{action.owner === '' ? <span className="quiet">Nobody yet</span> : action.owner}</td>
      <td>{actionStateWords[action.state]}</td>
    </tr>
  )
}

function DueIn({ due, today, late }: { due: IsoDate; today: IsoDate; late: boolean }) {
  if (!late) return <span className="quiet">, {dueInWords(due, today)}</span>
  return (
    <b className="actions__late">
      {' '}
      <WarningMark /> late
    </b>
  )
}
