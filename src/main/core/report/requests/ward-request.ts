import { sourceKindWords } from '../../../../shared/drawing/words.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import { decideAsk, type WardRequest } from '../../../../shared/model/request-sheet.ts'
import { AppError } from '../../../../shared/result.ts'
import { currentAssessment, listFindings, listScopes, readFindings } from '../../assessments/queries.ts'
import { packOf } from '../../checklists/queries.ts'
import { promptOf } from '../../checklists/shelf.ts'
import type { Database } from '../../database/schema.ts'
import { readProvider } from '../../providers/queries.ts'

/** What a ward or team may be asked for: the gaps of its core service in the open assessment, as at a date. */
export async function readWardRequest(db: Database, wardId: string, asAt: IsoDate): Promise<WardRequest> {
  const provider = await readProvider(db)
  const ward = provider.coreServices.flatMap(({ wards }) => wards).find(({ id }) => id === wardId)
  if (!ward) throw new AppError('not-found', 'This ward or team is not there any more. Nothing was made.')
  const assessment = await currentAssessment(db)
  const pack = await packOf(db, assessment)
  const scopes = await listScopes(db, assessment.id)
  const scope = scopes.find(({ coreServiceId, leftOut }) => coreServiceId === ward.coreServiceId && !leftOut)
  const { id: _id, name: wardName, coreServiceId } = ward
  const request = { wardId: ward.id, wardName, coreServiceId }
  if (!scope) return { ...request, scope: null, asks: [] }
  const summaries = await listFindings(db, pack, { assessmentId: assessment.id, asAt, scopeId: scope.id })
  const said = await readFindings(db, assessment.id)
  const asks = summaries.flatMap((summary) => {
    const { owner = '', due = null } = said.get(summary.id) ?? {}
    return decideAsk(promptOf(pack, summary.promptId), { ...summary, owner, due }, sourceKindWords) ?? []
  })
  return { ...request, scope: { id: scope.id, name: scope.name }, asks }
}
