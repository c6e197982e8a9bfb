import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paceOf } from '../../../src/shared/model/care-plan-pace.ts'
import { drawSample, widestInterval } from '../../../src/shared/model/care-plan-sample.ts'

const caseload = Array.from({ length: 17 }, (_, number) => `RW-${String(number + 1).padStart(2, '0')}`)

test('the same list and seed give the same sample, in whatever order the list came', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(caseload, { minLength: 17 }), fc.nat(99_999), (list, seed) => {
      expect(drawSample(list, 10, seed)).toEqual(drawSample(caseload, 10, seed))
    }),
  )
})

test('a sample that was once drawn is drawn again by every later version', () => {
  expect(drawSample(caseload, 4, 48213)).toMatchInlineSnapshot(`
    [
      "RW-04",
      "RW-06",
      "RW-12",
      "RW-14",
    ]
  `)
})

test('everybody on the list has the same chance, and nobody is drawn twice', () => {
  const counts = new Map<string, number>()
  for (let seed = 0; seed < 3_400; seed += 1) {
    const drawn = drawSample([...caseload, 'RW-01', ' RW-02 '], 5, seed)
    expect(new Set(drawn).size).toBe(5)
    for (const name of drawn) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  // 1,000 expected of each; four standard deviations are 107.
  for (const name of caseload) expect(Math.abs((counts.get(name) ?? 0) - 1_000)).toBeLessThan(125)
})

test('more than there are cannot be drawn, and nothing out of nothing', () => {
  expect(drawSample(caseload, 99, 1)).toEqual(caseload)
  expect(drawSample([], 3, 1)).toEqual([])
})

test('a sample of ten says how wide its interval can be', () => {
  expect(widestInterval(10)).toMatchObject({ k: 5, low: expect.closeTo(0.237, 3), high: expect.closeTo(0.763, 3) })
  expect(widestInterval(0)).toBeNull()
})

const minutes = (...at: number[]) => at.map((each) => each * 60_000)

test('no minutes are promised until two plans were read, and a lunch break is not reading', () => {
  const read = { complete: true, times: minutes(0, 1, 2, 3) }
  const after = { complete: true, times: minutes(0, 1, 62, 63) }
  const open = { complete: false, times: [] }
  expect(paceOf([read, open, open])).toEqual({ plansLeft: 2, minutes: null })
  expect(paceOf([read, read, open, open])).toEqual({ plansLeft: 2, minutes: 8 })
  expect(paceOf([after, after, open])).toEqual({ plansLeft: 1, minutes: 10 })
})
