import { isCapital, isInitial, isWord, type NameFind, type NameShapes } from './shapes.ts'

/** The rule for family names written first: `Rafferty, Colm`, `SMITH, John`. */
export function createSurnameFirstRule(shapes: NameShapes): (index: number) => NameFind | undefined {
  const { reader, at, adjacent, extend } = shapes

  return function surnameFirst(index: number): NameFind | undefined {
    const token = at(index)
    if (!isCapital(token) || at(index + 1)?.text !== ',' || token.possessive || token.facts.place) return undefined
    const given = at(index + 2)
    if (!isWord(given) || !adjacent(index + 2) || !given.capital) return undefined
    const firstCell = reader.opensSentence(index) || reader.left(index) === 'label'
    if (
      isInitial(given)
        ? given.text !== 'I' && (firstCell || at(index + 3)?.text === '.') && !token.facts.ordinary
        : (given.facts.first ||
            ((given.facts.either || given.facts.wordName) && token.facts.family && !token.facts.weakFamily)) &&
          (firstCell || token.allCapitals)
    )
      return {
        first: index,
        last: extend(index + 2, 2, false),
        reason: 'a family name, a comma and a first name',
        certainty: 'likely',
      }
    return undefined
  }
}
