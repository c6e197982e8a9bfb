import { cues } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** What stands after a name: `person` is what only people do; `thing` makes the name a ward, a scale or the like. */
export type RightCue = 'person' | 'verb' | 'to-verb' | 'thing' | 'none'

const adverbs = new Set(
  'also often still always never really usually sometimes currently now just only then currently rarely regularly clearly mostly mainly generally again has had have'.split(
    ' ',
  ),
)
const commaRole = /^(?:his|her|their|my|the|a|an|our|your)$/
const doneToPeople =
  /^(?:seen|offered|supported|encouraged|given|escorted|reminded|asked|allowed|able|involved|reviewed|referred|assessed|discharged|transferred|nursed|observed|monitored|invited|informed|told|supervised|accompanied|visited|moved|helped|taken|home|safe|well|more)$/

/** What stands after a word, the last of a name, says of it. Reads at most six tokens on. */
export function rightCue(tokens: readonly Token[], index: number): RightCue {
  const token = tokens[index]
  const next = tokens[index + 1]
  if (token === undefined || next === undefined || next.kind === 'line') return 'none'
  if (token.possessive) {
    if (next.kind !== 'word') return 'none'
    if (next.capital && next.facts.namesThing) return 'thing'
    return cues.possessed.has(next.folded) || (cues.possessed.has(tokens[index + 2]?.folded ?? '') && !next.capital)
      ? 'person'
      : 'none'
  }
  if (next.text === '(') {
    const inside = tokens.slice(index + 2, index + 6)
    if (
      tokens[index + 2]?.kind === 'word' &&
      inside.some(
        (each) => cues.kin.has(each.folded) || cues.roles.has(each.folded) || cues.credentials.has(each.folded),
      )
    )
      return 'person'
    return 'none'
  }
  if (next.text === ',') {
    const role = tokens[index + 2]
    const noun = tokens[index + 3]
    if (
      role?.kind === 'word' &&
      commaRole.test(role.folded) &&
      [noun, tokens[index + 4]].some(
        (each) => each !== undefined && (cues.kin.has(each.folded) || cues.roles.has(each.folded)),
      )
    )
      return 'person'
    if (
      role?.kind === 'word' &&
      !role.capital &&
      (cues.roles.has(role.folded) || (noun !== undefined && cues.roles.has(noun.folded)))
    )
      return 'person'
    if (role?.kind === 'word' && role.allCapitals && cues.credentials.has(role.folded)) return 'person'
    if (role?.kind === 'word' && /^aged?$/.test(role.folded)) return 'person'
    return role?.kind === 'number' &&
      /^\d{2}$/.test(role.text) &&
      [',', '.', '-'].includes(tokens[index + 3]?.text ?? '')
      ? 'person'
      : 'none'
  }
  if (next.kind !== 'word') return 'none'
  if (
    next.folded === 'and' &&
    commaRole.test(tokens[index + 2]?.folded ?? '') &&
    cues.kin.has(tokens[index + 3]?.folded ?? '')
  )
    return 'person'
  if (next.allCapitals && cues.credentials.has(next.folded)) return 'person'
  if (next.capital) return next.facts.namesThing ? 'thing' : 'none'
  if (cues.wardWords.has(next.folded)) return 'thing'
  const verb = adverbs.has(next.folded) && !/^ha[sd]$/.test(next.folded) ? (tokens[index + 2] ?? next) : next
  if (cues.personOnlyVerbs.has(verb.folded)) return 'person'
  if (/^(?:is|was|has|had|being|been|gets|got|seems|appears|looks|became|remains|remained)$/.test(verb.folded))
    return complementCue(tokens, index + (verb === next ? 2 : 3), verb.folded)
  if (next.folded === 'to' && tokens[index + 2]?.kind === 'word') {
    const base = tokens[index + 2]?.folded ?? ''
    if (cues.personToVerbs.has(base)) return 'to-verb'
    if (base === 'be') return doneToPeople.test(tokens[index + 3]?.folded ?? '') ? 'to-verb' : 'none'
    return cues.toVerbs.has(base) ? 'verb' : 'none'
  }
  return cues.otherVerbs.has(next.folded) ? 'verb' : 'none'
}

/** `Rowan is feeling low` is a person; `Rowan is a ward`, `Rowan has 16 beds` are not. */
function complementCue(tokens: readonly Token[], index: number, verb: string): RightCue {
  const [one, two, three] = [tokens[index], tokens[index + 1], tokens[index + 2]]
  // `Grace was said`, `Mass is held`: done to words and things.
  if (/^(?:said|read|held|sung|made)$/.test(one?.folded ?? '') && /^(?:is|was)$/.test(verb)) return 'none'
  if (
    /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/.test(one?.folded ?? '') &&
    (two === undefined || two.kind !== 'word' || /^(?:and|now|years|months)$/.test(two.folded))
  )
    return 'person'
  for (const token of [one, two]) if (token?.kind === 'word' && cues.complements.has(token.folded)) return 'person'
  if (one?.kind === 'word' && cues.personOnlyVerbs.has(one.folded)) return 'person'
  // `Eve is 40,` is an age; `Rowan is 16 bedded` is not.
  if (
    one?.kind === 'number' &&
    /^(?:is|was)$/.test(verb) &&
    /^\d{2}$/.test(one.text) &&
    (two === undefined || two.kind !== 'word' || /^(?:years?|and|old|now)$/.test(two.folded))
  )
    return 'person'
  if (
    one?.kind === 'number' ||
    /^(?:needed|important|key|vital|essential|short|full|closed|open|locked|mixed|due|busy|quiet)$/.test(
      one?.folded ?? '',
    )
  )
    return 'thing'
  if (/^(?:a|an|the)$/.test(one?.folded ?? '')) {
    for (const token of [two, three]) {
      if (token === undefined) continue
      if (
        cues.kin.has(token.folded) ||
        (cues.roles.has(token.folded) && !cues.wardWords.has(token.folded)) ||
        /^(?:year|old|man|woman|diagnosis|history|fear|keen|vegetarian|smoker|father|mother|person|lovely|good|sister|brother|daughter|son|partner|dog|cat|flat|job)$/.test(
          token.folded,
        )
      )
        return 'person'
    }
    if (two?.folded === 'court') return 'verb'
    return two?.kind === 'number' || cues.wardWords.has(two?.folded ?? '') || cues.wardWords.has(three?.folded ?? '')
      ? 'thing'
      : 'verb'
  }
  return 'verb'
}
