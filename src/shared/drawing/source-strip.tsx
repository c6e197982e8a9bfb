import { sourceKinds, type SourceKind } from '../model/vocabulary.ts'
import { Drawing, Placed, type DrawingProps, type Place } from './svg.tsx'
import { colours } from './tokens.ts'
import { joinWords, sourceKindWords } from './words.ts'

/** A kind of source inside a drawing. One colour; the shape tells. */
function SourceGlyph({ kind, ink = colours.brand, ...place }: { kind: SourceKind; ink?: string } & Place) {
  return <Placed {...place}>{shapes[kind](ink)}</Placed>
}

/** A kind of source on its own. */
export function SourceMark(props: DrawingProps & { kind: SourceKind; size?: number; ink?: string }) {
  const { size = 16, label, ...mark } = props
  return (
    <Drawing width={size} height={size} kind="mark" label={label}>
      <SourceGlyph {...mark} size={size} />
    </Drawing>
  )
}

/** The six slots of kinds of source inside a drawing, always in the same order, a dot where there is none. */
export function SourceStripGlyph({ kinds, x = 0, y = 0, size = 16, gap = 3 }: Place & StripOptions) {
  return (
    <g>
      {sourceKinds.map((kind, slot) => {
        const left = x + slot * (size + gap)
        if (kinds.includes(kind)) return <SourceGlyph key={kind} kind={kind} x={left} y={y} size={size} />
        return (
          <circle
            key={kind}
            cx={left + size / 2}
            cy={y + size / 2}
            r={Math.min(2, size / 8)}
            fill={colours['line-2']}
          />
        )
      })}
    </g>
  )
}

/** The strip on its own, with its text alternative unless `label` is given; 111 px wide at the default size. */
export function SourceStrip({ kinds, size = 16, gap = 3, label }: StripOptions & DrawingProps & { size?: number }) {
  return (
    <Drawing width={sourceStripWidth(size, gap)} height={size} kind="mark" label={label ?? describeSourceStrip(kinds)}>
      <SourceStripGlyph kinds={kinds} size={size} gap={gap} />
    </Drawing>
  )
}

type StripOptions = { kinds: readonly SourceKind[]; gap?: number }

/** How wide a strip is. */
export const sourceStripWidth = (size: number, gap: number): number => sourceKinds.length * (size + gap) - gap

/** The strip in words. */
export const describeSourceStrip = (kinds: readonly SourceKind[]): string => {
  const names = sourceKinds.filter((kind) => kinds.includes(kind)).map((kind) => sourceKindWords[kind].toLowerCase())
  return `Kinds of evidence: ${names.length === 0 ? 'none' : joinWords(names)}`
}

const line = (ink: string) =>
  ({ fill: 'none', stroke: ink, strokeWidth: 1.6, strokeLinejoin: 'round' as const }) as const

const shapes: Record<SourceKind, (ink: string) => React.ReactNode> = {
  people: (ink) => <path d="M1.8 2.8h12.4v8.4H7.4L4.2 14v-2.8H1.8z" {...line(ink)} />,
  staff: (ink) => (
    <>
      <path d="M3.5 5.2h9v9.3h-9zM5.6 5 8 1.3 10.4 5" {...line(ink)} />
      <circle cx={8} cy={9.2} r={1.7} fill={ink} />
    </>
  ),
  partners: (ink) => (
    <>
      <circle cx={5.5} cy={8} r={4.2} {...line(ink)} />
      <circle cx={10.5} cy={8} r={4.2} {...line(ink)} />
    </>
  ),
  observation: (ink) => (
    <>
      <path d="M.9 8S3.6 3.6 8 3.6 15.1 8 15.1 8 12.4 12.4 8 12.4.9 8 .9 8z" {...line(ink)} />
      <circle cx={8} cy={8} r={2.1} fill={ink} />
    </>
  ),
  processes: (ink) => <path d="M3.6 1.6h6L12.6 4.6v9.8h-9zM5.8 7.4h4.6M5.8 10.6h4.6" {...line(ink)} />,
  outcomes: (ink) => <path d="M2 1.5V14h12.5M4.5 10.5l3-3.5 2.5 2 4-5.2" {...line(ink)} />,
}
