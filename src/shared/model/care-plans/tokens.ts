import type { Vocabulary, WordInfo } from './vocabulary.ts'
import { cls } from './word-classes.ts'

/** Why a word is not read as somebody speaking: inside a quotation, a title, or a numeral or abbreviation. */
export const mask = { none: 0, quote: 1, title: 2, numeral: 3 } as const

/** One word of a statement, with its place in the statement's text (UTF-16 offsets, end exclusive). */
export interface Token {
  word: string
  start: number
  end: number
  /** Starts with a capital letter. */
  capital: boolean
  /** Two letters or more, all capitals. */
  shout: boolean
  /** The punctuation before the word, '' where there is only space. */
  gap: string
  mask: number
  info: WordInfo
}

const isLetterOrDigit = /[\p{L}\p{N}]/u

function isWordCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    (code > 127 &&
      code !== 160 &&
      !(code >= 0x2000 && code <= 0x206f) &&
      isLetterOrDigit.test(String.fromCharCode(code)))
  )
}

const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019 || code === 0x2018 || code === 0x60

/** Joins inside a word: apostrophe, hyphen, slash, ampersand, full stop or colon between two word characters. */
function joins(code: number, before: number, after: number): boolean {
  if (isApostrophe(code) || code === 45 || code === 0x2010 || code === 0x2011) return true
  if (code === 47 || code === 38) return true
  const digit = (c: number): boolean => c >= 48 && c <= 57
  if (code === 46 || code === 58) return digit(before) && digit(after)
  return false
}

/** The words of a text. */
export function tokenise(text: string, vocabulary: Vocabulary): Token[] {
  const out: Token[] = []
  const n = text.length
  let i = 0
  let gapStart = 0
  while (i < n) {
    if (!isWordCode(text.charCodeAt(i))) {
      i++
      continue
    }
    const start = i
    i++
    while (i < n) {
      const code = text.charCodeAt(i)
      if (isWordCode(code)) i++
      else if (
        i + 1 < n &&
        isWordCode(text.charCodeAt(i + 1)) &&
        joins(code, text.charCodeAt(i - 1), text.charCodeAt(i + 1))
      )
        i += 2
      else break
    }
    const { word, capital, shout, info } = vocabulary.spelling(text.slice(start, i))
    const gap =
      start === gapStart || (start === gapStart + 1 && text.charCodeAt(gapStart) === 32)
        ? ''
        : text.slice(gapStart, start).trim()
    out.push({ word, start, end: i, capital, shout, gap, mask: mask.none, info })
    gapStart = i
  }
  return out
}

const quotePairs: Record<string, string> = { '"': '"', '“': '”', '‘': '’', "'": "'", '«': '»', '„': '”' }

