import { expect, test } from 'vitest'
import { checkPeriod } from '../../src/renderer/src/features/sign-off/next-period.ts'
import { checkSignature } from '../../src/renderer/src/features/sign-off/signature.ts'

const signed = { signer: 'Ada Invented', role: 'Director of nursing', statement: 'Seen.', unassessedReason: '' }

test('a signature wants a name, a role and a statement; blanks do not count', () => {
  expect(checkSignature(signed, 0)).toEqual({})
  expect(Object.keys(checkSignature({ ...signed, signer: ' ', role: '', statement: '\n' }, 0))).toEqual([
    'statement',
    'signer',
    'role',
  ])
})

test('a reason is wanted only where something is left', () => {
  expect(checkSignature(signed, 3)).toHaveProperty('unassessedReason')
  expect(checkSignature({ ...signed, unassessedReason: 'No time.' }, 3)).toEqual({})
})

const last = { from: '2026-04-01' }
const period = { from: '1 October 2026', to: '31 March 2027', expectedVisit: '' }

test('the next period begins after the last one began, and ends after it begins', () => {
  const check = (part: Partial<typeof period>) => checkPeriod({ ...period, ...part }, last, '2026-10-05')
  expect(check({})).toEqual({})
  expect(check({ from: '1 April 2026' })).toEqual({ from: 'Begin after the last one began' })
  expect(check({ to: '1 September 2026' })).toEqual({ to: 'End after it begins' })
  expect(check({ to: '' })).toEqual({ to: 'Give a date' })
  expect(check({ to: '31 February 2027' }).to).toContain('is not a date')
  expect(check({ expectedVisit: 'soon' }).expectedVisit).toContain('is not a date')
})
