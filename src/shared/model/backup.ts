import { dateOf, daysBetween, monthsBefore, Timestamp, type IsoDate } from './dates.ts'
import { TransferId } from './ids.ts'
import { z } from './schema.ts'
import { Count } from './text.ts'

/** A backup that was made and checked: where its bytes can be read, and what it holds. */
export const BackupResult = z.strictObject({
  transferId: TransferId,
  fileName: z.string(),
  size: z.int(),
  items: Count,
  attachments: Count,
  /** Names of attachments that were missing or changed, and so are in no backup. */
  left: z.array(z.string()),
})
export type BackupResult = z.infer<typeof BackupResult>

/** Why a kept backup was made. */
export const backupReasons = ['automatic', 'by-hand', 'before-upgrade', 'before-restore', 'before-sync'] as const
export const BackupReason = z.enum(backupReasons)
export type BackupReason = z.infer<typeof BackupReason>

/** A backup that is kept beside the workspace. It was read back and compared when it was made, before it took its name. */
export const KeptBackup = z.strictObject({
  /** The name of its file. */
  name: z.string().max(100),
  reason: BackupReason,
  madeAt: Timestamp,
  /** In bytes. */
  size: z.int(),
  items: Count,
  attachments: Count,
})
export type KeptBackup = z.infer<typeof KeptBackup>

/** The kept backups, the newest first; how making the last automatic one failed, if it did; and whether a restore can be undone. */
export const KeptBackups = z.strictObject({
  backups: z.array(KeptBackup),
  /** Whether something was changed after the newest backup was made. */
  changedSince: z.boolean(),
  /** The folder in which new ones are made, for showing only. */
  place: z.string(),
  /** Whether a person chose it; else it is the workspace's own. */
  isChosenPlace: z.boolean(),
  failure: z.string(),
  /** Files that bear a backup's name and cannot be read as one. They count as none. */
  unreadable: z.array(z.string()),
  /** When what the last restore replaced was put aside; null when there is nothing to undo. */
  undoable: Timestamp.nullable(),
})
export type KeptBackups = z.infer<typeof KeptBackups>

/** What a workspace that cannot be opened can be put back to: its newest backup, and the changes of its trail that came after that. */
export const WayBack = z.strictObject({
  newest: KeptBackup.nullable(),
  /** The latest first; null where the trail cannot be read. */
  newer: z.array(z.strictObject({ seq: z.int(), at: Timestamp, words: z.string() })).nullable(),
})
export type WayBack = z.infer<typeof WayBack>

/** How many changes that are newer than a backup are counted. */
export const mostNewer = 200

/** How long automatic backups are kept: one a day for a week, then one a week for two months, then one a month for a year. */
export const keepDays = 7
export const keepWeeks = 8
export const keepMonths = 12

/** The rule in words, as the screen and the README say it. */
export const backupRule = `Automatic backups are kept for ${keepDays} days, one a day; then one a week for ${keepWeeks} weeks; then one a month for ${keepMonths} months. Those made by hand, before an upgrade, before a restore or before the use of a synced folder are kept for ${keepMonths} months. The newest backup is never removed.`

/**
 * The backups that the rule no longer keeps. Of each day, week and month the newest one stays; the newest of all stays however old it is.
 * They are days, weeks (from Monday) and months of the calendar: counted back from `now` they would move on with it, and each new backup
 * would push out the one before, so that none grew old.
 */
export function backupsToRemove(
  backups: readonly Pick<KeptBackup, 'name' | 'reason' | 'madeAt'>[],
  now: Timestamp,
): string[] {
  const newestFirst = backups.toSorted((one, other) => other.madeAt.localeCompare(one.madeAt))
  const taken = new Set<string>()
  return newestFirst.flatMap(({ name, reason, madeAt }, position) => {
    const place = periodOf(dateOf(madeAt), dateOf(now))
    if (reason !== 'automatic') return position === 0 || place !== null ? [] : [name]
    if (position === 0) {
      if (place !== null) taken.add(place)
      return []
    }
    if (place === null || taken.has(place)) return [name]
    taken.add(place)
    return []
  })
}

/** The day, week or month that keeps one backup of this date; null past the last one. A date to come counts as a day of its own. */
function periodOf(date: IsoDate, today: IsoDate): string | null {
  const age = daysBetween(date, today)
  if (age < keepDays) return `day ${date}`
  if (age < keepWeeks * 7) return `week ${Math.floor(daysBetween(aMonday, date) / 7)}`
  return date >= monthsBefore(today, keepMonths) ? `month ${date.slice(0, 7)}` : null
}

const aMonday: IsoDate = '1970-01-05'
