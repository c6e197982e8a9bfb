import { findAddresses } from './addresses.ts'
import { findBirthDates } from './birth-dates.ts'
import { readDigitRuns } from './digit-runs.ts'
import { findEmails } from './emails.ts'
import type { Identifier, IdentifierType, Span } from './identifier.ts'
import { findKnownNames } from './names/known-names.ts'
import { findNames } from './names/find-names.ts'
import { foldWord } from './names/tokens.ts'
import { findNhsNumbers } from './nhs-numbers.ts'
import { findOtherIds } from './other-ids.ts'
import { findPhones } from './phones.ts'
import { findPostcodes } from './postcodes.ts'
import { findRecordNumbers } from './record-numbers.ts'

/** What the app knows beside the text. */
type GuardOptions = {
  /** Names the app knows: patients' names given with a plan, people in the workspace. Always found. */
  readonly knownNames?: readonly string[]
  /** Words the app knows are nobody's name, such as the names of wards. Single words. */
  readonly notNames?: readonly string[]
  /** Whether capitalised words that may be names are listed too, with certainty `possible`. */
  readonly withPossible?: boolean
}

/** Where two finds overlap, the first of these keeps the words. */
const precedence: readonly IdentifierType[] = [
  'EMAIL',
  'NHS_NUMBER',
  'HOSPITAL_NO',
  'OTHER_ID',
  'DOB',
  'PHONE',
  'ADDRESS',
  'POSTCODE',
  'NAME',
]

/**
 * Finds what may say who a person is, in order of place, without overlaps. Deterministic, linear in the text's length, never
 * throws. It misses some: no list of finds means that a text is free of identifiers.
 */
export function findIdentifiers(text: string, options: GuardOptions = {}): Identifier[] {
  const runs = readDigitRuns(text)
  const notNames = new Set((options.notNames ?? []).map(foldWord))
  const spans: Span[] = [
    ...findEmails(text),
    ...findNhsNumbers(text, runs),
    ...findRecordNumbers(text),
    ...findOtherIds(text),
    ...findBirthDates(text),
    ...findPhones(text, runs),
    ...findAddresses(text),
    ...findPostcodes(text),
    ...findKnownNames(text, options.knownNames ?? []),
    ...findNames(text, notNames, options.withPossible ?? false),
  ]
  return settle(text, spans).map((span) => ({ ...span, value: text.slice(span.start, span.end) }))
}

/** Settles overlaps so that every found character stays found: the surer find keeps its words, the other keeps what sticks out. */
function settle(text: string, spans: readonly Span[]): Span[] {
  const taken = new Uint8Array(text.length)
  const pieces: Span[] = []
  for (const span of [...spans].sort((a, b) => rankOf(a) - rankOf(b) || b.end - b.start - (a.end - a.start))) {
    let from = span.start
    for (let index = span.start; index <= span.end; index += 1) {
      if (index < span.end && taken[index] === 0) continue
      if (/[\p{L}\p{N}]/u.test(text.slice(from, index))) pieces.push({ ...span, start: from, end: index })
      from = index + 1
    }
    taken.fill(1, span.start, span.end)
  }
  const settled: Span[] = []
  for (const piece of pieces.sort((a, b) => a.start - b.start)) {
    const last = settled.at(-1)
    if (last?.type === piece.type && last.end === piece.start) settled[settled.length - 1] = { ...last, end: piece.end }
    else settled.push(piece)
  }
  return settled
}

const rankOf = (span: Span) => precedence.indexOf(span.type) + (span.certainty === 'possible' ? precedence.length : 0)
