import { expect, test } from 'vitest'
import type { AuditStatement } from '../../src/shared/model/care-plan-audit.ts'
import { criteriaActOf, readingActOf } from '../../src/renderer/src/features/care-plans/reading-keys.ts'
import {
  blockLeft,
  nextStop,
  rowsDrawn,
  rowsOf,
  shownVoice,
  stopsOf,
  stretchAround,
} from '../../src/renderer/src/features/care-plans/reading-order.ts'

const plain = { altKey: false, ctrlKey: false, metaKey: false }
const press = (key: string) => ({ key, ...plain })

const decided: AuditStatement['decision'] = {
  voice: 'first-person',
  otherWay: null,
  needs: [],
  note: '',
  inBlock: false,
  decidedAt: '2026-09-30T10:00:00.000Z' as never,
  decidedBy: 'Ward manager',
}

const statement = (index: number, changes: Partial<AuditStatement> = {}): AuditStatement => ({
  index,
  text: `Statement ${index}`,
  start: index * 20,
  end: index * 20 + 11,
  kind: 'line',
  isHeading: false,
  suggested: 'first-person',
  unsure: false,
  alternatives: [],
  reasons: [],
  individual: false,
  ventriloquised: false,
  sameSentenceIn: null,
  needs: [],
  chime: [],
  dialog: [],
  needsDecision: true,
  decision: null,
  ...changes,
})

const staff = (index: number, changes: Partial<AuditStatement> = {}) =>
  statement(index, { suggested: 'someone-else', needsDecision: false, ...changes })

const plan = [
  statement(0, { isHeading: true }),
  statement(1),
  staff(2),
  statement(3, { isHeading: true }),
  staff(4),
  statement(5),
]

test('F is first person, but after V it is family', () => {
  expect(readingActOf(press('f'), false)).toEqual({ act: 'voice', voice: 'first-person' })
  expect(readingActOf(press('f'), true)).toEqual({ act: 'way', way: 'family' })
  // A voice that no way begins with still changes one’s mind.
  expect(readingActOf(press('t'), true)).toEqual({ act: 'voice', voice: 'templated' })
})

test('a letter with Ctrl or Alt stays the browser’s and the app’s', () => {
  expect(readingActOf({ ...press('f'), ctrlKey: true }, false)).toBeNull()
  expect(readingActOf({ ...press('n'), altKey: true }, false)).toBeNull()
  expect(criteriaActOf({ ...press('a'), ctrlKey: true })).toBeNull()
})

test('in the criteria N is no and A does not apply', () => {
  expect(criteriaActOf(press('n'))).toEqual({ act: 'answer', answer: 'no' })
  expect(criteriaActOf(press('A'))).toEqual({ act: 'answer', answer: 'not-applicable' })
  expect(criteriaActOf(press('?'))).toEqual({ act: 'source' })
})

test('the reader stops at what must be decided, and at the block of the rest last', () => {
  expect(stopsOf(plan, false)).toEqual([1, 5, 'block'])
  expect(stopsOf(plan, true)).toEqual([1, 2, 4, 5, 'block'])
})

test('a statement of the block that was corrected stays in sight, and is not confirmed a second time', () => {
  const changed = plan.map((each) => (each.index === 4 ? staff(4, { decision: decided }) : each))
  expect(stopsOf(changed, false)).toEqual([1, 4, 5, 'block'])
  expect(blockLeft(changed).map(({ index }) => index)).toEqual([2])
})

test('going on leads to what is undecided, round to the first, and to nothing when all is done', () => {
  const stops = stopsOf(plan, false)
  expect(nextStop({ statements: plan }, stops, null)).toBe(1)
  expect(nextStop({ statements: plan }, stops, 1)).toBe(5)
  expect(nextStop({ statements: plan }, stops, 'block')).toBe(1)
  const all = plan.map((each) => ({ ...each, decision: decided }))
  expect(nextStop({ statements: all }, stops, 'block')).toBeNull()
})

test('a heading stands only where something under it is shown', () => {
  const rows = (isOpen: boolean) => rowsOf(plan, stopsOf(plan, isOpen)).map(({ index }) => index)
  expect(rows(false)).toEqual([0, 1, 3, 5])
  expect(rowsOf([statement(0, { isHeading: true }), staff(1)], ['block'])).toEqual([])
})

test('what is unsure shows as unsure until a person has decided it', () => {
  expect(shownVoice(statement(1, { unsure: true }))).toBe('unsure')
  expect(shownVoice(statement(1, { unsure: true, decision: decided }))).toBe('first-person')
})

test('of ten thousand rows only those around the reader are drawn', () => {
  for (const at of [-1, 0, 5_000, 9_999, 10_000]) {
    const { first, end } = stretchAround(10_000, at)
    expect(end - first).toBeLessThanOrEqual(rowsDrawn)
    if (at >= 0 && at < 10_000) expect(first <= at && at < end).toBe(true)
  }
  expect(stretchAround(30, 4)).toEqual({ first: 0, end: 30 })
})
