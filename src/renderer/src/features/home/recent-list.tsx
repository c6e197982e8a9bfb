import { useId, useState } from 'react'
import type { OpenWorkspace, WorkspaceSummary } from '../../../../shared/model/workspace.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useOrder } from '../../api/use-order.ts'
import { Icon } from '../../components/icon.tsx'
import { Tag } from '../../components/tag.tsx'
import { WarningMark } from '../../../../shared/drawing/small-marks.tsx'
import { PutBackCopyDialog } from './put-back-copy-dialog.tsx'
import { openedInWords, workspaceWords } from './workspace-words.ts'

type RecentListProps = {
  workspaces: readonly WorkspaceSummary[]
  isBusy: boolean
  onOpen: (id: OpenWorkspace['id']) => void
  onOpened: (workspace: OpenWorkspace) => void
}

/** Workspaces opened before: each with its state in words and the ways out that there are. */
export function RecentList({ workspaces, isBusy, onOpen, onOpened }: RecentListProps) {
  const info = useAnswer('app.info', {})
  const current = useAnswer('workspaces.current', {})
  const forget = useOrder('workspaces.forget').run
  const [damaged, setDamaged] = useState<WorkspaceSummary | null>(null)
  return (
    <section className="home__recent" aria-labelledby="recent-heading">
      <h2 id="recent-heading">Recent</h2>
      <ul className="recent">
        {workspaces.map((workspace) => (
          <RecentRow
            key={workspace.id}
            workspace={workspace}
            isOpen={current.data?.id === workspace.id}
            today={info.data?.today}
            isBusy={isBusy}
            onOpen={() => onOpen(workspace.id)}
            onPutBack={() => setDamaged(workspace)}
            onForget={() => void forget({ id: workspace.id })}
          />
        ))}
      </ul>
      {damaged !== null && (
        <PutBackCopyDialog workspace={damaged} onClose={() => setDamaged(null)} onOpened={onOpened} />
      )}
    </section>
  )
}

type RecentRowProps = {
  workspace: WorkspaceSummary
  isOpen: boolean
  today: string | undefined
  isBusy: boolean
  onOpen: () => void
  onPutBack: () => void
  onForget: () => void
}

function RecentRow({ workspace, isOpen, today, isBusy, onOpen, onPutBack, onForget }: RecentRowProps) {
  const nameId = useId()
  const words = workspaceWords(workspace)
  const state = isOpen ? 'Open now' : words.state
  return (
    <li className="recent__row">
      {words.open === null && !isOpen ? (
        <b className="recent__name" id={nameId}>
          {workspace.name}
        </b>
      ) : (
        <button type="button" className="link-button recent__name" id={nameId} disabled={isBusy} onClick={onOpen}>
          <b>{workspace.name}</b>
        </button>
      )}
      <Tag look={words.isFault ? 'fault' : 'plain'}>
        {words.isFault ? <WarningMark /> : <StateIcon state={workspace.state} />}
        {state}
      </Tag>
      <span className="recent__when">
        {workspace.sample && 'Sample. '}
        {today !== undefined && openedInWords(workspace.lastOpened, today)}
      </span>
      <span className="recent__folder">{workspace.folder}</span>
      {words.text !== '' && !isOpen && <p className="recent__text">{words.text}</p>}
      <span className="recent__ways">
        {workspace.state === 'damaged' && !isOpen && (
          <button type="button" className="link-button" aria-describedby={nameId} disabled={isBusy} onClick={onPutBack}>
            Put back a checked copy
          </button>
        )}
        {words.open === 'Read it now' && !isOpen && (
          <button type="button" className="link-button" disabled={isBusy} onClick={onOpen}>
            Read it now
          </button>
        )}
        {!isOpen && (
          <button type="button" className="link-button" aria-describedby={nameId} onClick={onForget}>
            Take it off this list
          </button>
        )}
      </span>
    </li>
  )
}

function StateIcon({ state }: { state: WorkspaceSummary['state'] }) {
  if (state === 'ready') return <Icon name="tick" />
  return <Icon name={state === 'not-found' ? 'search' : 'lock'} />
}
