import type { ReactNode } from 'react'
import { judgements, type SourceKind } from '../model/vocabulary.ts'
import { decidePeopleVerdict, peopleVerdicts } from '../model/people-view.ts'
import { CoverageCellGlyph, describeCoverageCell, type CoverageCellView } from './coverage-cell.tsx'
import { GapGlyph } from './gap-letter.tsx'
import { SourceStripGlyph, describeSourceStrip, sourceStripWidth } from './source-strip.tsx'
import { Drawing, Label, round } from './svg.tsx'
import { textWidth, wrapText } from './text-width.ts'
import { colours, typeSizes } from './tokens.ts'
import { countOf, gapShortWords, joinWords, judgementWords, peopleVerdictWords } from './words.ts'

/** A prompt of the matrix: its code, its short words, its cells in the order of the scopes. */
type PromptRow<Cell> = { id: string; short: string; cells: readonly Cell[] }

/** A cell of the provider's block, which also shows its kinds of source. */
type ProviderCellView = CoverageCellView & { kinds: readonly SourceKind[] }

/** What the matrix shows: prompts asked once of the provider, and prompts asked of each core service. Null where a cell is missing. */
export type CoverageMatrixView = {
  provider: readonly PromptRow<ProviderCellView | null>[]
  scopes: readonly { id: string; name: string }[]
  coreServices: readonly PromptRow<CoverageCellView | null>[]
}

/** Sizes of the matrix in drawing units, points in the PDF: the width of row headings and of a core service's column, a row's height. */
type Layout = { width: number; type: number; heading: number; column: number; row: number }

const between = 2
const leastColumn = 52

/**
 * The whole matrix as one drawing, for the PDF: 515 units wide for a portrait A4 page, 760 for a landscape one. More core services
 * than fit beside each other at 9 points stand in bands below each other. Up to 12 of them; where pages end, see
 * {@link splitCoverageMatrix}.
 */
export function CoverageMatrix(props: { view: CoverageMatrixView; width?: number; label?: string }) {
  const { view, width = 515, label } = props
  const { blocks, height } = stackBlocks(view, width)
  return (
    <Drawing width={width} height={height} kind="matrix" label={label ?? describeCoverageMatrix(view)}>
      {blocks.map(({ key, parts, top }) => (
        <g key={key} transform={`translate(0 ${round(top)})`}>
          {parts}
        </g>
      ))}
    </Drawing>
  )
}

/**
 * A matrix as parts of which each is drawn no higher than `height`: whole if it fits, else the provider's prompts and band after band
 * of core services, and long lists of prompts cut between two rows. A picture higher than its page would be lost from the PDF.
 */
export function splitCoverageMatrix(view: CoverageMatrixView, width = 515, height = 640): CoverageMatrixView[] {
  const fits = (part: CoverageMatrixView) => stackBlocks(part, width).height <= height
  if (fits(view)) return [view]
  const { bands, columns } = bandScopes(view, width)
  const parts: CoverageMatrixView[] = []
  let current: CoverageMatrixView = { ...view, scopes: [], coreServices: [] }
  for (let band = 0; band < bands; band += 1) {
    const joined = withBand(view, current, band * columns, (band + 1) * columns)
    if (fits(joined)) current = joined
    else {
      parts.push(current)
      current = withBand(view, { provider: [], scopes: [], coreServices: [] }, band * columns, (band + 1) * columns)
    }
  }
  return [...parts, current].flatMap((part) => cutRows(part, fits)).filter(hasRows)
}

/** A part with the core services from one column up to another put beside those it has. */
function withBand(view: CoverageMatrixView, part: CoverageMatrixView, from: number, to: number): CoverageMatrixView {
  return {
    provider: part.provider,
    scopes: [...part.scopes, ...view.scopes.slice(from, to)],
    coreServices: view.coreServices.map((row, index) => ({
      ...row,
      cells: [...(part.coreServices[index]?.cells ?? []), ...row.cells.slice(from, to)],
    })),
  }
}

function cutRows(part: CoverageMatrixView, fits: (part: CoverageMatrixView) => boolean): CoverageMatrixView[] {
  const { provider, coreServices } = part
  const rows = Math.max(provider.length, coreServices.length)
  if (rows < 2 || fits(part)) return [part]
  const half = Math.ceil(rows / 2)
  const halves = [
    { ...part, provider: provider.slice(0, half), coreServices: coreServices.slice(0, half) },
    { ...part, provider: provider.slice(half), coreServices: coreServices.slice(half) },
  ]
  return halves.flatMap((each) => cutRows(each, fits))
}

const hasRows = ({ provider, scopes, coreServices }: CoverageMatrixView) =>
  provider.length > 0 || (scopes.length > 0 && coreServices.length > 0)

/** How many bands the core services need at 9 points, and how many stand in each. */
function bandScopes(view: CoverageMatrixView, width: number) {
  const most = Math.floor((width * 0.74) / leastColumn)
  const bands = Math.max(1, Math.ceil(view.scopes.length / most))
  return { bands, columns: Math.ceil(view.scopes.length / bands) }
}

