import type { IdentifierType } from './identifier.ts'

/** One find of each kind, in words: "an NHS number". */
export const kindWords: Record<IdentifierType, string> = {
  NHS_NUMBER: 'an NHS number',
  DOB: 'a date of birth',
  NAME: 'a name',
  POSTCODE: 'a postcode',
  PHONE: 'a phone number',
  EMAIL: 'an email address',
  ADDRESS: 'an address',
  HOSPITAL_NO: 'a hospital number',
  OTHER_ID: 'a number that says who someone is',
}
