import fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreementOf } from '../../../src/shared/model/agreement.ts'
import { monthsBetween, teamResults, type PlanResult } from '../../../src/shared/model/care-plan-results.ts'
import { runAtEnd } from '../../../src/shared/model/run-rule.ts'

test('six points in a row on one side make a signal, five do not', () => {
  expect(runAtEnd([0.6, 0.7, 0.6, 0.8, 0.9], 0.5)).toEqual({ length: 5, side: 'above', signal: false })
  expect(runAtEnd([0.6, 0.7, 0.6, 0.8, 0.9, 0.6], 0.5)).toEqual({ length: 6, side: 'above', signal: true })
  expect(runAtEnd([0.9, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1], 0.5)).toEqual({ length: 6, side: 'below', signal: true })
})

test('points on the median are skipped, and a month without readings neither adds nor breaks', () => {
  expect(runAtEnd([0.6, 0.5, 0.7, null, 0.6, 0.5, 0.8, 0.9, 0.6], 0.5)).toMatchObject({ length: 6, signal: true })
  expect(runAtEnd([0.5, null, 0.5], 0.5)).toEqual({ length: 0, side: null, signal: false })
  expect(runAtEnd([1, 1, 1, 1, 1, 1, 1], null)).toEqual({ length: 0, side: null, signal: false })
})

test('agreement is said as so many of so many, and kappa as in Cohen’s own terms', () => {
  const pairs = [
    ...Array.from({ length: 20 }, () => ['yes', 'yes'] as const),
    ...Array.from({ length: 5 }, () => ['yes', 'no'] as const),
    ...Array.from({ length: 10 }, () => ['no', 'yes'] as const),
    ...Array.from({ length: 15 }, () => ['no', 'no'] as const),
  ]
  expect(agreementOf(pairs)).toMatchObject({ same: 35, of: 50, kappa: expect.closeTo(0.4, 10) })
  expect(agreementOf([['yes', 'yes']])).toEqual({ same: 1, of: 1, kappa: null })
  expect(agreementOf([])).toEqual({ same: 0, of: 0, kappa: null })
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('a', 'b', 'c'))), (some) => {
      const { kappa } = agreementOf(some)
      if (kappa !== null) expect(kappa).toBeLessThanOrEqual(1)
    }),
  )
})

test('months run over the end of a year', () => {
  expect(monthsBetween('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02'])
  expect(monthsBetween('2026-02', '2026-01')).toEqual([])
})

const plan = (month: string, number: number, answer: 'yes' | 'no' | 'not-applicable'): PlanResult => ({
  wardId: 'w',
  month,
  pseudonym: `RW-${number}`,
  answers: { 'own-voice': answer },
  apart: { first: {}, second: {} },
  firstPerson: number,
  readBack: null,
})

test('the median is of six months with readings before the period, and of fewer there is none', () => {
  const months = monthsBetween('2026-07', '2026-12')
  const before = monthsBetween('2026-01', '2026-06').flatMap((month) => [plan(month, 1, 'yes'), plan(month, 2, 'no')])
  const now = months.flatMap((month) => [
    plan(month, 1, 'yes'),
    plan(month, 8, 'yes'),
    plan(month, 3, 'not-applicable'),
  ])
  const asked = { criterion: 'own-voice', months }
  const results = teamResults([...before, ...now], asked)
  expect(results).toMatchObject({ median: 0.5, readings: 18, distinctPlans: 3, run: { length: 6, signal: true } })
  expect(results.period).toMatchObject({ k: 12, n: 12 })
  expect(results.lastThree).toMatchObject({ k: 6, n: 6 })
  expect(results.firstPerson).toEqual([0, 6, 0, 6, 0, 6])
  expect(teamResults([...before.slice(2), ...now], asked)).toMatchObject({ median: null, run: { signal: false } })
})
