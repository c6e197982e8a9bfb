import type { Identifier, IdentifierType } from '../../../shared/model/identifiers/identifier.ts'

const typeWords: Record<IdentifierType, string> = {
  NHS_NUMBER: 'An NHS number',
  DOB: 'A date of birth',
  NAME: 'A name',
  POSTCODE: 'A postcode',
  PHONE: 'A phone number',
  EMAIL: 'An email address',
  ADDRESS: 'An address',
  HOSPITAL_NO: 'A hospital number',
  OTHER_ID: 'A number that says who someone is',
}

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
        `${typeWords[type]} ${certainty === 'certain' ? 'is' : 'may be'} here: “${value}”.`,
    )
  const rest = finds.length - named.length
  const more = rest > 0 ? ` ${rest} more.` : ''
  return `${named.join(' ')}${more} No names are needed. The check misses some.`
}
