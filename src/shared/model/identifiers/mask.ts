import type { Identifier, IdentifierType } from './identifier.ts'

const masks: Readonly<Record<IdentifierType, string>> = {
  NHS_NUMBER: '[NHS number]',
  DOB: '[date of birth]',
  NAME: '[name]',
  POSTCODE: '[postcode]',
  PHONE: '[phone]',
  EMAIL: '[email]',
  ADDRESS: '[address]',
  HOSPITAL_NO: '[hospital number]',
  OTHER_ID: '[identifier]',
}

/** What stands for an identifier of this kind once it is masked: `[postcode]`. */
export const identifierWords = (type: IdentifierType): string => masks[type]

/** Replaces each find by what kind of thing stood there: `[name]`. The finds may come in any order; they must not overlap. */
export function maskIdentifiers(
  text: string,
  identifiers: readonly Pick<Identifier, 'type' | 'start' | 'end'>[],
): string {
  let masked = ''
  let from = 0
  for (const { type, start, end } of [...identifiers].sort((a, b) => a.start - b.start)) {
    if (start < from || end > text.length) continue
    masked += text.slice(from, start) + masks[type]
    from = end
  }
  return masked + text.slice(from)
}

/** Replaces these words wherever they stand by themselves in a text: `Ann`, not the beginning of `Annual`. */
export function maskWords(text: string, words: string, type: IdentifierType): string {
  const escaped = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu'), masks[type])
}

/** The find as a screen or a message may show it: dots, and of a name the first letters, so that one can tell which it is. */
export const dotOut = ({ type, value }: Pick<Identifier, 'type' | 'value'>): string =>
  value.replace(/[\p{L}\p{N}]+/gu, (word) =>
    type === 'NAME'
      ? `${[...word][0] ?? ''}${'•'.repeat(Math.max(1, [...word].length - 1))}`
      : '•'.repeat([...word].length),
  )
