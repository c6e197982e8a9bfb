import { describe, expect, it } from 'vitest'
import { median, wilsonInterval } from '../../../src/shared/model/statistics.ts'

const bounds = (k: number, n: number) => {
  const interval = wilsonInterval(k, n)
  return interval === null ? null : [interval.low.toFixed(4), interval.high.toFixed(4)]
}

describe('the Wilson interval', () => {
  it('gives the score intervals of Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3', () => {
    expect(bounds(81, 263)).toEqual(['0.2553', '0.3662'])
    expect(bounds(15, 148)).toEqual(['0.0624', '0.1605'])
    expect(bounds(0, 20)).toEqual(['0.0000', '0.1611'])
    expect(bounds(1, 29)).toEqual(['0.0061', '0.1718'])
  })

  it('says nothing of nobody, and never leaves the scale when all or none say so', () => {
    expect(wilsonInterval(0, 0)).toBeNull()
    expect(wilsonInterval(0, 7)?.low).toBe(0)
    expect(wilsonInterval(7, 7)?.high).toBe(1)
  })

  it('is the same from the other side', () => {
    const yes = wilsonInterval(13, 60)
    const no = wilsonInterval(47, 60)
    expect(yes?.low).toBeCloseTo(1 - (no?.high ?? 0), 12)
  })

  it.each([
    [5, 4],
    [-1, 4],
    [1.5, 4],
    [1, Number.NaN],
  ])('refuses %d of %d, which is not a proportion', (k, n) => {
    expect(() => wilsonInterval(k, n)).toThrow(RangeError)
  })
})

describe('the median', () => {
  it('gives the examples of NIST/SEMATECH, e-Handbook of Statistical Methods: the middle value, or the mean of the two', () => {
    expect(median([7, 1, 3, 9, 6, 3, 8])).toBe(6)
    expect(median([4, 1, 9, 2, 8, 3, 6, 5])).toBe(4.5)
  })

  it('does not exist for nothing, and leaves its input as it was', () => {
    const values = [3, 1, 2]
    expect(median([])).toBeNull()
    median(values)
    expect(values).toEqual([3, 1, 2])
  })
})
