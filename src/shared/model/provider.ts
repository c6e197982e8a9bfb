import { CoreServiceId, Version, WardId } from './ids.ts'
import { ServiceSetting } from './core-services.ts'
import { z } from './schema.ts'
import { Count, Line } from './text.ts'

/** A ward inside a core service; shown as "team" in community services. */
export const Ward = z.strictObject({
  id: WardId,
  coreServiceId: CoreServiceId,
  name: Line,
  items: Count,
  version: Version,
})
export type Ward = z.infer<typeof Ward>

/** A core service that the provider runs. */
export const CoreService = z.strictObject({
  id: CoreServiceId,
  name: Line,
  shortName: Line,
  setting: ServiceSetting,
  version: Version,
  wards: z.array(Ward),
})
export type CoreService = z.infer<typeof CoreService>

/** The provider that a workspace is about. `sample` marks invented data wherever it is shown. */
export const Provider = z.strictObject({
  name: Line,
  sample: z.boolean(),
  version: Version,
  coreServices: z.array(CoreService),
})
export type Provider = z.infer<typeof Provider>
