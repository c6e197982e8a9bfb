import type { ReactNode } from 'react'
import { colours, fontFamily, typeSizes } from './tokens.ts'

/** What every stand-alone drawing takes: without a label it is decoration and hidden from assistive technology. */
export type DrawingProps = {
  /** Text alternative. Leave it out where words beside the drawing say the same. */
  label?: string | undefined
}

/** The frame of a drawing: its own namespace, so that the same markup stands in a page and in a PDF. */
export function Drawing(props: DrawingProps & { width: number; height: number; kind?: string; children: ReactNode }) {
  const { width, height, label, kind } = props
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="xMinYMin meet"
      fontFamily={fontFamily}
      data-drawing={kind ?? 'chart'}
      {...naming(label)}
    >
      {props.children}
    </svg>
  )
}

/** The attributes that name a drawing, or hide it when it has no name of its own. */
export const naming = (label: string | undefined) =>
  label === undefined
    ? ({ 'aria-hidden': true, focusable: false } as const)
    : ({ role: 'img', 'aria-label': label } as const)

/** Where and how large a mark is drawn inside a drawing: its top left corner and the length of its side. */
export type Place = { x?: number; y?: number; size?: number }

/** A mark drawn on a 16 by 16 grid, put in its place. */
export function Placed({ x = 0, y = 0, size = 16, children }: Place & { children: ReactNode }) {
  return <g transform={`translate(${round(x)} ${round(y)}) scale(${round(size / 16)})`}>{children}</g>
}

/** Text in a drawing, set on its baseline. */
export function Label(props: {
  x: number
  y: number
  children: ReactNode
  size?: number
  bold?: boolean
  colour?: string
  anchor?: 'start' | 'middle' | 'end'
}) {
  return (
    <text
      x={round(props.x)}
      y={round(props.y)}
      fontFamily={fontFamily}
      fontSize={props.size ?? typeSizes.small}
      fontWeight={props.bold ? 'bold' : 'normal'}
      fill={props.colour ?? colours.ink}
      textAnchor={props.anchor ?? 'start'}
    >
      {props.children}
    </text>
  )
}

/** Two decimals are finer than any screen or printer, and keep the markup the same everywhere. */
export const round = (value: number): number => Math.round(value * 100) / 100
