import type { PeopleVerdict } from '../model/people-view.ts'
import { peopleVerdicts } from '../model/people-view.ts'
import { judgements, type Judgement } from '../model/vocabulary.ts'
import { JudgementGlyph } from './judgement-mark.tsx'
import { PeopleGlyph } from './people-mark.tsx'
import { Drawing, Label, type DrawingProps } from './svg.tsx'
import { wrapText } from './text-width.ts'
import { colours, typeSizes } from './tokens.ts'
import { countOf, judgementWords, peopleVerdictWords } from './words.ts'

/** How many findings stand where, by the staff and by the people; the two are never added up or averaged. */
export type ViewsTallyView = {
  staff: Record<Judgement, number>
  people: Record<PeopleVerdict, number>
  /** Findings that people were asked about, and how many answers there are in all; null where that is not said. */
  asked: { findings: number; answers: number | null }
}

const rowHeight = 26
const headWidth = 50
/** The longest words need the widest place: "Evidence says otherwise". */
const shares: Record<Judgement, number> = {
  'well-evidenced': 1,
  'partly-evidenced': 1,
  'not-evidenced': 1,
  'evidence-against': 1.35,
  'not-assessed': 1,
  'not-applicable': 1,
}

/** Both views counted in findings: a line of marks with their numbers for the staff, one for the people. */
export function ViewsTally(props: DrawingProps & { view: ViewsTallyView; width?: number; type?: number }) {
  const { view, width = 515, type = typeSizes.print, label } = props
  const unit = (width - headWidth) / judgements.reduce((sum, judgement) => sum + shares[judgement], 0)
  const starts = judgements.map((_, index) =>
    judgements.slice(0, index).reduce((sum, judgement) => sum + shares[judgement] * unit, headWidth),
  )
  const cell = (row: number, index: number, mark: React.ReactNode, count: number, words: string) => {
    const x = starts[index] ?? headWidth
    const y = row * rowHeight
    const wordsX = 18 + String(count).length * type * 0.72
    return (
      <g key={words} transform={`translate(${x} ${y})`}>
        {mark}
        <Label x={17} y={17} size={type * 1.25} bold>
          {String(count)}
        </Label>
        {wrapText(words, (starts[index + 1] ?? width) - x - wordsX, type, { maxLines: 2 }).map((line, at) => (
          <Label key={line} x={wordsX} y={11 + at * (type + 1)} size={type}>
            {line}
          </Label>
        ))}
      </g>
    )
  }
  return (
    <Drawing width={width} height={rowHeight * 2} label={label ?? describeViewsTally(view)}>
      <Label x={0} y={18} size={type} bold>
        Staff say
      </Label>
      {judgements.map((judgement, index) =>
        cell(
          0,
          index,
          <JudgementGlyph judgement={judgement} y={6} size={14} />,
          view.staff[judgement],
          judgementWords[judgement],
        ),
      )}
      <Label x={0} y={rowHeight + 18} size={type} bold>
        People say
      </Label>
      {peopleVerdicts.map((verdict, index) =>
        cell(
          1,
          index,
          <PeopleGlyph verdict={verdict} y={6} size={13} />,
          view.people[verdict],
          peopleVerdictWords[verdict],
        ),
      )}
      {wrapText(askedInWords(view), width - (starts[peopleVerdicts.length] ?? 0), type, { maxLines: 2 }).map(
        (line, at) => (
          <Label
            key={line}
            x={starts[peopleVerdicts.length] ?? headWidth}
            y={rowHeight + 11 + at * (type + 1)}
            size={type}
            colour={colours['ink-2']}
          >
            {line}
          </Label>
        ),
      )}
    </Drawing>
  )
}

const askedInWords = ({ asked }: ViewsTallyView) =>
  asked.answers === null
    ? `asked on ${countOf(asked.findings, 'finding')}`
    : `${countOf(asked.answers, 'answer')} on ${countOf(asked.findings, 'finding')}`

/** Both views in words: every number with what it counts. */
export function describeViewsTally(view: ViewsTallyView): string {
  const staff = judgements.map((judgement) => `${judgementWords[judgement].toLowerCase()} ${view.staff[judgement]}`)
  const people = peopleVerdicts.map((verdict) => `${peopleVerdictWords[verdict].toLowerCase()} ${view.people[verdict]}`)
  return `In findings. Staff say: ${staff.join(', ')}. People say: ${people.join(', ')}; ${askedInWords(view)}.`
}
