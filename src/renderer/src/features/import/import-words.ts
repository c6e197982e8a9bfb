import { countOf } from '../../../../shared/drawing/words.ts'
import type { FaultyRow, ImportReading, ImportReport } from '../../../../shared/model/evidence-import.ts'
import { evidenceColumns, requiredColumns, type EvidenceColumn } from '../../../../shared/model/evidence-rows.ts'
import type { ColumnMapping } from '../../../../shared/model/import-columns.ts'

/** Our columns in the words of the screens, and what a cell may hold. */
export const columnWords: Record<EvidenceColumn, { name: string; hint: string }> = {
  title: { name: 'Title', hint: 'a few words' },
  shows: { name: 'What it shows', hint: 'what was seen, heard or counted' },
  source_kind: { name: 'Kind of source', hint: 'people, staff, partners, observation, processes or outcomes' },
  from: { name: 'Describes from', hint: 'a date, 2026-10-13 or 13/10/2026' },
  to: { name: 'Describes to', hint: 'a date; without it the day it begins' },
  where_kept: { name: 'Where it is kept', hint: 'a place in words' },
  link: { name: 'Link', hint: 'an address' },
  ward: { name: 'Ward or team', hint: 'its name as it stands in this workspace' },
  said_by: { name: 'How many said it', hint: 'a count of people' },
  prompts: { name: 'Prompts', hint: 'such as C1@acute-wards; P3' },
  relation: { name: 'Supports or contradicts', hint: 'supports, contradicts or context; supports when empty' },
  chime: { name: 'CHIME', hint: 'connectedness, hope, identity, meaning or empowerment' },
  note: { name: 'Note', hint: 'anything else' },
}

/** Whether no item can be made without a column. */
export const isRequired = (column: EvidenceColumn): boolean => requiredColumns.some((required) => required === column)

/** What keeps a matching of columns from being checked: required ones that are matched with nothing, headings that are matched twice. */
export function mappingFaults(mapping: ColumnMapping): { column: EvidenceColumn; words: string }[] {
  return evidenceColumns.flatMap((column) => {
    const heading = mapping[column]
    const { name } = columnWords[column]
    if (heading === undefined)
      return isRequired(column) ? [{ column, words: `${name}: choose the column that holds it` }] : []
    const first = evidenceColumns.find((other) => mapping[other] === heading)
    return first === undefined || first === column
      ? []
      : [{ column, words: `${name}: “${heading}” is already matched with ${columnWords[first].name}` }]
  })
}

/** A matching with one column set, or matched with nothing. */
export function withColumn(mapping: ColumnMapping, column: EvidenceColumn, heading: string): ColumnMapping {
  const { [column]: _before, ...others } = mapping
  return heading === '' ? others : { ...others, [column]: heading }
}

/** The words under the button that writes: "Bring in 86, leave out 4". Null when there is nothing to bring in. */
export function bringInWords({ fresh, faulty }: Pick<ImportReading, 'fresh' | 'faulty'>): string | null {
  if (fresh === 0) return null
  const bring = `Bring in ${fresh.toLocaleString('en-GB')}`
  return faulty === 0 ? bring : `${bring}, leave out ${faulty.toLocaleString('en-GB')}`
}

/** What a file holds, in a sentence or two. */
export function readingInWords({ rows, fresh, already, faulty, unfilled }: ImportReading): string {
  if (rows === 0) return 'The file has a heading and no rows.'
  const parts = [
    `${countOf(rows, 'row')}: ${fresh.toLocaleString('en-GB')} can be brought in`,
    faulty === 0 ? 'none has faults' : `${faulty.toLocaleString('en-GB')} ${faulty === 1 ? 'has' : 'have'} faults`,
    ...(already === 0 ? [] : [`${already.toLocaleString('en-GB')} ${already === 1 ? 'is' : 'are'} already there`]),
    ...(unfilled === 0 ? [] : [`${unfilled.toLocaleString('en-GB')} not filled in`]),
  ]
  return `${parts.join(', ')}.`
}

/** What was done, when it is done. */
export function reportInWords({ imported, leftOut, already }: ImportReport): string {
  const parts = [`${countOf(imported, 'item')} brought in`]
  if (leftOut > 0) parts.push(`${leftOut.toLocaleString('en-GB')} left out`)
  if (already > 0) parts.push(`${already.toLocaleString('en-GB')} already there`)
  return `${parts.join(', ')}.`
}

/** A row that has faults, or had some: it stays where it is when it is mended, so that nothing moves under the person's hands. */
export type ShownRow = FaultyRow & { columns: EvidenceColumn[] }

const isOurs = (column: string): column is EvidenceColumn => evidenceColumns.some((each) => each === column)

/** The rows to show after another reading: those shown before, with what is now wrong with them, then those that are new. */
export function showRows(before: readonly ShownRow[], { faultyRows }: Pick<ImportReading, 'faultyRows'>): ShownRow[] {
  const faulty = new Map(faultyRows.map((row) => [row.row, row]))
  const columnsOf = ({ faults }: FaultyRow, known: readonly EvidenceColumn[]) => {
    const wrong = new Set([...known, ...faults.map(({ column }) => column)])
    return evidenceColumns.filter((column) => wrong.has(column))
  }
  const kept = before.map((row) => {
    const now = faulty.get(row.row)
    faulty.delete(row.row)
    return now === undefined ? { ...row, faults: [] } : { ...now, columns: columnsOf(now, row.columns) }
  })
  const added = [...faulty.values()].map((row) => ({ ...row, columns: columnsOf(row, []) }))
  return [...kept, ...added].toSorted((one, other) => one.row - other.row)
}

/** The rows with one cell as it was mended, before the file is read again with it. */
export const withCell = (
  rows: readonly ShownRow[],
  row: number,
  column: EvidenceColumn,
  value: string,
): readonly ShownRow[] =>
  rows.map((each) => (each.row === row ? { ...each, cells: { ...each.cells, [column]: value } } : each))

/** The faults of a row that no cell of ours can mend. */
export const unmendable = ({ faults }: FaultyRow) => faults.filter(({ column }) => !isOurs(column))

/** What is wrong with a cell, and the mend; undefined when nothing is. */
export function cellFault({ faults }: FaultyRow, column: EvidenceColumn): string | undefined {
  const found = faults.filter((fault) => fault.column === column)
  if (found.length === 0) return undefined
  return found.map(({ problem, mend }) => `${sentence(problem)}. ${mend}`).join(' ')
}

const sentence = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** What is wrong with a whole file, in a sentence for each fault. */
export const faultInWords = ({ column, problem, mend }: { column: string; problem: string; mend: string }): string =>
  column === ''
    ? `${sentence(problem)}. ${mend}`
    : `${isOurs(column) ? columnWords[column].name : column}: ${problem}. ${mend}`
