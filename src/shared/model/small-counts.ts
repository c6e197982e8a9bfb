/** Counts of people below this are not shown apart in exports, by default. */
export const smallCount = 5

/** A count as an export shows it: the number, "under 5", or hidden because a total would give a small one away. */
export type ShownCount = { kind: 'count'; count: number } | { kind: 'small' } | { kind: 'hidden' }

/**
 * The parts of a total as an export shows them. A part from 1 to 4 is "under 5"; when only one part would be so, the smallest other
 * part that is not zero is hidden too, because the total would give the first away.
 */
export function suppressSmallCounts(parts: readonly number[]): ShownCount[] {
  const small = (count: number) => count > 0 && count < smallCount
  const shown: ShownCount[] = parts.map((count) => (small(count) ? { kind: 'small' } : { kind: 'count', count }))
  if (parts.filter(small).length !== 1) return shown
  const others = parts.filter((count) => count >= smallCount)
  if (others.length === 0) return shown
  const second = parts.indexOf(Math.min(...others))
  return shown.map((count, position) => (position === second ? { kind: 'hidden' } : count))
}

/** A shown count in words. */
export const shownCountInWords = (count: ShownCount): string =>
  count.kind === 'count' ? String(count.count) : count.kind === 'small' ? `under ${smallCount}` : 'hidden'
