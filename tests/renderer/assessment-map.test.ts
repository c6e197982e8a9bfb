import { describe, expect, it } from 'vitest'
import {
  countOfColumn,
  emptyHalves,
  evidenceColumns,
  itemsOfColumn,
} from '../../src/renderer/src/features/assessment/linked-columns.ts'
import {
  filterRows,
  mapScopes,
  wardWord,
  type AssessmentParts,
} from '../../src/renderer/src/features/assessment/assessment-map.ts'
import type { LinkedEvidence } from '../../src/shared/model/finding.ts'
import type { Relation, SourceKind } from '../../src/shared/model/vocabulary.ts'

const scope = (id: string, coreServiceId: string | null, leftOut = false) => ({
  id,
  coreServiceId,
  leftOut,
  name: id,
  kind: coreServiceId === null ? 'provider' : 'core-service',
})
const finding = (scopeId: string, promptId: string, judgement: string, gaps: string[] = []) => ({
  id: `${scopeId}-${promptId}`,
  scopeId,
  promptId,
  judgement,
  gaps,
})

const parts = {
  scopes: [
    scope('older', 'older-people-wards'),
    scope('trust', null),
    scope('acute', 'acute-wards'),
    scope('out', 'crisis-services', true),
  ],
  provider: {
    coreServices: [
      { id: 'acute-wards', setting: 'inpatient', wards: [] },
      { id: 'older-people-wards', setting: 'inpatient', wards: [] },
    ],
  },
  pack: { prompts: [{ id: 'P1' }, { id: 'C1' }, { id: 'C2' }] },
  findings: [
    finding('acute', 'C2', 'well-evidenced'),
    finding('acute', 'C1', 'not-assessed', ['E']),
    finding('trust', 'P1', 'well-evidenced'),
    finding('out', 'C1', 'well-evidenced'),
  ],
  today: '2026-10-13',
} as unknown as AssessmentParts

describe('the scopes of an assessment', () => {
  it('come provider first, then as the provider lists its core services; one that is left out is not looked at', () => {
    expect(mapScopes(parts).map(({ word }) => word)).toEqual(['provider', 'acute-wards', 'older-people-wards'])
  })

  it('hold their prompts in the order of the checklist', () => {
    expect(mapScopes(parts)[1]?.rows.map(({ prompt }) => prompt.id)).toEqual(['C1', 'C2'])
  })

  it('list what has a gap, or what is still to do', () => {
    const rows = mapScopes(parts)[1]?.rows ?? []
    expect(filterRows(rows, 'gaps').map(({ prompt }) => prompt.id)).toEqual(['C1'])
    expect(filterRows(rows, 'to-do').map(({ prompt }) => prompt.id)).toEqual(['C1'])
    expect(filterRows(rows, 'all')).toHaveLength(2)
  })

  it('call a team a team', () => {
    expect([wardWord({ setting: 'community' }), wardWord({ setting: 'inpatient' }), wardWord(null)]).toEqual([
      'team',
      'ward',
      'ward',
    ])
  })
})

describe('linked evidence in four columns', () => {
  const linked = (sourceKind: SourceKind, relation: Relation, describesTo: string) =>
    ({ link: { relation }, evidence: { sourceKind, describesTo } }) as LinkedEvidence
  const items = [
    linked('staff', 'context', '2026-10-01'),
    linked('staff', 'supports', '2025-01-01'),
    linked('staff', 'contradicts', '2024-01-01'),
    linked('staff', 'supports', '2026-01-01'),
  ]
  const staffAndPartners = evidenceColumns.filter(({ id }) => id === 'staff-and-partners')

  it('puts what contradicts first, then the newest that supports', () => {
    const shown = staffAndPartners.flatMap((column) => itemsOfColumn(column, items))
    expect(shown.map(({ link, evidence }) => [link.relation, evidence.describesTo])).toEqual([
      ['contradicts', '2024-01-01'],
      ['supports', '2026-01-01'],
      ['supports', '2025-01-01'],
      ['context', '2026-10-01'],
    ])
  })

  it('says "none yet" of half a column', () => {
    const counts = [{ sourceKind: 'staff', relation: 'supports', items: 3, unweighed: 0 }] as const
    expect(staffAndPartners.flatMap((column) => emptyHalves(column, counts)).map(({ none }) => none)).toEqual([
      'Ask partners: none yet',
    ])
    expect(staffAndPartners.map((column) => countOfColumn(column, counts))).toEqual([3])
  })

  it('has a place for each of the six kinds, once', () => {
    const kinds = evidenceColumns.flatMap((column) => column.kinds.map(({ kind }) => kind))
    expect(kinds.toSorted()).toEqual(['observation', 'outcomes', 'partners', 'people', 'processes', 'staff'])
  })
})
