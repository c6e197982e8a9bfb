import { useState } from 'react'
import { Link } from 'react-router'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { WarningMark } from '../../../../shared/drawing/small-marks.tsx'
import type { Action } from '../../../../shared/model/action.ts'
import { dateOf, type IsoDate } from '../../../../shared/model/dates.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { useShortcuts } from '../../keys.ts'
import { scopeWord, toEvidenceItem, toFinding } from '../../routes.ts'
import { pane } from '../../shell/panes.ts'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { ActionDialog } from './action-dialog.tsx'
import { actionStateWords, isLate } from './action-list.ts'
import { CloseActionDialog } from './close-action-dialog.tsx'

type ActionPaneProps = {
  action: Action
  today: IsoDate
  /** Puts the pane away, and gives focus back to the action's row. */
  onClose: () => void
  onRemoved: () => void
}

/** One action beside the list: what, why, who, by when, how it ended, and what can be done with it. */
export function ActionPane({ action, today, onClose, onRemoved }: ActionPaneProps) {
  const [dialog, setDialog] = useState<'edit' | 'close' | null>(null)
  const canWrite = useCanWrite()
  useShortcuts({ Escape: onClose })
  return (
    <aside className="pane pane--side" aria-labelledby="action-heading" {...pane}>
      <div className="pane__heading">
        <h2 id="action-heading">{action.title}</h2>
        <button type="button" className="icon-button" aria-label="Put this action away" onClick={onClose}>
          <Icon name="close" size={12} />
        </button>
      </div>
      <Facts action={action} today={today} />
      {action.detail !== '' && <p className="written">{action.detail}</p>}
      {canWrite && <Ways action={action} onDialog={setDialog} onRemoved={onRemoved} />}
      {dialog === 'edit' && <ActionDialog action={action} today={today} onClose={() => setDialog(null)} />}
      {dialog === 'close' && <CloseActionDialog action={action} onClose={() => setDialog(null)} />}
    </aside>
  )
}

function Facts({ action, today }: { action: Action; today: IsoDate }) {
  return (
    <dl className="facts">
      <dt>State</dt>
      <dd>
        {actionStateWords[action.state]}
        {action.closedAt !== null && `, ${formatDate(dateOf(action.closedAt))}`}
      </dd>
      <dt>Due</dt>
      <dd>
        {action.due === null ? 'No date' : formatDate(action.due)}
        {isLate(action, today) && (
          <b className="actions__late">
            {' '}
            <WarningMark /> late
          </b>
        )}
      </dd>
      <dt>Who</dt>
      <dd>{action.owner === '' ? 'Nobody yet' : action.owner}</dd>
      <dt>Finding</dt>
      <dd>
        <FindingLink action={action} />
      </dd>
      {action.evidenceId !== null && (
        <>
          <dt>Shown by</dt>
          <dd>
            <Link to={toEvidenceItem(action.evidenceId)}>{action.evidenceTitle}</Link>
          </dd>
        </>
      )}
      {action.closedReason !== '' && (
        <>
          <dt>Why not</dt>
          <dd className="written">{action.closedReason}</dd>
        </>
      )}
    </dl>
  )
}

function FindingLink({ action }: { action: Action }) {
  const { data } = useAnswer('assessments.current', {})
  const scope = data?.scopes.find(({ id }) => id === action.scopeId)
  if (action.promptId === null || action.promptShort === null) return <>None</>
  const words = `${action.promptShort}, ${action.scopeName}`
  if (data === undefined || scope === undefined) return <>{words}</>
  return (
    <>
      <Link to={toFinding({ assessmentId: data.assessment.id, scope: scopeWord(scope), prompt: action.promptId })}>
        {words}
      </Link>
      <span className="code">{action.promptId}</span>
    </>
  )
}

type WaysProps = { action: Action; onDialog: (dialog: 'edit' | 'close') => void; onRemoved: () => void }

function Ways({ action, onDialog, onRemoved }: WaysProps) {
  const reopen = useOrder('actions.reopen', { said: 'Action opened again.' })
  const remove = useOrder('actions.remove', { said: 'Action removed.' })
  const it = { id: action.id, expectedVersion: action.version }
  return (
    <div className="form__actions">
      {action.state === 'open' ? (
        <Button look="go" onPress={() => onDialog('close')}>
          Close it
        </Button>
      ) : (
        <Button isDisabled={reopen.busy} onPress={() => void reopen.run(it)}>
          Open it again
        </Button>
      )}
      <Button onPress={() => onDialog('edit')}>Edit</Button>
      <Button
        isDisabled={remove.busy}
        onPress={() => void remove.run(it).then((done) => done !== undefined && onRemoved())}
      >
        Remove
      </Button>
    </div>
  )
}
