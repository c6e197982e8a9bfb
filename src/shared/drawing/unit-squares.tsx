import { judgements, type Judgement } from '../model/vocabulary.ts'
import { hatchPath } from './hatch.ts'
import { PeopleGlyph } from './people-mark.tsx'
import { Drawing, round, type DrawingProps } from './svg.tsx'
import { colours } from './tokens.ts'
import { judgementWords, kOfN } from './words.ts'

/** A finding as one square: its judgement, and whether gap J takes the fill away. */
type FindingSquareView = { judgement: Judgement; unsupported?: boolean }

/** One finding, one square in the fill of its judgement; hollow with a thick edge where it is judged well with no evidence. */
function FindingSquareGlyph({
  finding,
  x,
  y,
  size,
}: {
  finding: FindingSquareView
  x: number
  y: number
  size: number
}) {
  const frame = { x: round(x + 0.5), y: round(y + 0.5), width: size - 1, height: size - 1 }
  const edge = { stroke: colours['not-ground'], strokeWidth: 1 }
  if (finding.unsupported === true) {
    const thick = { x: x + 1, y: y + 1, width: size - 2, height: size - 2, strokeWidth: 2 }
    return <rect {...thick} fill={colours.paper} stroke={colours['not-ground']} />
  }
  switch (finding.judgement) {
    case 'well-evidenced':
      return <rect {...frame} fill={colours['well-ground']} {...edge} />
    case 'partly-evidenced':
      return <rect x={x} y={y} width={size} height={size} fill={colours['partly-ground']} />
    case 'not-evidenced':
      return <rect x={x} y={y} width={size} height={size} fill={colours['not-ground']} />
    case 'evidence-against':
      return (
        <>
          <rect x={x} y={y} width={size} height={size} fill={colours['against-ground']} />
          <path
            d={`M${x} ${y}l${size} ${size}M${x + size} ${y}l${-size} ${size}`}
            stroke={colours.paper}
            strokeWidth={round(size / 7)}
          />
        </>
      )
    case 'not-assessed':
      return (
        <>
          <rect {...frame} fill={colours.paper} {...edge} />
          <path d={hatchPath(x, y, size, size, 2, 4.1)} fill={colours['not-ground']} />
        </>
      )
    case 'not-applicable':
      return (
        <>
          <rect {...frame} fill={colours.paper} stroke={colours['line-2']} strokeWidth={1} />
          <rect
            x={x + size / 6}
            y={y + size / 2 - 1}
            width={round((size * 2) / 3)}
            height={2}
            fill={colours['ink-2']}
          />
        </>
      )
  }
}

/** Findings as squares in the order of the judgements, `perLine` to a line. Its text alternative counts them. */
export function FindingSquares(
  props: DrawingProps & { findings: readonly FindingSquareView[]; perLine?: number; size?: number; gap?: number },
) {
  const { findings, perLine = 10, size = 9, gap = 2, label } = props
  const ordered = orderFindings(findings)
  const columns = Math.min(perLine, Math.max(1, ordered.length))
  const lines = Math.max(1, Math.ceil(ordered.length / perLine))
  return (
    <Drawing
      width={columns * (size + gap) - gap}
      height={lines * (size + gap) - gap}
      kind="cell"
      label={label ?? describeFindingSquares(findings)}
    >
      {ordered.map((finding, index) => (
        <FindingSquareGlyph
          // oxlint-disable-next-line react/no-array-index-key -- squares have no identity but their place
          key={index}
          finding={finding}
          x={(index % perLine) * (size + gap)}
          y={Math.floor(index / perLine) * (size + gap)}
          size={size}
        />
      ))}
    </Drawing>
  )
}

/** Judgements in the order of the key: unsupported ones stand last among the well evidenced. */
function orderFindings(findings: readonly FindingSquareView[]): FindingSquareView[] {
  const rank = (finding: FindingSquareView) =>
    judgements.indexOf(finding.judgement) + (finding.unsupported === true ? 0.5 : 0)
  return findings.toSorted((one, other) => rank(one) - rank(other))
}

