import type { Audit } from '../../../../shared/model/care-plan-audit.ts'

/** A plan that waits to be loaded: a file or pasted words, under the pseudonym that was typed for it. */
export type WaitingPlan = {
  key: number
  pseudonym: string
  patientName: string
  source: { kind: 'file'; file: File } | { kind: 'pasted'; text: string }
}

/** What is read; others are taken too, and then named with the reason why they cannot be. */
export const planFileTypes = ['.txt', '.md', '.docx', '.pdf', '.odt', '.rtf']

/** A file's name without its ending. */
const bareName = (name: string) => name.replace(/\.[^.]+$/, '').trim()

/**
 * The pseudonym that a file probably belongs to: one that was drawn and is still missing, where the file is named by it. A file's name is
 * never taken as a pseudonym by itself: it may be a patient's.
 */
export function likelyPseudonym(fileName: string, missing: readonly string[]): string {
  const bare = bareName(fileName).toLowerCase()
  return missing.find((each) => each.toLowerCase() === bare) ?? ''
}

/** The initials of a ward, for pseudonyms: "Rowan Ward" is RW. */
const initialsOf = (wardName: string) =>
  wardName
    .split(/\s+/)
    .map((word) => word.charAt(0).toUpperCase())
    .filter((letter) => /\p{L}/u.test(letter))
    .join('')
    .slice(0, 3)

/** The next pseudonyms of a ward that are not taken: RW-01, RW-02. */
export function freePseudonyms(wardName: string, taken: readonly string[], count: number): string[] {
  const used = new Set(taken)
  const free: string[] = []
  for (let number = 1; free.length < count; number += 1) {
    const pseudonym = `${initialsOf(wardName)}-${String(number).padStart(2, '0')}`
    if (!used.has(pseudonym)) free.push(pseudonym)
  }
  return free
}

/** What is wrong with the plans that wait, by the key of each. */
export function faultsOf(plans: readonly WaitingPlan[], { planList, sample }: Pick<Audit, 'planList' | 'sample'>) {
  const faults = new Map<number, string>()
  const taken = new Set(planList.map(({ pseudonym }) => pseudonym))
  const drawn = new Set(sample.drawn)
  for (const { key, pseudonym } of plans) {
    const name = pseudonym.trim()
    if (name === '') faults.set(key, 'Give this plan a pseudonym')
    else if (name.length > 40) faults.set(key, 'The pseudonym is longer than 40 characters')
    else if (taken.has(name)) faults.set(key, `There is a plan ${name} already. Give this one another pseudonym`)
    else if (sample.method === 'random' && !drawn.has(name))
      faults.set(key, `${name} was not drawn. Take it out, or correct the pseudonym`)
    taken.add(name)
  }
  return faults
}
