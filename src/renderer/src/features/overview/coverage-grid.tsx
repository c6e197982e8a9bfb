import { useRef, useState, type KeyboardEvent } from 'react'
import { Link } from 'react-router'
import { CoverageCell, describeCoverageCell } from '../../../../shared/drawing/coverage-cell.tsx'
import { GapLetterMark } from '../../../../shared/drawing/gap-letter.tsx'
import { SourceStrip } from '../../../../shared/drawing/source-strip.tsx'
import { gapShortWords } from '../../../../shared/drawing/words.ts'
import { scopeWord, toFinding } from '../../routes.ts'
import { useTextScale } from '../../shell/text-size.ts'
import type { Picture, PictureRow, PlacedFinding } from './picture.ts'
import { clampPlace, rowOfCode, walk, type CellPlace } from './walk.ts'

/** From the first number of core services on the columns are narrow; from the second on they scroll sideways as well. */
const narrowFrom = 5
const manyFrom = 6

/** With fewer core services than this the columns stand under the provider's, and the space is left on the right. */
const fullFrom = 4

/** How wide the people's side of a cell is, in px: narrow cells keep their room for the staff's. */
const peopleSide = { wide: 24, narrow: 18 }

/** Where a name of a core service may be broken in a narrow heading. */
const breaks: Record<string, string> = {
  Rehabilitation: 'Rehabil\u00aditation',
  Community: 'Commu\u00adnity',
  disability: 'disa\u00adbility',
  specialist: 'special\u00adist',
}
const breakable = (name: string) =>
  name
    .split(' ')
    .map((word) => breaks[word] ?? word)
    .join(' ')

/** Letters typed within this many milliseconds of one another are one code. */
const typingPause = 1_000

/** Hears which cell it is; null when it is none any more. */
type Hear = (placed: PlacedFinding | null) => void

type GridProps = { picture: Picture; assessmentId: string; onFocused: Hear; onHovered: Hear }

/**
 * The matrix: six prompts asked of the provider, ten asked of each core service. One tab stop for both blocks; arrows, Home and End
 * walk, Enter opens the finding, typing "C7" jumps to its row.
 */
