import { IsoDate } from '../model/dates.ts'
import { WorkspaceId } from '../model/ids.ts'
import { z } from '../model/schema.ts'
import { Count } from '../model/text.ts'
import { Settings } from '../model/settings.ts'
import { NewWorkspace, OpenAs, OpenWorkspace, SupportDetails, WorkspaceSummary } from '../model/workspace.ts'
import { ask, order, nothing, byId } from './method.ts'

/** Which workspaces there are, and who is working. */
export const applicationMethods = {
  // Which workspaces there are, and who is working.
  'app.info': ask('reader', nothing, z.strictObject({ version: z.string(), today: IsoDate })),
  'settings.get': ask('reader', nothing, Settings),
  'settings.set': order('reader', Settings.partial(), Settings),
  'workspaces.list': ask('reader', nothing, z.array(WorkspaceSummary)),
  'workspaces.current': ask('reader', nothing, OpenWorkspace.nullable()),
  'workspaces.create': order(
    'contributor',
    z.strictObject({ workspace: NewWorkspace, placeId: z.string().max(64).optional() }),
    OpenWorkspace,
  ),
  'workspaces.createSample': order('contributor', nothing, OpenWorkspace),
  'workspaces.open': order('reader', z.strictObject({ id: WorkspaceId, as: OpenAs.default('any') }), OpenWorkspace),
  // Copies a workspace to this PC, checks the copy and opens it; the one that was copied stays as it is.
  'workspaces.moveHere': order('contributor', byId(WorkspaceId), OpenWorkspace),
  // A file for whoever helps: names, sizes, versions and error codes of a workspace that cannot be opened.
  'workspaces.supportDetails': order('reader', byId(WorkspaceId), SupportDetails),
  'workspaces.close': order('reader', nothing, nothing),
  'workspaces.forget': order('reader', byId(WorkspaceId), nothing),
  'checklists.available': ask(
    'reader',
    nothing,
    z.array(
      z.strictObject({
        id: z.string(),
        title: z.string(),
        version: z.string(),
        issued: z.string(),
        reviewDue: z.string(),
        caveat: z.string(),
        provider: Count,
        coreService: Count,
      }),
    ),
  ),
} as const
