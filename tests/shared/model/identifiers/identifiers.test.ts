import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findIdentifiers } from '../../../../src/shared/model/identifiers/find.ts'
import { identifierLine } from '../../../../src/shared/model/identifiers/identifier-line.ts'
import { maskIdentifiers } from '../../../../src/shared/model/identifiers/mask.ts'
import { isNhsNumber } from '../../../../src/shared/model/identifiers/nhs-numbers.ts'
import { hardSet } from './hard-set.ts'
import { scoreHardSet } from './score-hard-set.ts'

const found = (text: string, options = {}) =>
  findIdentifiers(text, options).map(({ type, value }) => `${type}:${value}`)
const devset = new URL('../../../fixtures/devset/', import.meta.url)

test('A number passes the NHS check only with the right last digit', () => {
  for (const passes of ['9434765919', '6541003238', '6716689966', '9990000018', '9992045477', '9992366184'])
    expect(isNhsNumber(passes)).toBe(true)
  for (const fails of ['9876544321', '9991234560', '9997137192', '999204547', '99920454770', 'abcdefghij', ''])
    expect(isNhsNumber(fails)).toBe(false)
})

test('An NHS number is found plain, spaced, dotted, dashed and over a line break', () => {
  for (const written of [
    '9992045477',
    '999 204 5477',
    '999.204.5477',
    '999-204-5477',
    '999 204\n5477',
    '999\u00a0204\u00a05477',
  ])
    expect(found(`Band says ${written} today`)).toEqual([`NHS_NUMBER:${written}`])
})

test('A mistyped NHS number is found where it is labelled, and only there', () => {
  expect(found('NHS No 999 204 5478')).toEqual(['NHS_NUMBER:999 204 5478'])
  expect(found('The number 999 204 5478')).toEqual([])
})

test('A parcel whose number happens to pass the NHS check is left alone, unless the label says NHS', () => {
  expect(found('Order 9992045477 arrived')).toEqual([])
  expect(found('Invoice ref 999 204 5477')).toEqual([])
  expect(found('Order for NHS number 9992045477')).toEqual(['NHS_NUMBER:9992045477'])
})

test('A birth date is an identifier and a review date is not', () => {
  expect(found('DOB 05/06/1984, review 05/06/2026')).toEqual(['DOB:05/06/1984'])
  expect(found('Admitted 01/02/2024, discharged 5 March 2024')).toEqual([])
})

test('A birth date is found under its heading in a table', () => {
  expect(found('Ref|DOB|Ward\n12|05/06/1984|Rowan\n13|1 May 1990|Rowan')).toEqual(['DOB:05/06/1984', 'DOB:1 May 1990'])
})

test('A possessive ends before its apostrophe, and a title belongs to the name', () => {
  expect(found("Dr Anita Bose's letter about Siân’s leave")).toEqual(['NAME:Dr Anita Bose', 'NAME:Siân'])
})

test('A name once found is found again wherever it comes back', () => {
  expect(found('Key worker: Zbyszko Qureshi. Later I asked if Zbyszko could stay.')).toEqual([
    'NAME:Zbyszko Qureshi',
    'NAME:Zbyszko',
  ])
})

test('A name that the app knows is found where nothing else gives it away, and its everyday word is not', () => {
  expect(found('Back by Tuesday, thought Marigold')).toEqual([])
  expect(found('Back by Tuesday, thought Marigold', { knownNames: ['Marigold Tarn'] })).toEqual(['NAME:Marigold'])
  expect(found('planted a marigold and a rose', { knownNames: ['Marigold Tarn', 'Rose'] })).toEqual([])
  expect(found('MARIGOLD TARN', { knownNames: ['Marigold Tarn'] })).toEqual(['NAME:MARIGOLD TARN'])
})

test('A ward that the app knows is nobody', () => {
  expect(found('Ask Clementine about the rota')).toEqual(['NAME:Clementine'])
  expect(found('Ask Clementine about the rota', { notNames: ['Clementine'] })).toEqual([])
})

test('A pet is listed for a person to decide, never masked unasked', () => {
  expect(found('I miss my dog Sheba and my tortoise Sheila.')).toEqual([])
  const possible = findIdentifiers('I miss my dog Sheba.', { withPossible: true })
  expect(possible).toMatchObject([{ value: 'Sheba', certainty: 'possible' }])
})

test('What is left with a capital letter can be asked for', () => {
  const possible = findIdentifiers('Went to see Quillon at the match', { withPossible: true })
  expect(possible).toMatchObject([{ value: 'Quillon', certainty: 'possible', reason: 'a word with a capital letter' }])
})

test('Every find carries a reason', () => {
  for (const { text } of hardSet)
    for (const { reason } of findIdentifiers(text)) expect(reason.length).toBeGreaterThan(5)
})

test('Masking puts the kind where the words stood', () => {
  const text = 'Mr Colm Rafferty 9992366184, eve.k@example.com'
  expect(maskIdentifiers(text, findIdentifiers(text))).toBe('[name] [NHS number], [email]')
})

test('The development set is scored by its own scorer with nothing missed and no false alarm', () => {
  const folder = mkdtempSync(join(tmpdir(), 'identifiers-'))
  try {
    const gold = new URL('pii.jsonl', devset)
    const lines = readFileSync(gold, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
    const predicted = join(folder, 'predicted.jsonl')
    writeFileSync(predicted, lines.map((line) => JSON.stringify(identifierLine(JSON.parse(line)))).join('\n'))
    const scorer = new URL('score.cjs', devset)
    const scored = JSON.parse(
      execFileSync(process.execPath, [scorer.pathname, 'pii', gold.pathname, predicted, '--json'], {
        encoding: 'utf8',
      }),
    )
    expect(scored).toMatchObject({ entityFullyMaskedRecall: 1, cleanStringsWithFalseAlarm: 0, overMaskedChars: 0 })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

test('The hard set holds enough strings of every kind, a third of them held out', () => {
  expect(hardSet.length).toBeGreaterThanOrEqual(200)
  const { byType, clean } = scoreHardSet(hardSet)
  expect(Object.keys(byType).length).toBe(9)
  expect(clean).toBeGreaterThanOrEqual(60)
})

test('The strings the rules were written with stay found', () => {
  const score = scoreHardSet(hardSet.filter(({ heldOut }) => !heldOut))
  expect(score.share).toBeGreaterThanOrEqual(0.98)
  expect(score.falseAlarms).toBeLessThanOrEqual(6)
})

test('The held-out strings are found as well as when they were first scored', () => {
  const score = scoreHardSet(hardSet.filter(({ heldOut }) => heldOut))
  expect(score.share).toBeGreaterThanOrEqual(0.95)
  expect(score.falseAlarms).toBeLessThanOrEqual(2)
})
