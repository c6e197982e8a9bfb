import type { Span } from './identifier.ts'
import { textBefore } from './words-around.ts'

const nationalInsurance = /(?<![\p{L}\p{N}])[A-Z]{2}[ -]?\d{2}[ -]?\d{2}[ -]?\d{2}[ -]?[A-DFM]?(?![\p{L}\p{N}])/giu
const nationalInsuranceLabel = /\b(?:n\.?i\.?(?: ?n\.?o\.?)?|nino|national insurance)\b[^\n]{0,16}$/i
const plateNow = /(?<![\p{L}\p{N}])[A-HJ-PR-Y]{2}[0-9]{2} ?[A-HJ-PR-Z]{3}(?![\p{L}\p{N}])/gu
const plateLabel =
  /\b(?:reg|reg\.|regn|registration|number ?plate|plate|vrm|vehicle|car|van|motorbike|drives (?:a|an|his|her|the)|index)\b[^\n]{0,40}$/i
const plateOld =
  /(?<![\p{L}\p{N}])(?:[A-Z]\d{1,3} ?[A-Z]{3}|[A-Z]{3} ?\d{1,3}[A-Z]?|[A-Z]{1,3} ?\d{1,4}|\d{1,4} ?[A-Z]{2,3}|[A-Z]{2}\d{2} ?[A-Z]{3})(?![\p{L}\p{N}])/giu
const clinicalLetters =
  /(?:MRI|ECG|EEG|CBT|DBT|GAD|PHQ|NHS|CQC|CTO|MHA|MCA|UTI|BMI|GMT|BST|MDT|CPN|RMN|SHO|HCA|PRN|TTO)$/

const sortCode = /(?<!\d)\d{2}[- ]?\d{2}[- ]?\d{2}(?!\d)/g
const accountNumber = /(?<!\d)\d{4} ?\d{4}(?!\d)/g
const cardNumber = /(?<!\d)\d{4}([ -]?)\d{4}\1\d{4}\1\d{4}(?!\d)/g
const iban = /(?<![\p{L}\p{N}])GB\d{2} ?[A-Z]{4} ?(?:\d{4} ?){3}\d{2}(?!\d)/giu

