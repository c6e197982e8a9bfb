import { IsoDate, Timestamp } from './dates.ts'
import { TransferId, WorkspaceId } from './ids.ts'
import { z } from './schema.ts'
import { Line } from './text.ts'

/** How a workspace stands before it is opened. Each state has words and a way out on the home screen. */
export const WorkspaceState = z.enum([
  'ready',
  'not-found',
  'damaged',
  'newer-version',
  'upgrade-failed',
  'in-use',
  'read-only',
  'disk-full',
  'synced-folder',
  'shared-folder',
])
export type WorkspaceState = z.infer<typeof WorkspaceState>

/** A workspace on the list of those opened before. The folder is for showing only: no path comes back. */
export const WorkspaceSummary = z.strictObject({
  id: WorkspaceId,
  name: z.string(),
  sample: z.boolean(),
  folder: z.string(),
  lastOpened: Timestamp.nullable(),
  state: WorkspaceState,
  /** What a person should know of the state: who has it open, which version made it. */
  detail: z.string(),
})
export type WorkspaceSummary = z.infer<typeof WorkspaceSummary>

/** A file of details for support, to be read before it is sent: it holds no words of the workspace, but names of files. */
export const SupportDetails = z.strictObject({ transferId: TransferId, fileName: z.string() })

/** How a workspace is asked to be opened: as may be; to be written or not at all; to be read only; in a synced folder all the same. */
export const OpenAs = z.enum(['any', 'write', 'read', 'anyway'])
export type OpenAs = z.infer<typeof OpenAs>

/** The open workspace. `read` means another process writes it, or its folder cannot be written. */
export const OpenWorkspace = z.strictObject({
  id: WorkspaceId,
  name: z.string(),
  sample: z.boolean(),
  mode: z.enum(['write', 'read']),
  modeReason: z.string(),
  /** What to know of where it lies: a synced folder, a network share, copies that conflict; empty when there is nothing. */
  warning: z.string(),
})
export type OpenWorkspace = z.infer<typeof OpenWorkspace>

/** What it takes to begin: a provider, the core services to look at, a period. */
export const NewWorkspace = z
  .strictObject({
    provider: Line,
    coreServices: z.array(z.string().max(64)).max(40).default([]),
    wards: z
      .array(z.strictObject({ coreService: z.string().max(64), name: Line }))
      .max(500)
      .default([]),
    from: IsoDate,
    to: IsoDate,
    title: Line.optional(),
    expectedVisit: IsoDate.nullable().default(null),
    checklistId: z.string().max(64).default('bg046'),
  })
  .refine((workspace) => workspace.from <= workspace.to, { path: ['to'], message: 'ends before it begins' })
export type NewWorkspace = z.infer<typeof NewWorkspace>
