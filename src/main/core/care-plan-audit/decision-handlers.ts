import type { Reading, SuggestedVoice } from '../../../shared/model/care-plan-audit.ts'
import { criteriaOf } from '../../../shared/model/care-plan-criteria.ts'
import { AppError } from '../../../shared/result.ts'
import type { CommandContext, HandlersOf } from '../handler.ts'
import { notFound } from '../trail/recorder.ts'
import { decidable, readDecisions, readPlanRows, refuseClosed, toPlanText, type DecisionRow } from './plan-rows.ts'
import { readPlanView } from './queries.ts'

type DecisionMethods = 'audits.decide' | 'audits.confirmBlock' | 'audits.openBlock' | 'audits.answer'

/** A plan whose audit is open, with what there is to decide of it. */
async function openPlan(context: CommandContext, planId: string) {
  const { plan, audit } = await readPlanRows(context.db, planId)
  refuseClosed(audit)
  const kept = await context.planTexts.plan(audit.id, planId)
  if (!kept) throw notFound('audit_plan')
  return { plan, audit, toDecide: decidable(toPlanText(kept).reading.statements) }
}

const viewOf = ({ db, planTexts, shelf }: CommandContext, planId: string, reading: Reading) =>
  readPlanView({ db, planTexts, criteria: shelf.carePlanCriteria() }, planId, reading)

type Decided = Pick<DecisionRow, 'voice' | 'other_way' | 'needs' | 'in_block'>

async function writeDecision(
  { record, newId, now, actor }: CommandContext,
  place: { planId: string; reading: Reading; statement: number },
  suggestion: { suggested: SuggestedVoice; unsure: boolean; own: boolean },
  current: DecisionRow | undefined,
  decided: Decided,
) {
  const made = { ...decided, decided_at: now(), decided_by: actor.name }
  if (current) {
    const same = (['voice', 'other_way', 'needs', 'in_block'] as const).every((key) => current[key] === decided[key])
    if (!same) await record.update('audit_decision', current.id, made)
    return
  }
  await record.insert('audit_decision', {
    id: newId(),
    plan_id: place.planId,
    reading: place.reading,
    statement: place.statement,
    suggested: suggestion.suggested,
    unsure: suggestion.unsure ? 1 : 0,
    own_decision: suggestion.own ? 1 : 0,
    ...made,
  })
}

const voiceWords: Record<DecisionRow['voice'], string> = {
  'first-person': 'first person',
  templated: 'templated',
  reported: 'reported',
  'shown-another-way': 'shown another way',
  'someone-else': 'someone else',
  none: 'neither',
  unsure: 'unsure',
}

/** "8 someone else, 2 reported, 1 neither". */
function countVoices(voices: readonly SuggestedVoice[]): string {
  const counts = new Map<SuggestedVoice, number>()
  for (const voice of voices) counts.set(voice, (counts.get(voice) ?? 0) + 1)
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([voice, n]) => `${n} ${voiceWords[voice]}`)
    .join(', ')
}

const readingWords: Record<Reading, string> = { first: '', second: ', second reading', agreed: ', as agreed' }

export const decisionHandlers: HandlersOf<DecisionMethods> = {
  async 'audits.decide'({ planId, reading, statement, voice, otherWay, needs, note }, context) {
    const { plan, audit, toDecide } = await openPlan(context, planId)
    const found = toDecide.find(({ index }) => index === statement)
    if (!found) throw new AppError('not-found', 'This plan has no such statement to decide. Nothing was changed.')
    if ((voice === 'shown-another-way') !== (otherWay !== null))
      throw new AppError(
        'invalid-input',
        voice === 'shown-another-way'
          ? 'Say how the voice is shown: advocate, family or carer, interpreter, or behaviour observed.'
          : 'How the voice is shown belongs to “Voice shown another way” alone.',
      )
    const current = (await readDecisions(context.db, planId, reading)).get(statement)
    const decided = {
      voice,
      other_way: otherWay,
      needs: JSON.stringify([...new Set(needs)].toSorted()),
      in_block: 0,
    }
    await writeDecision(context, { planId, reading, statement }, found, current, decided)
    if (note !== undefined)
      await context.planTexts.setNote(audit.id, { plan_id: planId, reading, statement, words: note.trim() })
    context.say(
      `Plan ${plan.pseudonym}, statement ${statement + 1}: ${voiceWords[voice]}${found.suggested === voice ? '' : ' (corrected)'}${readingWords[reading]}`,
    )
    return viewOf(context, planId, reading)
  },
  async 'audits.confirmBlock'({ planId, reading, statements }, context) {
    const { plan, toDecide } = await openPlan(context, planId)
    const decisions = await readDecisions(context.db, planId, reading)
    const block = toDecide.filter(({ own, index }) => !own && !decisions.has(index))
    const shown = new Set(statements)
    if (block.length !== shown.size || block.some(({ index }) => !shown.has(index)))
      throw new AppError('conflict', 'The block is not as it was shown. Nothing was confirmed: look at it again.', {
        statements: block.map(({ index }) => index),
      })
    for (const found of block)
      await writeDecision(context, { planId, reading, statement: found.index }, found, undefined, {
        voice: found.suggested,
        other_way: null,
        needs: JSON.stringify(found.statement.needs.toSorted()),
        in_block: 1,
      })
    context.say(
      `Plan ${plan.pseudonym}: ${block.length} statements confirmed as one block (${countVoices(block.map(({ suggested }) => suggested))})${readingWords[reading]}`,
    )
    return viewOf(context, planId, reading)
  },
  async 'audits.openBlock'({ planId, reading }, context) {
    const { plan } = await openPlan(context, planId)
    const block = [...(await readDecisions(context.db, planId, reading)).values()].filter((row) => row.in_block === 1)
    if (block.length === 0) throw new AppError('refused', 'No block of this plan is confirmed. Nothing was changed.')
    for (const { id } of block) await context.record.remove('audit_decision', id)
    context.say(`Plan ${plan.pseudonym}: the block of ${block.length} statements opened again${readingWords[reading]}`)
    return viewOf(context, planId, reading)
  },
  async 'audits.answer'({ planId, reading, criterion, answer, reason }, context) {
    const { plan } = await openPlan(context, planId)
    const asked = criteriaOf(context.shelf.carePlanCriteria(), 'all').find(({ id }) => id === criterion)
    if (!asked) throw new AppError('not-found', 'There is no such criterion. Nothing was changed.')
    if (answer === 'not-applicable' && reason === '')
      throw new AppError('invalid-input', 'Say in a few words why this does not apply.', { field: 'reason' })
    const current = await context.db
      .selectFrom('audit_answer')
      .selectAll()
      .where('plan_id', '=', planId)
      .where('reading', '=', reading)
      .where('criterion', '=', criterion)
      .executeTakeFirst()
    const { record } = context
    const made = { reason, decided_at: context.now(), decided_by: context.actor.name }
    if (answer === null) {
      if (current) await record.remove('audit_answer', current.id)
    } else if (current) {
      if (current.answer !== answer || current.reason !== reason)
        await record.update('audit_answer', current.id, { answer, ...made })
    } else
      await record.insert('audit_answer', { id: context.newId(), plan_id: planId, reading, criterion, answer, ...made })
    context.say(
      `Plan ${plan.pseudonym}, ${asked.short}: ${answer === null ? 'answer taken away' : answerWords[answer]}${readingWords[reading]}`,
    )
    return viewOf(context, plan.id, reading)
  },
}

const answerWords = { yes: 'yes', partly: 'part', no: 'no', 'not-applicable': 'does not apply' } as const
