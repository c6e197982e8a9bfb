import { composeText, plainText, styleOf, type TextContext } from './compose-text.ts'
import type { LayoutNode } from './pdfmake-types.ts'
import type { Block, Cell, SpanningCell, TableBlock, Text } from './document.ts'

const RULE = '#aeb7bd'

const LINES: Readonly<Record<NonNullable<TableBlock['lines']>, object>> = {
  all: {
    hLineWidth: () => 0.5,
    vLineWidth: () => 0.5,
    hLineColor: () => RULE,
    vLineColor: () => RULE,
    paddingTop: () => 3,
    paddingBottom: () => 3,
  },
  rows: {
    hLineWidth: (row: number, node: LayoutNode) => (row === node.table?.headRows ? 1 : 0.5),
    vLineWidth: () => 0,
    hLineColor: () => RULE,
    paddingTop: () => 3,
    paddingBottom: () => 3,
  },
  none: { hLineWidth: () => 0, vLineWidth: () => 0, paddingTop: () => 2, paddingBottom: () => 2 },
}

/** Whether a cell is more than its text. */
export function isSpanning(cell: Cell): cell is SpanningCell {
  return typeof cell === 'object' && 'content' in cell
}

/** Whether a cell's content is blocks, not text. */
export function isBlocks(content: Text | readonly Block[]): content is readonly Block[] {
  if (typeof content === 'string' || !Array.isArray(content)) return false
  const [first] = content as readonly unknown[]
  return typeof first === 'object' && first !== null && 'kind' in first
}

/**
 * Places the cells of rows on a grid, with room for spans. Throws where a row has too many or too few cells for the columns, or a span
 * leaves the head or the body.
 */
function placeCells(
  rows: readonly (readonly Cell[])[],
  columns: number,
  part: string,
  make: (cell: Cell, column: number) => LayoutNode,
): LayoutNode[][] {
  const grid: (LayoutNode | undefined)[][] = rows.map(() => Array.from({ length: columns }, () => undefined))
  rows.forEach((row, rowIndex) => {
    const line = grid[rowIndex] ?? []
    let column = 0
    for (const cell of row) {
      while (line[column] !== undefined) column += 1
      const node = make(cell, column)
      const { colSpan = 1, rowSpan = 1 } = node
      if (column + colSpan > columns || rowIndex + rowSpan > rows.length) {
        throw new Error(`Cell ${column + 1} of row ${rowIndex + 1} in the ${part} does not fit into the table`)
      }
      for (let down = 0; down < rowSpan; down += 1) {
        for (let across = 0; across < colSpan; across += 1) {
          const place = grid[rowIndex + down]
          if (place?.[column + across] !== undefined)
            throw new Error(`Two cells overlap in row ${rowIndex + 1} of the ${part}`)
          if (place) place[column + across] = down === 0 && across === 0 ? node : { text: '' }
        }
      }
      column += colSpan
    }
    if (line.includes(undefined))
      throw new Error(`Row ${rowIndex + 1} of the ${part} has fewer cells than the table has columns`)
  })
  return grid.map((line) => line.map((node) => node ?? { text: '' }))
}

/** Turns a table into pdfmake's, with the caption before it. */
export function composeTable(
  block: TableBlock,
  context: TextContext,
  composeBlocks: (blocks: readonly Block[]) => LayoutNode,
  isLoose: boolean,
): LayoutNode {
  const { columns, head, body, lines = 'rows', headFill = '#e8edee' } = block
  const makeCell = (isHead: boolean) => (cell: Cell, column: number) => {
    const parts: SpanningCell = isSpanning(cell) ? cell : { content: cell }
    const node: LayoutNode = isBlocks(parts.content)
      ? composeBlocks(parts.content)
      : { text: composeText(parts.content, context) }
    const align = columns[column]?.align
    Object.assign(node, align === undefined ? {} : { alignment: align }, styleOf(parts.look, context))
    if (isHead) node['bold'] ??= true
    const fill = parts.fill ?? (isHead ? headFill : undefined)
    if (fill !== undefined) node['fillColor'] = fill
    if (parts.header === true) node['isHeader'] = true
    if (parts.colSpan !== undefined) node.colSpan = parts.colSpan
    if (parts.rowSpan !== undefined) node.rowSpan = parts.rowSpan
    return node
  }
  const rows = [
    ...placeCells(head, columns.length, 'head', makeCell(true)),
    ...placeCells(body, columns.length, 'body', makeCell(false)),
  ]
  if (rows.length === 0) throw new Error(`A table has no rows${block.caption ? `: ${plainText(block.caption)}` : ''}`)
  const node: LayoutNode = {
    margin: [0, 2, 0, 8],
    ...styleOf(block.look, context),
    table: {
      body: rows,
      widths: columns.map((column) => column.width ?? '*'),
      headRows: head.length,
      headerColumns: block.headerColumns ?? 0,
      headerRows: isLoose ? 0 : head.length,
      dontBreakRows: block.keepRows === true && !isLoose,
    },
    layout: LINES[lines],
    source: block,
    needs: 60,
  }
  if (block.caption === undefined) return node
  const caption: LayoutNode = { text: composeText(block.caption, context), style: 'caption', tag: 'Caption', needs: 90 }
  return { stack: [caption, node] }
}
