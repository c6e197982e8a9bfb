import type { Age, Relation } from '../model/vocabulary.ts'
import { Drawing, type DrawingProps } from './svg.tsx'
import { colours } from './tokens.ts'

/** How old an item is: three bars (current), two (ageing), outlines (stale), three dots (no date). Words stand beside it. */
export function AgeMark({ age, label }: DrawingProps & { age: Age }) {
  return (
    <Drawing width={18} height={12} kind="mark" label={label}>
      {bars.map((left, slot) => {
        if (age === 'no-date') return <circle key={left} cx={left + 2.5} cy={6} r={1.6} fill={colours['ink-2']} />
        const isFull = age === 'current' || (age === 'ageing' && slot < 2)
        if (isFull) return <rect key={left} x={left} y={1} width={5} height={10} fill={colours.ink} />
        return (
          <rect
            key={left}
            x={left + 0.7}
            y={1.7}
            width={3.6}
            height={8.6}
            fill="none"
            stroke={colours.ink}
            strokeWidth={1.4}
          />
        )
      })}
    </Drawing>
  )
}

const bars = [0, 6.5, 13]

/** How an item bears on a finding: plus, struck equals, i in a ring. */
export function RelationMark(props: DrawingProps & { relation: Relation; size?: number }) {
  const { relation, size = 12, label } = props
  const ink = relation === 'contradicts' ? colours['against-ground'] : colours['ink-2']
  return (
    <Drawing width={size} height={size} kind="mark" label={label}>
      <g transform={`scale(${size / 16})`}>{relationShapes[relation](ink)}</g>
    </Drawing>
  )
}

const relationShapes: Record<Relation, (ink: string) => React.ReactNode> = {
  supports: (ink) => <path d={plus} fill={ink} />,
  contradicts: (ink) => <path d={`${equals}M10 .8l1.8 1L6 15.2l-1.8-1z`} fill={ink} />,
  context: (ink) => (
    <>
      <circle cx={8} cy={8} r={6.8} fill="none" stroke={ink} strokeWidth={1.6} />
      <path d="M7 7h2v5H7zM7 4h2v2H7z" fill={ink} />
    </>
  ),
}

const plus = 'M6.7 2h2.6v4.7H14v2.6H9.3V14H6.7V9.3H2V6.7h4.7z'
const equals = 'M2 4.5h12V7H2zM2 9h12v2.5H2z'

/** What became of a finding since the last sign-off. */
export const changes = ['worse', 'improved', 'unchanged', 'new'] as const
/** One of the four changes. */
export type Change = (typeof changes)[number]

/** Triangle down, triangle up, two lines, plus. */
export function ChangeMark({ change, size = 11, label }: DrawingProps & { change: Change; size?: number }) {
  return (
    <Drawing width={size} height={size} kind="mark" label={label}>
      <path d={changePaths[change]} fill={colours.ink} transform={`scale(${size / 16})`} />
    </Drawing>
  )
}

const changePaths: Record<Change, string> = {
  worse: 'M8 14L1 2h14z',
  improved: 'M8 2l7 12H1z',
  unchanged: equals,
  new: plus,
}

/** The warning that stands beside "late" and "missing": red, with a shape of its own. */
export function WarningMark({ size = 13, label, ink = colours.error }: DrawingProps & { size?: number; ink?: string }) {
  return (
    <Drawing width={size} height={size} kind="mark" label={label}>
      <path d={warningPath} fill={ink} fillRule="evenodd" transform={`scale(${size / 16})`} />
    </Drawing>
  )
}

/** The warning triangle on a 16 by 16 grid, filled by the even-odd rule. */
export const warningPath = 'M8 .8L16 15H0zM7.1 5.8v4.7h1.8V5.8zM7.1 11.8v1.7h1.8v-1.7z'