/** The blocks of a matrix below each other, with where each begins. */
function stackBlocks(view: CoverageMatrixView, width: number) {
  const { bands, columns } = bandScopes(view, width)
  const layout = layOut(Math.max(4, columns), width)
  let top = 0
  const blocks = [
    layOutProvider(view, layout),
    ...Array.from({ length: bands }, (_, band) => layOutBand(view, layout, band * columns, (band + 1) * columns)),
  ].flatMap((block) => {
    if (block.height === 0) return []
    const placed = { ...block, top }
    top += block.height + 8
    return [placed]
  })
  return { blocks, height: Math.max(1, Math.ceil(top - 8)) }
}

function layOut(columns: number, width: number): Layout {
  const heading = Math.max(width * 0.26, Math.min(width * 0.36, width - columns * 68))
  return { width, type: typeSizes.print, heading, column: (width - heading) / columns, row: 19 }
}

type Block = { key: string; parts: ReactNode; height: number }

/** The core services from one column up to another, under their own heads. */
function layOutBand(view: CoverageMatrixView, layout: Layout, from: number, to: number): Block {
  const scopes = view.scopes.slice(from, to)
  if (view.coreServices.length === 0 || scopes.length === 0) return { key: 'none', parts: null, height: 0 }
  const { type, heading, column } = layout
  const heads = scopes.map((scope) => wrapText(scope.name, column - 4, type, { bold: true, maxLines: 4 }))
  const headHeight = Math.max(...heads.map((lines) => lines.length)) * (type + 2) + 4
  let top = headHeight
  const rows = view.coreServices.map((row) => {
    const lines = headingLines(row, layout)
    const height = rowHeight(lines, layout)
    const part = (
      <g key={row.id} transform={`translate(0 ${top})`}>
        <RowHeading row={row} lines={lines} height={height} layout={layout} />
        {scopes.map((scope, index) => {
          const cell = row.cells[from + index] ?? null
          if (cell === null) return null
          const size = { x: heading + index * column, y: 0, width: column - between, height }
          return <CoverageCellGlyph key={scope.id} cell={cell} {...size} />
        })}
      </g>
    )
    top += height + between
    return part
  })
  const parts = (
    <>
      <Label x={0} y={headHeight - 5} size={type} bold>
        Asked of each core service
      </Label>
      {scopes.map((scope, index) => (
        <Head key={scope.id} lines={heads[index] ?? []} x={heading + index * column} y={headHeight - 5} type={type} />
      ))}
      {rows}
    </>
  )
  return { key: `from-${from}`, parts, height: top }
}

function Head({ lines, x, y, type }: { lines: readonly string[]; x: number; y: number; type: number }) {
  return lines.map((line, index) => (
    <Label key={line} x={x} y={y - (lines.length - 1 - index) * (type + 2)} size={type} bold>
      {line}
    </Label>
  ))
}

function layOutProvider(view: CoverageMatrixView, layout: Layout): Block {
  if (view.provider.length === 0) return { key: 'none', parts: null, height: 0 }
  const { type, heading } = layout
  const cellWidth = Math.max(80, layout.column - between)
  const stripX = heading + cellWidth + 10
  const gapsX = stripX + sourceStripWidth(11, 2) + 12
  let top = type + 6
  const rows = view.provider.map((row) => {
    const cell = row.cells[0] ?? null
    const lines = headingLines(row, layout)
    const gaps = cell === null ? [] : flowGaps(cell, layout.width - gapsX, type)
    const gapLines = Math.max(0, ...gaps.map((gap) => gap.line + 1))
    const height = Math.max(rowHeight(lines, layout), gapLines * 14)
    const part = (
      <g key={row.id} transform={`translate(0 ${top})`}>
        <RowHeading row={row} lines={lines} height={height} layout={layout} />
        {cell !== null && (
          <>
            <CoverageCellGlyph cell={cell} x={heading} y={0} width={cellWidth} height={height} />
            <SourceStripGlyph kinds={cell.kinds} x={stripX} y={height / 2 - 5.5} size={11} gap={2} />
            {gaps.map((gap) => (
              <GapInWords
                key={gap.letter}
                {...gap}
                x={gapsX + gap.left}
                y={height / 2 + (gap.line - gapLines / 2) * 14}
                type={type}
              />
            ))}
            {gaps.length === 0 && cell.judgement !== 'not-applicable' && (
              <Label x={gapsX} y={height / 2 + type * 0.36} size={type} colour={colours['ink-2']}>
                No gap
              </Label>
            )}
          </>
        )}
      </g>
    )
    top += height + between
    return part
  })
  const parts = (
    <g>
      <Label x={0} y={type} size={type} bold>
        Asked of the provider
      </Label>
      <Label x={heading} y={type} size={type} bold>
        Provider
      </Label>
      <Label x={stripX} y={type} size={type} bold>
        Kinds of evidence
      </Label>
      <Label x={gapsX} y={type} size={type} bold>
        Gaps
      </Label>
      {rows}
    </g>
  )
  return { key: 'provider', parts, height: top }
}

