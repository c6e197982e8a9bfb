import { describe, expect, it } from 'vitest'
import { EvidenceRow, Link } from '../../src/shared/model/evidence.ts'
import type { LinkedEvidence } from '../../src/shared/model/finding.ts'
import type { GapLetter, Relation, SourceKind } from '../../src/shared/model/vocabulary.ts'
import { describeGaps, monthsOld } from '../../src/renderer/src/features/assessment/gap-ways.ts'

let made = 0

function linked(given: {
  sourceKind?: SourceKind
  relation?: Relation
  weighing?: string
  describesTo?: string | null
  filesMissing?: number
}): LinkedEvidence {
  made += 1
  return {
    link: Link.parse({
      id: `link-${made}`,
      evidenceId: `item-${made}`,
      findingId: 'finding-1',
      relation: given.relation ?? 'supports',
      weighing: given.weighing ?? '',
      keyQuestions: [],
      regulations: [],
      usesPromptDefaults: true,
      version: 1,
    }),
    evidence: EvidenceRow.parse({
      id: `item-${made}`,
      title: `Item ${made}`,
      shows: 'What it shows',
      sourceKind: given.sourceKind ?? 'processes',
      describesFrom: null,
      describesTo: given.describesTo === undefined ? '2026-09-30' : given.describesTo,
      whereKept: '',
      link: '',
      lastOpened: null,
      coreServiceId: null,
      wardId: null,
      saidBy: null,
      chime: [],
      note: '',
      actToday: null,
      wardName: null,
      coreServiceName: null,
      loggedAt: '2026-10-01T09:00:00.000Z',
      loggedBy: 'Ward manager',
      inBin: false,
      version: 1,
      supports: 1,
      contradicts: 0,
      context: 0,
      files: 0,
      filesMissing: given.filesMissing ?? 0,
      windowMonths: 12,
    }),
  }
}

const gapsOf = (letters: GapLetter[], items: LinkedEvidence[], requires: SourceKind[] = []) =>
  describeGaps(
    {
      gaps: letters,
      linked: items,
      linkedCounts: items.map(({ link, evidence }) => ({
        sourceKind: evidence.sourceKind,
        relation: link.relation,
        items: 1,
        unweighed: link.relation === 'contradicts' && link.weighing === '' ? 1 : 0,
      })),
      judgement: 'partly-evidenced',
    },
    { requires, short: 'A warm welcome' },
    '2026-10-13',
  )

describe('the ways to close a gap', () => {
  it('offers one way for each gap, in the order in which the finding lists them', () => {
    const lines = gapsOf(['R', 'K', 'N'], [linked({}), linked({})])
    expect(lines.map(({ letter, way }) => [letter, way.kind])).toEqual([
      ['R', 'log'],
      ['K', 'log'],
      ['N', 'plan'],
    ])
  })

  it('captures what people say when a prompt that asks for it has staff’s feedback only', () => {
    const [line] = gapsOf(['R'], [linked({ sourceKind: 'staff' }), linked({ sourceKind: 'observation' })], ['people'])
    expect(line?.says).toBe('This prompt asks for people’s experience, and none is linked.')
    expect(line?.way).toEqual({ kind: 'log', sourceKind: 'people' })
  })

  it('asks for a kind that is not there yet when all are of one kind', () => {
    const [line] = gapsOf(['K'], [linked({ sourceKind: 'people' })])
    expect(line?.way).toEqual({ kind: 'log', sourceKind: 'staff' })
  })

  it('leads to the first contradiction that nobody has weighed', () => {
    const weighed = linked({ relation: 'contradicts', weighing: 'Before the move' })
    const open = linked({ relation: 'contradicts' })
    const [line] = gapsOf(['X'], [weighed, open, linked({ relation: 'contradicts' })])
    expect(line?.says).toBe('Two items say otherwise.')
    expect(line?.way).toEqual({ kind: 'weigh', linkId: open.link.id })
  })

  it('says how old the newest supporting item is, and asks for a newer one of its kind', () => {
    const items = [
      linked({ sourceKind: 'people', describesTo: '2025-03-20' }),
      linked({ sourceKind: 'staff', describesTo: '2024-01-01' }),
      linked({ sourceKind: 'outcomes', describesTo: '2026-10-01', relation: 'context' }),
    ]
    const [line] = gapsOf(['S'], items)
    expect(line?.says).toBe('The newest item that supports it is 18 months old.')
    expect(line?.way).toEqual({ kind: 'log', sourceKind: 'people' })
  })

  it('leads to the item whose file is missing', () => {
    const broken = linked({ filesMissing: 1 })
    const [line] = gapsOf(['A'], [linked({}), broken])
    expect(line?.way).toEqual({ kind: 'item', evidenceId: broken.evidence.id })
  })

  it('counts whole months only', () => {
    expect(monthsOld('2026-09-14', '2026-10-13')).toBe(0)
    expect(monthsOld('2026-09-13', '2026-10-13')).toBe(1)
    expect(monthsOld('2027-01-01', '2026-10-13')).toBe(0)
  })
})
