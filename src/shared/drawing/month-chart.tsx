import { wilsonInterval } from '../model/statistics.ts'
import { Drawing, Label, round, type DrawingProps } from './svg.tsx'
import { colours, typeSizes } from './tokens.ts'
import { kOfN } from './words.ts'

/** A month of readings; `n` of 0 is a month with no audit. */
type MonthReading = { month: string; k: number; n: number }

/** What a team's months show. `median` is a share from 0 to 1, of the six months before; null without them. */
type MonthChartView = { name: string; months: readonly MonthReading[]; median: number | null }

/** A month's width: enough for "10/10" and "none". */
const step = 43

/**
 * Months as dots that are not joined, each with its 95 % Wilson bar and k/n; a month with no audit says "none"; the median is dashed.
 * The heads of the months stand over the column (`withMonths`), so that rows of teams line up.
 */
export function MonthChart(props: DrawingProps & { view: MonthChartView; withMonths?: boolean; type?: number }) {
  const { view, withMonths = false, type = typeSizes.small, label } = props
  const left = 34
  const width = left + view.months.length * step
  const top = withMonths ? 20 : 3
  const at = (share: number) => round(top + (1 - share) * 30)
  return (
    <Drawing width={width} height={top + 45} label={label ?? describeMonthChart(view)}>
      <path
        d={`M${left} ${at(0)}H${width}M${left} ${at(1)}H${width}`}
        stroke={colours.line}
        strokeWidth={1}
        fill="none"
      />
      <Label x={left - 5} y={at(1) + 9} size={type} anchor="end" colour={colours['ink-2']}>
        100
      </Label>
      <Label x={left - 5} y={at(0) + 2} size={type} anchor="end" colour={colours['ink-2']}>
        0
      </Label>
      {view.median !== null && (
        <path
          d={`M${left} ${at(view.median)}H${width}`}
          stroke={colours.ink}
          strokeWidth={1.5}
          strokeDasharray="5 3"
          fill="none"
        />
      )}
      {view.months.map((month, index) => (
        <MonthMark
          key={month.month}
          month={month}
          x={left + (index + 0.5) * step}
          at={at}
          type={type}
          withMonths={withMonths}
        />
      ))}
    </Drawing>
  )
}

function MonthMark(props: {
  month: MonthReading
  x: number
  at: (share: number) => number
  type: number
  withMonths: boolean
}) {
  const { month, x, at, type, withMonths } = props
  const interval = wilsonInterval(month.k, month.n)
  return (
    <g>
      {withMonths && (
        <Label x={x} y={13} size={type} anchor="middle" bold colour={colours['ink-2']}>
          {month.month}
        </Label>
      )}
      {interval !== null && month.n >= 5 && (
        <>
          <path
            d={`M${x} ${at(interval.low)}V${at(interval.high)}`}
            stroke={colours['chart-mark']}
            strokeWidth={2}
            fill="none"
          />
          <circle cx={x} cy={at(month.k / month.n)} r={3.6} fill={colours['chart-mark']} />
        </>
      )}
      <Label
        x={x}
        y={at(0) + 13}
        size={type}
        anchor="middle"
        colour={interval === null ? colours['ink-2'] : colours.ink}
      >
        {interval === null ? 'none' : `${month.k}/${month.n}`}
      </Label>
    </g>
  )
}

/** The months in words. */
export function describeMonthChart({ name, months, median }: MonthChartView): string {
  const each = months.map(({ month, k, n }) => `${month} ${n === 0 ? 'none read' : kOfN(k, n)}`).join(', ')
  return `${name}: ${each}. ${median === null ? 'No median yet' : `Median ${Math.round(median * 100)}%`}`
}
