import { describe, expect, test } from 'vitest'
import { actionFilterOf, arrangeActions, isLate } from '../../src/renderer/src/features/actions/action-list.ts'
import { Action } from '../../src/shared/model/action.ts'

const action = (title: string, changes: Partial<Record<keyof Action, unknown>>) =>
  Action.parse({
    id: title.toLowerCase(),
    title,
    detail: '',
    owner: '',
    due: null,
    findingId: null,
    promptId: null,
    promptShort: null,
    scopeId: null,
    scopeName: null,
    state: 'open',
    closedAt: null,
    closedReason: '',
    evidenceId: null,
    evidenceTitle: null,
    version: 1,
    ...changes,
  })

const actions = [
  action('someday', {}),
  action('november', { due: '2026-11-13' }),
  action('closed-first', { state: 'done', closedAt: '2026-09-01T10:00:00.000Z' }),
  action('late', { due: '2026-10-06' }),
  action('closed-last', { state: 'could-not', due: '2026-01-01', closedAt: '2026-10-01T10:00:00.000Z' }),
  action('today', { due: '2026-10-13' }),
]
const titles = (filter: Parameters<typeof arrangeActions>[1]) =>
  arrangeActions(actions, filter, '2026-10-13').map(({ title }) => title)

describe('the list of actions', () => {
  test('late ones lead, then by day, then those without a day', () => {
    expect(titles('open')).toEqual(['late', 'today', 'november', 'someday'])
  })

  test('all shows closed ones at the end, the last closed first', () => {
    expect(titles('all').slice(4)).toEqual(['closed-last', 'closed-first'])
  })

  test('an action due today is not late, and a closed one never is', () => {
    expect(titles('late')).toEqual(['late'])
    expect(isLate({ state: 'could-not', due: '2026-01-01' }, '2026-10-13')).toBe(false)
  })

  test('an address that asks for nonsense gets the open ones', () => {
    expect(actionFilterOf('everything')).toBe('open')
    expect(actionFilterOf('done')).toBe('done')
  })
})
