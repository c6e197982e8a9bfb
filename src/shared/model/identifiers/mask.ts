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
