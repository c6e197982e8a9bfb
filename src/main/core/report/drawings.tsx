import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import {
  CoverageMatrix,
  describeCoverageMatrix,
  splitCoverageMatrix,
  type CoverageMatrixView,
} from '../../../shared/drawing/coverage-matrix.tsx'
import { describeGapBars, GapBars, type GapCounts } from '../../../shared/drawing/gap-bars.tsx'
import { ChangeStep, describeChangeStep } from '../../../shared/drawing/change-step.tsx'
import { describeViewsTally, ViewsTally } from '../../../shared/drawing/views-tally.tsx'
import { decidePeopleVerdict, peopleAsked, peopleVerdicts } from '../../../shared/model/people-view.ts'
import { smallCount } from '../../../shared/model/small-counts.ts'
import { gapLetters, judgements, type GapLetter, type Judgement } from '../../../shared/model/vocabulary.ts'
import { figure, type Block } from './pdf/document.ts'
import type { ReportView } from './wording.ts'

/** The width of the text of a portrait page, in points. */
const textWidth = 515

/** The coverage matrix as it is drawn on screen, with its words; in parts, where many core services would not fit one page. */
export function drawCoverage(view: ReportView): Block[] {
  return splitCoverageMatrix(toMatrix(view), textWidth).map((part) => {
    const svg = renderToStaticMarkup(createElement(CoverageMatrix, { view: part, width: textWidth }))
    return figure({ svg, alt: describeCoverageMatrix(part), width: textWidth })
  })
}

/** Both views counted in findings, with their words. Answers are counted only where no small count could be worked out from them. */
export function drawViews({ findings, redaction }: ReportView): Block {
  const asked = findings.filter(({ peopleView }) => peopleAsked(peopleView) > 0)
  const answers = asked.reduce((sum, { peopleView }) => sum + peopleAsked(peopleView), 0)
  const staff = countBy(judgements, (judgement) => findings.filter((finding) => finding.judgement === judgement))
  const people = countBy(peopleVerdicts, (verdict) =>
    findings.filter(({ peopleView }) => decidePeopleVerdict(peopleView) === verdict),
  )
  const isSmall = redaction.smallCounts && answers < smallCount
  const tally = { staff, people, asked: { findings: asked.length, answers: isSmall ? null : answers } }
  const svg = renderToStaticMarkup(createElement(ViewsTally, { view: tally, width: textWidth }))
  return figure({ svg, alt: describeViewsTally(tally), width: textWidth })
}

const countBy = <Name extends string>(names: readonly Name[], found: (name: Name) => readonly unknown[]) =>
  Object.fromEntries(names.map((name) => [name, found(name).length])) as Record<Name, number>

/** Where a judgement stood and where it stands, as two marks. */
export function drawStep(before: Judgement, now: Judgement): Block {
  const svg = renderToStaticMarkup(createElement(ChangeStep, { before, now }))
  return figure({ svg, alt: describeChangeStep(before, now), width: 48 })
}

/** The nine gaps with a unit for each finding, with its words. */
export function drawGaps(view: ReportView): Block {
  const gaps = countGaps(view)
  const svg = renderToStaticMarkup(createElement(GapBars, { gaps, width: textWidth, columns: 3 }))
  return figure({ svg, alt: describeGapBars(gaps), width: textWidth })
}

function toMatrix({ pack, scopes, findings }: ReportView): CoverageMatrixView {
  const provider = scopes.find(({ kind }) => kind === 'provider')
  const services = scopes.filter(({ kind }) => kind === 'core-service')
  const cell = (promptId: string, scopeId: string | undefined) =>
    findings.find((finding) => finding.promptId === promptId && finding.scopeId === scopeId) ?? null
  return {
    provider: pack.prompts
      .filter(({ level }) => level === 'provider')
      .map(({ id, short }) => ({ id, short, cells: [cell(id, provider?.id)] })),
    scopes: services.map(({ id, name }) => ({ id, name })),
    coreServices: pack.prompts
      .filter(({ level }) => level === 'core-service')
      .map(({ id, short }) => ({ id, short, cells: services.map((scope) => cell(id, scope.id)) })),
  }
}

/** How many findings have each gap. */
function countGaps({ findings }: ReportView): GapCounts {
  const count = (letter: GapLetter) => findings.filter(({ gaps }) => gaps.includes(letter)).length
  return Object.fromEntries(gapLetters.map((letter) => [letter, { count: count(letter) }])) as GapCounts
}
