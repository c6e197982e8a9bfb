/** The kinds of identifier the guard looks for. The ids are the labels that the `identifiers` command writes. */
export const identifierTypes = [
  'NHS_NUMBER',
  'DOB',
  'NAME',
  'POSTCODE',
  'PHONE',
  'EMAIL',
  'ADDRESS',
  'HOSPITAL_NO',
  'OTHER_ID',
] as const
export type IdentifierType = (typeof identifierTypes)[number]

/**
 * How sure the guard is. `certain`: a check digit, a label or a known name says so. `likely`: the shape and the words around it
 * say so. `possible`: a capitalised word that may be a name, for a person to answer yes or no; found only when asked for.
 */
export type Certainty = 'certain' | 'likely' | 'possible'

/** Something in a text that may say who a person is. Offsets count UTF-16 units; `end` is exclusive. */
export type Identifier = {
  readonly type: IdentifierType
  readonly start: number
  readonly end: number
  /** The words between the two offsets, as they stand in the text. */
  readonly value: string
  /** Why it was found, in a few words for the screen. */
  readonly reason: string
  readonly certainty: Certainty
}

/** A find before it is cut out of the text. */
export type Span = Omit<Identifier, 'value'>
