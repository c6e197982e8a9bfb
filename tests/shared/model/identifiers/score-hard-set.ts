import { findIdentifiers } from '../../../../src/shared/model/identifiers/find.ts'
import type { IdentifierType } from '../../../../src/shared/model/identifiers/identifier.ts'
import type { HardString } from './hard-set.ts'

/** Scores strings as the development set's scorer does: an identifier counts when every letter and digit of it is covered. */
export function scoreHardSet(strings: readonly HardString[]) {
  const byType: Partial<Record<IdentifierType, { masked: number; of: number; exact: number }>> = {}
  let masked = 0
  let of = 0
  let clean = 0
  let falseAlarms = 0
  for (const { text, entities } of strings) {
    const found = findIdentifiers(text)
    const covered = new Uint8Array(text.length)
    for (const { start, end } of found) covered.fill(1, start, end)
    if (entities.length === 0) {
      clean += 1
      if (found.length > 0) falseAlarms += 1
    }
    for (const { type, start, end } of entities) {
      const score = (byType[type] ??= { masked: 0, of: 0, exact: 0 })
      const whole = [...text.slice(start, end)].every(
        (unit, at) => !/[\p{L}\p{N}]/u.test(unit) || covered[start + at] === 1,
      )
      score.of += 1
      of += 1
      if (whole) {
        score.masked += 1
        masked += 1
      }
      if (found.some((each) => each.type === type && each.start === start && each.end === end)) score.exact += 1
    }
  }
  return { strings: strings.length, share: masked / of, masked, of, clean, falseAlarms, byType }
}
