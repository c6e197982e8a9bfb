/** A place in the matrix: a row counted over both blocks, and a column of that row's block. */
export type CellPlace = { row: number; column: number }

/** How many columns each row has, in order over both blocks. */
export type Shape = readonly number[]

/** Puts a place inside the matrix. */
export function clampPlace(shape: Shape, place: CellPlace): CellPlace {
  const row = Math.min(Math.max(place.row, 0), Math.max(shape.length - 1, 0))
  return { row, column: Math.min(Math.max(place.column, 0), Math.max((shape[row] ?? 1) - 1, 0)) }
}

/**
 * Where a key leads: arrows one cell, Home and End along the row, with Ctrl to the first and last cell of all. Undefined for a key
 * that does not move. Nothing wraps round.
 */
export function walk(shape: Shape, from: CellPlace, key: string, ctrl: boolean): CellPlace | undefined {
  const lastRow = shape.length - 1
  const lastColumn = Number.MAX_SAFE_INTEGER
  const to: Record<string, CellPlace> = {
    ArrowUp: { ...from, row: from.row - 1 },
    ArrowDown: { ...from, row: from.row + 1 },
    ArrowLeft: { ...from, column: from.column - 1 },
    ArrowRight: { ...from, column: from.column + 1 },
    Home: ctrl ? { row: 0, column: 0 } : { ...from, column: 0 },
    End: ctrl ? { row: lastRow, column: lastColumn } : { ...from, column: lastColumn },
  }
  const place = to[key]
  return place === undefined ? undefined : clampPlace(shape, place)
}

/**
 * The row that typed letters jump to: the one whose code they are, else the first whose code they begin ("C1" is C1, not C10);
 * undefined when there is none.
 */
export function rowOfCode(codes: readonly string[], typed: string): number | undefined {
  const wanted = typed.toUpperCase()
  const upper = codes.map((code) => code.toUpperCase())
  const exact = upper.indexOf(wanted)
  const found = exact === -1 ? upper.findIndex((code) => code.startsWith(wanted)) : exact
  return found === -1 ? undefined : found
}
