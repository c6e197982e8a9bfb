import { formatDate, formatTime } from '../../../../shared/drawing/date-words.ts'
import type { IsoDate, Timestamp } from '../../../../shared/model/dates.ts'
import { daysBetween } from '../../../../shared/model/dates.ts'
import type { WorkspaceState, WorkspaceSummary } from '../../../../shared/model/workspace.ts'

/** A way out of a state, in the order in which the ways are shown. */
export type WayOut =
  | 'open'
  | 'put-back'
  | 'read'
  | 'again'
  | 'find'
  | 'move'
  | 'anyway'
  | 'restore'
  | 'support'
  | 'forget'

/** How a workspace of the list is shown: its state in a word, the title of its panel, what it means, and the ways out in order. */
export type WorkspaceWords = { state: string; title: string; text: string; ways: readonly WayOut[]; isFault: boolean }

/** What the button of each way out says. */
export const wayWords: Record<WayOut, string> = {
  open: 'Open',
  'put-back': 'Put back a checked copy',
  read: 'Read it now',
  again: 'Try again',
  find: 'Find it',
  move: 'Move it to this PC',
  anyway: 'Use it anyway',
  restore: 'Open a backup',
  support: 'Save details for support',
  forget: 'Take it off this list',
}

const states: Record<WorkspaceState, WorkspaceWords> = {
  ready: { state: 'Ready', title: '', text: '', ways: ['open'], isFault: false },
  'not-found': {
    state: 'Not found',
    title: 'The folder has moved',
    text: 'There is no workspace any more where it was. Nothing was changed.',
    ways: ['find', 'forget'],
    isFault: false,
  },
  damaged: {
    state: 'Damaged',
    title: 'This workspace is damaged. It has not been changed',
    text: 'Some of the database cannot be read. What a checked copy replaces is set aside whole, so that it can be undone.',
    ways: ['put-back', 'read', 'support'],
    isFault: true,
  },
  'newer-version': {
    state: 'Newer version',
    title: 'Made by a newer version. Nothing was opened or changed',
    text: 'Ask for the version that made it, or open a backup that this version can read.',
    ways: ['again', 'restore'],
    isFault: true,
  },
  'upgrade-failed': {
    state: 'Upgrade failed',
    title: 'The upgrade did not finish. Your workspace is as it was before',
    text: 'It can still be opened with the older version.',
    ways: ['again', 'support'],
    isFault: true,
  },
  'in-use': {
    state: 'Open elsewhere',
    title: 'Open in another program',
    text: 'One person writes at a time. You can read it, and see what they change within a second.',
    ways: ['read', 'again'],
    isFault: false,
  },
  'read-only': {
    state: 'Read only',
    title: 'This folder cannot be written to',
    text: 'You can read it, or find it in another folder.',
    ways: ['read', 'find', 'again'],
    isFault: false,
  },
  'disk-full': {
    state: 'Disk full',
    title: 'This disk is full. What was saved before is safe',
    text: 'Free some space, then try again. Nothing in the workspace was changed.',
    ways: ['again', 'read'],
    isFault: true,
  },
  'synced-folder': {
    state: 'Synced folder',
    title: 'A sync service copies this folder. Two copies of a database can overwrite each other',
    text: 'Moving makes a checked copy on this PC and leaves this one as it is. Before it is used here, a backup is made.',
    ways: ['move', 'read', 'anyway'],
    isFault: false,
  },
  'shared-folder': {
    state: 'Shared folder',
    title: 'Other people can open this folder, and read what is in it. One PC writes at a time',
    text: 'Moving makes a checked copy on this PC and leaves this one as it is.',
    ways: ['open', 'move', 'read'],
    isFault: false,
  },
}

/** The words of a workspace on the list; what the core knows of its case (who has it open, which service copies it) is among them. */
export function workspaceWords({ state, detail }: Pick<WorkspaceSummary, 'state' | 'detail'>): WorkspaceWords {
  const words = states[state]
  if (detail === '') return words
  switch (state) {
    case 'in-use':
      return { ...words, title: detail.replace(/ You can read it\.$/, '').replace(/\.$/, '') }
    case 'upgrade-failed':
    case 'ready':
      return { ...words, text: detail }
    case 'synced-folder':
    case 'shared-folder':
      return { ...words, text: `${detail} ${words.text}` }
    default:
      return words
  }
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