export function CoverageGrid({ picture, assessmentId, onFocused, onHovered }: GridProps) {
  const rows = [...picture.provider.rows, ...picture.coreService.rows]
  const walker = useWalker(rows)
  const own = { assessmentId, onFocused, onHovered, walker }
  const first = picture.provider.rows.length
  const columns = picture.coreService.scopes.length
  return (
    <div className={matrixLook(columns)} data-matrix="">
      {picture.provider.scopes.length > 0 && (
        // A table whose cells are walked by keys is a grid; its rows and headings stay those of a table.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        <table className="matrix__block matrix__block--provider" role="grid" aria-label="Prompts asked of the provider">
          <thead>
            <tr>
              <th scope="col">Asked of the provider</th>
              <th scope="col" className="matrix__column">
                Provider
              </th>
              <th scope="col" className="matrix__kinds">
                Kinds of evidence
              </th>
              <th scope="col" className="matrix__gaps">
                Gaps
              </th>
            </tr>
          </thead>
          <tbody>
            {picture.provider.rows.map((row, index) => (
              <tr key={row.prompt.id}>
                <RowHead row={row} />
                <FindingCell
                  placed={row.cells[0] ?? null}
                  row={index}
                  column={0}
                  showsMore
                  people={peopleSide.wide}
                  {...own}
                />
                <ProviderAside placed={row.cells[0] ?? null} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {columns > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
        <table className="matrix__block" role="grid" aria-label="Prompts asked of each core service">
          <colgroup>
            <col className={columns < fullFrom ? 'matrix__first' : undefined} />
            {picture.coreService.scopes.map((scope) => (
              <col key={scope.id} className="matrix__column" />
            ))}
            {columns < fullFrom && <col />}
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Asked of each core service</th>
              {picture.coreService.scopes.map((scope) => (
                <th key={scope.id} scope="col" className="matrix__column">
                  {columns >= narrowFrom ? breakable(scope.name) : scope.name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {picture.coreService.rows.map((row, index) => (
              <tr key={row.prompt.id}>
                <RowHead row={row} />
                {row.cells.map((placed, column) => (
                  <FindingCell
                    key={picture.coreService.scopes[column]?.id}
                    placed={placed}
                    row={first + index}
                    column={column}
                    showsMore={columns < manyFrom}
                    people={columns < narrowFrom ? peopleSide.wide : peopleSide.narrow}
                    {...own}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function matrixLook(columns: number) {
  if (columns >= manyFrom) return 'matrix matrix--many'
  return columns >= narrowFrom ? 'matrix matrix--narrow' : 'matrix'
}

function RowHead({ row: { prompt } }: { row: PictureRow }) {
  return (
    <th scope="row">
      {prompt.short} <span className="code">{prompt.id}</span>
    </th>
  )
}

type CellProps = {
  placed: PlacedFinding | null
  row: number
  column: number
  showsMore: boolean
  people: number
  assessmentId: string
  walker: Walker
  onFocused: Hear
  onHovered: Hear
}

function FindingCell({
  placed,
  row,
  column,
  showsMore,
  people,
  assessmentId,
  walker,
  onFocused,
  onHovered,
}: CellProps) {
  const scale = useTextScale()
  if (placed === null) return <td className="matrix__cell">none</td>
  const { finding, prompt, scope, newGaps } = placed
  const cell = { ...finding, newGaps }
  const isCurrent = walker.place.row === row && walker.place.column === column
  return (
    <td className="matrix__cell">
      <Link
        to={toFinding({ assessmentId, scope: scopeWord(scope), prompt: prompt.id })}
        className="matrix__link"
        tabIndex={isCurrent ? 0 : -1}
        data-place={`${row} ${column}`}
        onKeyDown={walker.onKeyDown}
        onFocus={() => {
          walker.setPlace({ row, column })
          onFocused(placed)
        }}
        onPointerEnter={() => onHovered(placed)}
        onPointerLeave={() => onHovered(null)}
      >
        <span className="nhsuk-u-visually-hidden">
          {prompt.short}, {scope.name}. {describeCoverageCell(cell)}
        </span>
        <CoverageCell cell={cell} people={people} more={showsMore} scale={scale} />
      </Link>
    </td>
  )
}

/** What stands beside a prompt of the provider: its kinds of evidence, and its gaps. */
function ProviderAside({ placed }: { placed: PlacedFinding | null }) {
  if (placed === null) return <td colSpan={2}>none</td>
  const { finding, newGaps } = placed
  const [only] = finding.gaps
  return (
    <>
      <td className="matrix__kinds">
        <SourceStrip kinds={finding.kinds} />
      </td>
      <td className="matrix__gaps">
        {finding.gaps.map((letter) => (
          <GapLetterMark
            key={letter}
            letter={letter}
            reversed={newGaps.includes(letter)}
            size={18}
            {...(finding.gaps.length === 1 ? { label: null } : {})}
          />
        ))}
        {finding.gaps.length === 1 && only !== undefined && <span>{gapShortWords[only]}</span>}
        {finding.gaps.length === 0 && <span className="quiet">No gap</span>}
      </td>
    </>
  )
}

type Walker = ReturnType<typeof useWalker>

/** Keeps the one cell that Tab reaches, and moves it by keys. */
function useWalker(rows: readonly PictureRow[]) {
  const [wanted, setPlace] = useState<CellPlace>({ row: 0, column: 0 })
  const typed = useRef({ letters: '', at: 0 })
  const shape = rows.map(({ cells }) => cells.length)
  const place = clampPlace(shape, wanted)

  const go = (from: HTMLElement, to: CellPlace) => {
    const inside = clampPlace(shape, to)
    setPlace(inside)
    const matrix = from.closest('[data-matrix]')
    matrix?.querySelector<HTMLElement>(`[data-place="${inside.row} ${inside.column}"]`)?.focus()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.altKey || event.metaKey) return
    const to = walk(shape, place, event.key, event.ctrlKey)
    if (to !== undefined) {
      event.preventDefault()
      go(event.currentTarget, to)
    } else if (!event.ctrlKey && /^[a-z0-9.]$/i.test(event.key)) {
      const isFresh = event.timeStamp - typed.current.at > typingPause
      typed.current = { letters: (isFresh ? '' : typed.current.letters) + event.key, at: event.timeStamp }
      const row = rowOfCode(
        rows.map(({ prompt }) => prompt.id),
        typed.current.letters,
      )
      if (row !== undefined) go(event.currentTarget, { row, column: place.column })
    }
  }

  return { place, setPlace, onKeyDown }
}
