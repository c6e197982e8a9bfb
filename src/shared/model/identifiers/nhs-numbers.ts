import type { DigitRun } from './digit-runs.ts'
import type { Span } from './identifier.ts'
import { cueBefore } from './number-cues.ts'
import { textBefore } from './words-around.ts'

/** Whether ten digits pass the NHS number's modulus 11 check: weights 10 to 2, eleven less the remainder, 11 counts as 0. */
export function isNhsNumber(digits: string): boolean {
  if (!/^\d{10}$/.test(digits)) return false
  let sum = 0
  for (let place = 0; place < 9; place += 1) sum += Number(digits[place]) * (10 - place)
  const check = (11 - (sum % 11)) % 11
  return check !== 10 && check === Number(digits[9])
}

/** The usual ways of writing the number; other groupings need a label beside them. */
const usualGroupings = new Set(['10', '3,3,4', '3,7', '6,4', '5,5'])

/** Finds NHS numbers in the digit runs of a text: those that pass the check, and those labelled "NHS" that do not. */
export function findNhsNumbers(text: string, runs: readonly DigitRun[]): Span[] {
  const found: Span[] = []
  for (const { groups, plus } of runs) {
    let first = 0
    while (first < groups.length) {
      const last = plus ? undefined : nhsNumberAt(text, groups, first)
      if (last === undefined) {
        first += 1
        continue
      }
      found.push(last.span)
      first = last.next
    }
  }
  return found
}

function nhsNumberAt(
  text: string,
  groups: DigitRun['groups'],
  first: number,
): { span: Span; next: number } | undefined {
  const start = groups[first]?.start ?? 0
  let digits = ''
  const sizes: number[] = []
  let fallback: { span: Span; next: number } | undefined
  for (let index = first; index < groups.length && index < first + 11; index += 1) {
    const group = groups[index]
    if (group === undefined) break
    digits += group.digits
    sizes.push(group.digits.length)
    if (digits.length > 11) break
    if (digits.length < 9) continue
    const passes = digits.length === 10 && isNhsNumber(digits)
    if (!passes && !/N\.?H\.?S|health/i.test(textBefore(text, start, 48))) continue
    const cue = cueBefore(text, start)
    const make = (reason: string, certainty: Span['certainty']) => ({
      span: { type: 'NHS_NUMBER' as const, start, end: group.end, reason, certainty },
      next: index + 1,
    })
    if (passes) {
      if (cue === 'nhs') return make('labelled NHS, and passes the NHS number check', 'certain')
      if (cue === 'other' || cue === 'phone') return undefined
      if (usualGroupings.has(sizes.join(','))) return make('passes the NHS number check', 'likely')
    }
    if (cue === 'nhs')
      fallback = better(fallback, make('labelled NHS; fails the NHS number check', 'likely'), digits.length)
  }
  return fallback
}

// Ten digits are the likeliest intent of a mistyped number.
function better<Found>(kept: Found | undefined, next: Found, digits: number): Found {
  return kept === undefined || digits === 10 ? next : kept
}
