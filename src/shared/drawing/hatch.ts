import { round } from './svg.tsx'

/**
 * Diagonal stripes over a rectangle as one path, clipped by arithmetic: a pattern or a clip path would need an id, which must be
 * unique in a page that draws hundreds of cells. Stripes run from top right to bottom left; `period` is measured along the edge.
 */
export function hatchPath(x: number, y: number, width: number, height: number, stripe = 2.8, period = 5.6): string {
  const parts: string[] = []
  for (let offset = 0; offset < width + height; offset += period) {
    parts.push(band(offset, offset + stripe, x, y, width, height))
  }
  return parts.join('')
}

/** The part of the rectangle whose points have a sum of coordinates between `from` and `to`. */
function band(from: number, to: number, x: number, y: number, width: number, height: number): string {
  const top = (sum: number) => Math.min(sum, width)
  const left = (sum: number) => Math.min(sum, height)
  const points: [number, number][] = []
  const add = (px: number, py: number) => {
    const last = points.at(-1)
    if (last === undefined || last[0] !== px || last[1] !== py) points.push([px, py])
  }
  add(top(from), from - top(from))
  if (from < width && to > width) add(width, 0)
  const end = Math.min(to, width + height)
  add(top(end), end - top(end))
  add(end - left(end), left(end))
  if (from < height && end > height) add(0, height)
  add(from - left(from), left(from))
  return `M${points.map(([px, py]) => `${round(x + px)} ${round(y + py)}`).join('L')}z`
}
