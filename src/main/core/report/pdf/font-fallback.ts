import type { Coverage } from './fonts.ts'

/** A piece of text that one font can draw. */
export interface FontPiece {
  readonly text: string
  /** A fallback family; without it, the text font. */
  readonly family?: string
  /** The real text, where what is drawn stands for it. */
  readonly actual?: string
}

/** Text that no font could draw, what was drawn for it, and where. */
export interface MissingGlyph {
  readonly text: string
  readonly codePoints: readonly string[]
  readonly shownAs: string
  readonly count: number
  /** The first few places: the heading above it, or what it is part of. */
  readonly places: readonly string[]
}

/** Splits text by font. */
export interface FontFitter {
  /** Clean text in, pieces out; `place` is where it stands. Joined, the pieces read as the text. */
  split(text: string, place: string): readonly FontPiece[]
  missing(): MissingGlyph[]
}

const SCRIPTS = [
  'Arabic',
  'Armenian',
  'Bengali',
  'Cyrillic',
  'Devanagari',
  'Ethiopic',
  'Georgian',
  'Greek',
  'Gujarati',
  'Gurmukhi',
  'Han',
  'Hangul',
  'Hebrew',
  'Hiragana',
  'Kannada',
  'Katakana',
  'Khmer',
  'Lao',
  'Malayalam',
  'Myanmar',
  'Oriya',
  'Sinhala',
  'Syriac',
  'Tamil',
  'Telugu',
  'Thaana',
  'Thai',
  'Tibetan',
].map((name) => [new RegExp(`\\p{Script=${name}}`, 'u'), name === 'Han' ? 'Chinese' : name] as const)
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu
const IGNORABLE_BUT_JOINERS = /(?![\u200c\u200d])\p{Default_Ignorable_Code_Point}/gu
const IS_IGNORABLE = /\p{Default_Ignorable_Code_Point}/u
const MARKS = /\p{M}/gu
/** More marks than any language stacks on a letter: they would be drawn over the lines above and below. */
const TOO_MANY_MARKS = /([\u0300-\u036f]{4})[\u0300-\u036f]+/
const BREAK_MARKS = /^[\n\u200b\u2060]$/
const FLAG = /^[\u{1f1e6}-\u{1f1ff}]{2}$/u
const MOST_PLACES = 5
const MOST_MISSING = 500

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

/** Names what cannot be drawn, so that a reader knows that something stands there. */
function nameOf(grapheme: string): string {
  const script = SCRIPTS.find(([pattern]) => pattern.test(grapheme))
  if (script) return `[${script[1]} text]`
  if (FLAG.test(grapheme)) {
    const letters = [...grapheme].map((letter) => String.fromCharCode((letter.codePointAt(0) ?? 0) - 0x1f1e6 + 65))
    return `[flag ${letters.join('')}]`
  }
  return `[${[...grapheme.replace(IGNORABLE, '')].map(codePoint).join(' ')}]`
}

/** Whether something real is not to be seen, as against another form of the same letters. */
function isStandIn(piece: FontPiece): boolean {
  return (
    piece.actual !== undefined && piece.actual.normalize('NFKC') !== piece.text && !TOO_MANY_MARKS.test(piece.actual)
  )
}

