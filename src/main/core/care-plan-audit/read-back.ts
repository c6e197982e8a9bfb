import { safeFileName } from '../../../shared/model/file-name.ts'
import { AppError } from '../../../shared/result.ts'
import type { HandlersOf } from '../handler.ts'
import { waitForFile } from '../report/queries.ts'
import { readDecisions, readPlanRows, toPlanText } from './plan-rows.ts'
import { withoutNames } from './sentences.ts'
import { slipDocument } from './slip.ts'

const answerWords = {
  mine: 'mine',
  'not-quite': 'not quite',
  'not-mine': 'not mine',
  'never-saw-it': 'never saw it',
} as const

export const readBackHandlers: HandlersOf<'audits.slip' | 'audits.recordReadBack'> = {
  async 'audits.slip'({ planId }, { db, planTexts, startWorker, transfers, control, now }) {
    const { plan, audit } = await readPlanRows(db, planId)
    const kept = await planTexts.plan(audit.id, planId)
    if (!kept) throw new AppError('not-found', 'The text of this plan is erased, so no slip can be made of it.')
    const [first, agreed] = await Promise.all([readDecisions(db, planId, 'first'), readDecisions(db, planId, 'agreed')])
    const lines = toPlanText(kept).reading.statements.flatMap(({ text }, index) =>
      (agreed.get(index) ?? first.get(index))?.voice === 'first-person' ? [withoutNames(text)] : [],
    )
    if (lines.length === 0)
      throw new AppError(
        'refused',
        'No statement of this plan is confirmed as first person, so there is nothing to read back.',
      )
    const document = slipDocument({ pseudonym: plan.pseudonym, lines, madeAt: now(), id: planId })
    const { bytes, pages } = await waitForFile(startWorker('report-worker', { document }), control)
    const { id, size } = await transfers.offer(bytes)
    const fileName = `${safeFileName(`Are these your words, ${plan.pseudonym}`)}.pdf`
    return { transferId: id, fileName, size, lines: lines.length, pages: pages ?? 0 }
  },
  async 'audits.recordReadBack'({ planId, answer, askedBy, askedOn }, { db, record, newId, say }) {
    const { plan } = await readPlanRows(db, planId)
    const current = await db.selectFrom('audit_read_back').selectAll().where('plan_id', '=', planId).executeTakeFirst()
    if (answer === null) {
      if (current) await record.remove('audit_read_back', current.id)
      say(`Plan ${plan.pseudonym}: what the person said taken away`)
      return {}
    }
    const said = { answer, asked_by: askedBy, asked_on: askedOn }
    if (current) await record.update('audit_read_back', current.id, said)
    else await record.insert('audit_read_back', { id: newId(), plan_id: planId, ...said })
    say(`Plan ${plan.pseudonym}, read back: ${answerWords[answer]}`)
    return {}
  },
}
