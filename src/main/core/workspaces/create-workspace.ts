import { mkdir, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises'
import path from 'node:path'
import { formatPeriod } from '../../../shared/drawing/date-words.ts'
import type { Actor } from '../../../shared/model/trail.ts'
import type { NewWorkspace } from '../../../shared/model/workspace.ts'
import { AppError } from '../../../shared/result.ts'
import { insertAssessment } from '../assessments/scopes.ts'
import { openDatabase } from '../database/open-database.ts'
import type { CommandContext } from '../handler.ts'
import { defineCoreService } from '../providers/handlers.ts'
import { openWorkspace, type Workspace, type WorkspaceGround } from './open-workspace.ts'

/** Refuses a folder that holds something: nothing in it is touched. */
async function refuseUsedFolder(folder: string) {
  const entries = await readdir(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw new AppError('refused', `“${folder}” cannot be used for a workspace. Choose an empty folder.`)
  })
  if (entries.length > 0)
    throw new AppError(
      'folder-not-empty',
      `“${folder}” is not empty. Choose an empty folder, or one that does not exist yet. Nothing was changed.`,
    )
}

/**
 * Makes a workspace in a folder that is absent or empty. It is made beside the folder and then renamed, so that a folder never holds
 * half a workspace.
 */
export async function createWorkspaceIn<T>(
  folder: string,
  ground: WorkspaceGround,
  fill: (workspace: Workspace) => Promise<T>,
): Promise<T> {
  await refuseUsedFolder(folder)
  const parent = path.dirname(folder)
  await mkdir(parent, { recursive: true })
  const making = await mkdtemp(path.join(parent, `.${path.basename(folder)}-`))
  try {
    await (await openDatabase(making, { check: false })).close()
    // The windows show another workspace: what happens in this one is not for them.
    const workspace = await openWorkspace('making', making, { ...ground, emit: () => {} }, 'anyway')
    let made: T
    try {
      made = await fill(workspace)
    } finally {
      await workspace.close()
    }
    await rmdir(folder).catch(() => {})
    await rename(making, folder)
    return made
  } catch (error) {
    await rm(making, { recursive: true, force: true })
    throw error
  }
}

/** Fills a new workspace with its provider, core services, wards and first assessment, in one transaction. */
export async function beginWorkspace(
  workspace: Workspace,
  actor: Actor,
  chosen: NewWorkspace & { sample: boolean },
): Promise<void> {
  await workspace.core.write('workspaces.create', actor, async (context) => {
    await context.record.insert('provider', { id: 'provider', name: chosen.provider, sample: chosen.sample ? 1 : 0 })
    const services = await insertServices(context, chosen)
    await insertAssessment(
      context,
      {
        title: chosen.title ?? formatPeriod(chosen.from, chosen.to),
        from: chosen.from,
        to: chosen.to,
        expectedVisit: chosen.expectedVisit,
        checklistId: chosen.checklistId,
      },
      services,
    )
    context.say(`Workspace created: ${chosen.provider}`)
    // A workspace that could be undone would leave nothing to work in.
    context.setHistory(null)
  })
}

async function insertServices(context: CommandContext, chosen: NewWorkspace) {
  const services: { id: string; shortName: string }[] = []
  const idOfAsked = new Map<string, string>()
  for (const asked of chosen.coreServices) {
    const service = defineCoreService({ coreService: asked }, context.newId)
    if (services.some(({ id }) => id === service.id)) continue
    await context.record.insert('core_service', {
      id: service.id,
      name: service.name,
      short_name: service.shortName,
      setting: service.setting,
      position: services.length,
    })
    services.push(service)
    idOfAsked.set(asked, service.id)
  }
  for (const [position, ward] of chosen.wards.entries()) {
    const coreServiceId = idOfAsked.get(ward.coreService)
    if (coreServiceId === undefined)
      throw new AppError(
        'invalid-input',
        `${ward.name} is in “${ward.coreService}”, which was not chosen. Choose it, or leave the ward out.`,
      )
    await context.record.insert('ward', {
      id: context.newId(),
      core_service_id: coreServiceId,
      name: ward.name,
      position,
    })
  }
  return services
}
