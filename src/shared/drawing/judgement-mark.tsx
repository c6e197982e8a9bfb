import type { Judgement } from '../model/vocabulary.ts'
import { Drawing, Placed, type DrawingProps, type Place } from './svg.tsx'
import { colours } from './tokens.ts'

/** The colour of a judgement's mark on white or tint. */
const judgementInk: Record<Judgement, string> = {
  'well-evidenced': colours.well,
  'partly-evidenced': colours.well,
  'not-evidenced': colours['not-ground'],
  'evidence-against': colours['against-ground'],
  'not-assessed': colours['ink-2'],
  'not-applicable': colours['ink-2'],
}

type MarkProps = { judgement: Judgement; ink?: string | undefined }

/** A judgement's mark inside a drawing. The ink grows with the work: ring with a tick, half disc, disc cut by a slash, diamond. */
export function JudgementGlyph({ judgement, ink = judgementInk[judgement], ...place }: MarkProps & Place) {
  return <Placed {...place}>{shapes[judgement](ink)}</Placed>
}

/** A judgement's mark on its own, 17 px as in lists. Round marks and the diamond are the staff's; squares are the people's. */
export function JudgementMark({ size = 17, label, ...mark }: MarkProps & DrawingProps & { size?: number }) {
  return (
    <Drawing width={size} height={size} kind="mark" label={label}>
      <JudgementGlyph {...mark} size={size} />
    </Drawing>
  )
}

const shapes: Record<Judgement, (ink: string) => React.ReactNode> = {
  'well-evidenced': (ink) => (
    <>
      <circle cx={8} cy={8} r={6.6} fill="none" stroke={ink} strokeWidth={1.5} />
      <path d="M4.7 8.3 7 10.6 11.4 5.8" fill="none" stroke={ink} strokeWidth={1.8} />
    </>
  ),
  'partly-evidenced': (ink) => (
    <>
      <circle cx={8} cy={8} r={6.5} fill="none" stroke={ink} strokeWidth={1.8} />
      <path d="M8 1.5a6.5 6.5 0 0 0 0 13z" fill={ink} />
    </>
  ),
  'not-evidenced': (ink) => (
    <path
      d="M8 .6a7.4 7.4 0 1 0 0 14.8A7.4 7.4 0 0 0 8 .6zM3.5 10.9 10.9 3.5l1.6 1.6-7.4 7.4z"
      fill={ink}
      fillRule="evenodd"
    />
  ),
  'evidence-against': (ink) => (
    <path
      d="M8 0l8 8-8 8-8-8zM5 6.2 6.8 8 5 9.8 6.2 11 8 9.2 9.8 11 11 9.8 9.2 8 11 6.2 9.8 5 8 6.8 6.2 5z"
      fill={ink}
      fillRule="evenodd"
    />
  ),
  'not-assessed': (ink) => (
    <circle cx={8} cy={8} r={6.4} fill={colours.paper} stroke={ink} strokeWidth={1.7} strokeDasharray="2.5 2.53" />
  ),
  'not-applicable': (ink) => <path d="M2.5 6.7h11v2.6h-11z" fill={ink} />,
}