const headingLines = (row: PromptRow<unknown>, layout: Layout) =>
  wrapText(`${row.short} ${row.id}`, layout.heading - 6, layout.type, { maxLines: 3 })

const rowHeight = (lines: readonly string[], layout: Layout) =>
  Math.max(layout.row, lines.length * (layout.type + 2) + 2)

/** The prompt in words, its code small beside the last of them. */
function RowHeading(props: { row: PromptRow<unknown>; lines: readonly string[]; height: number; layout: Layout }) {
  const { row, lines, height, layout } = props
  const first = height / 2 - ((lines.length - 1) * (layout.type + 2)) / 2 + layout.type * 0.36
  return lines.map((line, index) => {
    const y = first + index * (layout.type + 2)
    const hasCode = index === lines.length - 1 && line.endsWith(row.id)
    const words = hasCode ? line.slice(0, line.length - row.id.length).trimEnd() : line
    return (
      <g key={line}>
        <Label x={0} y={y} size={layout.type}>
          {words}
        </Label>
        {hasCode && (
          <Label
            x={words === '' ? 0 : textWidth(words, layout.type) + 4}
            y={y}
            size={layout.type}
            colour={colours['ink-2']}
          >
            {row.id}
          </Label>
        )}
      </g>
    )
  })
}

/** The gaps of a provider prompt, letter and short words, in as many lines as they need. */
function flowGaps(cell: CoverageCellView, width: number, type: number) {
  let left = 0
  let line = 0
  return cell.gaps.map((letter) => {
    const words = gapShortWords[letter]
    const needs = 16 + textWidth(words, type) + 8
    if (left > 0 && left + needs - 8 > width) {
      left = 0
      line += 1
    }
    const place = { letter, words, left, line, reversed: cell.newGaps?.includes(letter) ?? false }
    left += needs
    return place
  })
}

function GapInWords(props: {
  letter: CoverageCellView['gaps'][number]
  words: string
  reversed: boolean
  x: number
  y: number
  type: number
}) {
  const { letter, words, reversed, x, y, type } = props
  return (
    <>
      <GapGlyph letter={letter} reversed={reversed} x={x} y={y} size={13} />
      <Label x={x + 16} y={y + 6.5 + type * 0.36} size={type}>
        {words}
      </Label>
    </>
  )
}

/** The matrix in words: the totals of both views first, then every prompt and scope. */
export function describeCoverageMatrix(view: CoverageMatrixView): string {
  const cells = [...view.provider, ...view.coreServices].flatMap((row) => row.cells.filter((cell) => cell !== null))
  const asked = cells.filter((cell) => cell.judgement !== 'not-applicable')
  const services = view.coreServices.length
  const shape = [
    view.provider.length > 0 ? `${countOf(view.provider.length, 'prompt')} asked of the provider` : '',
    services > 0
      ? `${countOf(services, 'prompt')} asked of each of ${countOf(view.scopes.length, 'core service')}`
      : '',
  ].filter((part) => part !== '')
  const rows = coverageMatrixTable(view).map((row) => `${row.prompt}, ${row.scope}: ${row.words}.`)
  return [
    `Coverage: ${joinWords(shape)}; ${countOf(cells.length, 'finding')}.`,
    `Staff say: ${tally(judgements, (id) => cells.filter((cell) => cell.judgement === id).length, judgementWords)}.`,
    `People say: ${tally(
      peopleVerdicts,
      (id) => asked.filter((cell) => decidePeopleVerdict(cell.peopleView) === id).length,
      peopleVerdictWords,
    )}.`,
    ...rows,
  ].join(' ')
}

function tally<Id extends string>(ids: readonly Id[], count: (id: Id) => number, words: Record<Id, string>): string {
  return ids.map((id) => `${count(id)} ${words[id].toLowerCase()}`).join(', ')
}

/** The matrix as rows of a table: the same cells in the same order, each in words. */
export function coverageMatrixTable(view: CoverageMatrixView): { prompt: string; scope: string; words: string }[] {
  const provider = view.provider.flatMap((row) =>
    row.cells.flatMap((cell) => {
      if (cell === null) return []
      const words = describeCoverageCell(cell)
      const kinds = cell.judgement === 'not-applicable' ? '' : `. ${describeSourceStrip(cell.kinds)}`
      return [{ prompt: `${row.short} (${row.id})`, scope: 'Provider', words: words + kinds }]
    }),
  )
  const services = view.coreServices.flatMap((row) =>
    row.cells.flatMap((cell, column) => {
      const scope = view.scopes[column]
      if (cell === null || scope === undefined) return []
      return [{ prompt: `${row.short} (${row.id})`, scope: scope.name, words: describeCoverageCell(cell) }]
    }),
  )
  return [...provider, ...services]
}
