import { wilsonInterval } from './statistics.ts'

/**
 * A sample of a caseload, drawn at random by a seed: the same list and seed give the same sample, in whatever order the list came.
 * Names that are listed twice count once. The sample comes in the order of the alphabet (of code units), not of the draw.
 *
 * How to redraw it: sort the distinct names by code unit; for i from 0 to size - 1 exchange the name at i with the one at
 * i + floor(r * (count - i)), where r is the next number of mulberry32 begun with the seed; the first `size` names are the sample.
 */
export function drawSample(caseload: readonly string[], size: number, seed: number): string[] {
  const names = [...new Set(caseload.map((name) => name.trim()).filter((name) => name !== ''))].toSorted(byCodeUnit)
  const random = mulberry32(seed)
  const drawn = Math.min(Math.max(0, size), names.length)
  for (let i = 0; i < drawn; i += 1) {
    const j = i + Math.floor(random() * (names.length - i))
    const [one, other] = [names[i], names[j]]
    if (one === undefined || other === undefined) continue
    names[i] = other
    names[j] = one
  }
  return names.slice(0, drawn).toSorted(byCodeUnit)
}

const byCodeUnit = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** Numbers from 0 (in) to 1 (out). Source: T. Ettinger, mulberry32, public domain. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * How wide the 95 % Wilson interval of a sample of this size can be, at its widest: half of the plans say yes. Both bounds from 0 to 1.
 * Null when the size is 0.
 */
export function widestInterval(size: number): { k: number; low: number; high: number } | null {
  const k = Math.floor(size / 2)
  const interval = wilsonInterval(k, size)
  return interval && { k, ...interval }
}
