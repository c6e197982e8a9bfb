import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { toCsv } from '../../../../shared/model/csv-writer.ts'
import { askedMark, evidenceColumns, type EvidenceColumn } from '../../../../shared/model/evidence-rows.ts'
import type { Ask, WardRequest } from '../../../../shared/model/request-sheet.ts'

/**
 * The sheet as a file for Bring in many: a row for each finding that is asked about, with its ward and prompt; title and what it shows are
 * left to be written. `wardCell` names the ward as a row must.
 */
export function writeSheetCsv({ coreServiceId, asks }: WardRequest, wardCell: string): string {
  const rows = asks.map((ask) => {
    const cells: Partial<Record<EvidenceColumn, string>> = {
      source_kind: ask.likelyKind ?? '',
      ward: wardCell,
      prompts: `${ask.promptId}@${coreServiceId}`,
      note: askedInWords(ask),
    }
    return evidenceColumns.map((column) => cells[column] ?? '')
  })
  return toCsv([evidenceColumns, ...rows])
}

function askedInWords({ short, wanted, lookAt, owner, due }: Ask): string {
  const parts = [
    `${askedMark}${short}. ${wanted.join('; ')}`,
    ...(lookAt.length === 0 ? [] : [`Look at: ${lookAt.join('; ')}`]),
    ...(owner === '' ? [] : [`Looked after by ${owner}`]),
    ...(due === null ? [] : [`By ${formatDate(due)}`]),
  ]
  return `${parts.join('. ')}.`
}
