import bidiFactory from 'bidi-js'
import { pieceLike, runsLeft, type TextPiece } from './text-pieces.ts'

const bidi = bidiFactory()

/**
 * Places the words of one line as Unicode's bidirectional algorithm asks, in a text that runs as `direction` says. The pieces stay in the
 * order in which they are read, so that tags and extracted text are right; only where each is drawn changes, and brackets are turned.
 */
export function orderLine(runs: readonly TextPiece[], direction: 'ltr' | 'rtl'): TextPiece[] {
  const text = runs.map((run) => run.text).join('')
  const embedding = bidi.getEmbeddingLevels(text, direction)
  const placeOf = new Map(bidi.getReorderedIndices(text, embedding).map((index, place) => [index, place]))
  const seen: { piece: TextPiece; place: number }[] = []
  let offset = 0
  for (const run of runs) {
    splitByLevel(run.text, offset, embedding.levels).forEach((part, index) => {
      const piece = turned(run, part, (embedding.levels[offset] ?? 0) % 2 === 1)
      piece.isRest = run.isRest || (run.actual !== undefined && index > 0)
      seen.push({ piece, place: placeOf.get(offset) ?? 0 })
      offset += part.length
    })
  }
  const pieces = seen.map(({ piece }) => piece)
  // The blanks at the end of a line from right to left stand before its left edge, as those of other lines stand behind the right one.
  let x = (runs[0]?.x ?? 0) - (direction === 'rtl' ? (runs.at(-1)?.trailingCut ?? 0) : 0)
  // The letters of a piece stand side by side, so that any of them tells the order of the pieces.
  for (const { piece } of seen.sort((one, other) => one.place - other.place)) {
    piece.x = x
    x += piece.width
  }
  return pieces
}

/**
 * Splits a run where its direction changes, and between words and blanks: a font draws each word by itself, from left to right, and the
 * blanks at the end of the line belong to no word.
 */
function splitByLevel(text: string, offset: number, levels: Uint8Array): string[] {
  const parts: string[] = []
  let start = 0
  for (let index = 1; index <= text.length; index += 1) {
    const isSame = levels[offset + index] === levels[offset + index - 1]
    if (index < text.length && isSame && isBlank(text, index) === isBlank(text, index - 1)) continue
    parts.push(text.slice(start, index))
    start = index
  }
  return parts
}

const isBlank = (text: string, index: number) => /\s/.test(text.charAt(index))

/** A part of a word as it is drawn: from right to left brackets are turned, and signs without letters are drawn back to front. */
function turned(run: TextPiece, part: string, isLeft: boolean): TextPiece {
  if (!isLeft) return pieceLike(run, part)
  const mirrored = [...part].map((character) => bidi.getMirroredCharacter(character) ?? character)
  // The font draws a word with letters from right to left by itself.
  const drawn = (runsLeft(part) ? mirrored : mirrored.reverse()).join('')
  return drawn === part ? pieceLike(run, part) : pieceLike(run, drawn, run.actual ?? part)
}
