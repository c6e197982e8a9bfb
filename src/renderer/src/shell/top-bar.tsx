import { Link } from 'react-router'
import type { OpenWorkspace } from '../../../shared/model/workspace.ts'
import { Icon } from '../components/icon.tsx'
import { toHome } from '../routes.ts'
import { AssessmentChoice } from './assessment-choice.tsx'
import { pane } from './panes.ts'
import { PersonMenu } from './person-menu.tsx'

type TopBarProps = {
  workspace: OpenWorkspace | null
  onCapture: () => void
  onKeys: () => void
  onSettings: () => void
}

/** The bar over every screen: the product, the workspace, the assessment and its state, who is working, quick capture. */
export function TopBar({ workspace, onCapture, onKeys, onSettings }: TopBarProps) {
  return (
    <header className="bar" {...pane}>
      <Link className="bar__brand" to={toHome()} aria-label="Recovery Evidence, home">
        <Icon name="mark" />
        <span>Recovery Evidence</span>
      </Link>
      {workspace === null && (
        <>
          <span className="bar__space" />
          <button type="button" className="bar__button" aria-keyshortcuts="Control+/" onClick={onKeys}>
            Keyboard <kbd aria-hidden="true">Ctrl /</kbd>
          </button>
          <button type="button" className="bar__button" onClick={onSettings}>
            Settings
          </button>
          <PersonMenu isInside={workspace !== null} onSettings={onSettings} onKeys={onKeys} />
        </>
      )}
      {workspace !== null && (
        <>
          <Link className="bar__workspace" to={toHome()}>
            <b>{workspace.name}</b>
            {workspace.sample && <span className="tag tag--soft">Sample</span>}
            <span className="nhsuk-u-visually-hidden">, choose another workspace</span>
            <Icon name="chevron-down" />
          </Link>
          <AssessmentChoice />
          <span className="bar__space" />
          <PersonMenu isInside={workspace !== null} onSettings={onSettings} onKeys={onKeys} />
          {workspace.mode === 'write' && (
            <button type="button" className="button button--go" aria-keyshortcuts="Alt+N" onClick={onCapture}>
              Quick capture <kbd>Alt N</kbd>
            </button>
          )}
        </>
      )}
    </header>
  )
}
