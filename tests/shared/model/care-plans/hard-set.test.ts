import { expect, test } from 'vitest'
import { createCarePlanReader } from '../../../../src/shared/model/care-plans/reader.ts'
import { hardPairs, hardPlans, hardStatements } from '../../../support/care-plan-cases.ts'
import { pairFigures, planFigures, statementFigures } from '../../../support/care-plan-figures.ts'

// The floors stand just under what was measured, label by label: a rule that costs one label is seen though another gains.
const reader = createCarePlanReader()

test('the hard statements are told apart, each voice by itself, as well as they were', () => {
  const cases = hardStatements()
  expect(cases.length).toBeGreaterThanOrEqual(1500)
  const tuned = statementFigures(
    reader,
    cases.filter(({ held }) => !held),
  )
  expect(tuned.macro).toBeGreaterThan(0.97)
  expect(tuned['first-person'].p).toBeGreaterThan(0.965)
  expect(tuned['first-person'].f1).toBeGreaterThan(0.965)
  expect(tuned.reported.f1).toBeGreaterThan(0.97)
  expect(tuned['someone-else'].f1).toBeGreaterThan(0.965)
  expect(tuned.none.f1).toBeGreaterThan(0.98)
  expect(tuned.generic.f1).toBeGreaterThan(0.9)
  expect(tuned.needs.f1).toBeGreaterThan(0.81)
})

test('the statements held out are told apart as well as they were', () => {
  const held = statementFigures(
    reader,
    hardStatements().filter((one) => one.held),
  )
  expect(held.macro).toBeGreaterThan(0.945)
  expect(held['first-person'].p).toBeGreaterThan(0.935)
  expect(held.reported.f1).toBeGreaterThan(0.93)
  expect(held['someone-else'].f1).toBeGreaterThan(0.93)
  expect(held.none.f1).toBeGreaterThan(0.93)
  expect(held.generic.f1).toBeGreaterThan(0.9)
  expect(held.needs.f1).toBeGreaterThan(0.865)
})

test('the same sentence is found under other names, and another sentence is not taken for it', () => {
  const tuned = pairFigures(reader, false)
  expect(tuned.p).toBeGreaterThan(0.98)
  expect(tuned.r).toBeGreaterThan(0.95)
  const held = pairFigures(reader, true)
  expect(held.p).toBeGreaterThan(0.95)
  expect(held.r).toBeGreaterThan(0.95)
})

test('whole plans of many layouts are cut and read from end to end', () => {
  const plans = hardPlans()
  const figures = planFigures(reader, plans)
  expect(figures.rightClass).toBeGreaterThanOrEqual(plans.length - 1)
  expect(figures.cut.f1).toBeGreaterThan(0.99)
  expect(figures['first-person'].f1).toBeGreaterThan(0.97)
  expect(figures.reported.f1).toBeGreaterThan(0.9)
  expect(figures['someone-else'].f1).toBeGreaterThan(0.95)
  expect(figures.none.f1).toBeGreaterThan(0.97)
  expect(figures.intervention.f1).toBeGreaterThan(0.97)
})

test('whichever of two sentences comes first makes no difference', () => {
  for (const { a, b } of hardPairs()) expect(reader.isSameSentence(b, a)).toBe(reader.isSameSentence(a, b))
})
