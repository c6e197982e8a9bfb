import type { ReactNode } from 'react'
import { weightiestGap } from '../model/gaps.ts'
import { decidePeopleVerdict } from '../model/people-view.ts'
import type { GapLetter, Judgement } from '../model/vocabulary.ts'
import { hatchPath } from './hatch.ts'
import { JudgementGlyph } from './judgement-mark.tsx'
import { PeopleGlyph } from './people-mark.tsx'
import { Label, round } from './svg.tsx'
import { colours, fontFamily, typeSizes } from './tokens.ts'
import { countOf, gapWords, judgementWords, peopleInWords, peopleVerdictWords, type PeopleCounts } from './words.ts'

/** What a cell shows. A finding's summary is one. */
export type CoverageCellView = {
  judgement: Judgement
  peopleView: PeopleCounts
  /** Linked items of evidence. */
  items: number
  gaps: readonly GapLetter[]
  /** Gaps that are new at the chosen date: the letter is reversed when the one shown is among them. */
  newGaps?: readonly GapLetter[]
}

/** The ground of the staff's side, by judgement; what is drawn on it; the letter's box. */
const looks: Record<Judgement, { ground: string; ink: string }> = {
  'well-evidenced': { ground: colours['well-ground'], ink: colours.well },
  'partly-evidenced': { ground: colours['partly-ground'], ink: colours.partly },
  'not-evidenced': { ground: colours['not-ground'], ink: colours.paper },
  'evidence-against': { ground: colours['against-ground'], ink: colours.paper },
  'not-assessed': { ground: colours['hatch-ground'], ink: colours.ink },
  'not-applicable': { ground: colours.paper, ink: colours['ink-2'] },
}

/** Measures of a cell. `type` is the size of its number; narrow cells leave out "+2" (`more`). */
type Measures = { people: number; mark: number; type: number; more: boolean; pad: number }

/**
 * A cell of fixed size inside a drawing: left the staff's mark, the number of items and the gap that weighs most; right the people's
 * mark. Under 70 units wide it closes up, for matrices of many core services; 50 is the least that holds two digits and a letter.
 */
export function CoverageCellGlyph(props: {
  cell: CoverageCellView
  x: number
  y: number
  width: number
  height: number
  type?: number
}) {
  const { cell, x, y, width, height, type = typeSizes.print } = props
  const isNarrow = width < 70
  const measures: Measures = isNarrow
    ? { people: 15, mark: 10, type, more: false, pad: 2 }
    : { people: Math.round(type * 2), mark: round(type * 1.3), type, more: width >= type * 8.6, pad: 4 }
  return (
    <g transform={`translate(${round(x)} ${round(y)})`}>
      <CellParts cell={cell} extent={{ width, height }} measures={measures} />
    </g>
  )
}

/**
 * A cell that fills the element it stands in, whatever its size: the parts are anchored to the edges by percentages. Decoration for
 * assistive technology, because the grid cell around it says the same in words (`describeCoverageCell`). `scale` is how much larger than
 * drawn everything in it is, as for a person who reads larger words.
 */
export function CoverageCell({
  cell,
  people = 24,
  more = true,
  scale = 1,
}: {
  cell: CoverageCellView
  people?: number
  more?: boolean
  scale?: number
}) {
  const measures: Measures = {
    people: people * scale,
    mark: 16 * scale,
    type: typeSizes.body * scale,
    more,
    pad: 5 * scale,
  }
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width="100%"
      height="100%"
      fontFamily={fontFamily}
      data-drawing="cell"
      aria-hidden
      focusable={false}
    >
      <CellParts cell={cell} extent={null} measures={measures} />
    </svg>
  )
}

/** A size in units, or null for "all there is". */
type Extent = { width: number; height: number } | null
type PartProps = { cell: CoverageCellView; extent: Extent; measures: Measures }

function CellParts({ cell, extent, measures }: PartProps) {
  const full = { width: extent?.width ?? '100%', height: extent?.height ?? '100%' }
  if (cell.judgement === 'not-applicable') {
    return (
      <>
        <OpenCell extent={extent} />
        <Anchored extent={extent}>
          <JudgementGlyph judgement="not-applicable" x={measures.pad} y={-measures.mark / 2} size={measures.mark} />
        </Anchored>
      </>
    )
  }
  const isUnsupported = cell.gaps.includes('J')
  const look = looks[cell.judgement]
  return (
    <>
      <rect {...full} rx={2} fill={isUnsupported ? colours.paper : look.ground} />
      {cell.judgement === 'not-assessed' && <Hatch extent={extent} people={measures.people} />}
      <StaffSide cell={cell} extent={extent} measures={measures} />
      {isUnsupported && <UnsupportedEdge extent={extent} people={measures.people} />}
      <PeopleSide cell={cell} extent={extent} measures={measures} />
    </>
  )
}

