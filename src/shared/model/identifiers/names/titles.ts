import { cues } from './lexicon.ts'
import { isCapital, isInitial, isWord, joinsNames, monthsAndDays, type NameFind, type NameShapes } from './shapes.ts'
import type { Token } from './tokens.ts'

/** The rule for names after titles: `Mr Khan`, `Mr and Mrs Novak`, `Sister Okafor`. The title is part of the find. */
export function createTitleRule(shapes: NameShapes): (index: number) => NameFind | undefined {
  const { reader, notNames, at, adjacent, looksLikeName, extend } = shapes

  function titleAt(index: number): NameFind | undefined {
    const title = at(index)
    if (!isWord(title) || title.possessive) return undefined
    const formal = cues.formalTitles.has(title.folded)
    const close = !formal && cues.closeTitles.has(title.folded) && title.capital
    if (!formal && !close) return undefined
    // `I miss Lily`: a verb.
    if (
      title.text === 'miss' &&
      /^(?:i|you|we|they|will|to|would|do|really|don't|not|still|did)$/.test(at(index - 1)?.folded ?? '')
    )
      return undefined
    let next = index + 1
    if (at(next)?.text === '.' && at(next)?.gapBefore === 0) next += 1
    // `Mr and Mrs Khan`, `Prof Dr Weber`.
    for (let chained = 0; chained < 3; chained += 1) {
      const joint = at(next)
      const step = joint !== undefined && joinsNames.has(joint.folded) ? 1 : 0
      const other = at(next + step)
      if (!isWord(other) || !cues.formalTitles.has(other.folded) || !adjacent(next + step)) break
      next += step + 1
      if (at(next)?.text === '.') next += 1
    }
    const name = at(next)
    if (!isWord(name) || !adjacent(next)) return undefined
    const phrase = `${title.folded} ${name.folded}`
    if (cues.phrases.has(phrase) || notNames.has(name.folded)) return undefined
    const particle = cues.particles.has(name.folded) && isCapital(at(next + 1)) && name.text.length <= 4
    if (!particle && !nameAfterTitle(title, name, next, formal)) return undefined
    const last = particle ? extend(next + 1, 3, false) : extend(next, 4, true)
    const after = at(last + 1)
    if (last === next && !formal && isCapital(after) && after.facts.namesThing && adjacent(last + 1)) return undefined
    return { first: withNurseRank(index), last, reason: `after the title ${title.text}`, certainty: 'certain' }
  }

  function nameAfterTitle(title: Token, name: Token, index: number, formal: boolean): boolean {
    const { facts } = name
    if (isInitial(name))
      return (
        title.capital &&
        (name.text !== 'I' || at(index + 1)?.facts.family === true || at(index + 1)?.text === '.') &&
        !(name.text === 'A' && !formal) &&
        at(index + 1)?.text !== '&'
      )
    if (!formal)
      return (
        isCapital(name) &&
        !monthsAndDays.has(name.folded) &&
        (facts.first ||
          facts.either ||
          facts.family ||
          (facts.wordName && name.folded !== 'may' && name.folded !== 'will') ||
          looksLikeName(name))
      )
    if (monthsAndDays.has(name.folded) && !(facts.wordName && name.capital && !/day$/.test(name.folded))) return false
    if (name.capital) {
      // `Dr Will attend`, `Miss Medication`: the word keeps its own sense.
      if (facts.first || facts.either || facts.wordName || facts.family || facts.familyWord) return true
      if (/^M(?:r|rs|x)$/.test(title.text) && !name.allCapitals)
        return !facts.namesThing && !/^(?:men|and|or|to)$/.test(name.folded)
      if (title.folded === 'miss' && reader.opensSentence(index - 1) && facts.ordinary) return false
      return (
        !facts.ordinary &&
        !(
          name.allCapitals &&
          name.text.length <= 3 &&
          title.folded !== 'mr' &&
          title.folded !== 'mrs' &&
          title.folded !== 'ms'
        )
      )
    }
    if (
      facts.ordinary ||
      facts.familyWord ||
      facts.either ||
      facts.wordName ||
      facts.namesThing ||
      name.text.length < 2
    )
      return facts.wordName || facts.either ? /^(?:mr|mrs|ms|mx)$/.test(title.folded) : false
    if (facts.first || facts.family) return title.folded !== 'miss' || title.capital || facts.family
    return /^(?:mr|mrs|ms|mx)$/.test(title.folded) || (title.folded === 'dr' && reader.right(index) === 'person')
  }

  const withNurseRank = (index: number) => {
    const rank = at(index - 1)
    return at(index)?.folded === 'nurse' &&
      isCapital(rank) &&
      /^(?:staff|charge|student|bank|community|lead)$/.test(rank.folded) &&
      adjacent(index)
      ? index - 1
      : index
  }

  return titleAt
}
