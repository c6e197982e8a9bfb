import { Line } from './pdfmake-classes.ts'
import { orderLine } from './text-direction.ts'
import { pieceLike, splitPiece, TextPiece } from './text-pieces.ts'
import type { LayoutLine } from './pdfmake-types.ts'

/** The words of one text node, and how far they have been set. */
export interface PieceQueue {
  readonly pieces: (TextPiece | undefined)[]
  next: number
  /** The way the text runs; null where nothing in it runs from right to left. */
  readonly direction: 'ltr' | 'rtl' | null
}

const ROUNDING = 0.001

/** Width of the piece at an index with all that is glued to it, and the blanks at the end of that. */
function wordAt(queue: PieceQueue, index: number): { width: number; trailingCut: number } {
  let width = 0
  let trailingCut = 0
  for (let at = index; at < queue.pieces.length; at += 1) {
    const piece = queue.pieces[at]
    if (!piece) break
    width += piece.width
    trailingCut = piece.trailingCut
    if (!piece.glued) break
  }
  return { width, trailingCut }
}

/** Takes the next line from the words; neighbours of one style become one run. Null at the end. Time grows with the words, not their square. */
export function takeLine(queue: PieceQueue, maxWidth: number): LayoutLine | null {
  if (queue.next >= queue.pieces.length) return null
  const line = new Line(maxWidth)
  const runs: TextPiece[] = []
  let width = 0
  let lead = 0
  let previous: TextPiece | null = null
  let isGlued = false
  while (queue.next < queue.pieces.length) {
    let piece = queue.pieces[queue.next]
    if (!piece) break
    let isSplit = false
    if (previous === null) lead = piece.leadingCut
    const own = width + piece.width - lead - piece.trailingCut
    if (previous !== null) {
      const word = isGlued ? piece : wordAt(queue, queue.next)
      const fits = width + word.width - lead - word.trailingCut <= maxWidth + ROUNDING
      if (!fits) break
    } else if (own > maxWidth + ROUNDING) {
      const parts = splitPiece(piece, maxWidth + lead)
      if (parts) {
        piece = parts[0]
        queue.pieces[queue.next] = parts[1]
        isSplit = true
      }
    }
    if (!isSplit) {
      queue.pieces[queue.next] = undefined
      queue.next += 1
    }
    piece.x = width - lead
    width += piece.width
    isGlued = piece.glued
    line.trailingCut = piece.trailingCut
    if (previous && previous.style === piece.style) {
      previous.text += piece.text
      previous.width += piece.width
      previous.trailingCut = piece.trailingCut
    } else {
      runs.push(piece)
      previous = piece
    }
    if (piece.lineEnd) line.newLineForced = true
    if (piece.lineEnd || isSplit) break
  }
  line.inlines = queue.direction === null ? runs : orderLine(runs, queue.direction)
  line.leadingCut = lead
  line.inlineWidths = width
  line.lastLineInParagraph = queue.next >= queue.pieces.length
  return line
}

/** Ends a line that may not go on with an ellipsis. */
export function endWithEllipsis(line: LayoutLine, maxWidth: number): void {
  const last = line.inlines.at(-1)
  if (!(last instanceof TextPiece)) return
  const dots = pieceLike(last, '…')
  const available = last.width - Math.max(0, line.inlineWidths - line.leadingCut + dots.width - maxWidth)
  const head = splitPiece(last, available)?.[0] ?? last
  const shown = pieceLike(last, `${head.text.trimEnd()}…`)
  shown.x = last.x
  line.inlineWidths += shown.width - last.width
  line.trailingCut = 0
  line.inlines[line.inlines.length - 1] = shown
}
