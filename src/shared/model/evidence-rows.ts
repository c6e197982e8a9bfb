import { readCell, toCsv } from './csv-writer.ts'
import { isSpreadsheetError, readChoice, readDate, readList, readWhole } from './cell-values.ts'
import { findCoreService } from './core-services.ts'
import type { IsoDate } from './dates.ts'
import { PlaceLink } from './evidence.ts'
import type { RowFault } from './evidence-import.ts'
import type { CoreServiceId, PromptId, WardId } from './ids.ts'
import type { z } from './schema.ts'
import { Line, OptionalLine, SomeWords, Words } from './text.ts'
import {
  chimeConcepts,
  relations,
  sourceKinds,
  type ChimeConcept,
  type Relation,
  type SourceKind,
} from './vocabulary.ts'

/** The columns of the CSV of evidence (cli.md), in the order of the template. The first three are required. */
export const evidenceColumns = [
  'title',
  'shows',
  'source_kind',
  'from',
  'to',
  'where_kept',
  'link',
  'ward',
  'said_by',
  'prompts',
  'relation',
  'chime',
  'note',
] as const
export type EvidenceColumn = (typeof evidenceColumns)[number]

/** The columns without which no item can be made. */
export const requiredColumns = ['title', 'shows', 'source_kind'] as const satisfies readonly EvidenceColumn[]

/** What rows may name: the prompts of the checklist, the core services in the assessment, the wards of the provider. */
export type KnownToRows = {
  prompts: readonly { id: PromptId; level: 'provider' | 'core-service' }[]
  coreServices: readonly { id: z.infer<typeof CoreServiceId>; name: string; shortName: string }[]
  wards: readonly { id: z.infer<typeof WardId>; name: string; coreServiceId: z.infer<typeof CoreServiceId> }[]
}

/** Where an item counts: a prompt of the provider (`coreServiceId` null), or of a core service. */
type PromptPlace = { promptId: PromptId; coreServiceId: z.infer<typeof CoreServiceId> | null }

/** An item of evidence as a row describes it. The core service is its ward's. */
export type EvidenceRowValues = {
  title: string
  shows: string
  sourceKind: SourceKind
  describesFrom: IsoDate | null
  describesTo: IsoDate | null
  whereKept: string
  link: string
  wardId: z.infer<typeof WardId> | null
  coreServiceId: z.infer<typeof CoreServiceId> | null
  saidBy: number | null
  prompts: PromptPlace[]
  relation: Relation
  chime: ChimeConcept[]
  note: string
}

/** How the note of a request sheet's row begins: it says what is asked, and the rest of the row is left to be written. */
export const askedMark = 'Asked: '

/** Whether a row is one of a request sheet that nobody filled in: what was asked stands there, and nothing of an answer. */
export const isUnfilledAsk = (cells: Readonly<Partial<Record<EvidenceColumn, string>>>): boolean =>
  (cells.note ?? '').trimStart().startsWith(askedMark) &&
  (['title', 'shows', 'from', 'to', 'where_kept', 'link', 'said_by', 'chime'] as const).every(
    (column) => (cells[column] ?? '').trim() === '',
  )

/** A ward as a row names it: by its name, with its core service where two wards share one. */
export function wardCellOf(
  wardId: string,
  coreServices: readonly { id: string; wards: readonly { id: string; name: string }[] }[],
): string {
  const wards = coreServices.flatMap(({ id, wards: own }) => own.map((ward) => ({ ...ward, coreServiceId: id })))
  const ward = wards.find(({ id }) => id === wardId)
  if (!ward) return ''
  const isShared = wards.filter(({ name }) => plain(name) === plain(ward.name)).length > 1
  return isShared || ward.name.includes('@') ? `${ward.name}@${ward.coreServiceId}` : ward.name
}

/** A row that was read: its item, or its faults, never both. `row` counts from 1, the heading row. */
export type CheckedRow =
  | { row: number; values: EvidenceRowValues; faults: readonly [] }
  | { row: number; values: null; faults: RowFault[] }