/** Makes a fitter for one document. */
export function createFontFitter(coverage: Coverage): FontFitter {
  const drawable = new Uint8Array(65536)
  const missing = new Map<string, { shownAs: string; count: number; places: Set<string> }>()
  let segmenter: Intl.Segmenter | undefined

  const isPlain = (text: string): boolean => {
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index)
      if (drawable[unit] === 0) {
        const character = String.fromCharCode(unit)
        const plain = BREAK_MARKS.test(character) || (!IS_IGNORABLE.test(character) && coverage.textHas(character))
        drawable[unit] = plain ? 1 : 2
      }
      if (drawable[unit] === 2) return false
    }
    return true
  }

  const note = (text: string, shownAs: string, place: string): void => {
    const entry = missing.get(text) ?? { shownAs, count: 0, places: new Set<string>() }
    entry.count += 1
    if (entry.places.size < MOST_PLACES) entry.places.add(place)
    if (missing.size < MOST_MISSING) missing.set(text, entry)
  }

  const fitGrapheme = (grapheme: string): FontPiece | null => {
    if (BREAK_MARKS.test(grapheme)) return { text: grapheme }
    const visible = grapheme.replace(IGNORABLE, '')
    if (visible === '') return null
    if (TOO_MANY_MARKS.test(visible)) return { text: visible.replace(TOO_MANY_MARKS, '$1'), actual: grapheme }
    if (coverage.textHas(visible)) return { text: visible }
    // In Urdu or Bengali a joiner decides the shape of the letters beside it; in other text it has no use.
    for (const drawn of new Set([grapheme.replace(IGNORABLE_BUT_JOINERS, ''), visible])) {
      const family = coverage.fallbackFor(drawn)
      if (family !== null) return { text: drawn, family }
    }
    const compatible = visible.normalize('NFKC')
    if (coverage.textHas(compatible))
      return /\s/.test(compatible) ? { text: compatible } : { text: compatible, actual: grapheme }
    const base = visible.replace(MARKS, '')
    const drawn = base !== '' && base !== visible && coverage.textHas(base) ? base : nameOf(grapheme)
    return { text: drawn, actual: grapheme }
  }

  return {
    split(text, place) {
      if (isPlain(text) && !TOO_MANY_MARKS.test(text)) return [{ text }]
      segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' })
      const pieces: FontPiece[] = []
      for (const { segment } of segmenter.segment(text)) {
        const piece = fitGrapheme(segment)
        if (piece === null) continue
        const last = pieces.at(-1)
        if (last && last.family === piece.family && last.actual === undefined && piece.actual === undefined) {
          pieces[pieces.length - 1] = { ...last, text: last.text + piece.text }
        } else if (
          last?.actual !== undefined &&
          piece.actual !== undefined &&
          last.text === piece.text &&
          piece.text.endsWith(' text]')
        ) {
          // A word in a script that cannot be drawn is named once.
          pieces[pieces.length - 1] = { ...last, actual: last.actual + piece.actual }
        } else {
          pieces.push(piece)
        }
      }
      for (const piece of pieces) if (isStandIn(piece)) note(piece.actual ?? '', piece.text, place)
      return pieces
    },
    missing: () =>
      [...missing].map(([text, { shownAs, count, places }]) => ({
        text,
        codePoints: [...text].map(codePoint),
        shownAs,
        count,
        places: [...places],
      })),
  }
}

/** Puts fallback fonts into the words of a drawing; everything else in it stays as it is. */
export function fitDrawing(svg: string, split: (text: string) => readonly FontPiece[]): string {
  if (svg.includes('<![CDATA[')) throw new Error('A drawing for the PDF may not hold CDATA')
  return svg.replace(/(<text\b[^>]*>)([^]*?)(<\/text\s*>)/g, (_, open: string, inside: string, close: string) => {
    const fitted = inside.replace(/<[^>]*>|[^<]+/g, (part) => (part.startsWith('<') ? part : fitWords(part, split)))
    return open + fitted + close
  })
}

function fitWords(part: string, split: (text: string) => readonly FontPiece[]): string {
  const pieces = split(decodeEntities(part).replace(/\u200b/g, ''))
  return pieces
    .map(({ text, family }) => {
      const words = text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`)
      return family === undefined ? words : `<tspan font-family="${family}">${words}</tspan>`
    })
    .join('')
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w+));/gi, (whole, decimal, hex, name: string | undefined) => {
    if (name !== undefined) return NAMED[name] ?? whole
    const value = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal)
    return value <= 0x10ffff ? String.fromCodePoint(value) : ''
  })
}
