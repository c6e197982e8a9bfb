import { findCoreService, type CoreServiceDefinition } from '../../../shared/model/core-services.ts'
import type { CoreService } from '../../../shared/model/provider.ts'
import { AppError } from '../../../shared/result.ts'
import type { CommandContext, HandlersOf } from '../handler.ts'
import { refuseConflict } from '../trail/recorder.ts'
import { readProvider } from './queries.ts'

type ProviderMethods =
  | 'provider.get'
  | 'provider.rename'
  | 'core-services.add'
  | 'core-services.rename'
  | 'wards.add'
  | 'wards.rename'
  | 'wards.remove'

async function findService(context: CommandContext, id: string) {
  const provider = await readProvider(context.db)
  const service = provider.coreServices.find((candidate) => candidate.id === id)
  if (!service) throw new AppError('not-found', 'This core service is not there any more. Nothing was changed.')
  return service
}

async function findWard(context: CommandContext, id: string) {
  const row = await context.record.get('ward', id)
  const service = await findService(context, row.core_service_id)
  const ward = service.wards.find((candidate) => candidate.id === id)
  if (!ward) throw new AppError('not-found', 'This ward or team is not there any more. Nothing was changed.')
  return ward
}

/** Two wards of one name could not be told apart on screen, nor by a file that is brought in. */
function refuseSameName({ wards, shortName }: CoreService, name: string, exceptId?: string) {
  if (wards.some((ward) => ward.id !== exceptId && ward.name.toLowerCase() === name.toLowerCase()))
    throw new AppError('refused', `${name} is already there in ${shortName}. Nothing was changed.`)
}

/** The definition behind what was asked for: one of CQC's eleven, or another service by name. */
export function defineCoreService(
  asked: { coreService: string; name?: string | undefined; setting?: CoreServiceDefinition['setting'] | undefined },
  newId: () => string,
): Pick<CoreServiceDefinition, 'id' | 'name' | 'shortName' | 'setting'> {
  const known = findCoreService(asked.coreService)
  if (!known)
    throw new AppError('invalid-input', `“${asked.coreService}” is not a core service. Use an id such as acute-wards.`)
  if (known.id !== 'other-specialist' || asked.name === undefined) return known
  // A provider may run several other specialist services, each under a name of its own.
  return { id: newId(), name: asked.name, shortName: asked.name, setting: asked.setting ?? known.setting }
}

export const providerHandlers: HandlersOf<ProviderMethods> = {
  'provider.get': (_input, { db }) => readProvider(db),
  async 'provider.rename'({ name, expectedVersion }, context) {
    const row = await context.db.selectFrom('provider').selectAll().executeTakeFirstOrThrow()
    refuseConflict(row, expectedVersion, { current: { name: row.name }, yours: { name } })
    await context.record.update('provider', row.id, { name })
    context.say(`Provider renamed: ${name}`)
    return {}
  },
  async 'core-services.add'(asked, context) {
    const definition = defineCoreService(asked, context.newId)
    const there = await context.db
      .selectFrom('core_service')
      .select('id')
      .where('id', '=', definition.id)
      .executeTakeFirst()
    if (there) throw new AppError('refused', `${definition.shortName} is already there.`)
    const { position } = await context.db
      .selectFrom('core_service')
      .select(({ fn }) => fn.countAll<number>().as('position'))
      .executeTakeFirstOrThrow()
    await context.record.insert('core_service', {
      id: definition.id,
      name: definition.name,
      short_name: definition.shortName,
      setting: definition.setting,
      position,
    })
    context.say(`Core service added: ${definition.shortName}`)
    return findService(context, definition.id)
  },
  async 'core-services.rename'({ id, expectedVersion, shortName }, context) {
    const row = await context.record.get('core_service', id)
    refuseConflict(row, expectedVersion, { current: { shortName: row.short_name }, yours: { shortName } })
    const { coreServices } = await readProvider(context.db)
    if (coreServices.some((other) => other.id !== id && other.shortName.toLowerCase() === shortName.toLowerCase()))
      throw new AppError('refused', `Another core service is named ${shortName}. Nothing was changed.`)
    await context.record.update('core_service', id, { short_name: shortName })
    context.say(`Core service renamed: ${shortName}`)
    return findService(context, id)
  },
  async 'wards.add'({ coreServiceId, name }, context) {
    const service = await findService(context, coreServiceId)
    refuseSameName(service, name)
    const id = context.newId()
    await context.record.insert('ward', { id, core_service_id: coreServiceId, name, position: service.wards.length })
    context.say(`${service.setting === 'community' ? 'Team' : 'Ward'} added: ${name}`)
    return findWard(context, id)
  },
  async 'wards.rename'({ id, expectedVersion, name }, context) {
    const row = await context.record.get('ward', id)
    refuseConflict(row, expectedVersion, { current: { name: row.name }, yours: { name } })
    refuseSameName(await findService(context, row.core_service_id), name, id)
    await context.record.update('ward', id, { name })
    context.say(`Renamed: ${name}`)
    return findWard(context, id)
  },
  async 'wards.remove'({ id, expectedVersion }, context) {
    const row = await context.record.get('ward', id)
    refuseConflict(row, expectedVersion, { current: { name: row.name }, yours: null })
    const used = await context.db
      .selectFrom('evidence')
      .select('id')
      .where('ward_id', '=', id)
      .limit(1)
      .executeTakeFirst()
    if (used)
      throw new AppError(
        'refused',
        `Evidence comes from ${row.name}, so it stays. Rename it, or move the evidence first.`,
      )
    const audited = await context.db
      .selectFrom('audit')
      .select('id')
      .where('ward_id', '=', id)
      .limit(1)
      .executeTakeFirst()
    if (audited)
      throw new AppError('refused', `Care plans of ${row.name} were audited, so it stays. Rename it instead.`)
    await context.record.remove('ward', id)
    context.say(`Removed: ${row.name}`)
    return {}
  },
}
