/** How many points in a row on one side of the median make a signal. */
const longEnough = 6

/** The run that a series ends with, and whether it is a signal. `side` is null while no point is off the median, or there is no median. */
export type Run = { length: number; side: 'above' | 'below' | null; signal: boolean }

/**
 * The run of points on one side of the median with which a series ends. Points on the median are skipped; a month without a point neither
 * adds nor breaks. Source: R. J. Perla, L. P. Provost and S. K. Murray, "The run chart: a simple analytical tool for learning from variation
 * in healthcare processes", BMJ Quality and Safety 20 (2011) 46-51: a shift is six or more consecutive points on one side.
 */
export function runAtEnd(points: readonly (number | null)[], median: number | null): Run {
  if (median === null) return { length: 0, side: null, signal: false }
  const sides = points.flatMap((point) =>
    point === null || point === median ? [] : [point > median ? ('above' as const) : ('below' as const)],
  )
  const side = sides.at(-1) ?? null
  const broken = sides.findLastIndex((each) => each !== side)
  const length = sides.length - 1 - broken
  return { length, side, signal: length >= longEnough }
}
