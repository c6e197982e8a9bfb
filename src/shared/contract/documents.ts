import { BackupResult } from '../model/backup.ts'
import { ReportChoices, ReportResult } from '../model/report.ts'
import { Verification } from '../model/verification.ts'
import { task, nothing } from './method.ts'

/** What is made of a workspace as a whole. */
export const documentMethods = {
  // Long work: the report, the check of everything, and the backup.
  'report.make': task('reader', ReportChoices, ReportResult),
  'workspace.verify': task('reader', nothing, Verification),
  'backups.export': task('reader', nothing, BackupResult),
} as const