/** Not applicable: a thin line round nothing. A fluid cell cuts off the outer half of a stroke twice as thick. */
function OpenCell({ extent }: { extent: Extent }) {
  const edge = { fill: colours.paper, stroke: colours['line-2'] }
  if (extent === null) return <rect width="100%" height="100%" {...edge} strokeWidth={2} />
  return <rect x={0.5} y={0.5} width={extent.width - 1} height={extent.height - 1} {...edge} strokeWidth={1} />
}

function StaffSide({ cell, extent, measures }: PartProps) {
  const { mark, type, pad, people } = measures
  const isUnsupported = cell.gaps.includes('J')
  const isHatched = cell.judgement === 'not-assessed'
  const ink = isUnsupported ? colours.ink : looks[cell.judgement].ink
  const number = String(cell.items)
  const isLong = number.length > 2
  const numberSize = isLong ? Math.max(typeSizes.print, type * 0.86) : type
  const digits = number.length * numberSize * 0.56
  const isTight = pad < 4 || isLong
  const numberEnd = pad + mark + (isTight ? 2 : 5) + Math.max(digits, isTight ? 0 : type * 1.12)
  return (
    <>
      <Anchored extent={extent}>
        {isHatched && <Plate x={numberEnd - digits - 2.5} y={-type * 0.64} width={digits + 5} height={type * 1.28} />}
        <JudgementGlyph judgement={cell.judgement} ink={ink} x={pad} y={-mark / 2} size={mark} />
        <Label x={numberEnd} y={type * 0.36} size={round(numberSize)} bold anchor="end" colour={ink}>
          {number}
        </Label>
      </Anchored>
      <Anchored extent={extent} right={people}>
        <GapInCell cell={cell} measures={measures} ink={ink} />
      </Anchored>
    </>
  )
}

function GapInCell({ cell, measures, ink }: { cell: CoverageCellView; measures: Measures; ink: string }) {
  const letter = weightiestGap(cell.gaps)
  if (letter === null) return null
  const { type, more, pad } = measures
  const box = round(type * 1.18)
  const room = more ? round(type * 1.08) : 0
  const left = -(pad < 4 ? 1.5 : more ? 2 : 3) - room - box
  const others = cell.gaps.length - 1
  const look = letterLook(cell, letter, ink)
  // The stylesheet leaves "+2" out of a cell that has become narrow, and moves the letter into its place.
  return (
    <>
      <g data-part={more ? 'gap' : undefined}>
        <rect
          x={round(left + 0.5)}
          y={round(-box / 2)}
          width={round(box - 1)}
          height={box}
          rx={type / 7}
          fill={look.fill}
          stroke={look.edge}
          strokeWidth={1}
        />
        <Label x={left + box / 2} y={type * 0.34} size={small(type)} bold anchor="middle" colour={look.ink}>
          {letter}
        </Label>
      </g>
      {more && others > 0 && (
        <g data-part="more">
          {cell.judgement === 'not-assessed' && (
            <Plate x={left + box - 0.5} y={-box / 2} width={room + 0.5} height={box} />
          )}
          <Label x={left + box + 1} y={type * 0.34} size={small(type)} colour={ink}>{`+${others}`}</Label>
        </g>
      )}
    </>
  )
}

/** A little less than the number beside it, but never under what may be printed. */
const small = (type: number) => round(Math.max(typeSizes.print, type * 0.93))

function letterLook(cell: CoverageCellView, letter: GapLetter, ink: string) {
  if (cell.newGaps?.includes(letter)) return { fill: colours.ink, edge: colours.paper, ink: colours.paper }
  if (letter === 'J') return { fill: colours['not-ground'], edge: colours['not-ground'], ink: colours.paper }
  if (cell.judgement === 'not-assessed') return { fill: colours.paper, edge: colours.paper, ink: colours.ink }
  return { fill: 'none', edge: ink, ink }
}

function PeopleSide({ cell, extent, measures }: PartProps) {
  const verdict = decidePeopleVerdict(cell.peopleView)
  const size = Math.min(measures.people - 2, Math.max(measures.mark - 1, 8))
  const height = extent === null ? '100%' : extent.height
  return (
    <>
      <Anchored extent={extent} right={0} top>
        <rect x={-measures.people} y={0} width={measures.people} height={height} fill={colours.paper} />
        <Frame x={-measures.people} width={measures.people} height={height} />
      </Anchored>
      <Anchored extent={extent} right={measures.people / 2}>
        <PeopleGlyph verdict={verdict} x={-size / 2} y={-size / 2} size={size} />
      </Anchored>
    </>
  )
}

