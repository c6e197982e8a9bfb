/** The three kinds of need that BG046 names. */
export const needs = ['medical', 'social', 'psychological'] as const
export type Need = (typeof needs)[number]

/** The eleven items of DIALOG, by id: eight of life, then three of treatment. */
export const dialogDomains = [
  'mental-health',
  'physical-health',
  'job-situation',
  'accommodation',
  'leisure-activities',
  'friendships',
  'partner-family',
  'personal-safety',
  'medication',
  'practical-help',
  'consultations',
] as const
export type DialogDomain = (typeof dialogDomains)[number]
