import { useCallback, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useAnswer } from '../../api/use-answer.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { Segments } from '../../components/segments.tsx'
import { isTyping, useShortcuts } from '../../keys.ts'
import { Loading, Unanswered } from '../../forms/waiting.tsx'
import { toFinding } from '../../routes.ts'
import { pane } from '../../shell/panes.ts'
import { keepFocus, ScreenTitle } from '../../shell/screen-title.tsx'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { requestCapture } from '../evidence/capture-request.ts'
import { useFileCatcher } from '../evidence/file-catcher.ts'
import { filterRows, type AssessmentParts, type PromptRow, type RowFilter, type ScopeBranch } from './assessment-map.ts'
import { FindingPane, type FindingDialog } from './finding-pane.tsx'
import { PromptHomes } from './prompt-homes.tsx'
import { PromptList } from './prompt-list.tsx'
import { placeInSource } from './prompt-words.ts'
import { ScopeTree } from './scope-tree.tsx'
import { ScopesDialog } from './scopes-dialog.tsx'
import { SourcePanel } from './source-panel.tsx'

/** The list of prompts, and the finding of one of them. */
export function AssessmentPanes(props: {
  parts: AssessmentParts
  branches: readonly ScopeBranch[]
  branch: ScopeBranch
  row: PromptRow
  isPromptsTab: boolean
  onPromptsTab: (isPromptsTab: boolean) => void
}) {
  const { parts, branches, branch, row, isPromptsTab, onPromptsTab } = props
  const navigate = useNavigate()
  const [filter, setFilter] = useState<RowFilter>('all')
  const [showsScopes, setShowsScopes] = useState(false)
  const title = useRef<HTMLElement>(null)

  const go = useCallback(
    (to: { branch: ScopeBranch; prompt: string }, stays: boolean) => {
      const address = { assessmentId: parts.assessment.id, scope: to.branch.word, prompt: to.prompt }
      void navigate(toFinding(address), stays ? { replace: true, state: keepFocus } : {})
    },
    [navigate, parts.assessment.id],
  )
  const chooseScope = (chosen: ScopeBranch) => {
    const first = filterRows(chosen.rows, filter)[0] ?? chosen.rows[0]
    if (first !== undefined) go({ branch: chosen, prompt: first.prompt.id }, true)
  }
  const openFinding = () => {
    onPromptsTab(false)
    requestAnimationFrame(() => title.current?.querySelector('h1')?.focus())
  }

  return (
    <div className="panes panes--list" data-shown={isPromptsTab ? 'list' : 'detail'}>
      <div className="pane-tabs">
        {isPromptsTab && <h1 className="nhsuk-u-visually-hidden">Assessment</h1>}
        <Segments
          label="Part of this screen"
          options={[
            { id: 'list', words: 'Prompts' },
            { id: 'detail', words: 'Finding' },
          ]}
          chosen={isPromptsTab ? 'list' : 'detail'}
          onChoose={(id) => onPromptsTab(id === 'list')}
        />
      </div>
      <section className="pane pane--list" aria-label="Scopes and prompts" {...pane}>
        <div className="pane__heading">
          <h2>Scope</h2>
          <Button isSmall onPress={() => setShowsScopes(true)}>
            Scopes and teams
          </Button>
        </div>
        <ScopeTree branches={branches} chosen={branch} onChoose={chooseScope} />
        <PromptList
          rows={branch.rows}
          filter={filter}
          chosen={row.prompt.id}
          onFilter={setFilter}
          onChoose={(prompt) => go({ branch, prompt }, true)}
          onOpen={openFinding}
        />
      </section>
      <section className="pane pane--detail" aria-label="Finding" ref={title} {...pane}>
        <FindingScreen
          key={row.finding.id}
          parts={parts}
          branch={branch}
          row={row}
          onGo={(prompt) => go({ branch, prompt }, false)}
        />
      </section>
      {showsScopes && <ScopesDialog parts={parts} onClose={() => setShowsScopes(false)} />}
    </div>
  )
}

