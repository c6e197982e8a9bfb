import { describe, expect, test } from 'vitest'
import { checkQuestion, emptyDraft, toNewWorkspace } from '../../src/renderer/src/features/home/new-workspace.ts'
import { NewWorkspace } from '../../src/shared/model/workspace.ts'

const draft = { ...emptyDraft('2026-10-13'), provider: ' Tarnwick Partnership Trust ' }

describe('beginning a workspace', () => {
  test('the period is the six months up to today until it is changed', () => {
    expect(emptyDraft('2026-10-13')).toMatchObject({ from: '2026-04-14', to: '2026-10-13', expectedVisit: '' })
  })

  test('a provider without a name is asked for it', () => {
    expect(checkQuestion('provider', { ...draft, provider: '   ' })).toEqual([
      { field: 'provider', message: 'Give the provider’s name' },
    ])
  })

  test('no core service is a valid answer: the provider level alone', () => {
    expect(checkQuestion('core-services', draft)).toEqual([])
  })

  test('a period that ends before it begins, and a date that does not exist, are both named', () => {
    const faults = checkQuestion('period', {
      ...draft,
      from: '2026-10-13',
      to: '2026-04-01',
      expectedVisit: '2026-02-31',
    })
    expect(faults.map(({ field }) => field)).toEqual(['to', 'expected-visit'])
  })

  test('a date that was not finished is asked for again', () => {
    expect(checkQuestion('period', { ...draft, from: '' }).map(({ field }) => field)).toEqual(['from'])
  })

  test('wards come one a line, without empty lines and repetitions, only for services that are ticked', () => {
    const input = toNewWorkspace({
      ...draft,
      coreServices: ['acute-wards'],
      wards: { 'acute-wards': 'Rowan Ward\n\n  Larch Ward \nRowan Ward\n', crisis: 'Crisis team' },
    })
    expect(input.wards).toEqual([
      { coreService: 'acute-wards', name: 'Rowan Ward' },
      { coreService: 'acute-wards', name: 'Larch Ward' },
    ])
    expect(NewWorkspace.parse(input)).toMatchObject({ provider: 'Tarnwick Partnership Trust', expectedVisit: null })
  })
})
