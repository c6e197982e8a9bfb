import { Link } from 'react-router'
import { dueInWords, formatShortDay } from '../../../../shared/drawing/date-words.ts'
import { WarningMark } from '../../../../shared/drawing/small-marks.tsx'
import type { Action } from '../../../../shared/model/action.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import type { Overview } from '../../../../shared/model/overview.ts'
import { toAction, toActions } from '../../routes.ts'

/** So many actions stand on the overview; the rest are a link away. */
const most = 6

/** The open actions that come next, late ones first. */
export function ActionsDuePanel({ overview, at }: { overview: Overview; at: IsoDate | null }) {
  const { actionsDue, openActions, lateActions, asAt } = overview
  return (
    <section className="panel actions-due" aria-labelledby="actions-due-heading">
      <div className="panel__head">
        <h2 id="actions-due-heading">Actions due</h2>
        <span className="panel__aside">
          {openActions} open, {lateActions} late{at === null ? '' : ' if nothing closes'}
        </span>
        <span className="panel__space" />
        <Link className="panel__aside" to={toActions()}>
          All actions
        </Link>
      </div>
      {actionsDue.length === 0 ? (
        <p className="quiet">No open action has a date.</p>
      ) : (
        <table className="table actions-due__table">
          <thead className="nhsuk-u-visually-hidden">
            <tr>
              <th scope="col">Due</th>
              <th scope="col">In</th>
              <th scope="col">Action</th>
              <th scope="col">Where</th>
            </tr>
          </thead>
          <tbody>
            {actionsDue.slice(0, most).map((action) => (
              <DueRow key={action.id} action={action} asAt={asAt} />
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function DueRow({ action, asAt }: { action: Action; asAt: IsoDate }) {
  const due = action.due === null ? 'no date' : dueInWords(action.due, asAt)
  return (
    <tr>
      <td className="actions-due__day">{action.due !== null && <b>{formatShortDay(action.due)}</b>}</td>
      <td className="actions-due__in">
        {due === 'late' ? (
          <b>
            <WarningMark /> late
          </b>
        ) : (
          due
        )}
      </td>
      <td>
        <Link to={toAction(action.id)}>{action.title}</Link>
      </td>
      <td className="actions-due__where quiet">
        {action.scopeName} {action.promptId !== null && <span className="code">{action.promptId}</span>}
      </td>
    </tr>
  )
}
