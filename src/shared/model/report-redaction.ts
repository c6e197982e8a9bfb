import type { Audience } from './report.ts'

/** What a report leaves out for whom it is for. */
export type Redaction = {
  /** Counts of people under 5 are not shown apart. */
  smallCounts: boolean
  /** The people's own words. */
  exactWords: boolean
  /** Where an item is kept, and its link. */
  whereKept: boolean
  /** Ward or team. */
  wards: boolean
  /** Who owns an action or a finding. */
  owners: boolean
  /** The index of evidence with its hashes. */
  evidenceIndex: boolean
}

/** The presets: what is public hides most, a visit team sees everything but small counts. */
export const redactionOf: Record<Audience, Redaction> = {
  public: { smallCounts: true, exactWords: true, whereKept: true, wards: true, owners: true, evidenceIndex: true },
  board: { smallCounts: true, exactWords: false, whereKept: true, wards: false, owners: false, evidenceIndex: false },
  visit: { smallCounts: true, exactWords: false, whereKept: false, wards: false, owners: false, evidenceIndex: false },
}

/** Whom a report is for, in words. */
export const audienceWords: Record<Audience, string> = { public: 'Public', board: 'Board', visit: 'Visit team' }

/** What a preset leaves out, in words, for the method section. */
export function describeRedaction(redaction: Redaction): string[] {
  const words: Record<keyof Redaction, string> = {
    smallCounts: 'counts of people under 5',
    exactWords: 'people’s exact words',
    whereKept: 'where an item is kept',
    wards: 'wards and teams',
    owners: 'who owns an action or a finding',
    evidenceIndex: 'the index of evidence',
  }
  return (Object.keys(words) as (keyof Redaction)[]).filter((key) => redaction[key]).map((key) => words[key])
}