/** The squares in words: "18 findings: 5 well evidenced, 6 partly evidenced". */
export function describeFindingSquares(findings: readonly FindingSquareView[]): string {
  const counts = judgements
    .map((id) => ({ id, count: findings.filter((finding) => finding.judgement === id).length }))
    .filter(({ count }) => count > 0)
    .map(({ id, count }) => `${count} ${judgementWords[id].toLowerCase()}`)
  const unsupported = findings.filter((finding) => finding.unsupported === true).length
  const total = `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}`
  if (counts.length === 0) return total
  return `${total}: ${counts.join(', ')}${unsupported > 0 ? `, ${unsupported} of these with no evidence` : ''}`
}

const answerVerdicts = { yes: 'most-yes', 'in-part': 'differ', no: 'most-no' } as const

/** The three answers to "Is this so here?". */
export type PeopleAnswer = keyof typeof answerVerdicts

const answerWords: Record<PeopleAnswer, string> = { yes: 'yes', 'in-part': 'in part', no: 'no' }

/**
 * One square, one person: filled yes, half in part, crossed no; with `rest`, the others asked stand beside them as open squares.
 * More than `perLine` go on to a next line.
 */
export function PeopleUnits(
  props: DrawingProps & {
    answer: PeopleAnswer
    count: number
    asked: number
    rest?: boolean
    perLine?: number
    size?: number
  },
) {
  const { answer, count, asked, rest = false, perLine = 20, size = 13, label } = props
  const gap = Math.round(size / 4)
  const total = rest ? Math.max(asked, count) : count
  const columns = Math.min(perLine, Math.max(1, total))
  const lines = Math.max(1, Math.ceil(total / perLine))
  const words = label ?? `${kOfN(count, asked)} said ${answerWords[answer]}`
  return (
    <Drawing width={columns * (size + gap) - gap} height={lines * (size + gap) - gap} kind="cell" label={words}>
      {Array.from({ length: total }, (_, index) => {
        const x = (index % perLine) * (size + gap)
        const y = Math.floor(index / perLine) * (size + gap)
        // The squares of the mark leave a margin on their grid; here they fill the unit.
        const grown = (size * 16) / 13
        const inset = (grown - size) / 2
        if (index < count)
          return <PeopleGlyph key={index} verdict={answerVerdicts[answer]} x={x - inset} y={y - inset} size={grown} />
        return (
          <rect
            key={index}
            x={x + 0.6}
            y={y + 0.6}
            width={size - 1.2}
            height={size - 1.2}
            fill={colours.paper}
            stroke={colours.ink}
            strokeWidth={1.2}
          />
        )
      })}
    </Drawing>
  )
}

/**
 * Counts of findings, plans or items as a row of small bars, one unit each; `fresh` of them, the last, are hollow: new at the chosen
 * date. Beyond what fits in `width` the units grow thinner, never fewer.
 */
export function UnitBar(props: DrawingProps & { count: number; fresh?: number; width: number; height?: number }) {
  return (
    <Drawing width={props.width} height={props.height ?? 3} kind="mark" label={props.label}>
      <UnitBarGlyph {...props} x={0} y={0} />
    </Drawing>
  )
}

/** The same row inside a drawing. */
export function UnitBarGlyph(props: {
  x: number
  y: number
  count: number
  fresh?: number
  width: number
  height?: number
}) {
  const { x, y, count, fresh = 0, width, height = 3 } = props
  const step = count * 10 - 2 <= width ? 10 : width / count
  const gap = Math.min(2, step / 4)
  const unit = step - gap
  return Array.from({ length: count }, (_, index) => {
    const left = x + index * step
    if (index < count - fresh)
      return <rect key={index} x={round(left)} y={y} width={round(unit)} height={height} fill={colours['chart-mark']} />
    return (
      <rect
        key={index}
        x={round(left + 0.5)}
        y={y + 0.5}
        width={round(Math.max(0.5, unit - 1))}
        height={height - 1}
        fill={colours.paper}
        stroke={colours['chart-mark']}
        strokeWidth={1}
      />
    )
  })
}
