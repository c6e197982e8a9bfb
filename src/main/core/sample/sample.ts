import type { Actor } from '../../../shared/model/trail.ts'
import { beginWorkspace } from '../workspaces/create-workspace.ts'
import type { Workspace } from '../workspaces/open-workspace.ts'

/** Fills a new workspace with the sample provider. */
export async function fillSample(workspace: Workspace, actor: Actor, today: string): Promise<void> {
  await beginWorkspace(workspace, actor, {
    provider: 'Tarnwick Partnership Trust',
    coreServices: ['acute-wards'],
    wards: [{ coreService: 'acute-wards', name: 'Rowan Ward' }],
    from: '2026-04-01',
    to: today,
    expectedVisit: null,
    checklistId: 'bg046',
    sample: true,
  })
}
