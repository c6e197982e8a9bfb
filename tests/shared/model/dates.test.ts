import { afterEach, expect, test } from 'vitest'
import { dateOf } from '../../../src/shared/model/dates.ts'

const zone = process.env.TZ
afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

test('half past midnight in British summer is that day, though it is still yesterday in UTC', () => {
  process.env.TZ = 'Europe/London'
  expect(dateOf('2026-07-09T23:30:00.000Z')).toBe('2026-07-10')
  expect(dateOf('2026-01-09T23:30:00.000Z')).toBe('2026-01-09')
})

test('the date of a moment is that of the clock on the wall, east and west', () => {
  process.env.TZ = 'Pacific/Auckland'
  expect(dateOf('2026-01-09T12:00:00.000Z')).toBe('2026-01-10')
  process.env.TZ = 'America/New_York'
  expect(dateOf('2026-01-10T03:00:00.000Z')).toBe('2026-01-09')
})
