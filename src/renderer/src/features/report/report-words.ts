import type { TaskProgress } from '../../api/use-task.ts'
import { formatCount } from '../../../../shared/drawing/words.ts'
import type { Redaction } from '../../../../shared/model/report-redaction.ts'

/** A row of the table under the audiences: something that a report may hold, and which preset says whether it does. */
export const hiding: readonly { words: string; of: keyof Redaction }[] = [
  { words: 'Counts under 5', of: 'smallCounts' },
  { words: 'Exact words', of: 'exactWords' },
  { words: 'Where it is kept', of: 'whereKept' },
  { words: 'Ward or team', of: 'wards' },
  { words: 'Action owners', of: 'owners' },
  { words: 'Evidence index', of: 'evidenceIndex' },
]

/** Size in words: "412 kB", "1.3 MB". */
export function sizeInWords(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

/** How far a report is: "Page 12 of 28"; what is being done while there are no pages yet. */
export function progressInWords({ words, done, total }: TaskProgress): string {
  if (total !== null && total > 0 && done > 0) return `Page ${formatCount(done)} of ${formatCount(total)}`
  return words === '' ? 'Getting ready' : words
}

/** A checksum in groups of eight, so that two can be compared by eye. */
export const checksumInGroups = (sha256: string): string => sha256.replace(/(.{8})(?=.)/g, '$1 ')
