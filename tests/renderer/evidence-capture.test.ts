import { describe, expect, it } from 'vitest'
import { Provider } from '../../src/shared/model/provider.ts'
import {
  checkCapture,
  emptyCapture,
  isWebAddress,
  nextCapture,
  placeOf,
  toNewEvidence,
  whereOf,
} from '../../src/renderer/src/features/evidence/capture.ts'
import { readDate } from '../../src/renderer/src/forms/written-date.ts'

const today = '2026-10-13'
const provider = Provider.parse({
  name: 'Tarnwick Partnership Trust',
  sample: true,
  version: 1,
  coreServices: [
    {
      id: 'acute-wards',
      name: 'Acute wards',
      shortName: 'Acute and PICU',
      setting: 'inpatient',
      version: 1,
      wards: [{ id: 'rowan', coreServiceId: 'acute-wards', name: 'Rowan Ward', items: 0, version: 1 }],
    },
  ],
})

describe('quick capture', () => {
  it('needs two fields and nothing else', () => {
    const form = { ...emptyCapture(), title: 'The poster rings out', shows: 'Two people rang it.' }
    expect(checkCapture(form, today)).toEqual({})
    const item = toNewEvidence(form, provider, [], today)
    expect(item).toMatchObject({ describesFrom: today, describesTo: today, saidBy: null, actToday: null, links: [] })
  })

  it('says of each field that is wrong how to mend it', () => {
    const form = { ...emptyCapture(), shows: ' ', describes: '31/02/2026', saidBy: 'nine', lastOpened: 'soon' }
    const errors = checkCapture(form, today)
    expect(Object.keys(errors).toSorted()).toEqual(['describes', 'lastOpened', 'saidBy', 'shows', 'title'])
    expect(errors.describes).toContain('31/02/2026 is not a date')
  })

  it('counts people only where the item is what people say', () => {
    const form = { ...emptyCapture(), title: 'Peer group', shows: 'They agree', saidBy: '9' }
    expect(toNewEvidence(form, provider, [], today).saidBy).toBe(9)
    expect(toNewEvidence({ ...form, sourceKind: 'staff' }, provider, [], today).saidBy).toBeNull()
  })

  it('keeps an address as a link, and anything else as a place in words', () => {
    const form = { ...emptyCapture(), title: 'Minutes', shows: 'Agreed' }
    expect(toNewEvidence({ ...form, livesAt: 'https://intranet.example/minutes' }, provider, [], today)).toMatchObject({
      link: 'https://intranet.example/minutes',
      whereKept: '',
      lastOpened: today,
    })
    expect(toNewEvidence({ ...form, livesAt: 'javascript:alert(1)' }, provider, [], today)).toMatchObject({
      link: '',
      whereKept: 'javascript:alert(1)',
    })
    expect(isWebAddress('file:///C:/notes.docx')).toBe(false)
  })

  it('keeps a ward with its core service, and finds the choice again', () => {
    const place = placeOf('ward:rowan', provider)
    expect(place).toEqual({ coreServiceId: 'acute-wards', wardId: 'rowan' })
    expect(whereOf(place)).toBe('ward:rowan')
    expect(whereOf(placeOf('service:acute-wards', provider))).toBe('service:acute-wards')
    expect(whereOf(placeOf('provider', provider))).toBe('provider')
  })

  it('keeps Where from for the next one, and nothing of the words', () => {
    const next = nextCapture({ ...emptyCapture('ward:rowan'), title: 'One', shows: 'Two', saidBy: '2' })
    expect(next.whereFrom).toBe('ward:rowan')
    expect([next.title, next.shows, next.saidBy]).toEqual(['', '', ''])
  })

  it('keeps what was raised that day with its reference and time', () => {
    const form = { ...emptyCapture(), title: 'T', shows: 'S', act: true, actReference: ' CR-131 ', actTime: '14:20' }
    expect(toNewEvidence(form, provider, [], today).actToday).toEqual({
      kind: 'concern',
      reference: 'CR-131',
      at: '14:20',
    })
  })
})

describe('a date as it is written', () => {
  it.each([
    ['13 October 2026', '2026-10-13'],
    ['13 Oct', '2026-10-13'],
    ['3rd sept 2025', '2025-09-03'],
    ['13/10/2026', '2026-10-13'],
    ['1.2.26', '2026-02-01'],
    ['2026-10-13', '2026-10-13'],
    ['Today', '2026-10-13'],
    ['yesterday', '2026-10-12'],
  ])('reads %s', (words, date) => {
    expect(readDate(words, today)).toBe(date)
  })

  it.each(['31/02/2026', '13 Octember 2026', 'last week', '', '10/13/2026', '29 February 2026'])(
    'does not take %j for a date',
    (words) => {
      expect(readDate(words, today)).toBeNull()
    },
  )
})
