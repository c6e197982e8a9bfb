/** A stretch of rows, `first` and `last` included; `last` is -1 when there are none. */
export type Stretch = { first: number; last: number }

/** Rows drawn above and below what is seen, so that a wheel's turn never shows a gap. */
const overscan = 8

/**
 * Which rows of a list are in sight. `above` is how many pixels of the list have gone past the top of what is seen (negative when
 * the list begins below it), `height` how many pixels are seen.
 */
export function rowsInSight(list: { above: number; height: number; rowHeight: number; total: number }): Stretch {
  const { above, height, rowHeight, total } = list
  if (total === 0) return { first: 0, last: -1 }
  const last = total - 1
  const first = Math.min(Math.max(0, Math.floor(above / rowHeight) - overscan), Math.max(0, last - overscan))
  // A list that begins below what is seen has its first rows all the same.
  return { first, last: Math.min(last, Math.max(first + overscan, Math.ceil((above + height) / rowHeight) + overscan)) }
}

/** The pages that a stretch of rows lies on, by number from 0. */
export function pagesOf({ first, last }: Stretch, pageSize: number): number[] {
  if (last < first) return [0]
  const from = Math.floor(first / pageSize)
  return Array.from({ length: Math.floor(last / pageSize) - from + 1 }, (_, at) => from + at)
}

/** The row that a key leads to from another; null for a key that leads nowhere. */
export function rowAfterKey(key: string, at: number, list: { total: number; rowsSeen: number }): number | null {
  const last = list.total - 1
  const page = Math.max(1, list.rowsSeen - 1)
  const next = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  }[key]
  return next === undefined ? null : Math.max(0, Math.min(last, next))
}
