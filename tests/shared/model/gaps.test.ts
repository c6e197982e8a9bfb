import { expect, test } from 'vitest'
import {
  ageOf,
  decideGaps,
  gatherFacts,
  weightiestGap,
  type FactAction,
  type FactLink,
} from '../../../src/shared/model/gaps.ts'
import type { Judgement, SourceKind } from '../../../src/shared/model/vocabulary.ts'

const asAt = '2026-10-13'
const usual = { windowMonths: 12, requires: [] }

const link = (sourceKind: SourceKind, part: Partial<FactLink> = {}): FactLink => ({
  relation: 'supports',
  weighing: null,
  sourceKind,
  describesTo: '2026-09-30',
  hasMissingAttachment: false,
  inBin: false,
  ...part,
})

const open: FactAction = { state: 'open', hasEvidence: false, closedAt: null }

function gapsOf(
  judgement: Judgement,
  links: FactLink[],
  { asked = 0, actions = [] as FactAction[], rules = usual as { windowMonths: number; requires: SourceKind[] } } = {},
) {
  const finding = { judgement, judgedAt: '2026-09-01T10:00:00.000Z', peopleAsked: asked }
  return decideGaps(gatherFacts(finding, links, actions), rules, asAt).join(' ')
}

test('two items of processes, judged partly, no action and nobody asked: records only, one kind, no action', () => {
  expect(gapsOf('partly-evidenced', [link('processes'), link('processes')])).toBe('R K N')
})

test('staff and observation, both current, judged well, 9 people asked: no gap', () => {
  expect(gapsOf('well-evidenced', [link('staff'), link('observation')], { asked: 9 })).toBe('')
})

test('a contradiction that was weighed, with support, an open action and people asked: no gap', () => {
  const links = [link('staff', { relation: 'contradicts', weighing: 'One shift only.' }), link('people')]
  expect(gapsOf('partly-evidenced', links, { asked: 9, actions: [open] })).toBe('')
})

test('nothing linked and not assessed: no evidence', () => {
  expect(gapsOf('not-assessed', [])).toBe('E')
})

test('nothing linked and judged well: judged well evidenced, no evidence', () => {
  expect(gapsOf('well-evidenced', [])).toBe('J')
})

test('staff and observation, judged well, nobody asked: people not asked', () => {
  expect(gapsOf('well-evidenced', [link('staff'), link('observation')])).toBe('P')
})

test('three supporting items of 14 months ago of two kinds, judged well, people asked: stale', () => {
  const old = { describesTo: '2025-08-13' }
  expect(gapsOf('well-evidenced', [link('people', old), link('staff', old), link('staff', old)], { asked: 9 })).toBe(
    'S',
  )
})

test('a prompt that asks for people has records only as long as no people are among the kinds', () => {
  const rules = { windowMonths: 12, requires: ['people' as const] }
  expect(gapsOf('well-evidenced', [link('staff'), link('observation')], { asked: 9, rules })).toBe('R')
  expect(gapsOf('well-evidenced', [link('staff'), link('people')], { asked: 9, rules })).toBe('')
})

test('context never counts, and neither does what lies in the bin', () => {
  expect(gapsOf('not-assessed', [link('people', { relation: 'context' }), link('staff', { inBin: true })])).toBe('E')
})

test('an item that contradicts without a note is a contradiction, and one with blanks for a note too', () => {
  const links = [link('staff'), link('people', { relation: 'contradicts', weighing: '  ' })]
  expect(gapsOf('well-evidenced', links, { asked: 3 })).toBe('X')
})

test('an action closed with evidence after the judgement answers "falls short"; one closed before it does not', () => {
  const links = [link('staff'), link('people')]
  const closed = (closedAt: string): FactAction => ({ state: 'done', hasEvidence: true, closedAt })
  expect(gapsOf('not-evidenced', links, { asked: 3, actions: [closed('2026-09-02T09:00:00.000Z')] })).toBe('')
  expect(gapsOf('not-evidenced', links, { asked: 3, actions: [closed('2026-08-30T09:00:00.000Z')] })).toBe('N')
})

test('an action that could not be done leaves the finding short', () => {
  const gone: FactAction = { state: 'could-not', hasEvidence: false, closedAt: '2026-09-05T09:00:00.000Z' }
  expect(gapsOf('evidence-against', [link('staff'), link('people')], { asked: 3, actions: [gone] })).toBe('N')
})

test('an attachment that is missing shows on a counted item and not on context', () => {
  const missing = { hasMissingAttachment: true }
  expect(gapsOf('well-evidenced', [link('staff', missing), link('people')], { asked: 3 })).toBe('A')
  expect(
    gapsOf('well-evidenced', [link('staff'), link('people'), link('processes', { ...missing, relation: 'context' })], {
      asked: 3,
    }),
  ).toBe('')
})

test('what does not apply has no gaps', () => {
  expect(gapsOf('not-applicable', [link('people', { relation: 'contradicts' })])).toBe('')
})

test('the boundary day is still the younger state', () => {
  expect(ageOf('2026-01-13', 12, asAt)).toBe('current')
  expect(ageOf('2026-01-12', 12, asAt)).toBe('ageing')
  expect(ageOf('2025-10-13', 12, asAt)).toBe('ageing')
  expect(ageOf('2025-10-12', 12, asAt)).toBe('stale')
  expect(ageOf(null, 12, asAt)).toBe('no-date')
})

test('months are calendar months: a year before 29 February is 28 February', () => {
  expect(ageOf('2027-02-28', 12, '2028-02-29')).toBe('ageing')
  expect(ageOf('2027-02-27', 12, '2028-02-29')).toBe('stale')
})

test('a small cell shows the gap that weighs most', () => {
  expect(weightiestGap(['R', 'P', 'K', 'N'])).toBe('N')
  expect(weightiestGap(['P'])).toBe('P')
  expect(weightiestGap([])).toBeNull()
})
