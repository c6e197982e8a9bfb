import type { ColumnWidth, LayoutNode } from './pdfmake-types.ts'

/**
 * Makes measured columns fit the room there is, by breaking words where nothing else helps; pdfmake would draw them off the page.
 * True where a column was given less than it asked for.
 */
export function fitColumns(columns: readonly ColumnWidth[], room: number): boolean {
  const fixed = columns.filter((column) => typeof column.width === 'number')
  const automatic = columns.filter((column) => column.width === 'auto')
  const shares = columns.filter((column) => column.width === '*')
  const widestShare = Math.max(0, ...shares.map((column) => column._minWidth))
  const asked =
    sum(fixed.map((column) => Number(column.width))) +
    sum(automatic.map((column) => column._minWidth)) +
    widestShare * shares.length
  if (asked <= room || asked === 0) return false
  const factor = Math.max(0, room) / asked
  for (const column of fixed) column.width = Number(column.width) * factor
  for (const column of automatic) column._minWidth *= factor
  for (const column of shares) column._minWidth = Math.min(column._minWidth, widestShare * factor)
  return true
}

/** The columns of a measured table. */
export function tableColumns(node: LayoutNode): ColumnWidth[] {
  return (node.table?.widths ?? []).filter((column): column is ColumnWidth => typeof column === 'object')
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
