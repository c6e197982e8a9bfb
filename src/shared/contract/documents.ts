import { BackupResult, KeptBackup, KeptBackups, WayBack } from '../model/backup.ts'
import { TransferId, WorkspaceId } from '../model/ids.ts'
import { ReportChoices, ReportResult } from '../model/report.ts'
import { z } from '../model/schema.ts'
import { Verification } from '../model/verification.ts'
import { OpenWorkspace } from '../model/workspace.ts'
import { ask, byId, nothing, order, query, task } from './method.ts'

/** What is made of a workspace as a whole. */
export const documentMethods = {
  // Long work: the report, the check of everything, and the backup.
  'report.make': task('reader', ReportChoices, ReportResult),
  'workspace.verify': task('reader', nothing, Verification),
  'backups.export': task('reader', nothing, BackupResult),
  // Backups that are kept beside the workspace: made by themselves and by hand, put back, and a putting back undone.
  'backups.list': query('reader', nothing, KeptBackups),
  'backups.make': task('contributor', nothing, KeptBackup),
  'backups.restore': order('lead', z.strictObject({ name: KeptBackup.shape.name }), OpenWorkspace),
  'backups.undoRestore': order('lead', nothing, OpenWorkspace),
  // The place for the backups of all workspaces, chosen in the desktop's dialog; null: each workspace keeps its own.
  'backups.setPlace': order('lead', z.strictObject({ placeId: z.string().max(64).nullable() }), nothing),
  // The same for a workspace of the list that cannot be opened.
  'backups.wayBack': ask('reader', byId(WorkspaceId), WayBack),
  'backups.putBack': order('lead', z.strictObject({ id: WorkspaceId, name: KeptBackup.shape.name }), OpenWorkspace),
  // A backup from elsewhere, such as another PC, as a workspace of its own.
  'backups.openCopy': order('contributor', z.strictObject({ transferId: TransferId }), OpenWorkspace),
} as const
