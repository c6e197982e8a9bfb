import type { Provider } from '../../../shared/model/provider.ts'
import type { Database } from '../database/schema.ts'

/** The provider with its core services and their wards, in the order in which they were added. */
export async function readProvider(db: Database): Promise<Provider> {
  const provider = await db.selectFrom('provider').selectAll().executeTakeFirstOrThrow()
  const services = await db.selectFrom('core_service').selectAll().orderBy('position').execute()
  const wards = await db
    .selectFrom('ward')
    .selectAll('ward')
    .select((ward) =>
      ward
        .selectFrom('evidence')
        .whereRef('evidence.ward_id', '=', 'ward.id')
        .where('evidence.in_bin', '=', 0)
        .select(({ fn }) => fn.countAll<number>().as('items'))
        .as('items'),
    )
    .orderBy('position')
    .orderBy('ward.id')
    .execute()
  return {
    name: provider.name,
    sample: provider.sample === 1,
    version: provider.version,
    coreServices: services.map((service) => ({
      id: service.id,
      name: service.name,
      shortName: service.short_name,
      setting: service.setting,
      version: service.version,
      wards: wards
        .filter((ward) => ward.core_service_id === service.id)
        .map((ward) => ({
          id: ward.id,
          coreServiceId: ward.core_service_id,
          name: ward.name,
          items: ward.items ?? 0,
          version: ward.version,
        })),
    })),
  } as Provider
}
