import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { Outlet, useLocation, useMatch, useNavigate } from 'react-router'
import type { MenuCommand } from '../../../shared/host-contract.ts'
import type { OpenWorkspace } from '../../../shared/model/workspace.ts'
import { useApi } from '../api/api.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useOrder } from '../api/use-order.ts'
import { requestCapture } from '../features/evidence/capture-request.ts'
import { QuickCaptureDialog } from '../features/evidence/quick-capture-dialog.tsx'
import { SameFileDialog } from '../features/evidence/same-file-dialog.tsx'
import { useShortcuts, type Shortcut, type ShortcutAction } from '../keys.ts'
import { sayFault } from '../messages.tsx'
import { paths, toHome } from '../routes.ts'
import { Banners } from './banners.tsx'
import { FaultBoundary } from './fault.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { MessageBar } from './message-bar.tsx'
import { goToPane } from './panes.ts'
import { rememberPlace } from './places.ts'
import { Rail } from './rail.tsx'
import { sections } from './sections.ts'
import { SendingBar } from './sending-bar.tsx'
import { SettingsDialog } from './settings-dialog.tsx'
import { StatusLine } from './status-line.tsx'
import { showTextSize } from './text-size.ts'
import { TopBar } from './top-bar.tsx'
import { useHistory, type History } from './use-history.ts'
import { useMedia } from './use-media.ts'

/** Under this width the rail is icons, and under the second it lies across the top with its words. */
const narrowRail = '(max-width: 1360px)'
const railAcross = '(max-width: 980px), (max-height: 560px)'

/** The frame of every screen: skip link, bar, rail, banners, the screen, messages, status line; and the keys that act anywhere. */
export function Shell() {
  const { data: workspace } = useAnswer('workspaces.current', {})
  const { pathname } = useLocation()
  const open = workspace ?? null
  const isInside = open !== null && !pathname.startsWith(paths.home)
  const history = useHistory(open !== null)
  const display = useDisplay()
  const [dialog, setDialog] = useState<'keys' | 'settings' | null>(null)
  const capture = useCapture(isInside && open.mode === 'write')

  useCommands({ workspace: open, isInside, history, capture, switchRail: display.switchIt })
  useShortcuts({ 'Ctrl+/': () => setDialog('keys') })
  useRememberedPlace(isInside ? open.id : null)
  useMenu(open, history)

  return (
    <div
      className={isInside ? `app app--${display.isNarrow ? 'rail-narrow' : 'rail-wide'}` : 'app app--home'}
      data-density={display.density}
    >
      <SkipLink />
      <TopBar
        workspace={isInside ? open : null}
        onCapture={capture}
        onKeys={() => setDialog('keys')}
        onSettings={() => setDialog('settings')}
      />
      {isInside && <Rail isNarrow={display.isNarrow && !display.isAcross} />}
      <main className="main" id="main" tabIndex={-1}>
        <Banners workspace={isInside ? open : null} />
        <FaultBoundary key={pathname.split('/')[1]}>
          <Outlet />
        </FaultBoundary>
      </main>
      <StatusLine isOpen={isInside} />
      <MessageBar history={history} />
      <SendingBar />
      {isInside && <QuickCaptureDialog />}
      {isInside && <SameFileDialog />}
      {dialog === 'keys' && <KeysDialog onClose={() => setDialog(null)} />}
      {dialog === 'settings' && <SettingsDialog isInside={isInside} onClose={() => setDialog(null)} />}
    </div>
  )
}

/** Opens quick capture over whatever screen is there, with the finding in view offered as its link. */
function useCapture(isAllowed: boolean) {
  const { prompt, scope } = useMatch(paths.finding)?.params ?? {}
  const inView = useAnswer(
    'findings.find',
    { prompt: prompt ?? '', scope: scope ?? '' },
    { enabled: prompt !== undefined && scope !== undefined },
  )
  // What is signed off takes no more links.
  const isOpen = useAnswer('assessments.current', {}, { enabled: isAllowed }).data?.assessment.status === 'draft'
  const isFindingInView = isOpen && prompt !== undefined && scope !== undefined
  const { data: finding, refetch } = inView
  return useCallback(() => {
    if (!isAllowed) return
    const request = (id: string | undefined) => requestCapture(id === undefined ? {} : { findingId: id })
    // In a large log a finding takes a moment to come: a quick hand must not capture without it.
    if (isFindingInView && finding === undefined)
      void refetch({ cancelRefetch: false }).then(({ data }) => request(data?.id))
    else request(isFindingInView ? finding?.id : undefined)
  }, [isAllowed, isFindingInView, finding, refetch])
}

