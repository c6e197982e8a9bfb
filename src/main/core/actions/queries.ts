import type { Action } from '../../../shared/model/action.ts'
import type { ChecklistPack } from '../../../shared/model/checklist.ts'
import type { Database } from '../database/schema.ts'

type Choice = { state?: Action['state'] | undefined; findingId?: string | undefined; id?: string }

/** Actions with their findings in words, by due date; those without a date come last. */
export async function listActions(db: Database, pack: ChecklistPack, choice: Choice = {}): Promise<Action[]> {
  let query = db
    .selectFrom('action')
    .leftJoin('finding', 'finding.id', 'action.finding_id')
    .leftJoin('scope', 'scope.id', 'finding.scope_id')
    .leftJoin('evidence', 'evidence.id', 'action.evidence_id')
    .selectAll('action')
    .select(['finding.prompt_id', 'finding.scope_id', 'scope.name as scope_name', 'evidence.title as evidence_title'])
    .orderBy((order) => order.case().when('action.due', 'is', null).then(1).else(0).end())
    .orderBy('action.due')
    .orderBy('action.created_at')
    .orderBy('action.id')
  if (choice.state !== undefined) query = query.where('action.state', '=', choice.state)
  if (choice.findingId !== undefined) query = query.where('action.finding_id', '=', choice.findingId)
  if (choice.id !== undefined) query = query.where('action.id', '=', choice.id)
  const rows = await query.execute()
  const shorts = new Map(pack.prompts.map((prompt) => [prompt.id, prompt.short]))
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    detail: row.detail,
    owner: row.owner,
    due: row.due,
    findingId: row.finding_id,
    promptId: row.prompt_id,
    promptShort: row.prompt_id === null ? null : (shorts.get(row.prompt_id) ?? row.prompt_id),
    scopeId: row.scope_id,
    scopeName: row.scope_name,
    state: row.state,
    closedAt: row.closed_at,
    closedReason: row.closed_reason,
    evidenceId: row.evidence_id,
    evidenceTitle: row.evidence_title,
    version: row.version,
  })) as Action[]
}
