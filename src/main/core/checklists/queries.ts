import type { Assessment } from '../../../shared/model/assessment.ts'
import type { ChecklistPack } from '../../../shared/model/checklist.ts'
import type { Database } from '../database/schema.ts'

/**
 * The checklist of an assessment as it was when the assessment began. The workspace keeps it, so that a pack's file may be changed,
 * mended or be missing on another PC, and every finding still has its prompt.
 */
export async function packOf(
  db: Database,
  { checklistId, checklistVersion }: Pick<Assessment, 'checklistId' | 'checklistVersion'>,
): Promise<ChecklistPack> {
  const { content } = await db
    .selectFrom('checklist')
    .select('content')
    .where('id', '=', checklistId)
    .where('version', '=', checklistVersion)
    .executeTakeFirstOrThrow()
  return JSON.parse(content) as ChecklistPack
}

/** The checklist of the current assessment. */
export async function currentPack(db: Database): Promise<ChecklistPack> {
  const { content } = await db
    .selectFrom('current_assessment')
    .innerJoin('assessment', 'assessment.id', 'current_assessment.id')
    .innerJoin('checklist', (join) =>
      join
        .onRef('checklist.id', '=', 'assessment.checklist_id')
        .onRef('checklist.version', '=', 'assessment.checklist_version'),
    )
    .select('checklist.content')
    .executeTakeFirstOrThrow()
  return JSON.parse(content) as ChecklistPack
}
