import type { Span } from './identifier.ts'

const code = String.raw`([A-Z]{0,4}[-/ ]?\d[A-Z\d]*(?:[-/ ]?[A-Z\d]*\d[A-Z\d]*){0,3})`
const numberWord = String.raw`(?:no|nos|num|number|numbers|nr|id|ids|identifier|#)`
const joining = String.raw`[\s:=#.(\-–|]{0,4}(?:(?:is|was|of)\s)?[:(]?\s?`

/** Systems whose name alone marks a number beside it. */
const systems = String.raw`(?:rio|pas|mrn|systm ?one|emis|care ?notes|paris|lorenzo|epic|cerner|millennium|epr|e-?pr|carepath|medway|silverlink|iaptus|pcmis|mpi|crn|lpi|cis|cpd|ichart|trakcare|nerve ?centre)`
const afterSystem = new RegExp(
  String.raw`\b${systems}\b(?: (?:patient|client|record|system|hospital|unit))?(?:[\s.]{0,2}(?:${numberWord}|ref|reference)\b\.?)?${joining}${code}(?![\p{L}\p{N}/])`,
  'giu',
)
const afterLabel = new RegExp(
  String.raw`\b(?:hosp(?:ital)?|unit|patient|pt|client|case ?note|casenotes?|case|record|medical record|health record|clinic|district|local|trust|nhs trust|ward register|service user|local patient|person|pas|k|x|mh|mental health|register|registration|file|chart|admission)[ .]{1,2}${numberWord}\b\.?${joining}${code}(?![\p{L}\p{N}/])`,
  'giu',
)

/** Finds hospital and record numbers: codes after the name of a record system, or after words such as "hospital number". */
export function findRecordNumbers(text: string): Span[] {
  const found: Span[] = []
  for (const [pattern, leastDigits, reason] of [
    [afterSystem, 4, 'a number after the name of a record system'],
    [afterLabel, 3, 'a number labelled as a record number'],
  ] as const) {
    for (const match of text.matchAll(pattern)) {
      const value = (match[1] ?? '').trim()
      const digits = value.replace(/\D/g, '').length
      const start =
        match.index +
        match[0].lastIndexOf(match[1] ?? '') +
        ((match[1]?.length ?? 0) - (match[1]?.trimStart().length ?? 0))
      if (digits < leastDigits || digits > 14 || isYearOrDate(value) || isAmount(text, start + value.length)) continue
      found.push({ type: 'HOSPITAL_NO', start, end: start + value.length, reason, certainty: 'certain' })
    }
  }
  return found
}

const isYearOrDate = (value: string) =>
  /^(?:19|20)\d{2}$/.test(value) || /^\d{1,2}[-/ ]\d{1,2}[-/ ]\d{2,4}$/.test(value)
const isAmount = (text: string, end: number) =>
  /^ ?(?:mg|mcg|ml|%|beds?|users?|staff|records?|entries|screens|patients)\b/i.test(text.slice(end, end + 12))
