import { describe, expect, test } from 'vitest'
import { isBehind, readBehind } from '../../src/renderer/src/features/overview/behind.ts'
import type { PlacedFinding } from '../../src/renderer/src/features/overview/picture.ts'
import { toFindingsBehind } from '../../src/renderer/src/routes.ts'

const placed = (changes: object, prompt: object = {}) =>
  ({
    finding: { judgement: 'well-evidenced', gaps: ['S', 'N'], peopleView: { yes: 0, inPart: 0, no: 0 }, ...changes },
    prompt: { regulations: ['regulation-9'], keyQuestions: [{ keyQuestion: 'caring' }], ...prompt },
  }) as unknown as PlacedFinding

const behind = (address: string) => readBehind(new URLSearchParams(address.split('?')[1]))

describe('the findings behind a count', () => {
  test('are those with the gap that was counted', () => {
    expect(isBehind(placed({}), behind(toFindingsBehind({ gap: 'S' })))).toBe(true)
    expect(isBehind(placed({}), behind(toFindingsBehind({ gap: 'E' })))).toBe(false)
  })

  test('are those that touch the regulation under the key question, both at once', () => {
    const address = toFindingsBehind({ regulation: 'regulation-9', keyQuestion: 'caring' })
    expect(isBehind(placed({}), behind(address))).toBe(true)
    expect(isBehind(placed({}, { regulations: [] }), behind(address))).toBe(false)
    expect(isBehind(placed({}, { keyQuestions: [{ keyQuestion: 'effective' }] }), behind(address))).toBe(false)
  })

  test('leave out what does not apply wherever the count left it out', () => {
    const doesNotApply = placed({ judgement: 'not-applicable' })
    expect(isBehind(doesNotApply, behind(toFindingsBehind({ people: 'not-asked' })))).toBe(false)
    expect(isBehind(doesNotApply, behind(toFindingsBehind({ regulation: 'regulation-9' })))).toBe(false)
    expect(isBehind(doesNotApply, behind(toFindingsBehind({ judgement: 'not-applicable' })))).toBe(true)
  })

  test('a word that is none of ours, in an address someone wrote, does not narrow', () => {
    expect(readBehind(new URLSearchParams('gap=Z&judgement=met&people=<b>'))).toEqual({
      gap: null,
      judgement: null,
      people: null,
      regulation: null,
      keyQuestion: null,
    })
  })
})
