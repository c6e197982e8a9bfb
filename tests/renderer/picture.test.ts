import { describe, expect, test } from 'vitest'
import { arrangePicture, arrangeTouches, totalGaps } from '../../src/renderer/src/features/overview/picture.ts'
import { ChecklistPack } from '../../src/shared/model/checklist.ts'
import { Overview } from '../../src/shared/model/overview.ts'

const prompt = (id: string, level: 'provider' | 'core-service', keyQuestions: string[], regulations: string[]) => ({
  id,
  level,
  short: `Prompt ${id}`,
  title: `Prompt ${id}`,
  text: `What ${id} asks`,
  lookAt: [],
  requires: [],
  windowMonths: 12,
  keyQuestions: keyQuestions.map((keyQuestion) => ({ keyQuestion, heading: 'Heading', editorial: false })),
  regulations,
  references: [],
  chime: [],
  source: { document: 'BG046', level, position: 1 },
  crosswalk: [],
})

const pack = ChecklistPack.parse({
  id: 'bg046',
  title: 'BG046',
  version: 'V2',
  issued: '2019-06',
  reviewDue: '2020-07',
  caveat: 'A learning resource.',
  prompts: [
    prompt('P1', 'provider', ['well-led'], ['regulation-9']),
    prompt('C1', 'core-service', ['effective', 'caring'], ['regulation-9', 'regulation-10']),
  ],
  intelligence: [],
  links: [],
})

const scope = (id: string, coreServiceId: string | null, leftOut = false) => ({
  id,
  assessmentId: 'a1',
  kind: coreServiceId === null ? 'provider' : 'core-service',
  coreServiceId,
  name: id,
  leftOut,
  version: 1,
})

const finding = (id: string, scopeId: string, promptId: string, changes: object) => ({
  id,
  scopeId,
  promptId,
  judgement: 'not-assessed',
  peopleView: { yes: 0, inPart: 0, no: 0 },
  items: 0,
  kinds: [],
  gaps: ['E'],
  reconfirm: false,
  ...changes,
})

const overview = (asAt: string, gapsOfC1: string[]) =>
  Overview.parse({
    asAt,
    assessment: {
      id: 'a1',
      title: 'April to September 2026',
      from: '2026-04-01',
      to: '2026-09-30',
      status: 'draft',
      signedOffAt: null,
      expectedVisit: '2026-11-30',
      executiveLead: '',
      boardAsks: '',
      checklistId: 'bg046',
      checklistVersion: 'V2',
      version: 1,
    },
    scopes: [scope('provider', null), scope('acute', 'acute-wards'), scope('rehab', 'rehabilitation-wards', true)],
    findings: [
      finding('f1', 'provider', 'P1', {}),
      finding('f2', 'acute', 'C1', {
        judgement: 'well-evidenced',
        gaps: gapsOfC1,
        peopleView: { yes: 5, inPart: 1, no: 3 },
      }),
      finding('f3', 'rehab', 'C1', { judgement: 'evidence-against' }),
    ],
    evidenceItems: 0,
    links: 0,
    actionsDue: [],
    openActions: 0,
    lateActions: 0,
    thingsToKnow: [],
  })

const today = overview('2026-10-13', [])

describe('the picture of an overview', () => {
  const picture = arrangePicture(today, pack)

  test('has a row for each prompt and a cell for each scope, without the scope that was left out', () => {
    expect(picture.provider.rows.map(({ cells }) => cells.map((cell) => cell?.finding.id))).toEqual([['f1']])
    expect(picture.coreService.rows.map(({ cells }) => cells.map((cell) => cell?.finding.id))).toEqual([['f2']])
    expect(picture.byJudgement['evidence-against']).toBe(0)
  })

  test('keeps the totals of both views apart', () => {
    expect(picture.byJudgement).toMatchObject({ 'well-evidenced': 1, 'not-assessed': 1 })
    expect(picture.byVerdict).toEqual({ 'most-yes': 1, differ: 0, 'most-no': 0, 'not-asked': 1 })
  })

  test('lists all nine gaps with their zeros', () => {
    expect(picture.gaps).toHaveLength(9)
    expect(totalGaps(picture)).toEqual({ gaps: 1, findings: 1 })
  })

  test('at a later date marks the gaps that are new by then, and nothing else', () => {
    const later = arrangePicture(overview('2026-11-30', ['S', 'P']), pack, overview('2026-10-13', ['P']))
    expect(later.coreService.rows[0]?.cells[0]?.newGaps).toEqual(['S'])
    expect(later.provider.rows[0]?.cells[0]?.newGaps).toEqual([])
    expect(later.gaps.find(({ letter }) => letter === 'S')).toMatchObject({ findings: 1, fresh: 1 })
  })
})

describe('prompts that touch a regulation', () => {
  const rows = arrangeTouches(arrangePicture(today, pack), pack)
  const cell = (keyQuestion: string, regulation: string) =>
    rows
      .find((row) => row.keyQuestion === keyQuestion)
      ?.cells.find((found) => found.regulation === regulation)
      ?.findings?.map(({ finding: { id } }) => id)

  test('a prompt under two key questions counts in both', () => {
    expect(cell('effective', 'regulation-10')).toEqual(['f2'])
    expect(cell('caring', 'regulation-10')).toEqual(['f2'])
  })

  test('where no prompt touches it, there is no cell to count', () => {
    expect(rows.find((row) => row.keyQuestion === 'well-led')?.cells.map(({ findings }) => findings === null)).toEqual([
      false,
      true,
      true,
    ])
  })

  test('a key question without a prompt has no row', () => {
    expect(rows.map((row) => row.keyQuestion)).toEqual(['effective', 'caring', 'well-led'])
  })

  test('not applicable is left out', () => {
    const withoutIt = overview('2026-10-13', [])
    const changed = {
      ...withoutIt,
      findings: withoutIt.findings.map((found) => ({ ...found, judgement: 'not-applicable' as const })),
    }
    const [effective] = arrangeTouches(arrangePicture(changed, pack), pack)
    expect(effective?.cells[0]?.findings).toEqual([])
  })
})
