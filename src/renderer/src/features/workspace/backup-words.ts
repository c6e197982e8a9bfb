import { formatDate, formatTime } from '../../../../shared/drawing/date-words.ts'
import type { Timestamp } from '../../../../shared/model/dates.ts'
import type { BackupReason, KeptBackups } from '../../../../shared/model/backup.ts'

/** Why a backup was made, as the list says it. */
export const reasonWords: Record<BackupReason, string> = {
  automatic: 'Automatic',
  'by-hand': 'By hand',
  'before-upgrade': 'Before an upgrade',
  'before-restore': 'Before a restore',
  'before-sync': 'Before a synced folder was used',
}

/** A moment in this PC's time: "13 October 2026, 09:00". */
export function momentInWords(moment: Timestamp): string {
  const at = new Date(moment)
  const day = [at.getFullYear(), String(at.getMonth() + 1).padStart(2, '0'), String(at.getDate()).padStart(2, '0')]
  return `${formatDate(day.join('-'))}, ${formatTime(at.getHours(), at.getMinutes())}`
}

/** What the status line says of the newest backup. */
export function backupInWords({ backups: [newest], failure }: Pick<KeptBackups, 'backups' | 'failure'>): string {
  if (failure !== '') return 'The last backup failed'
  return newest === undefined ? 'No backup yet' : `Backup checked ${momentInWords(newest.madeAt)}`
}
