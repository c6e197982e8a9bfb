import { describe, expect, test } from 'vitest'
import { clampPlace, rowOfCode, walk } from '../../src/renderer/src/features/overview/walk.ts'

/** Two rows of one cell (asked of the provider), then two rows of four (asked of each core service). */
const shape = [1, 1, 4, 4]

describe('walking through the matrix by keys', () => {
  test('arrows go one cell and stop at the edges', () => {
    expect(walk(shape, { row: 2, column: 3 }, 'ArrowRight', false)).toEqual({ row: 2, column: 3 })
    expect(walk(shape, { row: 2, column: 3 }, 'ArrowLeft', false)).toEqual({ row: 2, column: 2 })
    expect(walk(shape, { row: 3, column: 0 }, 'ArrowDown', false)).toEqual({ row: 3, column: 0 })
  })

  test('going up into the provider’s rows lands on their only cell', () => {
    expect(walk(shape, { row: 2, column: 3 }, 'ArrowUp', false)).toEqual({ row: 1, column: 0 })
  })

  test('Home and End go along the row, with Ctrl to the first and last cell of both blocks', () => {
    expect(walk(shape, { row: 3, column: 2 }, 'Home', false)).toEqual({ row: 3, column: 0 })
    expect(walk(shape, { row: 3, column: 1 }, 'End', false)).toEqual({ row: 3, column: 3 })
    expect(walk(shape, { row: 3, column: 1 }, 'Home', true)).toEqual({ row: 0, column: 0 })
    expect(walk(shape, { row: 0, column: 0 }, 'End', true)).toEqual({ row: 3, column: 3 })
  })

  test('a letter does not move', () => {
    expect(walk(shape, { row: 0, column: 0 }, 'c', false)).toBeUndefined()
  })

  test('a place that no longer exists is drawn back inside', () => {
    expect(clampPlace(shape, { row: 9, column: 9 })).toEqual({ row: 3, column: 3 })
    expect(clampPlace([], { row: 2, column: 2 })).toEqual({ row: 0, column: 0 })
  })
})

describe('typing a code', () => {
  const codes = ['P1', 'C10', 'C1', 'C7']

  test('C7 leads to C7, in either case', () => {
    expect(rowOfCode(codes, 'C7')).toBe(3)
    expect(rowOfCode(codes, 'c7')).toBe(3)
  })

  test('C1 is C1 and not C10, while C alone is the first of them', () => {
    expect(rowOfCode(codes, 'C1')).toBe(2)
    expect(rowOfCode(codes, 'C')).toBe(1)
  })

  test('a code that no prompt has leads nowhere', () => {
    expect(rowOfCode(codes, 'X9')).toBeUndefined()
  })
})