/** The address holds the route, so that this link moves focus itself. */
function SkipLink() {
  return (
    <a
      className="skip"
      href="#main"
      onClick={(event) => {
        event.preventDefault()
        document.getElementById('main')?.focus()
      }}
    >
      Skip to main content
    </a>
  )
}

/** How the page is shown: the rail with words or icons, as the person chose, else by the window's width; rows dense or roomy; the size of words. */
function useDisplay() {
  const settings = useAnswer('settings.get', {})
  const set = useOrder('settings.set').run
  const isSmall = useMedia(narrowRail)
  const isAcross = useMedia(railAcross)
  const isNarrow = settings.data?.railOpen == null ? isSmall : !settings.data.railOpen
  const textSize = settings.data?.textSize
  useLayoutEffect(() => {
    if (textSize !== undefined) showTextSize(textSize)
  }, [textSize])
  const switchIt = useCallback(() => void set({ railOpen: isNarrow }), [set, isNarrow])
  return { isNarrow, isAcross, switchIt, density: settings.data?.density }
}

type CommandProps = {
  workspace: OpenWorkspace | null
  isInside: boolean
  history: History
  capture: () => void
  switchRail: () => void
}

/** The shortcuts that act anywhere, and the same from the desktop's menu. */
function useCommands({ workspace, isInside, history, capture, switchRail }: CommandProps) {
  const api = useApi()
  const navigate = useNavigate()

  const inside =
    (action: () => void): ShortcutAction =>
    () =>
      isInside ? action() : false
  const shortcuts: Partial<Record<Shortcut, ShortcutAction>> = {
    'Alt+N': inside(capture),
    'Ctrl+Z': inside(history.undo),
    'Ctrl+Shift+Z': inside(history.redo),
    'Ctrl+Y': inside(history.redo),
    'Ctrl+B': inside(switchRail),
    F6: () => goToPane(1),
    'Shift+F6': () => goToPane(-1),
  }
  for (const { digit, path } of sections) shortcuts[`Alt+${digit}`] = inside(() => void navigate(path))
  useShortcuts(shortcuts)

  useEffect(() => {
    const places: Partial<Record<MenuCommand, string>> = {
      home: toHome(),
      overview: paths.overview,
      assessment: paths.assessment,
      evidence: paths.evidence,
      actions: paths.actions,
      report: paths.report,
    }
    return api.onMenu((command) => {
      const place = places[command]
      if (command === 'undo') history.undo()
      else if (command === 'redo') history.redo()
      else if (command === 'quick-capture') capture()
      else if (place !== undefined && (workspace !== null || command === 'home')) void navigate(place)
    })
  }, [api, capture, history, navigate, workspace])
}

/** Keeps the address of the open workspace, for the next time. */
function useRememberedPlace(workspaceId: string | null) {
  const { pathname, search } = useLocation()
  useEffect(() => {
    if (workspaceId !== null) rememberPlace(workspaceId, pathname + search)
  }, [workspaceId, pathname, search])
}

/** Tells the desktop's menu what Undo and Redo would do. */
function useMenu(workspace: OpenWorkspace | null, { undoWords, redoWords }: History) {
  const api = useApi()
  const workspaceOpen = workspace !== null
  useEffect(() => {
    api
      .host('host.setMenu', { workspaceOpen, undo: undoWords, redo: redoWords })
      .catch((error: unknown) => sayFault(error instanceof Error ? error.message : String(error)))
  }, [api, workspaceOpen, undoWords, redoWords])
}
