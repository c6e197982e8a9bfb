import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import type { Action } from '../../../../shared/model/action.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import { countOf } from '../../../../shared/drawing/words.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Segments } from '../../components/segments.tsx'
import { toAction, toActions } from '../../routes.ts'
import { pane } from '../../shell/panes.ts'
import { keepFocus, ScreenTitle } from '../../shell/screen-title.tsx'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { Loading, Unanswered } from '../../forms/waiting.tsx'
import { ActionDialog } from './action-dialog.tsx'
import {
  actionFilterOf,
  actionFilters,
  actionFilterWords,
  arrangeActions,
  isLate,
  neighbourOf,
  noneInWords,
  type ActionFilter,
} from './action-list.ts'
import { ActionPane } from './action-pane.tsx'
import { ActionsTable, rowId } from './actions-table.tsx'

/** `#/actions` and `#/actions/:actionId`: what will be done about the gaps, late first. */
export function ActionsScreen() {
  const navigate = useNavigate()
  const { actionId } = useParams()
  const [search] = useSearchParams()
  const filter = actionFilterOf(search.get('state'))
  const answer = useAnswer('actions.list', {})
  const info = useAnswer('app.info', {})
  const [isAdding, setIsAdding] = useState(false)
  const canWrite = useCanWrite()

  if (answer.error !== null) return <Unanswered error={answer.error} onAgain={() => void answer.refetch()} />
  const today = info.data?.today
  const actions = answer.data
  const chosen = actions?.find(({ id }) => id === actionId)
  const choose = (id: string | null) =>
    void navigate(
      { pathname: id === null ? toActions() : toAction(id), search: search.toString() },
      { state: keepFocus },
    )
  const listed = actions === undefined || today === undefined ? [] : arrangeActions(actions, filter, today)
  const leave = (focusId: string | undefined) => {
    choose(null)
    // The row is drawn again before it can have focus.
    requestAnimationFrame(() => {
      const row = focusId === undefined ? null : document.getElementById(rowId(focusId))
      ;(row ?? document.querySelector<HTMLElement>('h1'))?.focus()
    })
  }

  return (
    <div className={chosen === undefined ? 'panes' : 'panes panes--side'}>
      <section className="pane" aria-label="Actions" {...pane}>
        <div className="screen-head">
          <div>
            <ScreenTitle title="Actions" />
            {actions !== undefined && today !== undefined && <p className="quiet">{sumUp(actions, today)}</p>}
          </div>
          <span className="screen-head__space" />
          {canWrite && actions?.length !== 0 && (
            <Button look="go" onPress={() => setIsAdding(true)}>
              Add an action
            </Button>
          )}
        </div>
        <Segments
          label="Which actions"
          options={actionFilters.map((id) => ({ id, words: actionFilterWords[id] }))}
          chosen={filter}
          onChoose={(state) =>
            void navigate(toActions({ state: state === 'open' ? null : state }), { state: keepFocus, replace: true })
          }
        />
        {actions === undefined || today === undefined ? (
          <Loading rows={8} />
        ) : (
          <Listed
            actions={listed}
            isFirst={actions.length === 0}
            {...{ filter, today, chosenId: chosen?.id, choose }}
            onAdd={canWrite ? () => setIsAdding(true) : undefined}
          />
        )}
      </section>
      {chosen !== undefined && today !== undefined && (
        <ActionPane
          key={chosen.id}
          action={chosen}
          today={today}
          onClose={() => leave(chosen.id)}
          onRemoved={() => leave(neighbourOf(listed, chosen.id))}
        />
      )}
      {isAdding && today !== undefined && (
        <ActionDialog today={today} onClose={() => setIsAdding(false)} onAdded={(action) => choose(action.id)} />
      )}
    </div>
  )
}

type ListedProps = {
  actions: readonly Action[]
  /** Whether there is no action at all, of whatever state. */
  isFirst: boolean
  filter: ActionFilter
  today: IsoDate
  chosenId: string | undefined
  choose: (id: string) => void
  onAdd: (() => void) | undefined
}

function Listed({ actions, isFirst, filter, today, chosenId, choose, onAdd }: ListedProps) {
  if (actions.length > 0) return <ActionsTable {...{ actions, today, chosenId }} onChoose={choose} />
  if (!isFirst) return <EmptyState words={noneInWords[filter]} />
  return (
    <EmptyState
      words="No actions yet. Say what will be done about a gap, by whom and by when."
      action={
        onAdd !== undefined && (
          <Button look="go" onPress={onAdd}>
            Add an action
          </Button>
        )
      }
    />
  )
}

function sumUp(actions: readonly Action[], today: IsoDate) {
  const open = actions.filter(({ state }) => state === 'open')
  const late = open.filter((action) => isLate(action, today)).length
  return `${countOf(actions.length, 'action')}, ${open.length} open, ${late} late`
}