function FindingScreen(props: {
  parts: AssessmentParts
  branch: ScopeBranch
  row: PromptRow
  onGo: (prompt: string) => void
}) {
  const { parts, branch, row, onGo } = props
  const { prompt, finding } = row
  const canWrite = useCanWrite() && parts.assessment.status === 'draft'
  const detail = useAnswer('findings.get', { id: finding.id })
  const [showsSource, setShowsSource] = useState(false)
  const [dialog, setDialog] = useState<FindingDialog>(null)
  const [isOver, setOver] = useState(false)
  const sourceButton = useRef<HTMLButtonElement>(null)
  const at = branch.rows.findIndex((each) => each.prompt.id === prompt.id)
  const previous = branch.rows[at - 1]?.prompt.id
  const next = branch.rows[at + 1]?.prompt.id

  useShortcuts({
    'Alt+ArrowUp': () => (previous === undefined ? undefined : onGo(previous)),
    'Alt+ArrowDown': () => (next === undefined ? undefined : onGo(next)),
  })
  const catcher = useFileCatcher({
    isOff: !canWrite,
    onOver: setOver,
    onFiles: (files) => requestCapture({ files, findingId: finding.id }),
  })
  const closeSource = () => {
    setShowsSource(false)
    sourceButton.current?.focus()
  }

  /** Letters act while the finding has focus, but not in its fields, and not in the ladder, which has letters of its own. */
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return
    if ((event.target as HTMLElement).closest('[role="radiogroup"], [role="dialog"], select') !== null) return
    const act = {
      r: () => setShowsSource(!showsSource),
      l: () => canWrite && setDialog({ kind: 'link' }),
      g: () => canWrite && setDialog({ kind: 'plan' }),
    }[event.key.toLowerCase()]
    if (act === undefined || dialog !== null) return
    event.preventDefault()
    act()
  }

  return (
    <div
      role="presentation"
      className={isOver ? 'finding-screen finding-screen--over' : 'finding-screen'}
      onKeyDown={onKeyDown}
      {...catcher}
    >
      <div className="finding-screen__where">
        <span className="small secondary">
          {branch.scope.name} <Icon name="chevron-right" size={10} /> {at + 1} of {branch.rows.length}
        </span>
        <span className="finding-screen__steps">
          <Button
            isSmall
            isDisabled={previous === undefined}
            aria-keyshortcuts="Alt+ArrowUp"
            onPress={() => previous !== undefined && onGo(previous)}
          >
            <Icon name="chevron-left" size={12} /> Previous
          </Button>
          <Button
            isSmall
            isDisabled={next === undefined}
            aria-keyshortcuts="Alt+ArrowDown"
            onPress={() => next !== undefined && onGo(next)}
          >
            Next <kbd aria-hidden="true">Alt ↓</kbd> <Icon name="chevron-right" size={12} />
          </Button>
        </span>
      </div>
      <ScreenTitle title={`${prompt.title}, ${branch.scope.name}`}>
        {prompt.title} <span className="code">{prompt.id}</span>
      </ScreenTitle>
      <p className="prompt-text">
        {prompt.text}{' '}
        <span className="prompt-text__source">
          <button
            type="button"
            ref={sourceButton}
            className="link-button"
            aria-expanded={showsSource}
            aria-keyshortcuts="R"
            onClick={() => setShowsSource(!showsSource)}
          >
            Source: {placeInSource(prompt)}
          </button>{' '}
          <kbd aria-hidden="true">R</kbd>
        </span>
      </p>
      {showsSource && <SourcePanel prompt={prompt} pack={parts.pack} today={parts.today} onClose={closeSource} />}
      <PromptHomes prompt={prompt} />
      {detail.data !== undefined ? (
        <FindingPane
          parts={parts}
          branch={branch}
          row={row}
          detail={detail.data}
          dialog={dialog}
          onDialog={setDialog}
        />
      ) : detail.error !== null ? (
        <Unanswered error={detail.error} onAgain={() => void detail.refetch()} />
      ) : (
        <Loading />
      )}
      {isOver && <p className="drop-note">Drop the file here to log it, linked to this prompt.</p>}
    </div>
  )
}
