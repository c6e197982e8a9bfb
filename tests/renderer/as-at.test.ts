import { describe, expect, test } from 'vitest'
import { asAtOf, asAtSteps, stepOf } from '../../src/renderer/src/features/overview/as-at.ts'

describe('the dates that As at slides through', () => {
  test('go week by week from today and end on the day of the visit', () => {
    expect(asAtSteps('2026-10-13', '2026-11-30')).toEqual([
      '2026-10-13',
      '2026-10-20',
      '2026-10-27',
      '2026-11-03',
      '2026-11-10',
      '2026-11-17',
      '2026-11-24',
      '2026-11-30',
    ])
  })

  test('a visit tomorrow is one step away', () => {
    expect(asAtSteps('2026-10-13', '2026-10-14')).toEqual(['2026-10-13', '2026-10-14'])
  })

  test('there is nothing to slide to without a visit, or when it has passed', () => {
    expect(asAtSteps('2026-10-13', null)).toBeNull()
    expect(asAtSteps('2026-10-13', '2026-10-13')).toBeNull()
    expect(asAtSteps('2026-10-13', '2026-10-01')).toBeNull()
  })

  test('a visit years away does not make thousands of steps', () => {
    expect(asAtSteps('2026-10-13', '2126-10-13')).toHaveLength(105)
  })
})

describe('a date out of an address', () => {
  const steps = ['2026-10-13', '2026-10-20', '2026-10-26']

  test('stands on the last step that is not later', () => {
    expect(stepOf(steps, '2026-10-13')).toBe(0)
    expect(stepOf(steps, '2026-10-22')).toBe(1)
    expect(stepOf(steps, '2027-01-01')).toBe(2)
    expect(stepOf(steps, '2020-01-01')).toBe(0)
  })

  test('counts only when it is a date later than today', () => {
    expect(asAtOf('2026-11-30', '2026-10-13')).toBe('2026-11-30')
    expect(asAtOf('2026-10-13', '2026-10-13')).toBeNull()
    expect(asAtOf('2026-99-99', '2026-10-13')).toBeNull()
    expect(asAtOf('soon', '2026-10-13')).toBeNull()
    expect(asAtOf(null, '2026-10-13')).toBeNull()
  })
})
