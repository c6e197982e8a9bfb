import { describe, expect, test } from 'vitest'
import { checkQuestion, emptyDraft, toNewWorkspace } from '../../src/renderer/src/features/home/new-workspace.ts'
import { NewWorkspace } from '../../src/shared/model/workspace.ts'

const today = '2026-10-13'
const draft = { ...emptyDraft(today), provider: ' Tarnwick Partnership Trust ' }
const faulty = (question: Parameters<typeof checkQuestion>[0], changes: Partial<typeof draft>) =>
  checkQuestion(question, { ...draft, ...changes }, today).map(({ id }) => id)

describe('beginning a workspace', () => {
  test('the period is the six months up to today until it is changed', () => {
    expect(draft).toMatchObject({ from: '14 April 2026', to: '13 October 2026', expectedVisit: '' })
    expect(toNewWorkspace(draft, today)).toMatchObject({ from: '2026-04-14', to: today, expectedVisit: null })
  })

  test('a provider without a name is asked for it, and one with a name of a whole page to shorten it', () => {
    expect(checkQuestion('provider', { ...draft, provider: '   ' }, today)).toEqual([
      { id: 'provider', words: 'Give the provider’s name' },
    ])
    expect(faulty('provider', { provider: 'x'.repeat(301) })).toEqual(['provider'])
  })

  test('no core service is a valid answer: the provider level alone', () => {
    expect(faulty('core-services', {})).toEqual([])
  })

  test('a period that ends before it begins, and a date that does not exist, are both named', () => {
    const changes = { from: '13 October 2026', to: '1 April 2026', expectedVisit: '31/02/2027' }
    expect(faulty('period', changes)).toEqual(['to', 'expected-visit'])
  })

  test('a date that was left out is asked for', () => {
    expect(faulty('period', { from: ' ' })).toEqual(['from'])
  })

  test('wards come one a line, without empty lines and repetitions, only for services that are ticked', () => {
    const input = toNewWorkspace(
      {
        ...draft,
        coreServices: ['acute-wards'],
        wards: { 'acute-wards': 'Rowan Ward\n\n  Larch Ward \nRowan Ward\n', 'crisis-services': 'Crisis team' },
      },
      today,
    )
    expect(input.wards).toEqual([
      { coreService: 'acute-wards', name: 'Rowan Ward' },
      { coreService: 'acute-wards', name: 'Larch Ward' },
    ])
    expect(NewWorkspace.parse(input)).toMatchObject({ provider: 'Tarnwick Partnership Trust', expectedVisit: null })
  })
})
