import { useId, useState } from 'react'
import type { OpenWorkspace, WorkspaceSummary } from '../../../../shared/model/workspace.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { Icon } from '../../components/icon.tsx'
import { Tag } from '../../components/tag.tsx'
import { WarningMark } from '../../../../shared/drawing/small-marks.tsx'
import { PutBackCopyDialog } from './put-back-copy-dialog.tsx'
import { StatePanel } from './state-panel.tsx'
import { openedInWords, workspaceWords, type WayOut } from './workspace-words.ts'

type RecentListProps = {
  workspaces: readonly WorkspaceSummary[]
  isBusy: boolean
  /** The workspace that was tried last and could not be opened: its panel takes focus. */
  tried: WorkspaceSummary['id'] | null
  onWay: (way: Exclude<WayOut, 'put-back'>, workspace: WorkspaceSummary) => void
  onOpened: (workspace: OpenWorkspace) => void
}

/** Workspaces opened before: each with its state, in words, and the ways out that there are. */
export function RecentList({ workspaces, isBusy, tried, onWay, onOpened }: RecentListProps) {
  const info = useAnswer('app.info', {})
  const current = useAnswer('workspaces.current', {})
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
            wasTried={tried === workspace.id}
            today={info.data?.today}
            isBusy={isBusy}
            onWay={(way) => (way === 'put-back' ? setDamaged(workspace) : onWay(way, workspace))}
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
  wasTried: boolean
  today: string | undefined
  isBusy: boolean
  onWay: (way: WayOut) => void
}

function RecentRow({ workspace, isOpen, wasTried, today, isBusy, onWay }: RecentRowProps) {
  const nameId = useId()
  const words = workspaceWords(workspace)
  const opens = isOpen || words.ways[0] === 'open'
  const hasPanel = !isOpen && words.title !== ''
  return (
    <li className="recent__row">
      {opens ? (
        <button
          type="button"
          className="link-button recent__name"
          id={nameId}
          disabled={isBusy}
          onClick={() => onWay('open')}
        >
          <b>{workspace.name}</b>
        </button>
      ) : (
        <b className="recent__name" id={nameId}>
          {workspace.name}
        </b>
      )}
      <Tag look={words.isFault && !isOpen ? 'fault' : 'plain'}>
        {words.isFault && !isOpen ? <WarningMark /> : <StateIcon state={workspace.state} />}
        {isOpen ? 'Open now' : words.state}
      </Tag>
      <span className="recent__when">
        {workspace.sample && 'Sample. '}
        {today !== undefined && openedInWords(workspace.lastOpened, today)}
      </span>
      <span className="recent__folder">{workspace.folder}</span>
      {hasPanel && <StatePanel words={words} nameId={nameId} takesFocus={wasTried} isBusy={isBusy} onWay={onWay} />}
      {!hasPanel && words.text !== '' && <p className="recent__text">{words.text}</p>}
      {!isOpen && !(hasPanel && words.ways.includes('forget')) && (
        <span className="recent__ways">
          <button type="button" className="link-button" aria-describedby={nameId} onClick={() => onWay('forget')}>
            Take it off this list
          </button>
        </span>
      )}
    </li>
  )
}

function StateIcon({ state }: { state: WorkspaceSummary['state'] }) {
  if (state === 'ready') return <Icon name="tick" />
  return <Icon name={state === 'not-found' ? 'search' : 'lock'} />
}
