import { formatDate, formatRange } from '../../../../shared/drawing/date-words.ts'
import { countOf } from '../../../../shared/drawing/words.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import type { ActToday, Evidence, EvidenceRow, FileState } from '../../../../shared/model/evidence.ts'
import { ageOf } from '../../../../shared/model/gaps.ts'

/** What was raised on the day. */
export const actKindWords: Record<ActToday['kind'], string> = {
  safeguarding: 'Safeguarding',
  incident: 'Incident',
  complaint: 'Complaint',
  concern: 'Concern raised',
}

/** How a file stands: what a checksum can say, and no more. */
export const fileStateWords: Record<FileState, string> = {
  present: 'unchanged',
  missing: 'missing',
  changed: 'changed since it was attached',
}

/** "Yes: concern raised, CR-118, at 15:10"; "No" when nobody needed to act. */
export function actTodayInWords(act: ActToday | null): string {
  if (act === null) return 'No'
  const facts = [actKindWords[act.kind].toLowerCase(), act.reference, act.at === '' ? '' : `at ${act.at}`]
  return `Yes: ${facts.filter((fact) => fact !== '').join(', ')}`
}

/** A file's size, "48 kB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return countOf(bytes, 'byte')
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** The dates that an item describes, in full. */
export function describesInWords({
  describesFrom,
  describesTo,
}: Pick<EvidenceRow, 'describesFrom' | 'describesTo'>): string {
  if (describesFrom !== null && describesTo !== null) return formatRange(describesFrom, describesTo)
  const day = describesTo ?? describesFrom
  return day === null ? 'No date' : formatDate(day)
}

/** Where an item was seen. */
export const whereInWords = (item: Pick<EvidenceRow, 'wardName' | 'coreServiceName'>): string =>
  item.wardName ?? item.coreServiceName ?? 'Provider'

/** How old a row is, for the strictest prompt that it serves. */
export const ageOfRow = (row: Pick<EvidenceRow, 'describesFrom' | 'describesTo' | 'windowMonths'>, today: IsoDate) =>
  ageOf(row.describesTo ?? row.describesFrom, row.windowMonths, today)

/**
 * How old an item is for the prompts it serves, and which is the strictest: "Current for all 5 prompts", "Stale for Care plans in the
 * person’s own voice (12 months), the strictest of 3 prompts".
 */
export function ageInWords(
  item: Pick<Evidence, 'describesFrom' | 'describesTo' | 'windowMonths' | 'links'>,
  today: IsoDate,
) {
  const age = ageOfRow(item, today)
  if (age === 'no-date') return 'No date, so it counts as stale'
  const word = { current: 'Current', ageing: 'Ageing', stale: 'Stale' }[age]
  const prompts = new Set(item.links.map(({ promptId }) => promptId)).size
  if (prompts === 0) return `${word}, for a prompt that looks back ${countOf(item.windowMonths, 'month')}`
  if (age === 'current') return prompts === 1 ? 'Current for its prompt' : `Current for all ${prompts} prompts`
  const strictest = item.links.toSorted((one, other) => one.windowMonths - other.windowMonths)[0]
  const which = `${strictest?.promptShort ?? 'its prompt'}, which looks back ${countOf(item.windowMonths, 'month')}`
  return prompts === 1 ? `${word} for ${which}` : `${word} for ${which}, the strictest of ${prompts} prompts`
}
