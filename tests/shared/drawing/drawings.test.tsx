import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import {
  ActionTimeline,
  actionTimelineTable,
  describeActionTimeline,
} from '../../../src/shared/drawing/action-timeline.tsx'
import {
  CoverageCell,
  describeCoverageCell,
  type CoverageCellView,
} from '../../../src/shared/drawing/coverage-cell.tsx'
import {
  CoverageMatrix,
  coverageMatrixTable,
  describeCoverageMatrix,
  splitCoverageMatrix,
  type CoverageMatrixView,
} from '../../../src/shared/drawing/coverage-matrix.tsx'
import { GapBars, describeGapBars, gapBarsTable, type GapCounts } from '../../../src/shared/drawing/gap-bars.tsx'
import { GapLetterMark } from '../../../src/shared/drawing/gap-letter.tsx'
import { hatchPath } from '../../../src/shared/drawing/hatch.ts'
import {
  IntervalChart,
  describeIntervalChart,
  intervalChartTable,
} from '../../../src/shared/drawing/interval-chart.tsx'
import { JudgementMark } from '../../../src/shared/drawing/judgement-mark.tsx'
import { MonthChart, describeMonthChart } from '../../../src/shared/drawing/month-chart.tsx'
import { PeopleMark } from '../../../src/shared/drawing/people-mark.tsx'
import { AgeMark, ChangeMark, RelationMark, WarningMark, changes } from '../../../src/shared/drawing/small-marks.tsx'
import { SourceMark, SourceStrip, describeSourceStrip } from '../../../src/shared/drawing/source-strip.tsx'
import { textWidth, wrapText } from '../../../src/shared/drawing/text-width.ts'
import {
  FindingSquares,
  PeopleUnits,
  UnitBar,
  describeFindingSquares,
} from '../../../src/shared/drawing/unit-squares.tsx'
import { peopleVerdicts } from '../../../src/shared/model/people-view.ts'
import { ages, gapLetters, judgements, relations, sourceKinds } from '../../../src/shared/model/vocabulary.ts'

const nobody = { yes: 0, inPart: 0, no: 0 }
const cell = (changed: Partial<CoverageCellView> = {}): CoverageCellView => ({
  judgement: 'partly-evidenced',
  peopleView: { yes: 1, inPart: 3, no: 5 },
  items: 9,
  gaps: ['S', 'X'],
  ...changed,
})

const matrix = (scopes: number): CoverageMatrixView => ({
  scopes: Array.from({ length: scopes }, (_, index) => ({ id: `s${index}`, name: `Core service ${index + 1}` })),
  provider: [
    {
      id: 'P5',
      short: 'Community assets found and linked',
      cells: [
        {
          ...cell({ judgement: 'not-evidenced', peopleView: nobody, gaps: ['R', 'K', 'S', 'N'] }),
          kinds: ['processes'],
        },
      ],
    },
  ],
  coreServices: judgements.map((judgement, row) => ({
    id: `C${row + 1}`,
    short: 'Care plans in the person’s own voice',
    cells: Array.from({ length: scopes }, () => cell({ judgement, items: 31 })),
  })),
})

const gaps = Object.fromEntries(gapLetters.map((letter, count) => [letter, { count, fresh: 0 }])) as GapCounts
const proportions = {
  unit: 'readings',
  reference: { name: 'All teams', k: 213, n: 404 },
  rows: [
    { name: 'Rowan Ward', detail: 'Acute and PICU, 38 plans', k: 28, n: 60 },
    { name: 'Larch Unit', k: 3, n: 4 },
    { name: 'Hazel Ward', k: 0, n: 0 },
  ],
}
const months = {
  name: 'Rowan Ward',
  median: 0.4,
  months: [
    { month: 'Apr', k: 3, n: 10 },
    { month: 'May', k: 0, n: 0 },
  ],
}
const actions = {
  asAt: '2026-10-13',
  visit: '2026-11-30',
  actions: [
    { id: 'a', title: 'Report who the job coach helped', about: 'Help with work P6, Provider', due: '2026-11-13' },
    {
      id: 'b',
      title: 'Ask people how they were welcomed',
      about: 'A warm welcome C4, Older people',
      due: '2026-10-06',
    },
    { id: 'c', title: 'Offer permanent terms', about: 'Peer support P3, Provider', due: null },
  ],
}

