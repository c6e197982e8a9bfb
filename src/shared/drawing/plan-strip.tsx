import { Drawing, type DrawingProps } from './svg.tsx'
import { colours } from './tokens.ts'

/** Plans by how many individual first-person statements they have: none, 1, 2, 3, 4, 5 or more. */
type PlanStripView = { name: string; plans: readonly number[] }

const column = 34
const dot = 5.6
const perLine = 5

/**
 * A dot for each plan, stacked over the number of its individual first-person statements; hollow for none, so that "at least one" is not
 * the whole story. More than `mostLines` lines grow the drawing, never drop a plan.
 */
export function PlanStrip({ view, label }: DrawingProps & { view: PlanStripView }) {
  const lines = Math.max(3, ...view.plans.map((count) => Math.ceil(count / perLine)))
  const height = lines * dot + 3
  return (
    <Drawing width={column * view.plans.length} height={Math.ceil(height) + 1} label={label ?? describePlanStrip(view)}>
      <path d={`M0 ${height}H${column * view.plans.length}`} stroke={colours.line} strokeWidth={1} fill="none" />
      {view.plans.map((count, at) =>
        Array.from({ length: count }, (_, index) => {
          const x = at * column + 4 + (index % perLine) * dot
          const y = height - 4 - Math.floor(index / perLine) * dot
          return at === 0 ? (
            <circle
              key={`${at} ${index}`}
              cx={x}
              cy={y}
              r={1.9}
              fill={colours.paper}
              stroke={colours['chart-mark']}
              strokeWidth={1}
            />
          ) : (
            <circle key={`${at} ${index}`} cx={x} cy={y} r={2.3} fill={colours['chart-mark']} />
          )
        }),
      )}
    </Drawing>
  )
}

/** "Rowan Ward: 12 plans with none, 3 with 1, 2 with 5 or more". */
export function describePlanStrip({ name, plans }: PlanStripView): string {
  const words = ['none', '1', '2', '3', '4', '5 or more']
  const parts = plans.flatMap((count, at) =>
    count === 0 ? [] : [`${count} ${count === 1 ? 'plan' : 'plans'} with ${words[at] ?? ''}`],
  )
  return `${name}, individual first-person statements: ${parts.length === 0 ? 'no plan read' : parts.join(', ')}`
}