const handle = /(?<![\p{L}\p{N}._@/])@[A-Za-z_][A-Za-z0-9_.]{2,30}(?<!\.)/gu
const notHandles = new Set(
  'home work school hospital risk night times least first present all everyone here there ward team the nhs'.split(' '),
)
const handleLabel =
  /\b(?:insta|instagram|ig|snap|snapchat|facebook|fb|twitter|tiktok|telegram|discord|skype|xbox|gamertag|psn|linkedin|youtube|reddit|onlyfans|tinder|grindr|bumble|whatsapp)(?: (?:handle|name|username|user|id|account|profile|tag|is|as|under|called))*[:\s(]{1,3}(?:is |as |under )?["'“‘(]?([A-Za-z0-9_.][A-Za-z0-9_.-]{2,30})/gi
const profileLink =
  /(?:https?:\/\/)?(?:www\.)?(?:facebook|fb|instagram|twitter|x|tiktok|linkedin|snapchat|t)\.(?:com|me)\/(?:in\/|add\/|@)?[A-Za-z0-9_.@-]{3,60}/gi

const labelled: readonly (readonly [RegExp, string])[] = [
  [/\bpassport(?: (?:no|number|num|is))*[.:#\s]{1,3}([A-Z]{0,2}\d{6,9}[A-Z]?)\b/gi, 'a passport number'],
  [
    /\b(?:driving licen[cs]e|driver(?:'s|’s)? licen[cs]e|licen[cs]e)(?: (?:no|number|num|is))*[.:#\s]{1,3}([A-Z]{2,5}9{0,3}\d{6}[A-Z\d]{2,5}(?: ?[A-Z\d]{2,3})?|[A-Z9]{5} ?\d{6} ?[A-Z9]{2}\d?[A-Z\d]{1,3}(?: ?\d{2})?)\b/gi,
    'a driving licence number',
  ],
  [
    /\b(?:nmc|gmc|hcpc|swe|gphc|bacp)(?: (?:pin|no|number|reg|registration|ref))*[.:#\s]{1,3}([A-Z]{0,2}\d{2,8}[A-Z]?\d{0,4}[A-Z]?)\b/gi,
    "a professional's registration number",
  ],
  [
    /\b(?:prison|nomis|noms|pnc|cro|probation|crn|arc|brp|home office|uasc|nass|upn|uln|staff|payroll|employee|assignment)(?: (?:no|number|num|ref|reference|id|card))+[.:#\s]{1,3}([A-Z]{0,4}[-/]?\d[A-Z\d/-]{3,14})\b/gi,
    'a personal reference number',
  ],
  [
    /\b(?:universal credit|uc|pip|esa|benefit|housing benefit|council tax|tenancy|rent|bus pass|blue badge|oyster|freedom pass)(?: (?:no|number|num|ref|reference|id|account|card))+[.:#\s]{1,3}([A-Z]{0,4}[-/]?\d[A-Z\d/-]{4,16})\b/gi,
    'a personal reference number',
  ],
  [/\b(?:building society roll|roll)(?: (?:no|number))+[.:#\s]{1,3}([A-Z\d/-]{6,18})\b/gi, 'a bank reference'],
]

/** Finds other numbers and names that point at one person: National Insurance, vehicles, bank details, cards, social media. */
export function findOtherIds(text: string): Span[] {
  const found: Span[] = []
  const add = (start: number, end: number, reason: string, certainty: Span['certainty'] = 'likely') =>
    found.push({ type: 'OTHER_ID', start, end, reason, certainty })
  const each = (pattern: RegExp, reason: string, keep: (value: string, index: number) => boolean) => {
    for (const match of text.matchAll(pattern))
      if (keep(match[0], match.index)) add(match.index, match.index + match[0].trimEnd().length, reason)
  }
  const before = (index: number, pattern: RegExp) => pattern.test(textBefore(text, index, 48))

  each(nationalInsurance, 'a National Insurance number', (value, index) => {
    const compact = value.replace(/[ -]/g, '')
    if (before(index, nationalInsuranceLabel)) return true
    return (
      value === value.toUpperCase() &&
      compact.length === 9 &&
      (/^QQ/.test(compact) || /^(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]/.test(compact))
    )
  })
  each(plateNow, 'a vehicle registration', (value) => !clinicalLetters.test(value))
  each(plateOld, 'a vehicle registration, after a vehicle word', (value, index) => {
    const near =
      textBefore(text, index, 48)
        .split(/[.\n]\s/)
        .at(-1) ?? ''
    return value.replace(/ /g, '').length >= 4 &&
      /\d/.test(value) &&
      /\b(?:reg|regn|registration|number ?plate|plate|vrm)\b[^\n]{0,24}$/i.test(near)
      ? value === value.toUpperCase() || /^[a-z]/.test(value)
      : plateLabel.test(near) && /^[A-Z]{1,3}\d{1,3} ?[A-Z]{3}$/.test(value) && !clinicalLetters.test(value)
  })
  each(iban, 'a bank account number', () => true)
  each(
    cardNumber,
    'a card number',
    (value, index) => passesLuhn(value) || before(index, /\b(?:card|debit|credit|visa|mastercard)\b[^\n]{0,24}$/i),
  )
  each(
    sortCode,
    'a sort code',
    (_, index) =>
      before(index, /\b(?:sort ?code|s\/c|sc)\b[:\s#]{0,3}(?:is )?$/i) ||
      before(index, /\bbank (?:details|account)?[:\s]{0,3}$/i),
  )
  each(
    accountNumber,
    'a bank account number',
    (_, index) =>
      before(index, /\b(?:account|acc|acct|a\/c)(?: (?:no|number|num|nr))?\.?[:\s#]{0,3}(?:is )?$/i) ||
      before(
        index,
        /\bsort ?code[:\s]{0,3}\d{2}[- ]?\d{2}[- ]?\d{2}[,;/ ]{1,4}(?:and |account |acc |a\/c |no |number ){0,3}$/i,
      ) ||
      before(index, /\bbank\b[^\n]{0,12}\d{2}-\d{2}-\d{2}[ ,/]{1,3}$/i),
  )
  each(handle, 'a social media name', (value) => !notHandles.has(value.slice(1).toLowerCase()))
  each(profileLink, 'a social media address', () => true)
  for (const match of text.matchAll(handleLabel)) {
    const value = match[1] ?? ''
    const end = match.index + match[0].length
    // Only what no dictionary word looks like: a digit, an underscore or a dot inside.
    if (/[\d_]|\w\.\w/.test(value) && /[A-Za-z]/.test(value))
      add(end - value.length, end - (value.endsWith('.') ? 1 : 0), 'a social media name')
  }
  for (const [pattern, reason] of labelled) {
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? ''
      const end = match.index + match[0].length
      if (/\d/.test(value)) add(end - value.length, end, reason, 'certain')
    }
  }
  return found
}

function passesLuhn(value: string): boolean {
  const digits = value.replace(/\D/g, '')
  let sum = 0
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place])
    const doubled = place % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return digits.length === 16 && sum % 10 === 0 && !/^0+$/.test(digits)
}
