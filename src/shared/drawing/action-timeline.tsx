import { daysAfter, daysBetween, type IsoDate } from '../model/dates.ts'
import { dueInWords, formatDate, formatShortDay } from './date-words.ts'
import { warningPath } from './small-marks.tsx'
import { Drawing, Label, round, type DrawingProps } from './svg.tsx'
import { textWidth, wrapText } from './text-width.ts'
import { colours, typeSizes } from './tokens.ts'
import { countOf } from './words.ts'

/** An open action with its due date (null: none set), and the finding it is about in words. */
type TimelineAction = { id: string; title: string; about: string; due: IsoDate | null }

/** Open actions as at a date, and the day a visit is expected. */
type ActionTimelineView = { actions: readonly TimelineAction[]; asAt: IsoDate; visit?: IsoDate | null }

/**
 * Open actions by due date, late first: words on the left, a mark on one line of days on the right; late ones carry the warning and
 * the word. Today and the expected visit are lines through all rows.
 */
export function ActionTimeline(props: DrawingProps & { view: ActionTimelineView; width?: number; type?: number }) {
  const { view, width = 515, type = typeSizes.print, label } = props
  const rows = orderActions(view)
  const scale = timeScale(view, rows, { left: width * 0.58, right: width - type * 1.5, edge: width, type })
  const row = Math.round(type * 2.9)
  const top = type * 1.9
  const bottom = top + rows.length * row
  return (
    <Drawing width={width} height={Math.ceil(bottom + 2)} label={label ?? describeActionTimeline(view)}>
      {scale.marks.map((mark) => (
        <g key={mark.name}>
          <path
            d={`M${mark.x} ${top - 3}V${bottom}`}
            stroke={mark.dashed ? colours.ink : colours.control}
            strokeWidth={1.2}
            strokeDasharray={mark.dashed ? '4 3' : undefined}
            fill="none"
          />
          <Label x={mark.labelX} y={top - 7} size={type} anchor="middle" bold={mark.dashed}>
            {mark.name}
          </Label>
        </g>
      ))}
      {rows.map((action, index) => (
        <g key={action.id} transform={`translate(0 ${top + index * row})`}>
          <path d={`M0 0H${width}`} stroke={colours.line} strokeWidth={1} fill="none" />
          <ActionRow
            action={action}
            view={view}
            type={type}
            row={row}
            x={action.due === null ? null : scale.at(action.due)}
            wordsWidth={width * 0.55}
          />
        </g>
      ))}
    </Drawing>
  )
}

function ActionRow(props: {
  action: TimelineAction
  view: ActionTimelineView
  type: number
  row: number
  x: number | null
  wordsWidth: number
}) {
  const { action, view, type, row, x, wordsWidth } = props
  const isLate = action.due !== null && action.due < view.asAt
  const dateWidth = type * 4.6
  const [title = ''] = wrapText(action.title, wordsWidth - dateWidth, type, { maxLines: 1 })
  const [about = ''] = wrapText(action.about, wordsWidth - dateWidth, type, { maxLines: 1 })
  const middle = row / 2
  return (
    <>
      <Label x={0} y={type * 1.25} size={type} bold>
        {action.due === null ? 'no date' : formatShortDay(action.due)}
      </Label>
      {isLate && (
        <path
          d={warningPath}
          fill={colours.error}
          fillRule="evenodd"
          transform={`translate(0 ${round(type * 1.5)}) scale(${type / 16})`}
        />
      )}
      {action.due !== null && (
        <Label
          x={isLate ? type * 1.2 : 0}
          y={type * 2.4}
          size={type}
          bold={isLate}
          colour={isLate ? colours.ink : colours['ink-2']}
        >
          {dueInWords(action.due, view.asAt)}
        </Label>
      )}
      <Label x={dateWidth} y={type * 1.25} size={type}>
        {title}
      </Label>
      <Label x={dateWidth} y={type * 2.4} size={type} colour={colours['ink-2']}>
        {about}
      </Label>
      {x !== null && !isLate && <circle cx={x} cy={middle} r={3.8} fill={colours['chart-mark']} />}
      {x !== null && isLate && (
        <path
          d={warningPath}
          fill={colours.error}
          fillRule="evenodd"
          transform={`translate(${round(x - 5.5)} ${middle - 6}) scale(0.69)`}
        />
      )}
    </>
  )
}

function timeScale(
  view: ActionTimelineView,
  rows: readonly TimelineAction[],
  span: { left: number; right: number; edge: number; type: number },
) {
  const dates = [
    ...rows.flatMap((action) => (action.due === null ? [] : [action.due])),
    view.asAt,
    daysAfter(view.asAt, 28),
  ]
  if (view.visit) dates.push(view.visit)
  const sorted = dates.toSorted()
  const first = sorted[0] ?? view.asAt
  const days = Math.max(1, daysBetween(first, sorted.at(-1) ?? view.asAt))
  const at = (date: IsoDate) => round(span.left + (daysBetween(first, date) / days) * (span.right - span.left))
  const today = { name: formatShortDay(view.asAt), x: at(view.asAt), dashed: false }
  const visit = view.visit ? { name: `visit ${formatShortDay(view.visit)}`, x: at(view.visit), dashed: true } : null
  const marks = (visit === null ? [today] : [today, visit]).map((mark) => ({ ...mark, labelX: mark.x }))
  const second = marks[1]
  const least = span.type * 6.5
  // Two heads that would run into each other are drawn apart; their lines stay where they belong.
  if (second !== undefined && second.x - today.x < least && marks[0] !== undefined) {
    marks[0].labelX = today.x - (least - (second.x - today.x)) / 2
    second.labelX = second.x + (least - (second.x - today.x)) / 2
  }
  for (const mark of marks)
    mark.labelX = Math.min(mark.labelX, span.edge - textWidth(mark.name, span.type, true) / 2 - 1)
  return { at, marks }
}

/** Late first, then by date; those without a date last. */
function orderActions(view: ActionTimelineView): TimelineAction[] {
  const key = (action: TimelineAction) => action.due ?? '9999'
  return view.actions.toSorted((one, other) => (key(one) < key(other) ? -1 : key(one) > key(other) ? 1 : 0))
}

/** The actions in words. */
export function describeActionTimeline(view: ActionTimelineView): string {
  const late = view.actions.filter((action) => action.due !== null && action.due < view.asAt).length
  const rows = actionTimelineTable(view).map(
    (row) => `${row.due}${row.state === '' ? '' : `, ${row.state}`}: ${row.title} (${row.about})`,
  )
  const visit = view.visit ? ` A visit is expected on ${formatDate(view.visit)}.` : ''
  return `${countOf(view.actions.length, 'open action')} as at ${formatDate(view.asAt)}, ${late} late.${visit} ${rows.join('. ')}.`
}

/** The actions as rows of a table, in the order of the drawing. */
export const actionTimelineTable = (view: ActionTimelineView) =>
  orderActions(view).map((action) => ({
    due: action.due === null ? 'no date' : formatDate(action.due),
    state: action.due === null ? '' : dueInWords(action.due, view.asAt),
    title: action.title,
    about: action.about,
  }))
