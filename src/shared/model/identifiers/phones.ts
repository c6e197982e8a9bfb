import type { DigitGroup, DigitRun } from './digit-runs.ts'
import type { Span } from './identifier.ts'
import { cueBefore } from './number-cues.ts'
import { textAfter, textBefore } from './words-around.ts'

/** Helplines that are printed on every ward's wall: no one person's number. Digits only. */
const publicLines = new Set(
  '999 111 101 112 119 105 116123 08001111 08000684141 08005858 0800585858 03001233393 08088010525 85258 08001701234 03003045555'.split(
    ' ',
  ),
)

const extension = /^[\s,(]{0,3}(?:ext|extn|extension|x)[.:\s]{0,2}(\d{2,6})\b\)?/i

/** Finds telephone numbers in the digit runs of a text: UK landlines and mobiles, +44 and abroad, and labelled local ones. */
export function findPhones(text: string, runs: readonly DigitRun[]): Span[] {
  const found: Span[] = []
  for (const { groups, plus } of runs) {
    let first = 0
    while (first < groups.length) {
      const hit = phoneAt(text, groups, first, plus && first === 0)
      if (hit === undefined) {
        first += 1
        continue
      }
      found.push(hit.span)
      first = hit.next
    }
  }
  return [...found, ...findExtensions(text)]
}

function phoneAt(text: string, groups: readonly DigitGroup[], first: number, plus: boolean) {
  const opening = groups[first]
  if (opening === undefined) return undefined
  const shaped = longestPhone(groups, first, plus, true)
  if (shaped === undefined) return undefined
  const cue = cueBefore(text, opening.start)
  if (cue === 'other' || cue === 'nhs' || cue === 'hospital') return undefined
  const labelled = cue === 'phone'
  const best = labelled ? shaped : longestPhone(groups, first, plus, false)
  const closing = best === undefined ? undefined : groups[best.last]
  if (best === undefined || closing === undefined) return undefined
  if (publicLines.has(digitsOf(groups.slice(first, best.last + 1)))) return undefined
  const lead = /(?:\+ ?\(?|\()$/.exec(textBefore(text, opening.start, 3))?.[0].length ?? 0
  const tail = extension.exec(textAfter(text, closing.end, 20))
  return {
    span: {
      type: 'PHONE' as const,
      start: opening.start - lead,
      end: closing.end + (tail?.[0].length ?? 0),
      reason: best.reason,
      certainty: labelled || plus ? ('certain' as const) : ('likely' as const),
    },
    next: best.last + 1,
  }
}

function longestPhone(groups: readonly DigitGroup[], first: number, plus: boolean, labelled: boolean) {
  let digits = ''
  let best: { last: number; reason: string } | undefined
  for (let last = first; last < groups.length && last < first + 13; last += 1) {
    digits += groups[last]?.digits ?? ''
    if (digits.length > 15) break
    const reason = phoneReason(digits, groups.slice(first, last + 1), plus, labelled)
    if (reason !== undefined) best = { last, reason }
  }
  return best
}

const digitsOf = (groups: readonly DigitGroup[]) => groups.map((group) => group.digits).join('')

function phoneReason(
  digits: string,
  groups: readonly DigitGroup[],
  plus: boolean,
  labelled: boolean,
): string | undefined {
  if (plus) return digits.length >= 8 && digits.length <= 15 ? 'an international number' : undefined
  const national = digits.startsWith('0044') ? `0${digits.slice(4).replace(/^0/, '')}` : digits
  const mobile = /^07\d{9}$/.test(national)
  const landline = /^0[1-389]\d{8,9}$/.test(national) || /^05\d{9}$/.test(national)
  if ((mobile || landline) && (labelled || national !== digits || wellGrouped(groups, mobile)))
    return mobile ? 'a mobile number' : 'a landline number'
  if (labelled && /^44[1-37]\d{8,9}$/.test(digits)) return 'a number with the country code, after a phone word'
  if (labelled && /^7\d{9}$/.test(digits)) return 'a mobile number without its nought, after a phone word'
  if (labelled && /^\d{5,8}$/.test(digits) && groups.length <= 3) return 'a local number, after a phone word'
  return undefined
}

// Scores and counts come in ones and twos; a number to ring has an area code, or is spelt out digit by digit.
function wellGrouped(groups: readonly DigitGroup[], mobile: boolean): boolean {
  const sizes = groups.map((group) => group.digits.length)
  const [code = 0, ...rest] = sizes
  if (sizes.length === 1) return true
  if (mobile && sizes.every((size) => size === 1)) return true
  if (mobile) return code >= 2 && sizes.length <= 6
  return (
    code >= 3 &&
    ((sizes.length <= 4 && rest.every((size) => size >= 2)) || (sizes.length <= 5 && digitsOf(groups).length === 11))
  )
}

function findExtensions(text: string): Span[] {
  const found: Span[] = []
  for (const match of text.matchAll(/\b(?:ext|extn|extension)(?: (?:no|number))?[.:\s]{1,3}(\d{3,6})\b/gi)) {
    const end = match.index + match[0].length
    found.push({
      type: 'PHONE',
      start: end - (match[1]?.length ?? 0),
      end,
      reason: 'an extension',
      certainty: 'likely',
    })
  }
  return found
}
