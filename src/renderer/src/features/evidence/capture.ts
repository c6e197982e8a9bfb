import type { IsoDate } from '../../../../shared/model/dates.ts'
import { ActToday, NewEvidence } from '../../../../shared/model/evidence.ts'
import type { Provider } from '../../../../shared/model/provider.ts'
import type { Relation, SourceKind } from '../../../../shared/model/vocabulary.ts'
import { notADate, readCount, type FieldErrors } from '../../forms/field-errors.ts'
import { readDate } from '../../forms/written-date.ts'

/** Where something was seen: the provider, a core service or a ward, as one value of a choice. */
export type WhereFrom = 'provider' | `service:${string}` | `ward:${string}`

/** What stands in the quick capture form, as it was typed. */
export type CaptureForm = {
  title: string
  shows: string
  sourceKind: SourceKind
  whereFrom: WhereFrom
  describes: string
  saidBy: string
  livesAt: string
  lastOpened: string
  act: boolean
  actKind: ActToday['kind']
  actReference: string
  actTime: string
}

/** A form with nothing in it. The dates are left blank: blank means today. */
export const emptyCapture = (whereFrom: WhereFrom = 'provider', sourceKind: SourceKind = 'people'): CaptureForm => ({
  title: '',
  shows: '',
  sourceKind,
  whereFrom,
  describes: '',
  saidBy: '',
  livesAt: '',
  lastOpened: '',
  act: false,
  actKind: 'concern',
  actReference: '',
  actTime: '',
})

/** The form after one was logged: it keeps Where from and Kind, so that the next thing seen in the same place is quicker still. */
export const nextCapture = (form: CaptureForm): CaptureForm => emptyCapture(form.whereFrom, form.sourceKind)

/** Checks a form: two fields are enough, and what else was filled must make sense. */
export function checkCapture(form: CaptureForm, today: IsoDate): FieldErrors<keyof CaptureForm> {
  const errors: FieldErrors<keyof CaptureForm> = {}
  if (form.title.trim() === '') errors.title = 'Say in a few words what it is'
  else if (form.title.trim().length > 300) errors.title = 'Make the title shorter: 300 characters at most'
  if (form.shows.trim() === '') errors.shows = 'Say what it shows'
  if (form.describes.trim() !== '' && readDate(form.describes, today) === null)
    errors.describes = notADate(form.describes)
  if (form.lastOpened.trim() !== '' && readDate(form.lastOpened, today) === null)
    errors.lastOpened = notADate(form.lastOpened)
  if (form.sourceKind === 'people' && form.saidBy.trim() !== '' && readCount(form.saidBy) === null)
    errors.saidBy = 'Give the number of people in figures'
  return errors
}

/** Whether a text is an address that a browser could open; anything else is a place in words. */
export function isWebAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text.trim()).protocol)
  } catch {
    return false
  }
}

/** The item that a checked form logs. Blank dates are today; a place is kept as words, an address as a link. */
export function toNewEvidence(
  form: CaptureForm,
  provider: Provider | undefined,
  links: readonly { findingId: string; relation: Relation }[],
  today: IsoDate,
): NewEvidence {
  const day = readDate(form.describes, today) ?? today
  const livesAt = form.livesAt.trim()
  const isLink = isWebAddress(livesAt)
  return NewEvidence.parse({
    title: form.title.replace(/\s+/g, ' '),
    shows: form.shows.trim(),
    sourceKind: form.sourceKind,
    describesFrom: day,
    describesTo: day,
    whereKept: isLink ? '' : livesAt,
    link: isLink ? livesAt : '',
    lastOpened: livesAt === '' ? null : (readDate(form.lastOpened, today) ?? today),
    ...placeOf(form.whereFrom, provider),
    saidBy: form.sourceKind === 'people' ? readCount(form.saidBy) : null,
    actToday: form.act ? { kind: form.actKind, reference: form.actReference.trim(), at: form.actTime.trim() } : null,
    links: links.map((link) => ({ ...link })),
  })
}

/** The core service and ward that a choice stands for. A ward belongs to its core service. */
export function placeOf(
  where: WhereFrom,
  provider: Provider | undefined,
): { coreServiceId: string | null; wardId: string | null } {
  if (where.startsWith('service:')) return { coreServiceId: where.slice(8), wardId: null }
  if (!where.startsWith('ward:')) return { coreServiceId: null, wardId: null }
  const wardId = where.slice(5)
  const service = provider?.coreServices.find(({ wards }) => wards.some((ward) => ward.id === wardId))
  return { coreServiceId: service?.id ?? null, wardId }
}

/** The choice that stands for an item's core service and ward. */
export const whereOf = (item: { coreServiceId: string | null; wardId: string | null }): WhereFrom =>
  item.wardId !== null
    ? `ward:${item.wardId}`
    : item.coreServiceId !== null
      ? `service:${item.coreServiceId}`
      : 'provider'
