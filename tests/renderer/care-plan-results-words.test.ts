import { expect, test } from 'vitest'
import { intervalOf, shareOf, signalOf, sixMonthsTo } from '../../src/renderer/src/features/care-plans/results-words.ts'
import { describePlanStrip } from '../../src/shared/drawing/plan-strip.tsx'

test('no word but “No signal yet” stands for change until six in a row lie on one side', () => {
  const run = { length: 5, side: 'above' as const, signal: false }
  expect(signalOf({ run, median: 0.5 })).toEqual({ word: 'No signal yet', detail: '5 in a row above' })
  expect(signalOf({ run, median: null }).detail).toBe('no median yet')
  expect(signalOf({ run: { length: 6, side: 'below', signal: true }, median: 0.5 }).word).toBe('Signal')
})

test('a proportion is k of n with its interval, and under five the interval is not given', () => {
  expect(shareOf({ k: 28, n: 60, low: 0.35, high: 0.59 })).toBe('28 of 60')
  expect(intervalOf({ k: 28, n: 60, low: 0.346, high: 0.591 })).toBe('35 to 59%')
  expect(intervalOf({ k: 1, n: 4, low: 0.05, high: 0.7 })).toBe('too few to say')
  expect(shareOf({ k: 0, n: 0, low: null, high: null })).toBe('none read')
})

test('six months end with the month of the audit, over the turn of a year too', () => {
  expect(sixMonthsTo('2026-09-30')).toEqual({ from: '2026-04', to: '2026-09' })
  expect(sixMonthsTo('2026-02-28')).toEqual({ from: '2025-09', to: '2026-02' })
})

test('the strip of plans says its numbers in words, those with none first', () => {
  expect(describePlanStrip({ name: 'Rowan Ward', plans: [12, 3, 0, 0, 0, 1] })).toBe(
    'Rowan Ward, individual first-person statements: 12 plans with none, 3 plans with 1, 1 plan with 5 or more',
  )
})
