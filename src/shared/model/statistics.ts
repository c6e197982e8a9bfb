/** The bounds of an interval for a proportion, both from 0 to 1. */
type Interval = { low: number; high: number }

const z95 = 1.959963984540054

/**
 * The 95 % Wilson score interval of `k` of `n`, without continuity correction; null when `n` is 0, for then there is nothing to say.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927) 209-212.
 * Throws a RangeError when `k` is not between 0 and `n`.
 */
export function wilsonInterval(k: number, n: number): Interval | null {
  if (!Number.isInteger(k) || !Number.isInteger(n) || k < 0 || k > n)
    throw new RangeError(`${k} of ${n} is not a proportion`)
  if (n === 0) return null
  const share = k / n
  const z2 = z95 * z95
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n)
  const reach = (z95 / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  return { low: k === 0 ? 0 : centre - reach, high: k === n ? 1 : centre + reach }
}

/** The middle value, or the mean of the two middle values; null when there is none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}