const sourceNames: Readonly<Record<string, SourceKind>> = {
  'people’s experience': 'people',
  'feedback from staff and leaders': 'staff',
  'feedback from partners': 'partners',
}

/** Checks the cells of one row; an absent column is an empty cell. Every fault of the row is found, not the first alone. */
export function checkEvidenceRow(
  row: number,
  cells: Readonly<Partial<Record<EvidenceColumn, string>>>,
  known: KnownToRows,
): CheckedRow {
  const faults: RowFault[] = []
  const fault = (column: EvidenceColumn) => (problem: string, mend: string) => {
    faults.push({ row, column, problem, mend })
    return null
  }
  const cell = (column: EvidenceColumn) => readCell(cells[column] ?? '').trim()
  const words = (column: EvidenceColumn, schema: z.ZodType<string>, text = cell(column)) => {
    const parsed = schema.safeParse(text)
    if (parsed.success) return parsed.data
    const problem = parsed.error.issues[0]?.message ?? 'cannot be read'
    fault(column)(problem, problem === 'is empty' ? 'Write it in.' : 'Shorten it, and keep the rest in a file.')
    return ''
  }
  const oneLine = (column: EvidenceColumn) => cell(column).replace(/\s+/g, ' ')
  const wrong = evidenceColumns.filter((column) => isSpreadsheetError(cell(column)))
  for (const column of wrong)
    fault(column)(
      `“${cell(column)}” is a spreadsheet’s error, not words`,
      'Mend the formula, or write the words instead.',
    )
  if (wrong.length > 0) return { row, values: null, faults }

  const title = words('title', Line, oneLine('title'))
  const shows = words('shows', SomeWords)
  const sourceKind = readChoice(
    sourceNames[plain(cell('source_kind'))] ?? cell('source_kind'),
    sourceKinds,
    fault('source_kind'),
  )
  const describesFrom = readDate(cell('from'), fault('from'))
  const describesTo = readDate(cell('to'), fault('to'))
  if (describesFrom && describesTo && describesFrom > describesTo)
    fault('to')('ends before it begins', 'Put the earlier date in “from” and the later in “to”.')
  const ward = readWard(cell('ward'), known, fault('ward'))
  const relation = cell('relation') === '' ? 'supports' : readChoice(cell('relation'), relations, fault('relation'))
  const values = {
    title,
    shows,
    describesFrom,
    describesTo,
    whereKept: words('where_kept', OptionalLine, oneLine('where_kept')),
    link: words('link', PlaceLink),
    wardId: ward?.id ?? null,
    coreServiceId: ward?.coreServiceId ?? null,
    saidBy: readWhole(cell('said_by'), fault('said_by')),
    prompts: readPrompts(cell('prompts'), known, fault('prompts')),
    chime: readList(cell('chime')).flatMap((word) => readChoice(word, chimeConcepts, fault('chime')) ?? []),
    note: words('note', Words),
  }
  if (faults.length > 0 || !sourceKind || !relation) return { row, values: null, faults }
  return { row, values: { ...values, chime: [...new Set(values.chime)], sourceKind, relation }, faults: [] }
}

