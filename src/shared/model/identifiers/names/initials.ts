import { isCapital, isInitial, isWord, monthsAndDays, type NameFind, type NameShapes } from './shapes.ts'

const beforeLetters =
  /^(?:vitamin|hepatitis|hep|type|section|plan|ward|room|appendix|grade|class|block|bay|part|option|step|unit|group|schedule|table|figure|category|tier|stage|level|band|form|building|wing|house|flat|phase|cluster|pathway|test|item|factor|omega|page|point|letter|team|zone|site|floor|question|goal|section)$/

/** The rule for initials before a family name, `J. Mills`, `A.B. Carter`, `JP O'Hara`, and alone after `signed`. */
export function createInitialsRule(shapes: NameShapes): (index: number) => NameFind | undefined {
  const { reader, notNames, at, adjacent, extend, namesThing } = shapes

  function initialsAt(index: number): NameFind | undefined {
    const token = at(index)
    if (!isWord(token) || !token.capital) return undefined
    const before = at(index - 1)
    if (isWord(before) && beforeLetters.test(before.folded)) return undefined
    let next = index
    let dots = 0
    let initials = 0
    while (
      initials < 4 &&
      isInitial(at(next)) &&
      !at(next)?.possessive &&
      (initials === 0 || (at(next)?.gapBefore ?? 9) <= 1)
    ) {
      initials += 1
      next += 1
      if (at(next)?.text === '.' && at(next)?.gapBefore === 0) {
        dots += 1
        next += 1
      }
    }
    const together = initials === 0 && token.allCapitals && token.text.length <= 3 && !token.facts.ordinary
    if (together) next = index + 1
    if (initials === 0 && !together) return undefined
    const name = at(next)
    const signed = reader.left(index) === 'label'
    if (!isCapital(name) || !adjacent(next)) {
      const alone = signed && (together || initials >= 2 || dots > 0) && !reader.shoutedLine(index)
      return alone
        ? { first: index, last: together ? index : next - 1, reason: 'initials after a label', certainty: 'likely' }
        : undefined
    }
    if (
      notNames.has(name.folded) ||
      (name.facts.ordinary && !name.facts.familyWord) ||
      (name.facts.namesThing && !name.facts.familyWord)
    )
      return undefined
    if (monthsAndDays.has(name.folded)) return undefined
    const certain = name.facts.family && !name.facts.weakFamily
    const credential = reader.right(next) === 'person'
    if (together && !(certain || (signed && !name.facts.ordinary))) return undefined
    if (dots === 0 && !together) {
      if ((token.text === 'I' || token.text === 'A') && !signed) return undefined
      if (
        !certain &&
        !credential &&
        !signed &&
        !afterDash(index) &&
        reader.left(index) !== 'verb' &&
        !(name.facts.family && initials > 0)
      )
        return undefined
    }
    if (dots > 0 && name.facts.place && !signed && !credential) return undefined
    if (reader.shoutedLine(index) && !certain && !signed) return undefined
    const last = extend(next, 2, true)
    if (namesThing(next, last)) return undefined
    return { first: index, last, reason: 'initials and a family name', certainty: 'likely' }
  }

  const afterDash = (index: number) => /^[-–—]$/.test(at(index - 1)?.text ?? '')

  return initialsAt
}
