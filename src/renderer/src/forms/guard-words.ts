import { kindWords } from '../../../shared/model/identifiers/kind-words.ts'
import type { Identifier, IdentifierType } from '../../../shared/model/identifiers/identifier.ts'

/** "An NHS number": a kind of find at the beginning of a line. */
export const kindAtStart = (type: IdentifierType): string =>
  `${kindWords[type].charAt(0).toUpperCase()}${kindWords[type].slice(1)}`

/** The kinds of finds, as they are chosen in Settings. */
export const findKindWords: Record<IdentifierType, string> = {
  NHS_NUMBER: 'NHS numbers',
  DOB: 'Dates of birth',
  NAME: 'Names of people',
  POSTCODE: 'Postcodes',
  PHONE: 'Phone numbers',
  EMAIL: 'Email addresses',
  ADDRESS: 'Addresses',
  HOSPITAL_NO: 'Hospital numbers',
  OTHER_ID: 'Other numbers that say who someone is',
}

/** Finds that are named one by one; the rest are counted. */
const fewFinds = 3

/** What the guard saw, in words: what it is and where, why a person should look, and no promise that this is all. */
export function describeFinds(finds: readonly Identifier[]): string {
  const named = finds
    .slice(0, fewFinds)
    .map(
      ({ type, value, certainty }) =>
        `${kindAtStart(type)} ${certainty === 'certain' ? 'is' : 'may be'} here: “${value}”.`,
    )
  const rest = finds.length - named.length
  const more = rest > 0 ? ` ${rest} more.` : ''
  return `${named.join(' ')}${more} No names are needed. The check misses some.`
}
