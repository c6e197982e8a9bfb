import type { Judgement } from '../model/vocabulary.ts'
import { JudgementGlyph } from './judgement-mark.tsx'
import { Drawing, type DrawingProps } from './svg.tsx'
import { colours } from './tokens.ts'
import { judgementWords } from './words.ts'

/** The mark of a judgement at the last sign-off, an arrow, and the mark of today's. */
export function ChangeStep(props: DrawingProps & { before: Judgement; now: Judgement }) {
  const { before, now, label } = props
  return (
    <Drawing width={48} height={14} kind="mark" label={label ?? describeChangeStep(before, now)}>
      <JudgementGlyph judgement={before} y={1} size={12} />
      <path d="M18 7h9M24 4l3.5 3L24 10" stroke={colours.ink} strokeWidth={1.2} fill="none" />
      <JudgementGlyph judgement={now} x={33} y={1} size={12} />
    </Drawing>
  )
}

/** "Partly evidenced, now not evidenced". */
export const describeChangeStep = (before: Judgement, now: Judgement): string =>
  `${judgementWords[before]}, now ${judgementWords[now].toLowerCase()}`