/** The quotations of a text, quotes included; an apostrophe is no quote. */
export function quotations(text: string): [number, number][] {
  const out: [number, number][] = []
  if (!/["“”‘'«„]/.test(text)) return out
  let i = 0
  while (i < text.length) {
    const close = quotePairs[text[i] ?? '']
    if (close === undefined) {
      i++
      continue
    }
    const single = close === "'" || close === '’'
    const before = i === 0 ? ' ' : (text[i - 1] ?? ' ')
    if (single && !/[\s([:\-–—]/.test(before)) {
      i++
      continue
    }
    let end = -1
    // Nobody quotes a page in one sentence; an opening quote without its end must not make the search run on.
    const far = Math.min(text.length, i + 1000)
    for (let j = i + 1; j < far; j++) {
      const c = text[j] ?? ''
      const ends = c === close || (close === '”' && c === '"') || (single && (c === "'" || c === '’'))
      if (!ends) continue
      const after = text[j + 1] ?? ' '
      if (single && (/[\p{L}\p{N}]/u.test(after) || text[j - 1] === ' ')) continue
      end = j
      break
    }
    if (end === -1) {
      i++
      continue
    }
    if (end > i + 1) out.push([i, end + 1])
    i = end + 1
  }
  return out
}

function markRange(tokens: Token[], from: number, to: number, as: number): void {
  for (const token of tokens) if (token.start >= from && token.end <= to) token.mask = as
}

const openTitle = new Set([
  'my',
  'me',
  'i',
  "i'm",
  'about',
  'this',
  'our',
  'all',
  'who',
  'what',
  'why',
  'how',
  'us',
  'we',
  'mother',
])

function maskNumerals(tokens: Token[], shouting: boolean): void {
  tokens.forEach((token, i) => {
    const { word } = token
    if (word.length > 4) return
    const before = tokens[i - 1]
    const after = tokens[i + 1]
    if (word === 'i') {
      const numeral =
        (token.capital &&
          before !== undefined &&
          token.gap === '' &&
          (before.info.flags & cls.roman) !== 0 &&
          !before.word.endsWith('s') &&
          (after === undefined || after.gap !== '' || shouting || before.capital || i === 1)) ||
        (token.capital && before !== undefined && /^(?:dr|mr|mrs|ms|miss|prof)$/.test(before.word)) ||
        (after !== undefined &&
          (after.word === 'd' || after.word === 'v' || after.word === 'm') &&
          after.gap === '.') ||
        (after !== undefined &&
          after.gap.startsWith('.') &&
          after.capital &&
          (after.info.flags & cls.form) === 0 &&
          after.info.forms === 0) ||
        (i === 0 && after !== undefined && (after.gap === '.' || after.gap === ')')) ||
        (after !== undefined &&
          (after.gap === '-' || after.gap === '–') &&
          before !== undefined &&
          (before.info.flags & cls.roman) !== 0)
      if (numeral) token.mask = mask.numeral
    } else if (token.shout && !shouting && (word === 'me' || word === 'us' || word === 'my' || word === 'we'))
      token.mask = mask.numeral
    else if (word === 'me' && before?.word === 'm') token.mask = mask.numeral
    else if (
      word === 'mine' &&
      before !== undefined &&
      /^(?:coal|a|the|tin|salt|pit|lead|iron|down)$/.test(before.word)
    )
      token.mask = mask.numeral
    else if ((word === 'me' || word === 'my') && before?.word === 'thi') token.mask = mask.numeral
    else if (word === 'our' && after?.word === 'lady' && after.capital) token.mask = mask.title
  })
}

/** "Made by Me": every word but the small ones begins with a capital. */
const isTitleCase = (text: string): boolean => {
  const words = text.trim().split(/\s+/)
  return (
    words.length > 1 &&
    words.length <= 7 &&
    words.every((w, i) => /^\p{Lu}/u.test(w) || (i > 0 && /^(?:by|of|and|the|to|for|in|a|on|with|&)$/.test(w)))
  )
}

function maskTitles(tokens: Token[], text: string, quotes: [number, number][], vocabulary: Vocabulary): void {
  for (const [from, to] of quotes) {
    const inner = text
      .slice(from + 1, to - 1)
      .trim()
      .toLowerCase()
      .replace(/’/g, "'")
      .replace(/[.!?]$/, '')
    const next = tokens.find((t) => t.start >= to)
    const previous = tokens.findLast((t) => t.end <= from)
    const nearNext = next !== undefined && (next.info.flags & cls.title) !== 0 && next.gap.length <= 1
    const nearPrevious = previous !== undefined && (previous.info.flags & cls.title) !== 0
    const determined = previous !== undefined && /^(?:the|a|an|our|his|her|their|weekly|in|on|at)$/.test(previous.word)
    const titled =
      determined &&
      next !== undefined &&
      next.gap === text[to - 1] &&
      !next.capital &&
      isTitleCase(text.slice(from + 1, to - 1))
    if (
      titled ||
      nearNext ||
      nearPrevious ||
      vocabulary.has('voice.knownTitles', inner) ||
      /^(?:i|me|me time|i statements?)$/.test(inner)
    )
      markRange(tokens, from, to, mask.title)
  }
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]
    if (
      token === undefined ||
      token.mask !== mask.none ||
      (!token.capital && token.word !== 'me') ||
      !openTitle.has(token.word)
    )
      continue
    // A run of capitalised words, small words allowed inside, that ends at or before a word such as "group" or "booklet".
    let j = i
    let capitals = 0
    let own = false
    while (j < tokens.length && j - i < 8) {
      const t = tokens[j]
      if (t === undefined || (j > i && t.gap !== '' && t.gap !== '-' && t.gap !== '&')) break
      if (!t.capital && !/^(?:and|to|the|of|like|me|for|in|at|a|do|is)$/.test(t.word)) break
      if (t.capital) capitals++
      if (/^(?:i|me|my|i'm|our|us|we)$/.test(t.word)) own = true
      j++
    }
    const next = tokens[j]
    const last = tokens[j - 1]
    const named =
      (next !== undefined && next.gap.length <= 1 && (next.info.flags & cls.title) !== 0) ||
      (i > 0 && token.capital && !token.shout && token.word !== 'i' && capitals >= 3 && j - i >= 3) ||
      (last !== undefined && j - i > 1 && last.capital && (last.info.flags & cls.title) !== 0)
    const phrase = tokens
      .slice(i, j)
      .map((t) => t.word)
      .join(' ')
    if (own && capitals >= 2 && (named || vocabulary.has('voice.knownTitles', phrase)))
      for (let k = i; k < j; k++) {
        const t = tokens[k]
        if (t !== undefined) t.mask = mask.title
      }
  }
  if (text.includes('-'))
    for (const token of tokens)
      if (token.word.includes('-') && /^(?:me-time|my-time|i-statements?)/.test(token.word)) token.mask = mask.title
}

/** Marks the words that are not anybody speaking here: titles, numerals, abbreviations; then those inside quotations. */
export function maskTokens(tokens: Token[], text: string, quotes: [number, number][], vocabulary: Vocabulary): void {
  const shouting =
    tokens.length > 1 && (tokens[0]?.shout === true || tokens[1]?.shout === true) && text === text.toUpperCase()
  maskNumerals(tokens, shouting)
  // Where everything is in capitals, a capital says nothing: only a known first name, or the first word, can be a name.
  if (shouting)
    tokens.forEach((token, i) => {
      token.shout = false
      token.capital = i === 0 || token.word === 'i' || (token.info.flags & cls.name) !== 0
    })
  maskTitles(tokens, text, quotes, vocabulary)
  for (const [from, to] of quotes)
    for (const token of tokens)
      if (token.mask === mask.none && token.start >= from && token.end <= to) token.mask = mask.quote
}
