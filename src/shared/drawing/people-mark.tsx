import type { PeopleVerdict } from '../model/people-view.ts'
import { Drawing, Placed, type DrawingProps, type Place } from './svg.tsx'
import { colours } from './tokens.ts'

const inks: Record<PeopleVerdict, string> = {
  'most-yes': colours.yes,
  differ: colours.ink,
  'most-no': colours.ink,
  'not-asked': colours['ink-2'],
}

type MarkProps = { verdict: PeopleVerdict; ink?: string | undefined }

/** The people's mark inside a drawing: filled square, half square, crossed square, dot. */
export function PeopleGlyph({ verdict, ink = inks[verdict], ...place }: MarkProps & Place) {
  return <Placed {...place}>{shapes[verdict](ink)}</Placed>
}

/** The people's mark on its own: what the counts give, never a verdict of the tool. */
export function PeopleMark({ size = 15, label, ...mark }: MarkProps & DrawingProps & { size?: number }) {
  return (
    <Drawing width={size} height={size} kind="mark" label={label}>
      <PeopleGlyph {...mark} size={size} />
    </Drawing>
  )
}

const shapes: Record<PeopleVerdict, (ink: string) => React.ReactNode> = {
  'most-yes': (ink) => <path d="M1.5 1.5h13v13h-13z" fill={ink} />,
  differ: (ink) => (
    <>
      <path d="M2.3 2.3h11.4v11.4H2.3z" fill={colours.paper} stroke={ink} strokeWidth={1.6} />
      <path d="M1.5 1.5H8v13H1.5z" fill={ink} />
    </>
  ),
  'most-no': (ink) => (
    <path
      d="M2.3 2.3h11.4v11.4H2.3zM2.3 2.3l11.4 11.4M13.7 2.3 2.3 13.7"
      fill={colours.paper}
      stroke={ink}
      strokeWidth={1.8}
    />
  ),
  'not-asked': (ink) => <circle cx={8} cy={8} r={2.1} fill={ink} />,
}
