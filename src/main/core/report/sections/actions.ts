import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { countOf } from '../../../../shared/drawing/words.ts'
import type { Action } from '../../../../shared/model/action.ts'
import { heading, pageBreak, paragraph, table, type Block } from '../pdf/document.ts'
import type { ReportView } from '../wording.ts'

/** All actions by due date, the open ones first. */
export function actionList(view: ReportView): Block[] {
  const open = view.actions.filter(({ state }) => state === 'open')
  const closed = view.actions.filter(({ state }) => state !== 'open')
  const late = open.filter(({ due }) => due !== null && due < view.asAt).length
  return [
    pageBreak(),
    heading(1, 'Actions'),
    paragraph(
      `${countOf(open.length, 'action')} open, ${late} late at ${formatDate(view.asAt)}; ${closed.length} closed.`,
      { look: 'lead' },
    ),
    ...listed(view, 'Open actions', open),
    ...listed(view, 'Closed actions', closed),
  ]
}

function listed(view: ReportView, title: string, actions: readonly Action[]): Block[] {
  if (actions.length === 0) return []
  return [
    heading(2, title),
    table({
      columns: [{ width: 85 }, { width: '*' }, { width: 150 }, { width: 100 }],
      head: [['Due', 'Action', 'For', view.redaction.owners ? 'State' : 'Who']],
      lines: 'rows',
      keepRows: true,
      body: actions.map((action) => [
        dueInWords(action, view.asAt),
        [{ text: action.title }, outcomeInWords(action)],
        action.promptShort === null ? '' : `${action.promptShort} (${action.promptId}), ${action.scopeName}`,
        view.redaction.owners ? stateInWords(action) : action.owner,
      ]),
    }),
  ]
}

const stateInWords = ({ state }: Action) =>
  state === 'open' ? 'Open' : state === 'done' ? 'Done' : 'Could not be done'

/** When an action is due, and whether that has passed. */
export function dueInWords({ due, state }: Pick<Action, 'due' | 'state'>, asAt: string) {
  if (due === null) return 'No date'
  return state === 'open' && due < asAt ? `${formatDate(due)}, late` : formatDate(due)
}

function outcomeInWords({ state, evidenceTitle, closedReason }: Action) {
  if (state === 'done') return `. Shown to have worked by: ${evidenceTitle ?? 'an item that was removed'}`
  if (state === 'could-not') return `. Could not be done: ${closedReason}`
  return ''
}
