import type { NewEvidence } from '../../../shared/model/evidence.ts'
import { AppError } from '../../../shared/result.ts'
import type { CommandContext } from '../handler.ts'
import { toColumns } from './rows.ts'

/** Refuses a ward or core service that is not there, and a ward of another core service. */
export async function refuseUnknownPlace(
  { record }: CommandContext,
  { wardId, coreServiceId }: Pick<NewEvidence, 'wardId' | 'coreServiceId'>,
): Promise<void> {
  if (coreServiceId !== null) await record.get('core_service', coreServiceId)
  if (wardId === null) return
  const ward = await record.get('ward', wardId)
  if (coreServiceId !== null && ward.core_service_id !== coreServiceId)
    throw new AppError('invalid-input', `${ward.name} is not in that core service. Nothing was changed.`, {
      field: 'wardId',
    })
}

/** Logs one item with its links, and answers its id. */
export async function insertEvidence(context: CommandContext, item: NewEvidence): Promise<string> {
  const { record } = context
  await refuseUnknownPlace(context, item)
  const { links, ...fields } = item
  const id = context.newId()
  await record.insert('evidence', {
    ...(toColumns(fields) as Parameters<typeof record.insert<'evidence'>>[1]),
    id,
    logged_at: context.now(),
    logged_by: context.actor.name,
    in_bin: 0,
  })
  for (const link of links) await insertLink(context, { ...link, evidenceId: id })
  return id
}

/** Links an item to a finding. The same pair twice is refused. */
export async function insertLink(
  context: CommandContext,
  link: { evidenceId: string; findingId: string; relation: 'supports' | 'contradicts' | 'context'; weighing: string },
): Promise<string> {
  const { record, db, newId } = context
  await record.get('finding', link.findingId)
  const there = await db
    .selectFrom('link')
    .select('id')
    .where('evidence_id', '=', link.evidenceId)
    .where('finding_id', '=', link.findingId)
    .executeTakeFirst()
  if (there) throw new AppError('refused', 'This item is linked there already.')
  const id = newId()
  await record.insert('link', {
    id,
    evidence_id: link.evidenceId,
    finding_id: link.findingId,
    relation: link.relation,
    weighing: link.weighing,
    key_questions: null,
    regulations: null,
  })
  return id
}
