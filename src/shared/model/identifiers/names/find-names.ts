import type { Span } from '../identifier.ts'
import { createEchoes } from './echoes.ts'
import { createInitialsRule } from './initials.ts'
import { createListedRule } from './listed.ts'
import { readerOf } from './reader.ts'
import { createShapes, type NameFind } from './shapes.ts'
import { createTitleRule } from './titles.ts'
import { readTokens, type Token } from './tokens.ts'
import { createUnlistedRule } from './unlisted.ts'

/**
 * Finds names of people: after titles, labels, kin and roles, from the lists of names, in signatures, and again wherever a found
 * name comes back. `notNames` are folded words that the app knows are no people (ward names). Linear in the text's length.
 */
export function findNames(text: string, notNames: ReadonlySet<string>, withPossible: boolean): Span[] {
  const tokens = readTokens(text)
  const shapes = createShapes(readerOf(tokens), notNames)
  const [title, initials, listed, unlisted] = [
    createTitleRule(shapes),
    createInitialsRule(shapes),
    createListedRule(shapes),
    createUnlistedRule(shapes),
  ]
  const findAt = (index: number) => title(index) ?? initials(index) ?? listed(index) ?? unlisted(index)
  const echoes = createEchoes(shapes, findAt)
  const found: NameFind[] = []
  let index = 0
  while (index < tokens.length) {
    const find = tokens[index]?.kind === 'word' ? findAt(index) : undefined
    if (find === undefined) {
      index += 1
      continue
    }
    const previous = found.at(-1)
    const back = find.certainty === 'possible' ? undefined : echoes.joinedBefore(find.first, previous?.last ?? -1)
    if (back !== undefined) found.push(back)
    found.push(find)
    index = find.last + 1
    // `Gaz and Sarah`: what a conjunction joins to a name is a name.
    let joined = find.certainty === 'possible' ? undefined : echoes.joinedAfter(find.last)
    while (joined !== undefined) {
      found.push(joined)
      index = joined.last + 1
      joined = echoes.joinedAfter(joined.last)
    }
  }
  const again = echoes.again(found)
  const possible = withPossible ? echoes.possible([...found, ...again]) : []
  return [...found, ...again, ...possible]
    .filter((find) => withPossible || find.certainty !== 'possible')
    .map((find) => toSpan(tokens, find))
}

const smallParticles = new Set([
  'de',
  'da',
  'di',
  'du',
  'dos',
  'van',
  'von',
  'der',
  'den',
  'del',
  'della',
  'al',
  'el',
  'bin',
  'ibn',
  'ap',
])

function toSpan(tokens: readonly Token[], find: NameFind): Span {
  const before = tokens[find.first - 1]
  // `de Souza` where only `Souza` was told: the particle is part of the name.
  const particle = before !== undefined && smallParticles.has(before.text) && (tokens[find.first]?.gapBefore ?? 9) === 1
  const start = (particle ? before.start : tokens[find.first]?.start) ?? 0
  const end = tokens[find.last]?.end ?? start
  return { type: 'NAME', start, end, reason: find.reason, certainty: find.certainty }
}
