import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { chimeWords, sourceKindWords } from '../../../../shared/drawing/words.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import type { Evidence, EvidenceChanges } from '../../../../shared/model/evidence.ts'
import type { Provider } from '../../../../shared/model/provider.ts'
import type { ChimeConcept } from '../../../../shared/model/vocabulary.ts'
import { notADate, readCount, type FieldErrors } from '../../forms/field-errors.ts'
import type { FieldConflict } from '../../forms/merge-fields.ts'
import { readDate } from '../../forms/written-date.ts'
import { emptyCapture, isWebAddress, placeOf, whereOf, type CaptureForm } from './capture.ts'
import { actTodayInWords } from './evidence-words.ts'

/** The full form of an item, as it is typed: the quick one's fields, and those that ten seconds have no room for. */
export type ItemForm = Omit<CaptureForm, 'describes' | 'livesAt'> & {
  from: string
  to: string
  whereKept: string
  link: string
  chime: ChimeConcept[]
  note: string
}

/** The form of a new item: as empty as quick capture. */
export function blankItemForm(): ItemForm {
  const { describes: _describes, livesAt: _livesAt, ...shared } = emptyCapture()
  return { ...shared, from: '', to: '', whereKept: '', link: '', chime: [], note: '' }
}

const dateText = (date: IsoDate | null) => (date === null ? '' : formatDate(date))

/** An item as the fields of its form. */
export const itemFormOf = (item: Evidence): ItemForm => ({
  title: item.title,
  shows: item.shows,
  sourceKind: item.sourceKind,
  whereFrom: whereOf(item),
  from: dateText(item.describesFrom),
  to: dateText(item.describesTo),
  saidBy: item.saidBy === null ? '' : String(item.saidBy),
  whereKept: item.whereKept,
  link: item.link,
  lastOpened: dateText(item.lastOpened),
  act: item.actToday !== null,
  actKind: item.actToday?.kind ?? 'concern',
  actReference: item.actToday?.reference ?? '',
  actTime: item.actToday?.at ?? '',
  chime: [...item.chime],
  note: item.note,
})

/** Checks the full form. */
export function checkItemForm(form: ItemForm, today: IsoDate): FieldErrors<keyof ItemForm> {
  const errors: FieldErrors<keyof ItemForm> = {}
  if (form.title.trim() === '') errors.title = 'Say in a few words what it is'
  else if (form.title.trim().length > 300) errors.title = 'Make the title shorter: 300 characters at most'
  if (form.shows.trim() === '') errors.shows = 'Say what it shows'
  for (const name of ['from', 'to', 'lastOpened'] as const)
    if (form[name].trim() !== '' && readDate(form[name], today) === null) errors[name] = notADate(form[name])
  const from = readDate(form.from, today)
  const to = readDate(form.to, today)
  if (from !== null && to !== null && to < from) errors.to = 'The last day is before the first'
  if (form.sourceKind === 'people' && form.saidBy.trim() !== '' && readCount(form.saidBy) === null)
    errors.saidBy = 'Give the number of people in figures'
  if (form.link.trim() !== '' && !isWebAddress(form.link))
    errors.link = 'This is not a web address. Write a place in words into "Where it is kept"'
  return errors
}

/** The fields that a checked form stands for. One date alone is a day; none stays none. */
export function toItemFields(
  form: ItemForm,
  provider: Provider | undefined,
  today: IsoDate,
): Required<EvidenceChanges> {
  const from = readDate(form.from, today)
  const to = readDate(form.to, today)
  return {
    title: form.title.replace(/\s+/g, ' ').trim(),
    shows: form.shows.trim(),
    sourceKind: form.sourceKind,
    describesFrom: from ?? to,
    describesTo: to ?? from,
    whereKept: form.whereKept.trim(),
    link: form.link.trim(),
    lastOpened: readDate(form.lastOpened, today),
    ...(placeOf(form.whereFrom, provider) as Pick<Required<EvidenceChanges>, 'coreServiceId' | 'wardId'>),
    saidBy: form.sourceKind === 'people' ? readCount(form.saidBy) : null,
    chime: form.chime,
    note: form.note,
    actToday: form.act ? { kind: form.actKind, reference: form.actReference.trim(), at: form.actTime.trim() } : null,
  }
}

/** The fields of an item that a person may change. */
export type ItemFields = Required<EvidenceChanges>

/** What of an item a form changes: the fields that are not as they were. */
export function changesOf(item: ItemFields, fields: ItemFields): EvidenceChanges {
  const entries = Object.entries(fields).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(item[name as keyof ItemFields]),
  )
  return Object.fromEntries(entries) as EvidenceChanges
}

/** An item's own fields, out of everything that its page shows. */
export function fieldsOfItem(item: Evidence): ItemFields {
  const { title, shows, sourceKind, describesFrom, describesTo, whereKept, link, lastOpened } = item
  const { coreServiceId, wardId, saidBy, chime, note, actToday } = item
  return {
    title,
    shows,
    sourceKind,
    describesFrom,
    describesTo,
    whereKept,
    link,
    lastOpened,
    coreServiceId,
    wardId,
    saidBy,
    chime,
    note,
    actToday,
  }
}

/** The fields as a person knows them. */
export const itemFieldWords: Record<keyof ItemFields, string> = {
  title: 'Title',
  shows: 'What it shows',
  sourceKind: 'Kind',
  describesFrom: 'Describes from',
  describesTo: 'Describes to',
  whereKept: 'Where it is kept',
  link: 'Link',
  lastOpened: 'Last opened',
  coreServiceId: 'Core service',
  wardId: 'Ward or team',
  saidBy: 'Said by',
  chime: 'CHIME',
  note: 'Note',
  actToday: 'Act today',
}

/** Whether both texts of a field can stand together. */
export const isItemText = (field: keyof ItemFields): boolean => field === 'shows' || field === 'note'

/** One value of a conflict in words. */
export function itemFieldInWords(
  field: keyof ItemFields,
  value: FieldConflict['mine'],
  provider: Provider | undefined,
): string {
  if (field === 'actToday') return actTodayInWords(value as ItemFields['actToday'])
  if (value === null || value === '' || value === undefined) return '(left empty)'
  if (field === 'sourceKind') return sourceKindWords[value as ItemFields['sourceKind']]
  if (field === 'chime') return (value as ChimeConcept[]).map((concept) => chimeWords[concept]).join(', ') || '(none)'
  if (field === 'describesFrom' || field === 'describesTo' || field === 'lastOpened') return formatDate(String(value))
  const services = provider?.coreServices ?? []
  if (field === 'coreServiceId') return services.find(({ id }) => id === value)?.shortName ?? String(value)
  if (field === 'wardId')
    return services.flatMap(({ wards }) => wards).find(({ id }) => id === value)?.name ?? String(value)
  return String(value)
}
