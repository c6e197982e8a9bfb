import type { GapLetter } from '../model/vocabulary.ts'
import { Drawing, Label, round, type Place } from './svg.tsx'
import { colours, typeSizes } from './tokens.ts'
import { gapWords } from './words.ts'

type LetterProps = { letter: GapLetter; reversed?: boolean; ink?: string | undefined; paper?: string | undefined }

/** A gap's boxed letter inside a drawing. Reversed: new at the chosen date. */
export function GapGlyph(props: LetterProps & Place) {
  const { letter, reversed = false, ink = colours.ink, paper = colours.paper, x = 0, y = 0, size = 20 } = props
  const stroke = size / 14
  return (
    <g>
      <rect
        x={x + stroke / 2}
        y={y + stroke / 2}
        width={size - stroke}
        height={size - stroke}
        rx={size / 8}
        fill={reversed ? ink : paper}
        stroke={ink}
        strokeWidth={stroke}
      />
      <Label
        x={x + size / 2}
        y={y + size * 0.73}
        size={round(Math.max(typeSizes.print, size * 0.65))}
        bold
        anchor="middle"
        colour={reversed ? paper : ink}
      >
        {letter}
      </Label>
    </g>
  )
}

/** A gap's boxed letter on its own; its words are the text alternative unless they stand beside it. */
export function GapLetterMark(props: LetterProps & { size?: number; label?: string | null }) {
  const { size = 20, label, ...letter } = props
  return (
    <Drawing
      width={size}
      height={size}
      kind="mark"
      label={label === null ? undefined : (label ?? gapWords[letter.letter])}
    >
      <GapGlyph {...letter} size={size} />
    </Drawing>
  )
}
