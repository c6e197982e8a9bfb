import { wilsonInterval } from '../model/statistics.ts'
import { Drawing, Label, round, type DrawingProps } from './svg.tsx'
import { wrapText } from './text-width.ts'
import { colours, typeSizes } from './tokens.ts'
import { kOfN } from './words.ts'

/** A proportion of a sample: "Rowan Ward", 28 of 60 readings. `detail` stands small under the name. */
type ProportionRow = { name: string; detail?: string; k: number; n: number }

/** What a chart of proportions shows. `reference` is a line all rows can be read against, such as the proportion of all teams. */
type IntervalChartView = {
  rows: readonly ProportionRow[]
  /** What `n` counts: "readings". */
  unit: string
  reference?: { name: string; k: number; n: number } | undefined
}

/** Samples smaller than this are printed as counts and not drawn. */
const leastDrawn = 5

/**
 * One row for each proportion: its name, k of n, a dot on a scale from 0 to 100 % and its 95 % Wilson interval. No second axis, no
 * ranking: rows stand in the order they are given. `type` is the size of the text: 13 on screen, 9 in the PDF.
 */
export function IntervalChart(props: DrawingProps & { view: IntervalChartView; width?: number; type?: number }) {
  const { view, width = 515, type = typeSizes.print, label } = props
  const reference = view.reference
  const nameWidth = width * 0.34
  const countWidth = type * 13
  const axis = { left: nameWidth + countWidth + 6, right: width - type * 1.6 }
  const at = (share: number) => axis.left + share * (axis.right - axis.left)
  const row = Math.round(type * (view.rows.some((each) => each.detail !== undefined) ? 3 : 2.2))
  const top = type * 2
  const bottom = top + view.rows.length * row
  const height = bottom + (reference === undefined ? 2 : type * 1.6)
  return (
    <Drawing width={width} height={Math.ceil(height)} label={label ?? describeIntervalChart(view)}>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <path d={`M${round(at(share))} ${top - 2}V${bottom}`} stroke={colours.line} strokeWidth={1} fill="none" />
          <Label x={at(share)} y={top - 6} size={type} anchor="middle" colour={colours['ink-2']}>
            {share === 1 ? '100%' : String(share * 100)}
          </Label>
        </g>
      ))}
      {reference !== undefined && reference.n > 0 && (
        <g>
          <path
            d={`M${round(at(reference.k / reference.n))} ${top - 2}V${bottom + 2}`}
            stroke={colours.ink}
            strokeWidth={1.2}
            strokeDasharray="4 3"
            fill="none"
          />
          <Label x={at(reference.k / reference.n)} y={bottom + type * 1.2} size={type} anchor="middle">
            {`${reference.name} ${kOfN(reference.k, reference.n)}`}
          </Label>
        </g>
      )}
      {view.rows.map((each, index) => {
        const middle = top + index * row + row / 2
        return (
          <g key={each.name}>
            <path d={`M0 ${top + index * row}H${width}`} stroke={colours.line} strokeWidth={1} fill="none" />
            <RowWords row={each} middle={middle} type={type} nameWidth={nameWidth} />
            <IntervalMark row={each} middle={middle} at={at} />
          </g>
        )
      })}
    </Drawing>
  )
}

function RowWords(props: { row: ProportionRow; middle: number; type: number; nameWidth: number }) {
  const { row, middle, type, nameWidth } = props
  const first = row.detail === undefined ? middle + type * 0.36 : middle - type * 0.2
  const second = first + type * 1.2
  const [name = ''] = wrapText(row.name, nameWidth - 6, type, { bold: true, maxLines: 1 })
  const [detail = ''] = wrapText(row.detail ?? '', nameWidth - 6, type, { maxLines: 1 })
  return (
    <>
      <Label x={0} y={first} size={type} bold>
        {name}
      </Label>
      {detail !== '' && (
        <Label x={0} y={second} size={type} colour={colours['ink-2']}>
          {detail}
        </Label>
      )}
      <Label x={nameWidth} y={first} size={type} bold>
        {kOfN(row.k, row.n)}
      </Label>
      <Label
        x={row.detail === undefined ? nameWidth + type * 6.2 : nameWidth}
        y={row.detail === undefined ? first : second}
        size={type}
        colour={colours['ink-2']}
      >
        {intervalInWords(row)}
      </Label>
    </>
  )
}

/** The dot and its interval; nothing for a sample too small to draw. */
function IntervalMark({ row, middle, at }: { row: ProportionRow; middle: number; at: (share: number) => number }) {
  const interval = wilsonInterval(row.k, row.n)
  if (interval === null || row.n < leastDrawn) return null
  const [low, high] = [round(at(interval.low)), round(at(interval.high))]
  return (
    <>
      <path
        d={`M${low} ${middle}H${high}M${low} ${middle - 4}v8M${high} ${middle - 4}v8`}
        stroke={colours['chart-mark']}
        strokeWidth={1.8}
        fill="none"
      />
      <circle cx={round(at(row.k / row.n))} cy={middle} r={3.6} fill={colours['chart-mark']} />
    </>
  )
}

/** "35 to 59%": the 95 % Wilson interval in whole per cents. "too few to say" under five, "none" for no sample. */
function intervalInWords({ k, n }: { k: number; n: number }): string {
  const interval = wilsonInterval(k, n)
  if (interval === null) return 'none'
  if (n < leastDrawn) return 'too few to say'
  return `${Math.round(interval.low * 100)} to ${Math.round(interval.high * 100)}%`
}

/** The chart in words: every row with its counts and interval. */
export function describeIntervalChart(view: IntervalChartView): string {
  const rows = view.rows.map(
    (row) => `${row.name}: ${kOfN(row.k, row.n)} ${view.unit}, interval ${intervalInWords(row)}`,
  )
  const reference =
    view.reference === undefined ? '' : ` ${view.reference.name}: ${kOfN(view.reference.k, view.reference.n)}.`
  return `Proportion of ${view.unit} with 95% intervals. ${rows.join('. ')}.${reference}`
}

/** The chart as rows of a table: the same numbers in the same order. */
export const intervalChartTable = (view: IntervalChartView): { name: string; count: string; interval: string }[] =>
  view.rows.map((row) => ({ name: row.name, count: kOfN(row.k, row.n), interval: intervalInWords(row) }))
