import { Link } from 'react-router'
import { dueInWords, formatDate } from '../../../../shared/drawing/date-words.ts'
import { WarningMark } from '../../../../shared/drawing/small-marks.tsx'
import type { Action } from '../../../../shared/model/action.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { toAction } from '../../routes.ts'

/** What is being done about a finding: open actions first, then those that are closed. */
export function FindingActions(props: {
  actions: readonly Action[]
  today: IsoDate
  isReadOnly: boolean
  onAdd: () => void
}) {
  const { actions, today, isReadOnly, onAdd } = props
  const open = actions.filter(({ state }) => state === 'open')
  const ordered = [...open, ...actions.filter(({ state }) => state !== 'open')]
  return (
    <section aria-labelledby="finding-actions-heading">
      <div className="side-heading">
        <h2 id="finding-actions-heading">
          Actions <span className="count">{open.length}</span>
        </h2>
        {!isReadOnly && (
          <Button isSmall keys="G" onPress={onAdd}>
            Add
          </Button>
        )}
      </div>
      {actions.length === 0 && <p className="small secondary">None yet.</p>}
      <ul className="side-list">
        {ordered.map((action) => (
          <li key={action.id}>
            <Icon name="actions" />
            <span>
              <Link to={toAction(action.id)}>{action.title}</Link>
              <ActionFacts action={action} today={today} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function ActionFacts({ action, today }: { action: Action; today: IsoDate }) {
  if (action.state === 'done') return <span className="secondary side-list__facts">Done, with evidence</span>
  if (action.state === 'could-not') return <span className="secondary side-list__facts">Could not be done</span>
  const isLate = action.due !== null && dueInWords(action.due, today) === 'late'
  const facts = [action.owner, action.due === null ? '' : `due ${formatDate(action.due)}`].filter((fact) => fact !== '')
  return (
    <span className="secondary side-list__facts">
      {isLate && <WarningMark label="Late" />} {facts.join(', ')}
    </span>
  )
}
