import { safeFileName } from '../../../../shared/model/file-name.ts'
import { wardCellOf } from '../../../../shared/model/evidence-rows.ts'
import type { RequestSheet } from '../../../../shared/model/request-sheet.ts'
import { AppError } from '../../../../shared/result.ts'
import { currentAssessment } from '../../assessments/queries.ts'
import type { HandlersOf, TaskContext } from '../../handler.ts'
import { readProvider } from '../../providers/queries.ts'
import { readTrailHead } from '../../trail/queries.ts'
import { waitForFile } from '../wait-for-file.ts'
import type { ReportOrder } from '../report-worker.ts'
import { writeSheetCsv } from './sheet-csv.ts'
import { buildSheetDocument } from './sheet-document.ts'
import { readWardRequest } from './ward-request.ts'

export const requestHandlers: HandlersOf<'requests.list' | 'requests.make'> = {
  'requests.list': ({ wardId, asAt }, { db, today }) => readWardRequest(db, wardId, asAt ?? today()),
  async 'requests.make'({ wardId, format, findingIds, asAt }, context): Promise<RequestSheet> {
    const { db, today, transfers } = context
    const whole = await readWardRequest(db, wardId, asAt ?? today())
    const chosen = findingIds && new Set<string>(findingIds)
    const request = { ...whole, asks: whole.asks.filter(({ findingId }) => chosen?.has(findingId) ?? true) }
    if (request.asks.length === 0)
      throw new AppError('refused', `There is nothing to ask ${request.wardName} for. No sheet was made.`)
    const bytes =
      format === 'csv'
        ? new TextEncoder().encode(
            writeSheetCsv(request, wardCellOf(request.wardId, (await readProvider(db)).coreServices)),
          )
        : await makePdf(request, asAt ?? today(), context)
    const { id, size } = await transfers.offer(bytes)
    return {
      transferId: id as RequestSheet['transferId'],
      fileName: `${safeFileName(`Request to ${request.wardName}, ${asAt ?? today()}`)}.${format}`,
      contentType: format === 'csv' ? 'text/csv' : 'application/pdf',
      size,
      asks: request.asks.length,
    }
  },
}

async function makePdf(
  request: Parameters<typeof buildSheetDocument>[0],
  asAt: string,
  { db, startWorker, control }: TaskContext,
): Promise<Uint8Array> {
  control.report('Making the sheet', 0, 100)
  const { name, sample } = await readProvider(db)
  const document = buildSheetDocument(request, {
    provider: { name, sample },
    assessment: await currentAssessment(db),
    asAt,
    changedAt: (await readTrailHead(db)).at,
  })
  const order: ReportOrder = { document }
  return (await waitForFile(startWorker('report-worker', order), control)).bytes
}