const allDrawings: [string, () => ReactElement][] = [
  ...judgements.map((id): [string, () => ReactElement] => [`judgement ${id}`, () => <JudgementMark judgement={id} />]),
  ...peopleVerdicts.map((id): [string, () => ReactElement] => [`people ${id}`, () => <PeopleMark verdict={id} />]),
  ...sourceKinds.map((id): [string, () => ReactElement] => [`source ${id}`, () => <SourceMark kind={id} />]),
  ...ages.map((id): [string, () => ReactElement] => [`age ${id}`, () => <AgeMark age={id} />]),
  ...relations.map((id): [string, () => ReactElement] => [`relation ${id}`, () => <RelationMark relation={id} />]),
  ...changes.map((id): [string, () => ReactElement] => [`change ${id}`, () => <ChangeMark change={id} />]),
  ...gapLetters.map((id): [string, () => ReactElement] => [`gap ${id}`, () => <GapLetterMark letter={id} />]),
  ['warning', () => <WarningMark />],
  ['strip', () => <SourceStrip kinds={['people', 'outcomes']} />],
  [
    'squares',
    () => (
      <FindingSquares
        findings={[
          ...judgements.map((judgement) => ({ judgement })),
          { judgement: 'well-evidenced', unsupported: true },
        ]}
      />
    ),
  ],
  ['people units', () => <PeopleUnits answer="no" count={7} asked={12} rest />],
  ['unit bar', () => <UnitBar count={13} fresh={2} width={200} />],
  ['screen cell', () => <CoverageCell cell={cell({ judgement: 'not-assessed' })} />],
  [
    'unsupported screen cell',
    () => <CoverageCell cell={cell({ judgement: 'well-evidenced', items: 0, gaps: ['J'] })} />,
  ],
  ['matrix of 12', () => <CoverageMatrix view={matrix(12)} />],
  ['gap bars', () => <GapBars gaps={gaps} />],
  ['interval chart', () => <IntervalChart view={proportions} />],
  ['month chart', () => <MonthChart view={months} withMonths />],
  ['action timeline', () => <ActionTimeline view={actions} />],
]

