import { createHash } from 'node:crypto'
import { safeFileName } from '../../../shared/model/file-name.ts'
import { audienceWords } from '../../../shared/model/report-redaction.ts'
import { refuseOpenFinds } from '../guard/queries.ts'
import type { HandlersOf } from '../handler.ts'
import { gatherReport } from './report-data.ts'
import type { ReportOrder } from './report-worker.ts'
import { waitForFile } from './wait-for-file.ts'

export const reportHandlers: HandlersOf<'report.make'> = {
  async 'report.make'(choices, context) {
    const { db, today, startWorker, transfers, control } = context
    control.report('Gathering the evidence', 0, 100)
    const data = await gatherReport(db, { ...choices, asAt: choices.asAt ?? today() })
    control.report('Looking for identifiers', 0, 100)
    await refuseOpenFinds(context, data)
    const order: ReportOrder = { data, format: choices.format }
    const { bytes, pages, missingGlyphs, notes } = await waitForFile(startWorker('report-worker', order), control)
    const { id, size } = await transfers.offer(bytes)
    const name = `${data.provider.name}, ${data.assessment.title}, ${audienceWords[data.audience]}, ${data.asAt}`
    return {
      transferId: id,
      fileName: `${safeFileName(name)}.${choices.format}`,
      size,
      pages,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      missingGlyphs,
      notes,
    }
  },
}
