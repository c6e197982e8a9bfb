import { describe, expect, it } from 'vitest'
import type { MeasuredStyle } from '../../../../../src/main/core/report/pdf/pdfmake-types.ts'
import { orderLine } from '../../../../../src/main/core/report/pdf/text-direction.ts'
import { TextPiece } from '../../../../../src/main/core/report/pdf/text-pieces.ts'

/** A font in which every character is as wide as every other. */
const style = {
  fontSize: 10,
  font: { widthOfString: (text: string) => [...text].length * 100 },
} as unknown as MeasuredStyle

/** What stands on the line from left to right, when its words are set one after the other. */
function seen(direction: 'ltr' | 'rtl', ...words: string[]): string {
  let x = 0
  const pieces = words.map((text) => {
    const blanks = text.length - text.trimEnd().length
    const piece = new TextPiece(text, style, [text.length * 100, 0, blanks * 100])
    piece.x = x
    x += piece.width
    return piece
  })
  const placed = orderLine(pieces, direction)
  expect(placed.map(({ text, actual }) => actual ?? text).join('')).toBe(words.join(''))
  const inOrder = placed.toSorted((one, other) => one.x - other.x)
  // A font draws a word of letters that run from right to left back to front.
  return inOrder.map(({ text }) => (/[א-ת]/.test(text) ? [...text].reverse().join('') : text)).join('')
}

describe('a line with words that run from right to left', () => {
  it('keeps the order of an English sentence and turns the words within it', () => {
    expect(seen('ltr', 'said ', 'אבג ', 'דהו ', 'then ', 'left')).toBe('said והד גבא then left')
  })

  it('runs from right to left where its first letter does, with English and numbers in it from left to right', () => {
    expect(seen('rtl', 'אבג ', 'ward ', 'seven ', 'דהו ', '2026')).toBe('2026 והד ward seven גבא')
  })

  it('turns brackets around', () => {
    expect(seen('rtl', 'אבג ', '(דהו).')).toBe('.(והד) גבא')
  })

  it('leaves the blanks at its end outside its left edge', () => {
    const [word, blank] = orderLine([new TextPiece('אב ', style, [300, 0, 100])], 'rtl')
    expect([blank?.text, blank?.x, word?.x]).toEqual([' ', -1, 0])
  })
})
