import type { ReactNode } from 'react'

/** The icons of the page. Marks that carry meaning (judgements, gaps, kinds of source) are in `shared/drawing`, not here. */
export type IconName = keyof typeof shapes

/** An icon in the colour of the words beside it; decoration, since those words, or the control's name, say what it is. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="currentColor"
      aria-hidden
      focusable={false}
    >
      {shapes[name]}
    </svg>
  )
}

const line = (d: string, width = 1.6): ReactNode => (
  <path d={d} fill="none" stroke="currentColor" strokeWidth={width} strokeLinejoin="round" />
)
const solid = (d: string): ReactNode => <path d={d} fillRule="evenodd" />
const ring = (cx: number, cy: number, r: number, width = 1.6): ReactNode => (
  <circle cx={cx} cy={cy} r={r} fill="none" stroke="currentColor" strokeWidth={width} />
)

const eye = 'M.9 8S3.6 3.6 8 3.6 15.1 8 15.1 8 12.4 12.4 8 12.4.9 8 .9 8z'

const shapes = {
  mark: solid(
    'M3 0h10a3 3 0 0 1 3 3v10a3 3 0 0 1-3 3H3a3 3 0 0 1-3-3V3a3 3 0 0 1 3-3zM3.2 8.3V11h3.4V7.6H5.1c0-1.2.5-1.9 1.5-2.3V3.7c-2.3.5-3.4 2-3.4 4.6zm6 0V11h3.4V7.6h-1.5c0-1.2.5-1.9 1.5-2.3V3.7c-2.3.5-3.4 2-3.4 4.6z',
  ),
  overview: solid('M1.5 1.5h5.5v5.5H1.5zM9 1.5h5.5v5.5H9zM1.5 9h5.5v5.5H1.5zM9 9h5.5v5.5H9z'),
  assessment: line('M1 3.5l1.5 1.5L5 2M1 10.5L2.5 12 5 9M7 4h8M7 11h8', 1.8),
  evidence: line('M1.5 4.5L8 1.5l6.5 3L8 7.5zM1.5 8L8 11l6.5-3M1.5 11.5L8 14.5l6.5-3'),
  'care-plans': (
    <>
      {line('M2.5 1.5h11v13h-11z')}
      {solid('M5 5h2.5v3L5.5 10.5V8H5zM9 5h2.5v3l-2 2.5V8H9z')}
    </>
  ),
  involvement: (
    <>
      {ring(8, 4, 2.5)}
      {ring(3.6, 11.8, 2.5)}
      {ring(12.4, 11.8, 2.5)}
    </>
  ),
  intelligence: solid('M2 9h3v5.5H2zM6.5 5.5h3v9h-3zM11 1.5h3v13h-3z'),
  actions: (
    <>
      {line('M3 1v14', 1.8)}
      {solid('M4 2h10l-2.5 3.5L14 9H4z')}
    </>
  ),
  report: (
    <>
      {line('M3 1.5h7L13 4.5v10H3z')}
      {solid('M5.5 12V9h1.8v3zM8.7 12V6h1.8v6z')}
    </>
  ),
  trail: (
    <>
      {ring(8, 8, 6.5)}
      {line('M8 4v4.3l3 1.7')}
    </>
  ),
  checklists: line('M2 2h12v12H2zM2 6h12M6 6v8'),
  workspace: line('M1.5 3h5l1.5 2h6.5v8.5h-13z'),
  search: (
    <>
      {ring(6.8, 6.8, 4.8, 1.8)}
      {line('M10.4 10.4L15 15', 1.8)}
    </>
  ),
  'chevron-down': line('M3 5.5l5 5 5-5', 2),
  'chevron-up': line('M3 10.5l5-5 5 5', 2),
  'chevron-left': line('M10.5 3l-5 5 5 5', 2),
  'chevron-right': line('M5.5 3l5 5-5 5', 2),
  arrow: solid('M1 7h10L7.5 3.5 9 2l6 6-6 6-1.5-1.5L11 9H1z'),
  'sort-down': solid('M8 13.5l6.5-11h-13z'),
  'sort-up': solid('M8 2.5l6.5 11h-13z'),
  close: line('M2.5 2.5l11 11M13.5 2.5l-11 11', 2),
  edit: line('M2.5 13.5l.8-3.2L10.8 2.8l2.4 2.4-7.5 7.5zM9.2 4.4l2.4 2.4', 1.5),
  plus: solid('M6.7 2h2.6v4.7H14v2.6H9.3V14H6.7V9.3H2V6.7h4.7z'),
  tick: line('M2 8.5l4 4 8-9', 2.2),
  attach: line('M11.5 4.5l-5.3 5.8a1.5 1.5 0 0 0 2.2 2l5-5.5a3 3 0 0 0-4.4-4l-5.4 6a4.4 4.4 0 0 0 6.5 6l3-3.3', 1.5),
  lock: (
    <>
      {solid('M3 7h10v8H3z')}
      {line('M5 7V4.5a3 3 0 0 1 6 0V7', 1.8)}
    </>
  ),
  shown: (
    <>
      {line(eye, 1.5)}
      <circle cx={8} cy={8} r={2.1} />
    </>
  ),
  hidden: line(`${eye}M2.5 14 13.5 2`, 1.7),
  sync: (
    <>
      {line('M2.2 7A6 6 0 0 1 13 4.6M13.8 9A6 6 0 0 1 3 11.4', 1.7)}
      {solid('M13.6 1.5v4h-4zM2.4 14.5v-4h4z')}
    </>
  ),
  shared: (
    <>
      {ring(5.5, 8, 4.2)}
      {ring(10.5, 8, 4.2)}
    </>
  ),
  information: (
    <>
      {ring(8, 8, 6.8)}
      {solid('M7 7h2v5H7zM7 4h2v2H7z')}
    </>
  ),
} satisfies Record<string, ReactNode>
