import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findIdentifiers } from '../../../../src/shared/model/identifiers/find.ts'
import { maskIdentifiers } from '../../../../src/shared/model/identifiers/mask.ts'
import { hardSet } from './hard-set.ts'

const scraps = fc.constantFrom(
  ...hardSet.flatMap(({ text }) => text.split(' ')),
  'Dr',
  'Mr',
  '.',
  ',',
  '\n',
  '|',
  '@',
  '999 204 5477',
  '07700 900155',
  '05/06/1984',
  'DOB',
  'NHS',
  '(',
  ')',
  '\u0000',
  '\ud83d',
  'é',
)
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.array(scraps, { maxLength: 40 }).map((words) => words.join(' ')),
  fc.array(scraps, { maxLength: 40 }).map((words) => words.join('')),
)

test('Whatever is pasted, offsets point at what was found, in order and apart, and nothing throws', () => {
  fc.assert(
    fc.property(texts, fc.boolean(), (text, withPossible) => {
      let from = 0
      for (const { start, end, value } of findIdentifiers(text, { withPossible })) {
        expect(start).toBeGreaterThanOrEqual(from)
        expect(end).toBeGreaterThan(start)
        expect(text.slice(start, end)).toBe(value)
        from = end
      }
    }),
    { numRuns: 400 },
  )
})

test('Masking removes every find and keeps every other character', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const found = findIdentifiers(text)
      const masked = maskIdentifiers(text, found)
      let from = 0
      let at = 0
      for (const { start, end } of found) {
        const kept = text.slice(from, start)
        expect(masked.startsWith(kept, at)).toBe(true)
        at += kept.length
        const mask = /^\[[A-Za-z ]+\]/.exec(masked.slice(at))
        expect(mask).not.toBeNull()
        at += mask?.[0].length ?? 0
        from = end
      }
      expect(masked.slice(at)).toBe(text.slice(from))
    }),
    { numRuns: 300 },
  )
})

test('The same text gives the same finds', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(findIdentifiers(text)).toEqual(findIdentifiers(text))
    }),
    { numRuns: 100 },
  )
})

test('A known name is covered wherever it stands with a capital', () => {
  const around = fc.array(scraps, { maxLength: 8 }).map((words) => words.join(' '))
  fc.assert(
    fc.property(around, around, (before, after) => {
      const text = `${before} Quenby ${after}`
      const covered = findIdentifiers(text, { knownNames: ['Quenby Tarnhow'] })
      const at = before.length + 1
      expect(covered.some(({ start, end }) => start <= at && end >= at + 6)).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('A long run of anything an attacker repeats is read to its end', () => {
  const units = [
    'a',
    '1',
    '1 ',
    'A. ',
    'a@',
    'a.',
    'Aa ',
    '1-',
    '(1)',
    'Dr ',
    'born a ',
    '12/',
    "O'",
    'e\u0301',
    '\n',
    '|',
    '12 Aa ',
    'Aa and ',
    'Mr and ',
    'Flat 1, ',
    '@aa',
    'a dot ',
    'NHS ',
    'DOB ( ',
    'lives with ',
    '99-',
    '4111 1111 ',
    '\ud800',
    'O7',
  ]
  for (const unit of units)
    expect(Array.isArray(findIdentifiers(unit.repeat(Math.ceil(20_000 / unit.length))))).toBe(true)
})

test('What stands at the end of a megabyte is found', () => {
  const filler = 'Staff to offer time to talk each day and to note what helps. '
  const text = `${filler.repeat(17_000)}\nSeen by Dr Anita Bose.`
  expect(findIdentifiers(text).map(({ value }) => value)).toEqual(['Dr Anita Bose'])
})
