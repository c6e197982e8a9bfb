import type { SignedAssessment, SignOff } from '../../../shared/model/sign-off.ts'
import { AppError } from '../../../shared/result.ts'
import { currentAssessment } from '../assessments/queries.ts'
import { currentPack } from '../checklists/queries.ts'
import type { CommandContext, HandlersOf, QueryContext } from '../handler.ts'
import { gatherInputs } from '../report/queries.ts'
import { forgetUndoable } from '../trail/history.ts'
import { refuseConflict } from '../trail/recorder.ts'
import { checkBeforeSigning } from './check.ts'
import { startNextCycle } from './next-cycle.ts'
import { digestOf, readComparison, readErrata, readSnapshot, snapshotFormat, toSignOff } from './queries.ts'

type SignOffMethods =
  | 'assessments.startNext'
  | 'assessments.compare'
  | 'signoff.check'
  | 'signoff.sign'
  | 'signoff.get'
  | 'signoff.addErratum'

type NewSignOff = Parameters<HandlersOf<'signoff.sign'>['signoff.sign']>[0]

async function refuseUnsignable({ db, today }: CommandContext, signing: NewSignOff) {
  const { assessment, notAssessed, notReconfirmed } = await checkBeforeSigning(db, today())
  if (assessment.id !== signing.id || assessment.status === 'signed-off')
    throw new AppError('refused', 'This assessment is signed off already. Nothing was changed.')
  refuseConflict(assessment, signing.expectedVersion, { current: assessment, yours: signing })
  const left = notAssessed.length + notReconfirmed.length
  if (left > 0 && signing.unassessedReason.trim() === '')
    throw new AppError(
      'invalid-input',
      `${notAssessed.length} not assessed, ${notReconfirmed.length} not re-confirmed. Say why, or assess them first. Nothing was signed.`,
      { field: 'unassessedReason' },
    )
}

/** Freezes the assessment and writes its snapshot: everything that its report says, as one text with its digest. */
async function sign(context: CommandContext, signing: NewSignOff): Promise<SignOff> {
  const { db, record, newId, now, today } = context
  await refuseUnsignable(context, signing)
  const signedAt = now()
  const asAt = today()
  const { title } = await record.update('assessment', signing.id, { status: 'signed-off', signed_off_at: signedAt })
  const inputs = await gatherInputs(db, { assessmentId: signing.id, asAt, audience: 'board' })
  const content = JSON.stringify({ format: snapshotFormat, inputs })
  const id = newId()
  await record.insert('snapshot', {
    id,
    assessment_id: signing.id,
    signed_at: signedAt,
    signer: signing.signer,
    role: signing.role,
    statement: signing.statement,
    unassessed_reason: signing.unassessedReason.trim(),
    as_at: asAt,
    sha256: digestOf(content),
  })
  await db.insertInto('snapshot_content').values({ snapshot_id: id, content }).execute()
  context.say(`Signed off: ${title}, by ${signing.signer}, ${signing.role}`)
  // What came before is now part of what was signed.
  context.setHistory(() => forgetUndoable(db))
  return toSignOff(await record.get('snapshot', id))
}

async function readSigned({ db }: QueryContext, assessmentId: string): Promise<SignedAssessment | null> {
  const snapshot = await readSnapshot(db, assessmentId)
  if (!snapshot) return null
  const { signOff, inputs, intact } = snapshot
  const scopeNames = new Map(inputs.scopes.map(({ id, name }) => [id, name]))
  const shorts = new Map(inputs.pack.prompts.map(({ id, short }) => [id, short]))
  return {
    assessment: inputs.assessment,
    signOff,
    intact,
    evidenceItems: inputs.items.length,
    findings: inputs.findings.map((finding) => ({
      id: finding.id,
      promptId: finding.promptId,
      promptShort: shorts.get(finding.promptId) ?? finding.promptId,
      scopeId: finding.scopeId,
      scopeName: scopeNames.get(finding.scopeId) ?? '',
      judgement: finding.judgement,
      reason: finding.reason,
      narrative: finding.narrative,
      people: { yes: finding.peopleView.yes, inPart: finding.peopleView.inPart, no: finding.peopleView.no },
      items: finding.items,
      gaps: finding.gaps,
      reconfirm: finding.reconfirm,
    })),
    errata: await readErrata(db, assessmentId),
  }
}

export const signOffHandlers: HandlersOf<SignOffMethods> = {
  'signoff.check': ({ asAt }, { db, today }) => checkBeforeSigning(db, asAt ?? today()),
  'signoff.sign': (signing, context) => sign(context, signing),
  'signoff.get': ({ assessmentId }, context) => readSigned(context, assessmentId),
  async 'signoff.addErratum'({ assessmentId, words }, context) {
    const { record, db, newId, now, actor } = context
    const { title, status } = await record.get('assessment', assessmentId)
    if (status !== 'signed-off')
      throw new AppError('refused', 'This assessment is not signed off, so change it itself. Nothing was changed.')
    const id = newId()
    await record.insert('erratum', {
      id,
      assessment_id: assessmentId,
      added_at: now(),
      added_by: actor.name,
      words: words.trim(),
    })
    context.say(`Erratum added beside the sign-off: ${title}`)
    // An erratum that is wrong is followed by another one.
    context.setHistory(null)
    const added = (await readErrata(db, assessmentId)).find((erratum) => erratum.id === id)
    if (!added) throw new Error('the erratum that was just added is not there')
    return added
  },
  'assessments.startNext': (next, context) => startNextCycle(context, next),
  async 'assessments.compare'({ asAt }, { db, today }) {
    return readComparison(db, await currentPack(db), await currentAssessment(db), asAt ?? today())
  },
}