describe('every drawing', () => {
  it.each(allDrawings)('%s holds nothing that the PDF paints black, drops or cannot fetch', (_name, draw) => {
    const markup = renderToStaticMarkup(draw())
    expect(markup).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/)
    expect(markup).not.toMatch(
      /var\(|hsl|rgb|url\(|filter|foreignObject|paint-order|class=|style=|\bid=|<pattern|<clipPath/,
    )
    expect(markup).not.toMatch(/NaN|undefined|Infinity/)
    for (const [, colour] of markup.matchAll(/(?:fill|stroke)="([^"]*)"/g))
      expect(colour).toMatch(/^(#[0-9a-f]{6}|none)$/)
  })

  it.each(allDrawings)('%s prints no type under 9 points', (_name, draw) => {
    const sizes = [...renderToStaticMarkup(draw()).matchAll(/font-size="([\d.]+)"/g)].map(([, size]) => Number(size))
    for (const size of sizes) expect(size).toBeGreaterThanOrEqual(9)
  })

  it.each(allDrawings)(
    '%s has words of its own or is hidden as decoration, never a nameless picture',
    (_name, draw) => {
      expect(renderToStaticMarkup(draw())).toMatch(/^<svg[^>]*(aria-hidden="true"|role="img" aria-label="[^"]{3,}")/)
    },
  )
})

describe('marks', () => {
  const shapeOf = (drawing: ReactElement) => renderToStaticMarkup(drawing).replaceAll(/#[0-9a-f]{6}/g, 'ink')
  const groups: [string, ReactElement[]][] = [
    ['the six judgements', judgements.map((id) => <JudgementMark key={id} judgement={id} />)],
    ['what people say', peopleVerdicts.map((id) => <PeopleMark key={id} verdict={id} />)],
    [
      'staff and people',
      [<JudgementMark key="j" judgement="partly-evidenced" />, <PeopleMark key="p" verdict="differ" />],
    ],
    ['the six kinds of source', sourceKinds.map((id) => <SourceMark key={id} kind={id} />)],
    ['the four ages', ages.map((id) => <AgeMark key={id} age={id} />)],
    ['the three relations', relations.map((id) => <RelationMark key={id} relation={id} />)],
    ['the four changes', changes.map((id) => <ChangeMark key={id} change={id} />)],
    [
      'squares of people',
      (['yes', 'in-part', 'no'] as const).map((id) => (
        <PeopleUnits key={id} answer={id} count={2} asked={9} label="x" />
      )),
    ],
    [
      'squares of findings',
      [
        ...judgements.map((judgement) => <FindingSquares key={judgement} findings={[{ judgement }]} label="x" />),
        <FindingSquares key="j" findings={[{ judgement: 'well-evidenced', unsupported: true }]} label="x" />,
      ],
    ],
  ]
  const byColourAlone = ['squares of findings']

  it.each(groups.filter(([name]) => !byColourAlone.includes(name)))(
    '%s differ by shape when every colour is the same',
    (_name, marks) => {
      expect(new Set(marks.map(shapeOf)).size).toBe(marks.length)
    },
  )

  it('squares of findings differ by shape or, between two filled ones, by how dark they are', () => {
    const squares = groups.find(([name]) => name === 'squares of findings')?.[1] ?? []
    const shapes = squares.map(shapeOf)
    expect(new Set(shapes).size).toBe(shapes.length - 1)
    expect(new Set(squares.map((square) => renderToStaticMarkup(square))).size).toBe(squares.length)
  })
})

describe('a coverage cell', () => {
  const markup = (view: CoverageCellView) => renderToStaticMarkup(<CoverageCell cell={view} />)

  it('shows the number of items, the gap that weighs most and how many others there are', () => {
    const texts = [...markup(cell({ gaps: ['R', 'K', 'N'] })).matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text)
    expect(texts).toEqual(['9', 'N', '+2'])
  })

  it('leaves the others out where cells are narrow', () => {
    expect(renderToStaticMarkup(<CoverageCell cell={cell()} more={false} />)).not.toContain('+1')
  })

  it('takes the pale fill away when it is judged well with no evidence', () => {
    const view = { judgement: 'well-evidenced', items: 0, peopleView: nobody } as const
    expect(markup(cell({ ...view, gaps: ['J'] }))).not.toContain('#e9f3f4')
    expect(markup(cell({ ...view, gaps: [] }))).toContain('#e9f3f4')
  })

  it('reverses a letter that is new at the chosen date', () => {
    expect(markup(cell({ gaps: ['S'], newGaps: ['S'] }))).not.toBe(markup(cell({ gaps: ['S'] })))
    expect(describeCoverageCell(cell({ gaps: ['S'], newGaps: ['S'] }))).toContain('stale (new)')
  })

  it('says the same in words', () => {
    expect(describeCoverageCell(cell())).toBe(
      'Staff: partly evidenced, 9 items. People: most say no, 5 of 9 people said no. Gaps: stale; contradicted',
    )
    expect(describeCoverageCell(cell({ judgement: 'not-applicable' }))).toBe('Not applicable')
    expect(describeCoverageCell(cell({ peopleView: nobody, gaps: [], items: 1 }))).toBe(
      'Staff: partly evidenced, 1 item. People: not asked. No gap',
    )
  })
})

describe('the coverage matrix', () => {
  it('names every number of its cells in its text alternative', () => {
    const words = describeCoverageMatrix(matrix(4))
    expect(words).toContain(
      '1 prompt asked of the provider and 6 prompts asked of each of 4 core services; 25 findings',
    )
    expect(words).toContain('4 well evidenced, 4 partly evidenced, 5 not evidenced')
    expect(words).toContain(
      'Care plans in the person’s own voice (C2), Core service 3: Staff: partly evidenced, 31 items.',
    )
    expect(coverageMatrixTable(matrix(4))).toHaveLength(25)
    expect(renderToStaticMarkup(<CoverageMatrix view={matrix(2)} />)).toContain('aria-label="Coverage: 1 prompt')
  })

  it.each([1, 4, 7, 8, 11, 12])('keeps every core service of %d inside the page', (scopes) => {
    const markup = renderToStaticMarkup(<CoverageMatrix view={matrix(scopes)} />)
    expect(markup.match(/>31<\/text>/g)?.length).toBe((judgements.length - 1) * scopes)
    for (const [, x] of markup.matchAll(/translate\(([\d.]+) /g)) expect(Number(x)).toBeLessThan(515)
  })

  it.each([
    [4, 640],
    [8, 400],
    [12, 640],
    [12, 120],
  ])(
    'of %d core services is cut into parts of %d points at most, and no cell is lost or drawn twice',
    (scopes, height) => {
      const view = matrix(scopes)
      const long = {
        ...view,
        coreServices: Array.from({ length: 5 }, (_, time) =>
          view.coreServices.map((row) => ({ ...row, id: `${row.id}${time}` })),
        ).flat(),
      }
      const parts = splitCoverageMatrix(long, 515, height)
      for (const part of parts) {
        const markup = renderToStaticMarkup(<CoverageMatrix view={part} />)
        expect(Number(/height="(\d+)"/.exec(markup)?.[1])).toBeLessThanOrEqual(height)
      }
      const rows = (each: CoverageMatrixView) =>
        coverageMatrixTable(each).map(({ prompt, scope }) => `${prompt} ${scope}`)
      expect(parts.flatMap(rows).toSorted()).toEqual(rows(long).toSorted())
      expect(splitCoverageMatrix(matrix(2))).toHaveLength(1)
    },
  )

  it('is drawn without a provider, and without core services', () => {
    const whole = matrix(3)
    expect(renderToStaticMarkup(<CoverageMatrix view={{ ...whole, provider: [] }} />)).not.toContain(
      'Asked of the provider',
    )
    const alone = renderToStaticMarkup(<CoverageMatrix view={{ ...whole, scopes: [], coreServices: [] }} />)
    expect(alone).toContain('Asked of the provider')
    expect(alone).not.toContain('Asked of each core service')
  })
})

describe('charts', () => {
  it('the interval chart prints counts and draws no dot for a sample under five', () => {
    const markup = renderToStaticMarkup(<IntervalChart view={proportions} />)
    expect(markup.match(/<circle/g)).toHaveLength(1)
    expect(markup).toContain('>3 of 4<')
    expect(describeIntervalChart(proportions)).toBe(
      'Proportion of readings with 95% intervals. Rowan Ward: 28 of 60 readings, interval 35 to 59%. Larch Unit: 3 of 4 readings, interval too few to say. Hazel Ward: 0 of 0 readings, interval none. All teams: 213 of 404.',
    )
    expect(intervalChartTable(proportions)[0]).toEqual({ name: 'Rowan Ward', count: '28 of 60', interval: '35 to 59%' })
  })

  it('a month with no audit says so and has no dot', () => {
    const markup = renderToStaticMarkup(<MonthChart view={months} />)
    expect(markup).toContain('>none<')
    expect(markup.match(/<circle/g)).toHaveLength(1)
    expect(describeMonthChart(months)).toBe('Rowan Ward: Apr 3 of 10, May none read. Median 40%')
    expect(describeMonthChart({ ...months, median: null })).toContain('No median yet')
  })

  it('gap bars show zeros, a unit for each finding, and hollow units for new ones', () => {
    const counts = { ...gaps, S: { count: 10, fresh: 5 } }
    expect(describeGapBars(counts)).toContain('No evidence: 0.')
    expect(describeGapBars(counts)).toContain('Stale: 10, 5 of them new.')
    expect(gapBarsTable(counts).map((row) => row.letter)).toEqual(gapLetters)
    const hollow = renderToStaticMarkup(<UnitBar count={10} fresh={5} width={200} />)
    expect(hollow.match(/stroke=/g)).toHaveLength(5)
    expect(hollow.match(/<rect/g)).toHaveLength(10)
  })

  it('hundreds of units grow thinner, never fewer, and stay inside their width', () => {
    const markup = renderToStaticMarkup(<UnitBar count={400} width={200} />)
    const ends = [...markup.matchAll(/x="([\d.]+)" y="0" width="([\d.]+)"/g)].map(
      ([, x, width]) => Number(x) + Number(width),
    )
    expect(ends).toHaveLength(400)
    expect(Math.max(...ends)).toBeLessThanOrEqual(200.01)
  })

  it('the timeline lists late actions first, those without a date last, and says what is late in words', () => {
    expect(actionTimelineTable(actions).map((row) => row.state)).toEqual(['late', '31 days', ''])
    expect(describeActionTimeline(actions)).toContain(
      '3 open actions as at 13 October 2026, 1 late. A visit is expected on 30 November 2026.',
    )
    expect(renderToStaticMarkup(<ActionTimeline view={actions} />)).toContain('>late<')
    expect(renderToStaticMarkup(<ActionTimeline view={{ asAt: '2026-10-13', actions: [] }} />)).not.toContain('NaN')
  })
})

describe('strips and squares in words', () => {
  it('name what is there', () => {
    expect(describeSourceStrip(['outcomes', 'people'])).toBe('Kinds of evidence: people’s experience and outcomes')
    expect(describeSourceStrip([])).toBe('Kinds of evidence: none')
    expect(
      describeFindingSquares([
        { judgement: 'well-evidenced', unsupported: true },
        { judgement: 'well-evidenced' },
        { judgement: 'not-assessed' },
      ]),
    ).toBe('3 findings: 2 well evidenced, 1 not assessed, 1 of these with no evidence')
  })
})

describe('stripes and text without a page to measure on', () => {
  it.each([
    [82, 28],
    [9, 9],
    [3, 40],
  ])('stripes over %d by %d stay inside the rectangle', (width, height) => {
    const numbers = [...hatchPath(0, 0, width, height).matchAll(/[ML]([-\d.]+) ([-\d.]+)/g)]
    expect(numbers.length).toBeGreaterThan(4)
    for (const [, x, y] of numbers) {
      expect(Number(x)).toBeGreaterThanOrEqual(0)
      expect(Number(x)).toBeLessThanOrEqual(width)
      expect(Number(y)).toBeGreaterThanOrEqual(0)
      expect(Number(y)).toBeLessThanOrEqual(height)
    }
  })

  it('lines never grow wider than their column, and a word without spaces is broken rather than lost', () => {
    const text = `Wards for older people ${'x'.repeat(200)} end`
    const lines = wrapText(text, 80, 9)
    for (const line of lines) expect(textWidth(line, 9)).toBeLessThanOrEqual(80)
    expect(lines.join('').replaceAll('-', '')).toContain('x'.repeat(20))
    expect(lines.at(-1)).toMatch(/end$/)
    expect(wrapText(text, 80, 9, { maxLines: 2 }).at(-1)).toMatch(/\.\.\.$/)
    expect(wrapText('', 80, 9)).toEqual([])
  })
})