/** The thin line round the people's side, drawn as four bars inside it, so that no half of a stroke is cut off. */
function Frame({ x, width, height }: { x: number; width: number; height: number | string }) {
  const ink = colours['line-2']
  return (
    <>
      <rect x={x} y={0} width={width} height={1} fill={ink} />
      <rect x={x} y={0} width={1} height={height} fill={ink} />
      <rect x={-1} y={0} width={1} height={height} fill={ink} />
      {typeof height === 'number' ? (
        <rect x={x} y={height - 1} width={width} height={1} fill={ink} />
      ) : (
        <svg y="100%" overflow="visible">
          <rect x={x} y={-1} width={width} height={1} fill={ink} />
        </svg>
      )}
    </>
  )
}

/** Gap J: the pale fill gives way to white with a dark edge. The people's side is drawn over its right end. */
function UnsupportedEdge({ extent, people }: { extent: Extent; people: number }) {
  const edge = { stroke: colours['not-ground'], strokeWidth: 2 }
  const right = extent?.width ?? '100%'
  const bottom = extent?.height ?? '100%'
  return (
    <>
      <line x1={0} y1={1} x2={right} y2={1} {...edge} />
      <line x1={1} y1={0} x2={1} y2={bottom} {...edge} />
      {extent === null ? (
        <svg y="100%" overflow="visible">
          <line x1={0} y1={-1} x2="100%" y2={-1} {...edge} />
        </svg>
      ) : (
        <line x1={0} y1={extent.height - 1} x2={extent.width} y2={extent.height - 1} {...edge} />
      )}
      <Anchored extent={extent} right={people} top>
        <line x1={-1} y1={0} x2={-1} y2={bottom} {...edge} />
      </Anchored>
    </>
  )
}

/** Wide enough for any cell on screen; what lies beyond the cell's own edge is cut off by it. */
const widestCell = { width: 400, height: 80 }

function Hatch({ extent, people }: { extent: Extent; people: number }) {
  const path =
    extent === null
      ? hatchPath(0, 0, widestCell.width, widestCell.height)
      : hatchPath(0, 0, extent.width - people, extent.height)
  return <path d={path} fill={colours['hatch-stripe']} />
}

/** A white plate under a number or letter on the hatch. */
function Plate({ x, y, width, height }: { x: number; y: number; width: number; height: number }) {
  return <rect x={round(x)} y={round(y)} width={round(width)} height={round(height)} rx={2} fill={colours.paper} />
}

/**
 * Puts the origin at the left or (with `right`, a distance) the right edge, half way down or (with `top`) at the top. Fixed cells
 * translate; fluid ones nest an `svg`, whose position may be a percentage.
 */
function Anchored(props: { extent: Extent; right?: number; top?: boolean; children: ReactNode }) {
  const { extent, right, top = false, children } = props
  if (extent !== null) {
    const x = right === undefined ? 0 : extent.width - right
    return <g transform={`translate(${round(x)} ${top ? 0 : round(extent.height / 2)})`}>{children}</g>
  }
  return (
    <svg x={right === undefined ? 0 : '100%'} y={top ? 0 : '50%'} overflow="visible">
      {right === undefined || right === 0 ? children : <g transform={`translate(${round(-right)} 0)`}>{children}</g>}
    </svg>
  )
}

/** A cell in words: "Staff: partly evidenced, 9 items. People: most say no, 5 of 9 people said no. Gaps: contradicted; stale". */
export function describeCoverageCell(cell: CoverageCellView): string {
  const staff = judgementWords[cell.judgement]
  if (cell.judgement === 'not-applicable') return staff
  const verdict = decidePeopleVerdict(cell.peopleView)
  const people = peopleVerdictWords[verdict].toLowerCase()
  const gaps = cell.gaps.map(
    (letter) => gapWords[letter].toLowerCase() + (cell.newGaps?.includes(letter) ? ' (new)' : ''),
  )
  return [
    `Staff: ${staff.toLowerCase()}, ${countOf(cell.items, 'item')}.`,
    verdict === 'not-asked' ? `People: ${people}.` : `People: ${people}, ${peopleInWords(cell.peopleView)}.`,
    gaps.length === 0 ? 'No gap' : `Gaps: ${gaps.join('; ')}`,
  ].join(' ')
}
