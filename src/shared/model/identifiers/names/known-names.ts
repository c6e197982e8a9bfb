import type { Span } from '../identifier.ts'
import { factsOf } from './lexicon.ts'
import { foldWord, readTokens, type Token } from './tokens.ts'

/**
 * Finds the names that the app knows, whole and by their parts, whatever the words around them say. A part that is also an
 * ordinary word (`Rose`, `Will`) counts only with a capital. Titles and parts of one letter are left to the other rules.
 */
export function findKnownNames(text: string, knownNames: readonly string[]): Span[] {
  const parts = new Set<string>()
  const wholes = new Map<string, string[][]>()
  for (const name of knownNames) {
    const words = readTokens(name)
      .filter((token) => token.kind === 'word')
      .map((token) => token.folded)
    const [opening] = words
    if (opening === undefined) continue
    wholes.set(opening, [...(wholes.get(opening) ?? []), words])
    for (const word of words) if (word.length >= 2 && !titles.has(word)) parts.add(word)
  }
  if (wholes.size === 0) return []
  const tokens = readTokens(text).filter((token) => token.kind === 'word')
  const found: Span[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token === undefined) continue
    const whole = longestAt(tokens, index, wholes.get(token.folded) ?? [])
    const last = tokens[index + whole - 1]
    if (whole > 1 && last !== undefined) {
      found.push({
        type: 'NAME',
        start: token.start,
        end: last.end,
        reason: 'a name this workspace knows',
        certainty: 'certain',
      })
      index += whole - 1
    } else if (parts.has(token.folded) && (token.capital || !isAlsoWord(token.folded))) {
      found.push({
        type: 'NAME',
        start: token.start,
        end: token.end,
        reason: 'a name this workspace knows',
        certainty: 'certain',
      })
    } else
      for (const piece of hyphenated(token))
        if (parts.has(piece))
          found.push({
            type: 'NAME',
            start: token.start,
            end: token.end,
            reason: 'a name this workspace knows',
            certainty: 'certain',
          })
  }
  return found
}

const titles = new Set('mr mrs ms miss mx dr prof professor rev sir lady dame'.split(' ').map(foldWord))

const hyphenated = (token: Token) =>
  token.folded.includes('-') && token.capital ? token.folded.split('-').filter((piece) => piece.length > 2) : []

function isAlsoWord(folded: string): boolean {
  const { either, wordName, ordinary, place, weakFamily, familyWord } = factsOf(folded)
  return either || wordName || ordinary || place || weakFamily || familyWord || folded.length < 4
}

function longestAt(tokens: readonly Token[], index: number, wholes: readonly (readonly string[])[]): number {
  let longest = 0
  for (const words of wholes)
    if (
      words.length > longest &&
      words.every(
        (word, offset) =>
          tokens[index + offset]?.folded === word && (offset === 0 || (tokens[index + offset]?.gapBefore ?? 9) <= 3),
      )
    )
      longest = words.length
  return longest
}
