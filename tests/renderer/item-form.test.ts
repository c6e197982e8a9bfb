import { describe, expect, it } from 'vitest'
import { Evidence } from '../../src/shared/model/evidence.ts'
import { ageInWords, sizeInWords } from '../../src/renderer/src/features/evidence/evidence-words.ts'
import { nameOfPasted } from '../../src/renderer/src/features/evidence/file-catcher.ts'
import {
  changesOf,
  checkItemForm,
  fieldsOfItem,
  itemFieldInWords,
  itemFormOf,
  toItemFields,
} from '../../src/renderer/src/features/evidence/item-form.ts'

const today = '2026-10-13'
const item = Evidence.parse({
  id: 'item-1',
  title: 'Community meeting notes',
  shows: 'People praised the welcome.',
  sourceKind: 'people',
  describesFrom: '2026-07-04',
  describesTo: '2026-09-24',
  whereKept: 'Shared drive, Rowan',
  link: '',
  lastOpened: '2026-10-09',
  coreServiceId: null,
  wardId: null,
  saidBy: 9,
  chime: ['hope'],
  note: '',
  actToday: { kind: 'concern', reference: 'CR-118', at: '15:10' },
  wardName: null,
  coreServiceName: null,
  loggedAt: '2026-09-25T09:00:00.000Z',
  loggedBy: 'Peer worker',
  inBin: false,
  version: 3,
  supports: 0,
  contradicts: 0,
  context: 0,
  files: 0,
  filesMissing: 0,
  windowMonths: 12,
  attachments: [],
  links: [],
})
const save = (form: ReturnType<typeof itemFormOf>) =>
  changesOf(fieldsOfItem(item), toItemFields(form, undefined, today))

describe('the full form of an item', () => {
  it('changes nothing when nothing was changed', () => {
    expect(checkItemForm(itemFormOf(item), today)).toEqual({})
    expect(save(itemFormOf(item))).toEqual({})
  })

  it('sends what was changed and nothing else, so that another person’s words are not overwritten', () => {
    expect(save({ ...itemFormOf(item), note: 'Read with the ward.', to: '30/9/2026' })).toEqual({
      note: 'Read with the ward.',
      describesTo: '2026-09-30',
    })
  })

  it('takes one date for a day, and lets dates be taken away', () => {
    expect(save({ ...itemFormOf(item), from: '', to: '1 Oct 2026' })).toEqual({
      describesFrom: '2026-10-01',
      describesTo: '2026-10-01',
    })
    expect(save({ ...itemFormOf(item), from: '', to: '' })).toEqual({ describesFrom: null, describesTo: null })
  })

  it('says which field is wrong and how to mend it', () => {
    const errors = checkItemForm(
      { ...itemFormOf(item), shows: ' ', from: '31/02/2026', link: 'the shared drive', saidBy: 'many' },
      today,
    )
    expect(Object.keys(errors).toSorted()).toEqual(['from', 'link', 'saidBy', 'shows'])
    expect(checkItemForm({ ...itemFormOf(item), to: '1 July 2026' }, today).to).toBe('The last day is before the first')
  })

  it('shows both values of a conflict in words', () => {
    expect(itemFieldInWords('actToday', item.actToday, undefined)).toBe('Yes: concern raised, CR-118, at 15:10')
    expect(itemFieldInWords('describesTo', '2026-09-24', undefined)).toBe('24 September 2026')
    expect(itemFieldInWords('chime', ['hope'], undefined)).toBe('Hope')
    expect(itemFieldInWords('note', '', undefined)).toBe('(left empty)')
  })
})

describe('an item in words', () => {
  const links = [
    { promptShort: 'A warm welcome', windowMonths: 12 },
    { promptShort: 'Blanket restrictions', windowMonths: 6 },
  ].map((link, at) => ({ ...link, promptId: `C${at + 1}` })) as Evidence['links']

  it('says how old it is for the strictest prompt it serves, and which that is', () => {
    const old = { ...item, describesTo: '2026-01-01', windowMonths: 6, links }
    expect(ageInWords(old, today)).toBe(
      'Stale for Blanket restrictions, which looks back 6 months, the strictest of 2 prompts',
    )
    expect(ageInWords({ ...item, links }, today)).toBe('Current for all 2 prompts')
    expect(ageInWords({ ...item, describesFrom: null, describesTo: null }, today)).toContain('No date')
  })

  it('says the size of a file', () => {
    expect([sizeInWords(1), sizeInWords(48_200), sizeInWords(2_540_000)]).toEqual(['1 byte', '48 kB', '2.5 MB'])
  })

  it('gives a pasted screenshot a name of its own, and leaves other names', () => {
    const now = new Date(2026, 9, 13, 14, 2, 9)
    expect(nameOfPasted({ name: 'image.png', type: 'image/png' }, now)).toBe('Screenshot 2026-10-13 14.02.09.png')
    expect(nameOfPasted({ name: 'notes.docx', type: '' }, now)).toBe('notes.docx')
  })
})
