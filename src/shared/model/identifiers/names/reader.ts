import { dashes, type LeftCue, leftCue, quotes } from './left-cue.ts'
import { type RightCue, rightCue } from './right-cue.ts'
import type { Token } from './tokens.ts'

/** Reads the tokens of a text by index: what stands before and after a word, and what that says of it. */
export type Reader = {
  readonly tokens: readonly Token[]
  readonly at: (index: number) => Token | undefined
  /** Whether a word opens a sentence, a line, a cell or a bullet. */
  readonly opensSentence: (index: number) => boolean
  /** Whether every word of the line is in capitals, so that capitals say nothing. */
  readonly shoutedLine: (index: number) => boolean
  /** What stands before the word says it is a person: a label, kin, a role, a verb done to people. */
  readonly left: (index: number) => LeftCue
  /** What stands after a word (the last of the name) says it is a person. */
  readonly right: (index: number) => RightCue
}

const sentenceEnds = new Set(['.', '!', '?', '•', '●', '·', '◦', '▪', '*', '|', '\uf0b7', '○', '…', '>'])

/** Prepares reading of tokens. Every question costs a fixed number of steps, but for the lines, which are read once. */
export function readerOf(tokens: readonly Token[]): Reader {
  const shouted = shoutedTokens(tokens)
  const lefts = new Map<number, LeftCue>()
  const at = (index: number) => tokens[index]
  const opensSentence = (index: number): boolean => {
    let before = index - 1
    while (before >= 0 && before > index - 3 && quotes.has(tokens[before]?.text ?? '')) before -= 1
    const token = tokens[before]
    if (token === undefined || token.kind === 'line') return true
    if (token.kind === 'number')
      return /^\d{1,2}$/.test(token.text) && (tokens[before - 1] === undefined || tokens[before - 1]?.kind === 'line')
    if (token.text === ')') return tokens[before - 1]?.kind === 'number' && tokens[before - 2]?.kind !== 'word'
    return sentenceEnds.has(token.text) || dashes.has(token.text)
  }
  const reader: Reader = {
    tokens,
    at,
    opensSentence,
    shoutedLine: (index) => shouted[index] === 1,
    left: (index) => {
      const known = lefts.get(index) ?? leftCue(tokens, index)
      lefts.set(index, known)
      return known
    },
    right: (index) => rightCue(tokens, index),
  }
  return reader
}

function shoutedTokens(tokens: readonly Token[]): Uint8Array {
  const shouted = new Uint8Array(tokens.length)
  let from = 0
  for (let index = 0; index <= tokens.length; index += 1) {
    if (index < tokens.length && tokens[index]?.kind !== 'line') continue
    let words = 0
    let capitals = 0
    for (let inside = from; inside < index; inside += 1) {
      const token = tokens[inside]
      if (token?.kind !== 'word') continue
      words += 1
      if (token.text === token.text.toUpperCase()) capitals += 1
    }
    if (words >= 2 && capitals === words) shouted.fill(1, from, index)
    from = index + 1
  }
  return shouted
}
