import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { formatDescribes } from '../../../../shared/drawing/date-words.ts'
import { AgeMark, RelationMark, WarningMark } from '../../../../shared/drawing/small-marks.tsx'
import { SourceMark } from '../../../../shared/drawing/source-strip.tsx'
import { sourceKindWords } from '../../../../shared/drawing/words.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import type { EvidenceRow, EvidenceSort } from '../../../../shared/model/evidence.ts'
import { Icon } from '../../components/icon.tsx'
import { Tag } from '../../components/tag.tsx'
import { ageOfRow, whereInWords } from './evidence-words.ts'
import { rowAfterKey, rowsInSight, type Stretch } from './row-window.ts'
import type { EvidenceRows } from './use-evidence-rows.ts'

const columns: { id: string; words: string; sort: EvidenceSort | null }[] = [
  { id: 'kind', words: 'Kind', sort: null },
  { id: 'title', words: 'Title', sort: 'title' },
  { id: 'where', words: 'Where', sort: 'where' },
  { id: 'describes', words: 'Describes', sort: 'describes' },
  { id: 'links', words: 'Links', sort: null },
  { id: 'files', words: 'Files', sort: null },
]

type Props = {
  rows: EvidenceRows
  total: number
  today: IsoDate
  chosenId: string | null
  ticked: ReadonlySet<string>
  sort: EvidenceSort
  descending: boolean
  isRoomy: boolean
  inSight: Stretch
  onInSight: (stretch: Stretch) => void
  onSort: (sort: EvidenceSort) => void
  onChoose: (row: EvidenceRow) => void
  onOpen: (id: string) => void
  onTick: (id: string) => void
  /** Letters and Delete, on the row that has focus. */
  onKey: (event: KeyboardEvent, row: EvidenceRow) => void
  grid: Ref<HTMLTableElement>
}

