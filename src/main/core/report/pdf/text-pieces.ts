import { TextBreaker, TextInlines } from './pdfmake-classes.ts'
import type { EmbeddedFont, LayoutInline, MarkedItem, MeasuredStyle, StyleStack } from './pdfmake-types.ts'
import type { Artifact, Tag } from './structure-tree.ts'

/**
 * A word, or part of one, of one style. pdfmake copies some twenty style properties to every word; here the words of a run share them,
 * which is most of what makes long reports fast.
 */
export class TextPiece implements LayoutInline, MarkedItem {
  text: string
  width: number
  leadingCut: number
  trailingCut: number
  x = 0
  lineEnd = false
  /** No line may end after it: the word goes on in another style. */
  glued = false
  /** The rest of something whose real text its first part carries. */
  isRest = false
  mark?: Tag | Artifact
  readonly style: MeasuredStyle

  constructor(text: string, style: MeasuredStyle, widths: Widths) {
    this.text = text
    this.style = style
    const scale = style.fontSize / 1000
    this.width = widths[0] * scale
    this.leadingCut = widths[1] * scale
    this.trailingCut = widths[2] * scale
  }

  get font() {
    return this.style.font
  }
  get fontSize() {
    return this.style.fontSize
  }
  get height() {
    return this.style.height
  }
  get alignment() {
    return this.style.alignment
  }
  get color() {
    return this.style.color
  }
  get link() {
    return this.style.link ?? null
  }
  get linkToDestination() {
    return this.style.linkToDestination ?? null
  }
  get decoration() {
    return this.style.decoration
  }
  get background() {
    return this.style.background
  }
  get sup() {
    return this.style.sup === true
  }
  get lang() {
    return this.style.lang
  }
  get actual() {
    return this.style.actual
  }
}

/** Width of a word, of the blanks it begins with and of those it ends with, at a font size of 1000. */
type Widths = readonly [number, number, number]

const MOST_WORDS_KEPT = 50_000
const LONGEST_WORD_KEPT = 32
const LONG_WORD = 200
const INVISIBLE = /[\u200b\u2060]/g
/** A word longer than this, in points, may be broken to make a column narrower. */
const WIDEST_WORD = 110

const widthsByFont = new WeakMap<EmbeddedFont, Map<string, Widths>>()

function widthsOf(font: EmbeddedFont, word: string): Widths {
  let kept = widthsByFont.get(font)
  if (!kept) {
    kept = new Map()
    widthsByFont.set(font, kept)
  }
  const known = kept.get(word)
  if (known) return known
  const leading = /^\s+/.exec(word)
  const trailing = /\s+$/.exec(word)
  const widths: Widths = [
    word.length > LONG_WORD ? longWidth(font, word) : font.widthOfString(word, 1000),
    leading ? font.widthOfString(leading[0], 1000) : 0,
    trailing ? font.widthOfString(trailing[0], 1000) : 0,
  ]
  if (kept.size < MOST_WORDS_KEPT && word.length <= LONGEST_WORD_KEPT) kept.set(word, widths)
  return widths
}

/** A word of thousands of letters is measured letter by letter: shaping it whole takes seconds, and it is broken anyway. */
function longWidth(font: EmbeddedFont, word: string): number {
  let width = 0
  for (const letter of word) width += widthsOf(font, letter)[0]
  return width
}

/**
 * Splits a piece so that its first part fits into a width (at least one letter); null where it is one letter. Marks stay with their letter.
 */
export function splitPiece(piece: TextPiece, available: number): readonly [TextPiece, TextPiece] | null {
  const { font, fontSize } = piece.style
  const room = (available * 1000) / fontSize
  let end = 0
  let width = 0
  for (const letter of piece.text) {
    const next = width + widthsOf(font, letter)[0]
    if (end > 0 && next > room && !/^\p{M}/u.test(letter)) break
    width = next
    end += letter.length
  }
  if (end >= piece.text.length) return null
  const head = new TextPiece(piece.text.slice(0, end), piece.style, widthsOf(font, piece.text.slice(0, end)))
  const rest = piece.text.slice(end)
  const scale = fontSize / 1000
  const restWidths: Widths =
    rest.length > LONG_WORD ? [piece.width / scale - width, 0, piece.trailingCut / scale] : widthsOf(font, rest)
  const tail = new TextPiece(rest, piece.style, restWidths)
  tail.lineEnd = piece.lineEnd
  tail.glued = piece.glued
  head.isRest = piece.isRest
  tail.isRest = true
  return [head, tail]
}

