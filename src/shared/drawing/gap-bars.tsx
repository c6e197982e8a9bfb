import { gapLetters, type GapLetter } from '../model/vocabulary.ts'
import { GapGlyph } from './gap-letter.tsx'
import { Drawing, Label, type DrawingProps } from './svg.tsx'
import { textWidth } from './text-width.ts'
import { colours, typeSizes } from './tokens.ts'
import { UnitBarGlyph } from './unit-squares.tsx'
import { countOf, gapShortWords, gapWords } from './words.ts'

/** How many findings have each gap, and how many of these are new at the chosen date. */
export type GapCounts = Record<GapLetter, { count: number; fresh?: number }>

/** The nine gaps in their order, zeros shown, a unit for each finding; new ones hollow. `type`: 13 on screen, 9 in the PDF. */
export function GapBars(props: DrawingProps & { gaps: GapCounts; width?: number; type?: number; columns?: number }) {
  const { gaps, width = 258, type = typeSizes.print, columns = 1, label } = props
  const row = type * 2
  const perColumn = Math.ceil(gapLetters.length / columns)
  const gutter = 18
  const column = (width - gutter * (columns - 1)) / columns
  const fits = (letter: GapLetter) => textWidth(gapWords[letter], type) < column - type * 4
  return (
    <Drawing width={width} height={perColumn * row} label={label ?? describeGapBars(gaps)}>
      {gapLetters.map((letter, index) => {
        const { count, fresh } = gaps[letter]
        const x = Math.floor(index / perColumn) * (column + gutter)
        const y = (index % perColumn) * row
        return (
          <g key={letter} transform={`translate(${x} ${y})`}>
            <path d={`M0 ${row - 0.5}H${column}`} stroke={colours.line} strokeWidth={1} fill="none" />
            <GapGlyph letter={letter} x={0} y={row * 0.12} size={type * 1.4} />
            <Label x={type * 2} y={type * 1.15} size={type}>
              {fits(letter) ? gapWords[letter] : gapShortWords[letter]}
            </Label>
            <Label x={column} y={type * 1.15} size={type} bold anchor="end">
              {String(count)}
            </Label>
            <UnitBarGlyph x={type * 2} y={row - 4.5} count={count} fresh={fresh ?? 0} width={column - type * 2} />
          </g>
        )
      })}
    </Drawing>
  )
}

/** The gaps in words: every kind with its count, zeros as well. */
export function describeGapBars(gaps: GapCounts): string {
  const each = gapBarsTable(gaps).map(
    (row) => `${row.words}: ${row.count}${row.fresh > 0 ? `, ${row.fresh} of them new` : ''}`,
  )
  const total = gapLetters.reduce((sum, letter) => sum + gaps[letter].count, 0)
  return `${countOf(total, 'gap')}. ${each.join('. ')}.`
}

/** The gaps as rows of a table, in the order of the bars. */
export const gapBarsTable = (gaps: GapCounts): { letter: GapLetter; words: string; count: number; fresh: number }[] =>
  gapLetters.map((letter) => ({
    letter,
    words: gapWords[letter],
    count: gaps[letter].count,
    fresh: gaps[letter].fresh ?? 0,
  }))
