import { describe, expect, it } from 'vitest'
import { pagesOf, rowAfterKey, rowsInSight } from '../../src/renderer/src/features/evidence/row-window.ts'

const sight = (above: number, total = 100_000) => rowsInSight({ above, height: 660, rowHeight: 33, total })

describe('a log of a hundred thousand items', () => {
  it('draws what is in sight and a few rows more, never all', () => {
    expect(sight(0)).toEqual({ first: 0, last: 28 })
    const middle = sight(50_000 * 33)
    expect(middle.first).toBeLessThanOrEqual(50_000)
    expect(middle.last).toBeGreaterThanOrEqual(50_020)
    expect(middle.last - middle.first).toBeLessThan(50)
  })

  it('stays inside the list at its end, and after a filter has shortened it', () => {
    expect(sight(99_990 * 33).last).toBe(99_999)
    expect(sight(99_990 * 33, 5)).toEqual({ first: 0, last: 4 })
    expect(sight(0, 0)).toEqual({ first: 0, last: -1 })
  })

  it('draws the first rows while the list lies below what is seen', () => {
    expect(sight(-2_000)).toEqual({ first: 0, last: 8 })
  })

  it('asks for the pages that the rows in sight lie on', () => {
    expect(pagesOf({ first: 95, last: 205 }, 100)).toEqual([0, 1, 2])
    expect(pagesOf({ first: 0, last: -1 }, 100)).toEqual([0])
  })

  it('is walked by the keyboard and never left by it', () => {
    const list = { total: 100, rowsSeen: 20 }
    expect(rowAfterKey('ArrowDown', 99, list)).toBe(99)
    expect(rowAfterKey('ArrowUp', 0, list)).toBe(0)
    expect(rowAfterKey('PageDown', 5, list)).toBe(24)
    expect(rowAfterKey('End', 5, list)).toBe(99)
    expect(rowAfterKey('Home', 5, list)).toBe(0)
    expect(rowAfterKey('x', 5, list)).toBeNull()
  })
})
