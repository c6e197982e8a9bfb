import { daysBetween, type IsoDate } from '../../../../shared/model/dates.ts'
import type { Action, ActionState } from '../../../../shared/model/action.ts'

/** What the list of actions may be narrowed to. */
export const actionFilters = ['open', 'late', 'done', 'could-not', 'all'] as const
export type ActionFilter = (typeof actionFilters)[number]

/** The words of the filters. */
export const actionFilterWords: Record<ActionFilter, string> = {
  open: 'Open',
  late: 'Late',
  done: 'Done',
  'could-not': 'Could not be done',
  all: 'All',
}

/** What is said where a filter finds nothing. */
export const noneInWords: Record<ActionFilter, string> = {
  open: 'No action is open.',
  late: 'No action is late.',
  done: 'No action is done yet.',
  'could-not': 'Every action that was closed could be done.',
  all: 'No actions yet.',
}

/** The words of an action's state. */
export const actionStateWords: Record<ActionState, string> = {
  open: 'Open',
  done: 'Done',
  'could-not': 'Could not be done',
}

/** The filter that an address asks for; open actions when it asks for none. */
export const actionFilterOf = (word: string | null): ActionFilter =>
  actionFilters.find((filter) => filter === word) ?? 'open'

/** Whether an open action's day has passed. */
export const isLate = (action: Pick<Action, 'state' | 'due'>, asAt: IsoDate): boolean =>
  action.state === 'open' && action.due !== null && daysBetween(asAt, action.due) < 0

/**
 * Actions of a filter in the order in which they are to be done: open ones first by their day (so late ones lead), those without a
 * day after them; then closed ones, the last closed first.
 */
export function arrangeActions(actions: readonly Action[], filter: ActionFilter, asAt: IsoDate): Action[] {
  const isWanted = (action: Action) => {
    if (filter === 'all') return true
    return filter === 'late' ? isLate(action, asAt) : action.state === filter
  }
  return actions.filter(isWanted).toSorted(byWhatIsNext)
}

/** The action that takes the place of one that goes from the list: the next, else the one before; undefined when it was alone. */
export function neighbourOf(listed: readonly Pick<Action, 'id'>[], id: string): string | undefined {
  const place = listed.findIndex((action) => action.id === id)
  return (listed[place + 1] ?? listed[place - 1])?.id
}

function byWhatIsNext(a: Action, b: Action) {
  if ((a.state === 'open') !== (b.state === 'open')) return a.state === 'open' ? -1 : 1
  if (a.state !== 'open') return (b.closedAt ?? '').localeCompare(a.closedAt ?? '')
  return (a.due ?? '9999-12-31').localeCompare(b.due ?? '9999-12-31') || a.title.localeCompare(b.title, 'en-GB')
}