/** The log as a table of any length: only the rows in sight are drawn, and the row with focus. One tab stop; arrows walk it. */
export function EvidenceTable(props: Props) {
  const { rows, total, sort, descending, isRoomy, inSight, onSort, onChoose, onOpen, onTick, onKey, grid } = props
  const [active, setActive] = useState(0)
  const body = useRef<HTMLTableSectionElement>(null)
  const wantsFocus = useRef(false)
  const wantsChoice = useRef(false)
  const rowHeight = useSight(body, { total, isRoomy, onInSight: props.onInSight })

  const at = Math.min(active, Math.max(0, total - 1))
  const drawn = indexesOf(inSight, at, total)

  useLayoutEffect(() => {
    if (!wantsFocus.current) return
    const row = body.current?.querySelector<HTMLElement>(`[data-at="${at}"]`)
    if (row === null || row === undefined) return
    wantsFocus.current = false
    row.focus()
    row.scrollIntoView({ block: 'nearest' })
  }, [at, drawn])

  const activeRow = rows.at(at)
  useEffect(() => {
    // A row that a key leads to far away is chosen once it is there.
    if (!wantsChoice.current || activeRow === undefined) return
    wantsChoice.current = false
    onChoose(activeRow)
  }, [at, activeRow, onChoose])

  const walk = (event: KeyboardEvent) => {
    if (body.current?.contains(event.target as Node) !== true) return
    const row = rows.at(at)
    const next = rowAfterKey(event.key, at, { total, rowsSeen: inSight.last - inSight.first - 16 })
    if (event.ctrlKey || event.altKey || event.metaKey) return
    if (next !== null) {
      event.preventDefault()
      wantsFocus.current = true
      wantsChoice.current = true
      setActive(next)
    } else if (event.key === 'Enter' && row !== undefined) {
      event.preventDefault()
      onChoose(row)
      onOpen(row.id)
    } else if (event.key === ' ' && row !== undefined) {
      event.preventDefault()
      onTick(row.id)
    } else if (row !== undefined) onKey(event, row)
  }

  const nodes: React.ReactNode[] = []
  let last = -1
  for (const index of drawn) {
    if (index > last + 1) nodes.push(<Gap key={`gap-${last}`} height={(index - last - 1) * rowHeight} />)
    nodes.push(
      <Row
        {...props}
        key={index}
        index={index}
        row={rows.at(index)}
        isActive={index === at}
        onPress={(row) => {
          setActive(index)
          onChoose(row)
        }}
      />,
    )
    last = index
  }
  if (last < total - 1) nodes.push(<Gap key="gap-end" height={(total - 1 - last) * rowHeight} />)

  return (
    <div role="presentation" className="table-scroll" onKeyDown={walk}>
      <table
        ref={grid}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- a table that arrows walk is a grid
        role="grid"
        className="table table--rows evidence-table"
        aria-label="Evidence"
        aria-rowcount={total + 1}
        aria-multiselectable="true"
        data-density={isRoomy ? 'roomy' : 'dense'}
      >
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={`evidence-table__${column.id}`}
                aria-sort={column.sort === sort ? (descending ? 'descending' : 'ascending') : undefined}
              >
                {column.sort === null ? (
                  <span className={column.id === 'kind' ? 'nhsuk-u-visually-hidden' : undefined}>{column.words}</span>
                ) : (
                  <SortButton
                    words={column.words}
                    isSorted={column.sort === sort}
                    descending={descending}
                    onPress={() => column.sort !== null && onSort(column.sort)}
                  />
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body}>{nodes}</tbody>
      </table>
    </div>
  )
}

function SortButton(props: { words: string; isSorted: boolean; descending: boolean; onPress: () => void }) {
  const { words, isSorted, descending, onPress } = props
  return (
    <button type="button" className="sort-button" onClick={onPress}>
      {words} {isSorted && <Icon name={descending ? 'sort-down' : 'sort-up'} size={9} />}
    </button>
  )
}

/** Rows that are not drawn, as one empty stretch. */
function Gap({ height }: { height: number }) {
  return (
    <tr aria-hidden="true" className="evidence-table__gap" style={{ height }}>
      <td colSpan={columns.length}>
        <span className="nhsuk-u-visually-hidden">Rows out of sight</span>
      </td>
    </tr>
  )
}

function Row(
  props: Props & {
    index: number
    row: EvidenceRow | undefined
    isActive: boolean
    onPress: (row: EvidenceRow) => void
  },
) {
  const { index, row, isActive, today, chosenId, ticked, onPress } = props
  const common = { 'aria-rowindex': index + 2, 'data-at': index, tabIndex: isActive ? 0 : -1 }
  if (row === undefined)
    return (
      <tr {...common} aria-busy="true">
        <td colSpan={columns.length}>
          <span className="waiting__row" />
          <span className="nhsuk-u-visually-hidden">On its way</span>
        </td>
      </tr>
    )
  const age = ageOfRow(row, today)
  const isTicked = ticked.has(row.id)
  return (
    <tr {...common} aria-selected={isTicked || row.id === chosenId} onClick={() => onPress(row)}>
      <td className="evidence-table__kind">
        {isTicked ? (
          <>
            <span className="tick-box tick-box--on" aria-hidden="true" />
            <span className="nhsuk-u-visually-hidden">Selected</span>
          </>
        ) : (
          <SourceMark kind={row.sourceKind} label={sourceKindWords[row.sourceKind]} />
        )}
      </td>
      <td className="evidence-table__title" title={row.title}>
        <span className="evidence-table__words">{row.title}</span>
        {row.actToday !== null && <Tag look="soft">acted on</Tag>}
      </td>
      <td className="evidence-table__where" title={whereInWords(row)}>
        {whereInWords(row)}
      </td>
      <td className="evidence-table__describes">
        <span className={`age age--${age}`}>
          <AgeMark age={age} />
          {formatDescribes(row.describesFrom, row.describesTo)}
          {age === 'stale' && ', stale'}
          {age === 'ageing' && <span className="nhsuk-u-visually-hidden">, ageing</span>}
        </span>
      </td>
      <td className="evidence-table__links">
        <Links row={row} />
      </td>
      <td className="evidence-table__files">
        <Files row={row} />
      </td>
    </tr>
  )
}

function Links({ row }: { row: EvidenceRow }) {
  const others = row.supports + row.context
  return (
    <>
      {others > 0 && (
        <span className="evidence-table__count">
          <RelationMark relation="supports" size={11} />
          {others}
          <span className="nhsuk-u-visually-hidden"> support or give context</span>
        </span>
      )}
      {row.contradicts > 0 && (
        <span className="evidence-table__count relation--contradicts">
          <RelationMark relation="contradicts" size={11} />
          {row.contradicts}
          <span className="nhsuk-u-visually-hidden"> contradict</span>
        </span>
      )}
      {others + row.contradicts === 0 && <span className="nhsuk-u-visually-hidden">none</span>}
    </>
  )
}

function Files({ row }: { row: EvidenceRow }) {
  if (row.filesMissing > 0)
    return (
      <span className="missing">
        <WarningMark size={11} /> Missing
      </span>
    )
  if (row.files === 0) return <span className="nhsuk-u-visually-hidden">none</span>
  return (
    <span className="evidence-table__count">
      <Icon name="attach" size={11} />
      {row.files}
    </span>
  )
}

/** The places to draw: those in sight, and the one that has focus, in order. */
function indexesOf({ first, last }: Stretch, active: number, total: number): number[] {
  const seen = Array.from({ length: Math.max(0, Math.min(last, total - 1) - first + 1) }, (_, offset) => first + offset)
  if (total > 0 && active < first) seen.unshift(active)
  if (total > 0 && active > last) seen.push(active)
  return seen
}

/** Tells which rows are in sight, whichever ancestor scrolls, and how high a row is: the window and the density decide. */
function useSight(
  body: React.RefObject<HTMLTableSectionElement | null>,
  list: { total: number; isRoomy: boolean; onInSight: (stretch: Stretch) => void },
) {
  const { total, isRoomy, onInSight } = list
  const [rowHeight, setRowHeight] = useState(isRoomy ? 44 : 33)

  useEffect(() => {
    let asked = 0
    let seen = ''
    const look = () => {
      const box = body.current?.getBoundingClientRect()
      if (box === undefined) return
      const measured = body.current?.querySelector<HTMLElement>('tr[data-at]')?.getBoundingClientRect().height ?? 0
      if (measured > 0) setRowHeight(measured)
      const sight = rowsInSight({
        above: -box.top,
        height: window.innerHeight,
        rowHeight: measured || rowHeight,
        total,
      })
      if (seen === `${sight.first}-${sight.last}`) return
      seen = `${sight.first}-${sight.last}`
      onInSight(sight)
    }
    const soon = () => {
      cancelAnimationFrame(asked)
      asked = requestAnimationFrame(look)
    }
    look()
    document.addEventListener('scroll', soon, { capture: true, passive: true })
    window.addEventListener('resize', soon)
    return () => {
      cancelAnimationFrame(asked)
      document.removeEventListener('scroll', soon, { capture: true })
      window.removeEventListener('resize', soon)
    }
  }, [body, total, rowHeight, isRoomy, onInSight])
  return rowHeight
}