/** The same words for rows that are equal in all columns, whatever the order of their prompts: by them an item is known as “already there”. */
export function evidenceRowKey(values: EvidenceRowValues): string {
  const prompts = values.prompts.map(({ promptId, coreServiceId }) => `${promptId}@${coreServiceId ?? ''}`)
  const entries = Object.entries({ ...values, prompts: prompts.toSorted(), chime: values.chime.toSorted() })
  return JSON.stringify(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

type Fault = (problem: string, mend: string) => null

/** Names as people write them: blanks, case and the form of the apostrophe do not matter. */
const plain = (name: string) => name.trim().replace(/\s+/g, ' ').replaceAll("'", '’').toLowerCase()

function readWard(cell: string, known: KnownToRows, fault: Fault) {
  if (cell === '') return null
  const at = cell.lastIndexOf('@')
  const service = at > 0 ? findService(cell.slice(at + 1), known) : undefined
  const name = plain(service ? cell.slice(0, at) : cell)
  const found = known.wards.filter(
    (ward) => plain(ward.name) === name && (!service || ward.coreServiceId === service.id),
  )
  if (found.length > 1)
    return fault(
      `“${cell}” is the name of ${found.length} wards`,
      `Add the core service: ${listOf(found.map((ward) => `${ward.name}@${ward.coreServiceId}`))}.`,
    )
  const names = known.wards.map((ward) => ward.name)
  return (
    found[0] ??
    fault(
      `“${shorten(cell)}” is no ward or team of this provider`,
      names.length > 0
        ? `Use ${listOf(names)}, or leave it empty.`
        : 'Add the ward in the app first, or leave it empty.',
    )
  )
}

function readPrompts(cell: string, known: KnownToRows, fault: Fault): PromptPlace[] {
  const places = new Map<string, PromptPlace>()
  for (const entry of readList(cell)) {
    const place = readPrompt(entry, known, fault)
    if (place) places.set(`${place.promptId}@${place.coreServiceId ?? ''}`, place)
  }
  return [...places.values()]
}

function readPrompt(entry: string, known: KnownToRows, fault: Fault): PromptPlace | null {
  const [id = '', ...rest] = entry.split('@').map((part) => part.trim())
  const where = rest.join('@')
  const prompt = known.prompts.find((each) => each.id.toLowerCase() === id.toLowerCase())
  if (!prompt)
    return fault(
      `“${shorten(id)}” is no prompt of this checklist`,
      `Use ${listOf(known.prompts.map((each) => each.id))}.`,
    )
  if (prompt.level === 'provider')
    return where === ''
      ? { promptId: prompt.id, coreServiceId: null }
      : fault(`${prompt.id} is asked of the provider, not of a core service`, `Write ${prompt.id} alone.`)
  const services = known.coreServices.map((service) => service.id)
  if (services.length === 0)
    return fault(
      `${prompt.id} is asked of core services, and this assessment has none`,
      'Add a core service to the assessment first, or leave the prompt out.',
    )
  const example = `Write ${listOf(services.map((service) => `${prompt.id}@${service}`))}.`
  if (where === '') return fault(`${prompt.id} is asked of each core service, and none is named`, example)
  const service = findService(where, known)
  if (!service) return fault(`“${shorten(where)}” is no core service of this assessment`, example)
  return { promptId: prompt.id, coreServiceId: service.id }
}

function findService(words: string, known: KnownToRows) {
  const name = plain(words)
  const id = findCoreService(words)?.id
  return known.coreServices.find(
    (service) => service.id === id || [service.id, plain(service.name), plain(service.shortName)].includes(name),
  )
}

const shorten = (words: string) => (words.length > 60 ? `${words.slice(0, 57)}...` : words)

/** Up to twelve names in words. */
function listOf(names: readonly string[]): string {
  const shown = names.slice(0, 12)
  const last = names.length > shown.length ? `one of ${names.length - shown.length} more` : shown.pop()
  return shown.length === 0 ? (last ?? '') : `${shown.join(', ')} or ${last}`
}

/** The template: the columns, and two rows of invented examples. */
export const evidenceCsvTemplate = (): string =>
  toCsv([
    evidenceColumns,
    [
      'EXAMPLE (delete this row): Peer support worker role description',
      'Peer support workers have a clear, paid role with supervision from a senior peer.',
      'processes',
      '2026-04-01',
      '2026-09-30',
      'HR shared drive, Peer support folder',
      '',
      '',
      '',
      'P3',
      'supports',
      'hope; identity',
      'Ask for the supervision log as well.',
    ],
    [
      'EXAMPLE (delete this row): What people said of their care plans',
      'Nine of fourteen people said the plan was in their own words.',
      'people',
      '01/09/2026',
      '30/09/2026',
      'Ward office, red folder',
      '',
      '',
      14,
      'C1@acute-wards; P1',
      'supports',
      'empowerment',
      '',
    ],
  ])
