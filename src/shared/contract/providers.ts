import { ServiceSetting } from '../model/core-services.ts'
import { CoreServiceId, Version, WardId } from '../model/ids.ts'
import { CoreService, Provider, Ward } from '../model/provider.ts'
import { z } from '../model/schema.ts'
import { Line } from '../model/text.ts'
import { query, command, nothing, expecting } from './method.ts'

/** The provider, its core services and wards. */
export const providerMethods = {
  // The provider, its core services and wards.
  'provider.get': query('reader', nothing, Provider),
  'provider.rename': command('lead', z.strictObject({ name: Line, expectedVersion: Version }), nothing),
  'core-services.add': command(
    'lead',
    z.strictObject({ coreService: z.string().max(64), name: Line.optional(), setting: ServiceSetting.optional() }),
    CoreService,
  ),
  'core-services.rename': command(
    'lead',
    z.strictObject({ id: CoreServiceId, expectedVersion: Version, shortName: Line }),
    CoreService,
  ),
  'wards.add': command('lead', z.strictObject({ coreServiceId: CoreServiceId, name: Line }), Ward),
  'wards.rename': command('lead', z.strictObject({ id: WardId, expectedVersion: Version, name: Line }), Ward),
  'wards.remove': command('lead', expecting(WardId), nothing),
} as const
