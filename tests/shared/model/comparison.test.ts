import { expect, test } from 'vitest'
import { decideChange, firstSentence } from '../../../src/shared/model/comparison.ts'

test.each([
  ['well-evidenced', 'partly-evidenced', 'worse'],
  ['not-evidenced', 'evidence-against', 'worse'],
  ['evidence-against', 'well-evidenced', 'improved'],
  ['partly-evidenced', 'partly-evidenced', 'unchanged'],
  ['partly-evidenced', 'not-assessed', 'not-assessed'],
  ['not-assessed', 'not-assessed', 'not-assessed'],
  ['not-assessed', 'not-evidenced', 'new'],
  ['not-applicable', 'well-evidenced', 'new'],
  [null, 'well-evidenced', 'new'],
  ['well-evidenced', 'not-applicable', 'does-not-apply'],
  ['not-applicable', 'not-applicable', 'unchanged'],
] as const)('from %s to %s reads “%s”', (before, now, change) => {
  expect(decideChange(before, now)).toBe(change)
})

test('a narrative is shown by its first sentence', () => {
  expect(firstSentence('Two of nine plans. The rest are templated.')).toBe('Two of nine plans.')
  expect(firstSentence('A mean of 3.5 plans, e.g. on Rowan Ward')).toBe('A mean of 3.5 plans, e.g. on Rowan Ward')
  expect(firstSentence('She said “I was asked.” Others were not.')).toBe('She said “I was asked.”')
  expect(firstSentence('First line\nSecond line.')).toBe('First line')
  expect(firstSentence('')).toBe('')
})

test('a sentence without an end is cut at a word', () => {
  const long = firstSentence('word '.repeat(200))
  expect(long.length).toBeLessThan(245)
  expect(long.endsWith('word …')).toBe(true)
})
