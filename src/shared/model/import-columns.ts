import { evidenceColumns, type EvidenceColumn } from './evidence-rows.ts'
import { z } from './schema.ts'

/** Which heading of a file stands for which of our columns: `{ title: 'Subject' }`. A heading that is not named here is left out. */
export const ColumnMapping = z.partialRecord(z.enum(evidenceColumns), z.string().max(300))
export type ColumnMapping = z.infer<typeof ColumnMapping>

/** Headings that people give our columns, in plain form, the likeliest first; the column's own name comes before them. */
const aliases: Readonly<Record<EvidenceColumn, readonly string[]>> = {
  title: ['name', 'evidence', 'item', 'evidence_title', 'subject', 'heading'],
  shows: ['what_it_shows', 'what_does_it_show', 'what_this_shows', 'description', 'summary', 'detail', 'details'],
  source_kind: ['kind_of_source', 'source', 'source_type', 'kind', 'type', 'evidence_type', 'category'],
  from: ['describes_from', 'date_from', 'start_date', 'start', 'from_date', 'period_from', 'date'],
  to: ['describes_to', 'date_to', 'end_date', 'end', 'to_date', 'period_to', 'until'],
  where_kept: ['it_lives_at', 'where_it_is_kept', 'kept_at', 'kept', 'location', 'place', 'where', 'file_location'],
  link: ['url', 'web_address', 'hyperlink', 'address'],
  ward: ['ward_or_team', 'team', 'ward_team', 'unit'],
  said_by: ['how_many_said_it', 'how_many', 'number_of_people', 'people', 'count', 'n'],
  prompts: ['prompt', 'linked_prompts', 'links_to', 'bg046', 'checklist_prompt'],
  relation: ['supports_or_contradicts', 'supports_contradicts'],
  chime: ['chime_theme', 'chime_themes'],
  note: ['notes', 'comment', 'comments', 'remark', 'remarks'],
}

/** A heading without the differences that do not matter: case, blanks, hyphens and marks. */
export const plainHeading = (cell: string): string =>
  cell
    .slice(0, 300)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')

/** The plain headings by which a column is known, its own name first. */
export const headingsOf = (column: EvidenceColumn): readonly string[] => [column, ...aliases[column]]

/** The headings of a file as they are named in a {@link ColumnMapping}: each different, and none empty (`column 4`, `Note (2)`). */
export function nameHeadings(cells: readonly string[]): string[] {
  const names = new Set<string>()
  for (const [index, cell] of cells.entries()) {
    const words = cell.trim().replace(/\s+/g, ' ').slice(0, 280) || `column ${index + 1}`
    let name = words
    for (let count = 2; names.has(name); count += 1) name = `${words} (${count})`
    names.add(name)
  }
  return [...names]
}

/** Guesses by their names which headings stand for which columns: our own names first, then the likeliest of what people write. */
export function guessColumns(names: readonly string[]): ColumnMapping {
  const plain = names.map(plainHeading)
  const guess: ColumnMapping = {}
  const taken = new Set<number>()
  const take = (column: EvidenceColumn, heading: string) => {
    const at = plain.findIndex((each, index) => each === heading && !taken.has(index))
    const name = names[at]
    if (guess[column] !== undefined || name === undefined) return
    guess[column] = name
    taken.add(at)
  }
  for (const column of evidenceColumns) take(column, column)
  for (const column of evidenceColumns) for (const heading of aliases[column]) take(column, heading)
  return guess
}
