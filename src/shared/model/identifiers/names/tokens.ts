import { factsOf, type WordFacts } from './lexicon.ts'

/** A word, a number, a mark or the end of a line. */
export type Token = {
  readonly kind: 'word' | 'number' | 'mark' | 'line'
  readonly start: number
  /** The end of the word without a possessive `'s`. */
  readonly end: number
  readonly text: string
  /** Lower case, no accents, plain apostrophe, no possessive. */
  readonly folded: string
  readonly capital: boolean
  readonly allCapitals: boolean
  readonly possessive: boolean
  /** Whether the token follows the one before it with nothing but at most three spaces between. */
  readonly gapBefore: number
  readonly facts: WordFacts
}

const pattern = /(\p{L}[\p{L}\p{M}]*(?:['’‘ʼ`´-]\p{L}[\p{L}\p{M}]*)*)|(\p{N}+)|(\r?\n)|(\S)/gu
const possessiveEnd = /['’‘ʼ`´]s$/iu

const noFacts = factsOf('')

/** Reads a text into tokens. Linear in its length. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = []
  let lastEnd = 0
  const known = new Map<string, Pick<Token, 'folded' | 'facts' | 'capital' | 'allCapitals'>>()
  for (const match of text.matchAll(pattern)) {
    const [whole, word, number, line] = match
    const start = match.index
    const gapBefore = start - lastEnd
    lastEnd = start + whole.length
    if (word === undefined) {
      const kind = number !== undefined ? 'number' : line !== undefined ? 'line' : 'mark'
      tokens.push(plainToken(kind, start, whole, gapBefore))
      continue
    }
    const possessive = possessiveEnd.test(word) && word.length > 3
    const text_ = possessive ? word.slice(0, -2) : word
    let seen = known.get(text_)
    if (seen === undefined) {
      seen = readWord(text_)
      if (known.size < 20_000) known.set(text_, seen)
    }
    tokens.push({ kind: 'word', start, end: start + text_.length, text: text_, possessive, gapBefore, ...seen })
  }
  return tokens
}

function readWord(word: string): Pick<Token, 'folded' | 'facts' | 'capital' | 'allCapitals'> {
  const folded = foldWord(word)
  const initial = word.charAt(0)
  return {
    folded,
    facts: word.length <= 60 ? factsOf(folded) : noFacts,
    capital:
      initial !== initial.toLowerCase() || /^(?:[a-z]['’]|(?:al|el|ad|as|ar|an|ul|ibn|bin|abu|ap)-)\p{Lu}/u.test(word),
    allCapitals: word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase(),
  }
}

function plainToken(kind: Token['kind'], start: number, text: string, gapBefore: number): Token {
  const end = start + text.length
  return {
    kind,
    start,
    end,
    text,
    folded: text,
    capital: false,
    allCapitals: false,
    possessive: false,
    gapBefore,
    facts: noFacts,
  }
}

/** Folds a word for looking up: `Siân’s` and `SIAN` are both `sian`. */
export function foldWord(word: string): string {
  return word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[łøđıßæœþð]/g, (letter) => folds[letter] ?? letter)
    .replace(/['’‘ʼ`´]/g, "'")
}

const folds: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
}
