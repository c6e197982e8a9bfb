import { expect, test } from 'vitest'
import {
  intervalInWords,
  pseudonymsOf,
  readAuditDraft,
  type AuditDraft,
} from '../../src/renderer/src/features/care-plans/new-audit.ts'
import {
  faultsOf,
  freePseudonyms,
  likelyPseudonym,
  type WaitingPlan,
} from '../../src/renderer/src/features/care-plans/plans-to-load.ts'
import type { IsoDate } from '../../src/shared/model/dates.ts'

const today = '2026-10-03' as IsoDate

const draft: AuditDraft = {
  wardId: 'ward',
  from: '1 September 2026',
  to: '30/09/2026',
  method: 'random',
  caseload: 'RW-01\nRW-02\n\nRW-02, RW-03',
  size: '2',
  criteria: 'core',
}

const waiting = (key: number, pseudonym: string): WaitingPlan => ({
  key,
  pseudonym,
  patientName: '',
  source: { kind: 'pasted', text: 'I want to go home.' },
})

test('a random sample is read with its seed, and a name that is listed twice counts once', () => {
  const { audit } = readAuditDraft(draft, 48_213, today)
  expect(audit?.sample).toEqual({ method: 'random', seed: 48_213, size: 2, caseload: ['RW-01', 'RW-02', 'RW-03'] })
  expect(audit?.to).toBe('2026-09-30')
})

test('asking for more plans than the list has is said at the field', () => {
  const { audit, faults } = readAuditDraft({ ...draft, size: '4' }, 1, today)
  expect(audit).toBeNull()
  expect(faults).toEqual([{ id: 'size', words: 'The list has 3 pseudonyms. Ask for fewer plans' }])
})

test('a date that is none, a period turned round and no ward are each said', () => {
  const words = (changes: Partial<AuditDraft>) =>
    readAuditDraft({ ...draft, ...changes }, 1, today).faults.map((f) => f.id)
  expect(words({ from: '31/09/2026' })).toEqual(['from'])
  expect(words({ from: '1 October 2026' })).toEqual(['to'])
  expect(words({ wardId: '', caseload: '' })).toEqual(['ward', 'caseload'])
})

test('the interval of a sample says how little ten plans can tell', () => {
  expect(intervalInWords(10)).toContain('between 24 and 76%')
  expect(intervalInWords(0)).toBeNull()
  expect(pseudonymsOf('a; b\tc')).toEqual(['a', 'b', 'c'])
})

test('a file’s name is never taken as a pseudonym, unless it is one that was drawn', () => {
  expect(likelyPseudonym('Maria Lopez.docx', ['RW-01'])).toBe('')
  expect(likelyPseudonym('rw-01.docx', ['RW-01'])).toBe('RW-01')
  expect(freePseudonyms('Rowan Ward', ['RW-01', 'RW-03'], 2)).toEqual(['RW-02', 'RW-04'])
})

test('a plan without a pseudonym, with one that is taken, or one that was not drawn is not loaded', () => {
  const sample = { method: 'random' as const, seed: 1, caseload: 3, drawn: ['RW-02', 'RW-03'], missing: ['RW-02'] }
  const planList = [{ pseudonym: 'RW-03' }] as never
  const faults = faultsOf([waiting(1, ' '), waiting(2, 'RW-03'), waiting(3, 'RW-02'), waiting(4, 'RW-09')], {
    planList,
    sample,
  } as never)
  expect([...faults.keys()]).toEqual([1, 2, 4])
  expect(faults.get(4)).toContain('was not drawn')
})
