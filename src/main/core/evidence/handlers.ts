import type { Evidence } from '../../../shared/model/evidence.ts'
import { AppError } from '../../../shared/result.ts'
import { suggestPrompts } from '../../../shared/model/suggest-prompt.ts'
import { currentAssessment, listFindings } from '../assessments/queries.ts'
import { currentPack, packOf } from '../checklists/queries.ts'
import type { CommandContext, HandlersOf, QueryContext } from '../handler.ts'
import { refuseConflict } from '../trail/recorder.ts'
import { listEvidence, readEvidence } from './queries.ts'
import { insertEvidence, refuseUnknownPlace } from './log.ts'
import { toColumns } from './rows.ts'
import { tallyEvidence } from './tally.ts'

type EvidenceMethods =
  | 'evidence.list'
  | 'evidence.tally'
  | 'evidence.get'
  | 'evidence.suggestPrompt'
  | 'evidence.log'
  | 'evidence.update'
  | 'evidence.remove'
  | 'evidence.restore'

async function readItem(context: QueryContext, id: string): Promise<Evidence> {
  return readEvidence(context.db, await currentPack(context.db), id)
}

async function readChangedItem(context: CommandContext, id: string) {
  await context.settle()
  return readItem(context, id)
}

async function expectItem(context: CommandContext, id: string, expectedVersion: number, yours: unknown) {
  const current = await readItem(context, id)
  refuseConflict(current, expectedVersion, { current, yours })
  return current
}

async function setInBin(context: CommandContext, id: string, expectedVersion: number, inBin: boolean) {
  const current = await expectItem(context, id, expectedVersion, { inBin })
  await context.record.update('evidence', id, { in_bin: inBin ? 1 : 0 })
  context.say(inBin ? `Evidence removed: ${current.title}` : `Evidence put back: ${current.title}`)
}

export const evidenceHandlers: HandlersOf<EvidenceMethods> = {
  'evidence.list': async (page, { db, today }) => listEvidence(db, await currentPack(db), page, page.asAt ?? today()),
  'evidence.tally': async ({ asAt }, { db, today }) => tallyEvidence(db, await currentPack(db), asAt ?? today()),
  'evidence.get': ({ id }, context) => readItem(context, id),
  async 'evidence.suggestPrompt'({ text, scopeId }, { db, today }) {
    const assessment = await currentAssessment(db)
    // What is signed off takes no more links.
    if (assessment.status === 'signed-off') return []
    const pack = await packOf(db, assessment)
    const findings = await listFindings(db, pack, { assessmentId: assessment.id, asAt: today() })
    // A prompt of the scope in view comes first; a prompt of the provider is asked in one place only.
    return suggestPrompts(text, pack.prompts)
      .flatMap(({ prompt, because }) => {
        const asked = findings.filter((finding) => finding.promptId === prompt.id)
        const finding =
          asked.find((candidate) => candidate.scopeId === scopeId) ?? (asked.length === 1 ? asked[0] : undefined)
        return finding ? [{ promptId: prompt.id, findingId: finding.id, scopeId: finding.scopeId, because }] : []
      })
      .slice(0, 3)
  },
  async 'evidence.log'(item, context) {
    const id = await insertEvidence(context, item)
    context.say(`Evidence logged: ${item.title}`)
    return readChangedItem(context, id)
  },
  async 'evidence.update'({ id, expectedVersion, changes }, context) {
    const current = await expectItem(context, id, expectedVersion, changes)
    const { describesFrom = current.describesFrom, describesTo = current.describesTo } = changes
    if (describesFrom !== null && describesTo !== null && describesTo < describesFrom)
      throw new AppError('invalid-input', 'The period that it describes ends before it begins.', {
        field: 'describesTo',
      })
    const { wardId = current.wardId, coreServiceId = current.coreServiceId } = changes
    await refuseUnknownPlace(context, { wardId, coreServiceId })
    const period =
      changes.describesFrom === undefined && changes.describesTo === undefined ? {} : { describesFrom, describesTo }
    await context.record.update('evidence', id, toColumns({ ...changes, ...period }))
    context.say(`Evidence changed: ${changes.title ?? current.title}`)
    return readChangedItem(context, id)
  },
  async 'evidence.remove'({ id, expectedVersion }, context) {
    await setInBin(context, id, expectedVersion, true)
    return {}
  },
  async 'evidence.restore'({ id, expectedVersion }, context) {
    await setInBin(context, id, expectedVersion, false)
    return readChangedItem(context, id)
  },
}
