import type { ReportFormat } from '../../../../shared/model/report.ts'
import type { Redaction } from '../../../../shared/model/report-redaction.ts'

/** The forms of a report, as they are offered. */
export const formatWords: Record<ReportFormat, string> = {
  pdf: 'A tagged PDF, to print, send and keep',
  html: 'One web page (HTML), to read on any screen without a PDF reader',
}

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

/** A checksum in groups of eight, so that two can be compared by eye. */
export const checksumInGroups = (sha256: string): string => sha256.replace(/(.{8})(?=.)/g, '$1 ')
