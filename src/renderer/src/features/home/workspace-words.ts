import { formatDate, formatTime } from '../../../../shared/drawing/date-words.ts'
import type { IsoDate, Timestamp } from '../../../../shared/model/dates.ts'
import { daysBetween } from '../../../../shared/model/dates.ts'
import type { WorkspaceState, WorkspaceSummary } from '../../../../shared/model/workspace.ts'

/** How a workspace of the list is shown: its state in a word, what it means, and the verb of the way in (null: there is none). */
export type WorkspaceWords = { state: string; text: string; open: 'Open' | 'Read it now' | null; isFault: boolean }

const states: Record<WorkspaceState, WorkspaceWords> = {
  ready: { state: 'Ready', text: '', open: 'Open', isFault: false },
  'not-found': { state: 'Not found', text: 'The folder has moved.', open: null, isFault: false },
  damaged: {
    state: 'Damaged',
    text: 'This workspace is damaged. It has not been changed.',
    open: null,
    isFault: true,
  },
  'newer-version': {
    state: 'Newer version',
    text: 'Made by a newer version. Nothing was opened or changed.',
    open: null,
    isFault: true,
  },
  'upgrade-failed': {
    state: 'Upgrade failed',
    text: 'The upgrade did not finish. Your workspace is as it was before.',
    open: 'Open',
    isFault: true,
  },
  'in-use': { state: 'Open elsewhere', text: 'Another program has it open.', open: 'Read it now', isFault: false },
  'read-only': {
    state: 'Read only',
    text: 'This folder cannot be written to.',
    open: 'Read it now',
    isFault: false,
  },
}

/** The words of a workspace on the list. What the core knows in detail (who has it open, which version) takes the place of ours. */
export function workspaceWords({ state, detail }: Pick<WorkspaceSummary, 'state' | 'detail'>): WorkspaceWords {
  const words = states[state]
  return detail === '' ? words : { ...words, text: detail }
}

/** When something was opened, as the list says it: "today, 14:05", "yesterday", "28 September 2026". */
export function openedInWords(moment: Timestamp | null, today: IsoDate): string {
  if (moment === null) return 'Not opened yet'
  const at = new Date(moment)
  const date = [
    at.getFullYear(),
    String(at.getMonth() + 1).padStart(2, '0'),
    String(at.getDate()).padStart(2, '0'),
  ].join('-')
  const days = daysBetween(date, today)
  if (days <= 0) return `Opened today, ${formatTime(at.getHours(), at.getMinutes())}`
  return days === 1 ? 'Opened yesterday' : `Opened ${formatDate(date)}`
}