/** Makes a piece of other text in the style of a piece; `actual` is the real text where what is drawn stands for it. */
export function pieceLike(piece: TextPiece, text: string, actual?: string): TextPiece {
  const style = actual === undefined ? piece.style : { ...piece.style, actual }
  return new TextPiece(text, style, widthsOf(style.font, text))
}

/** Letters of scripts that run from right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/** Whether a text holds letters that run from right to left. */
export function runsLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text)
}

/** Letters of scripts that draw some vowels before the consonant that they are spoken after. */
const REORDERED = /[\u0900-\u0dff]/

/** Whether a font draws the letters of a text in another order than that in which they are read. */
export function isDrawnOutOfOrder(text: string): boolean {
  return RIGHT_TO_LEFT.test(text) || REORDERED.test(text)
}

/** The way a paragraph runs: that of its first letter. Null where nothing in it runs from right to left. */
export function directionOf(text: string): 'ltr' | 'rtl' | null {
  if (!RIGHT_TO_LEFT.test(text)) return null
  return RIGHT_TO_LEFT.test(/\p{L}/u.exec(text)?.[0] ?? '') ? 'rtl' : 'ltr'
}

interface Run {
  readonly text: string
  readonly style: Record<string, unknown>
}

function runsOf(text: unknown): Run[] {
  if (Array.isArray(text)) return text.flatMap(runsOf)
  if (typeof text === 'object' && text !== null && 'text' in text) {
    const { text: inner, ...style } = text as Record<string, unknown>
    return runsOf(inner).map((run) => ({ text: run.text, style: { ...style, ...run.style } }))
  }
  return [{ text: String(text ?? ''), style: {} }]
}

/** Measures text run by run, not word by word, and breaks lines where Unicode allows it, also across a change of style. */
export class PieceMeasure extends TextInlines {
  override buildInlines(text: unknown, stack: StyleStack): { items: TextPiece[]; minWidth: number; maxWidth: number } {
    const runs = runsOf(text)
    const styles = runs.map((run) => this.measure([{ ...run.style, text: 'x' }], stack)[0])
    const whole = runs.map((run) => run.text).join('')
    if (directionOf(whole) === 'rtl')
      for (const style of styles) if (style?.alignment === 'left') style.alignment = 'right'
    const words = new TextBreaker().getBreaks([{ text: whole }], null)
    const pieces: TextPiece[] = []
    let index = 0
    let used = 0
    for (const word of words) {
      // The breaker takes line ends out of the words it gives; the runs still hold them.
      let left = word.text
      let piece: TextPiece | undefined
      while (left !== '' && index < runs.length) {
        const run = runs[index]
        const style = styles[index]
        if (!run || !style) break
        if (used >= run.text.length) {
          index += 1
          used = 0
          continue
        }
        const part = run.text.slice(used, used + left.length)
        used += part.length
        left = left.slice(part.length)
        const drawn = part.replace(INVISIBLE, '')
        if (drawn === '') continue
        if (piece) piece.glued = true
        piece = new TextPiece(drawn, style, widthsOf(style.font, drawn))
        piece.isRest = style.actual !== undefined && pieces.at(-1)?.style === style
        pieces.push(piece)
      }
      if (word.lineEnd === true) {
        while (index < runs.length && used >= (runs[index]?.text.length ?? 0)) {
          index += 1
          used = 0
        }
        used += 1
        const style = styles[Math.min(index, styles.length - 1)]
        if (piece) piece.lineEnd = true
        else if (style) {
          const empty = new TextPiece('', style, [0, 0, 0])
          empty.lineEnd = true
          pieces.push(empty)
        }
      }
    }
    const style = styles[0]
    if (pieces.length === 0 && style) pieces.push(new TextPiece('', style, [0, 0, 0]))
    return { items: pieces, ...extent(pieces) }
  }
}

function extent(pieces: readonly TextPiece[]): { minWidth: number; maxWidth: number } {
  let minWidth = 0
  let maxWidth = 0
  let line = 0
  let lead = 0
  let isFresh = true
  for (const piece of pieces) {
    minWidth = Math.max(minWidth, Math.min(WIDEST_WORD, piece.width - piece.leadingCut - piece.trailingCut))
    if (isFresh) {
      lead = piece.leadingCut
      line = 0
      isFresh = false
    }
    line += piece.width
    maxWidth = Math.max(maxWidth, line - lead - piece.trailingCut)
    if (piece.lineEnd) isFresh = true
  }
  return { minWidth, maxWidth }
}
