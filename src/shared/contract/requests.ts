import { IsoDate } from '../model/dates.ts'
import { WardId } from '../model/ids.ts'
import { RequestChoices, RequestSheet, WardRequest } from '../model/request-sheet.ts'
import { z } from '../model/schema.ts'
import { query, task } from './method.ts'

/** What wards and teams are asked for: listed, and as a sheet on paper or to be brought in again. */
export const requestMethods = {
  'requests.list': query('reader', z.strictObject({ wardId: WardId, asAt: IsoDate.optional() }), WardRequest),
  'requests.make': task('reader', RequestChoices, RequestSheet),
} as const
