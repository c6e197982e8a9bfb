import { Fragment } from 'react'
import type { PlanView } from '../../../../shared/model/care-plan-audit.ts'

/** A stretch of a plan's text; what was masked stands as a dark block that says what stood there. */
export function MaskedText({
  plan,
  start,
  end,
}: {
  plan: Pick<PlanView, 'text' | 'masks'>
  start: number
  end: number
}) {
  return piecesOf(plan, start, end).map(({ from, text, isMask }) =>
    isMask ? (
      <span key={from} className="masked">
        {text}
      </span>
    ) : (
      <Fragment key={from}>{text}</Fragment>
    ),
  )
}

type Piece = { from: number; text: string; isMask: boolean }

/** The text from `start` to `end` as pieces, masked ones with their words in place of what they cover. */
function piecesOf({ text, masks }: Pick<PlanView, 'text' | 'masks'>, start: number, end: number): Piece[] {
  const pieces: Piece[] = []
  let at = start
  for (const mask of masks.filter((each) => each.start < end && each.end > start)) {
    if (mask.start > at) pieces.push({ from: at, text: text.slice(at, mask.start), isMask: false })
    pieces.push({ from: mask.start, text: mask.words, isMask: true })
    at = mask.end
  }
  if (at < end) pieces.push({ from: at, text: text.slice(at, end), isMask: false })
  return pieces
}
