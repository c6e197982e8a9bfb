import { mostPlans, type LoadResult, type PlanToLoad } from '../../../shared/model/care-plan-audit.ts'
import type { BatchReading } from '../../../shared/model/care-plans/reading.ts'
import { AppError } from '../../../shared/result.ts'
import { extractText } from '../extraction/extract-text.ts'
import type { CommandContext, HandlersOf, TaskContext } from '../handler.ts'
import { wordForName } from './mask-names.ts'
import {
  countDecidable,
  decidable,
  fromPlanText,
  readAuditRow,
  readDecisions,
  refuseClosed,
  toPlanText,
  type KeptReading,
  type PlanText,
} from './plan-rows.ts'
import { lookedFor } from './sentences.ts'
import type { CarePlanAnswer } from './read-together.ts'
import { runReading } from './run-reading.ts'

/** A plan whose text was read from its file. */
type ReadPlan = { id: string; pseudonym: string; name: string; text: string; format: string; sentences: string[] }

const cancelled = () => new AppError('cancelled', 'Cancelled. No plan was added.')

/** The text of one plan, or the reason why it cannot be read, in a sentence. What was uploaded is removed either way. */
async function readSource(plan: PlanToLoad, { transfers, startWorker, control }: TaskContext) {
  const { source } = plan
  if (source.kind === 'pasted')
    return source.text.trim() === ''
      ? { problem: 'Nothing was pasted. Paste the plan’s words.' }
      : { text: source.text, format: 'pasted', sentences: [] }
  try {
    const { file } = await transfers.arrived(source.transferId)
    const read = await extractText(file, source.fileName, { startWorker, signal: control.signal })
    if (!read.ok) return { problem: read.error.message }
    const { text, format, notes } = read.value
    return text.trim() === ''
      ? { problem: `“${source.fileName}” holds no words. If it is a scan, paste its words.` }
      : { text, format, sentences: notes }
  } catch (error) {
    if (error instanceof AppError) return { problem: error.message }
    throw error
  } finally {
    await transfers.end(source.transferId)
  }
}

/** Reads every plan that can be read; the others are named with the reason. */
async function readSources(plans: readonly PlanToLoad[], taken: ReadonlySet<string>, context: TaskContext) {
  const read: ReadPlan[] = []
  const failed: LoadResult['failed'] = []
  const names = new Set(taken)
  for (const [position, plan] of plans.entries()) {
    if (context.control.signal.aborted) throw cancelled()
    context.control.report(`Reading plan ${position + 1} of ${plans.length}`, position, plans.length)
    const { pseudonym, source, patientName } = plan
    const fileName = source.kind === 'file' ? source.fileName : ''
    const twice = names.has(pseudonym)
    const found = await readSource(plan, context)
    if (context.control.signal.aborted) throw cancelled()
    const problem = twice
      ? `There is a plan ${pseudonym} in this audit already. Give this one another pseudonym.`
      : found.problem
    if (problem !== undefined || found.text === undefined) {
      failed.push({ pseudonym, fileName, problem: problem ?? '' })
      continue
    }
    names.add(pseudonym)
    read.push({ id: context.newId(), pseudonym, name: patientName, ...found })
  }
  return { read, failed }
}

/** What a batch's reading found in one plan, with the other plans that have its sentences too. */
function readingIn({ plans, templates }: BatchReading, id: string): KeptReading {
  const statements = plans.find((plan) => plan.id === id)?.statements ?? []
  const sameSentence: Record<number, string[]> = {}
  for (const { members } of templates)
    for (const { plan, statement } of members)
      if (plan === id) sameSentence[statement] = [...new Set(members.map((member) => member.plan))]
  return { statements, sameSentence }
}

/** A sentence for each other patient whose name stands in a plan: a sign that it was copied. */
function wrongNamesIn({ plans }: BatchReading, id: string, pseudonymOfWord: ReadonlyMap<string, string>): string[] {
  const words = plans.find((plan) => plan.id === id)?.wrongNames.map(({ name }) => name.toLowerCase()) ?? []
  const others = [...new Set(words.flatMap((word) => pseudonymOfWord.get(word) ?? []))]
  return others.map((pseudonym) => `The name of ${pseudonym} stands in this plan. Was it copied from theirs?`)
}

/** The plans that were just loaded, as they are kept: masked, each with what the reading of all together found in it. */
export const keptPlans = (
  loading: readonly (ReadPlan & { word: string })[],
  { masked, reading }: Pick<CarePlanAnswer, 'masked' | 'reading'>,
  pseudonymOfWord: ReadonlyMap<string, string>,
): PlanText[] =>
  loading.map((plan) => {
    const { text, masks } = masked.find((each) => each.id === plan.id) ?? { text: '', masks: [] }
    const sentences = [...plan.sentences, ...wrongNamesIn(reading, plan.id, pseudonymOfWord)]
    const own = readingIn(reading, plan.id)
    return { id: plan.id, word: plan.word, text, masks, sentences, lexicon: reading.lexicon, reading: own }
  })

/**
 * Whether a plan that is being decided can take the new reading: its statements stand where they stood, and what was decided on its own
 * is still to be decided on its own.
 */
async function fits(context: CommandContext, before: PlanText, after: KeptReading): Promise<boolean> {
  const [old, fresh] = [before.reading.statements, after.statements]
  const inPlace = old.length === fresh.length && old.every(({ start }, index) => start === fresh[index]?.start)
  const own = new Map(decidable(fresh).map((each) => [each.index, each.own]))
  for (const reading of ['first', 'second', 'agreed'] as const)
    for (const row of (await readDecisions(context.db, before.id, reading)).values())
      if (!inPlace || own.get(row.statement) !== (row.own_decision === 1)) return false
  return true
}

export const loadHandlers: HandlersOf<'audits.load'> = {
  async 'audits.load'({ id, plans }, context) {
    const { db, planTexts, startWorker, control, write } = context
    refuseClosed(await readAuditRow(db, id))
    const rows = await db.selectFrom('audit_plan').selectAll().where('audit_id', '=', id).execute()
    if (rows.length + plans.length > mostPlans)
      throw new AppError('too-large', `One audit holds ${mostPlans} plans at most. Begin another for the rest.`)
    const { read, failed } = await readSources(plans, new Set(rows.map(({ pseudonym }) => pseudonym)), context)
    if (read.length === 0) return { loaded: [], failed }
    const kept = (await planTexts.plans(id)).map(toPlanText).filter((plan) => rows.some((row) => row.id === plan.id))
    const taken = new Set(kept.map(({ word }) => word))
    const words = Array.from({ length: 2 * mostPlans }, (_, number) => wordForName(number)).filter(
      (word) => !taken.has(word),
    )
    const loading = read.map((plan, position) => ({ ...plan, word: words[position] ?? wordForName(position) }))
    const sentences = await db.selectFrom('audit_sentence').select(['id', 'words as text']).execute()
    control.report('Looking at the words of all plans together', plans.length, plans.length)
    const { masked, reading, found } = await runReading(
      startWorker,
      {
        loaded: loading.map(({ id: planId, text, name, word }) => ({ id: planId, text, name, word })),
        kept: kept.map(({ id: planId, text, word }) => ({ id: planId, text, word })),
        sentences: sentences.map((sentence) => ({ ...sentence, text: lookedFor(sentence.text) })),
      },
      control.signal,
    )
    const pseudonymOfWord = new Map([
      ...kept.map(
        (plan) => [plan.word.toLowerCase(), rows.find((row) => row.id === plan.id)?.pseudonym ?? ''] as const,
      ),
      ...loading.map((plan) => [plan.word.toLowerCase(), plan.pseudonym] as const),
    ])
    const fresh = keptPlans(loading, { masked, reading }, pseudonymOfWord)
    const ids = fresh.map((plan) => plan.id)
    // The texts first: a plan without its text could not be read, a text without its plan is erased with the audit.
    await planTexts.keep(id, fresh.map(fromPlanText))
    try {
      await write(async (step) => {
        await addPlans(step, id, rows.length, loading, fresh)
        await readAgain(step, id, kept, reading)
        await countSentences(step, id, found)
        if (reading.lexicon !== (await readAuditRow(step.db, id)).lexicon)
          await step.record.update('audit', id, { lexicon: reading.lexicon })
        step.say(`${fresh.length} ${fresh.length === 1 ? 'care plan' : 'care plans'} loaded into the audit`)
        // Their texts would stay behind: a plan is taken out on purpose, with its text.
        step.setHistory(null)
      })
    } catch (error) {
      for (const planId of ids) await planTexts.remove(id, planId)
      // Closed meanwhile: its texts were erased, and these came after.
      if ((await readAuditRow(db, id)).state === 'closed') await planTexts.erase(id)
      throw error
    }
    const loaded = fresh.map((plan, position) => ({
      id: plan.id,
      pseudonym: loading[position]?.pseudonym ?? '',
      statements: decidable(plan.reading.statements).length,
      masked: plan.masks.length,
    }))
    return { loaded, failed } as LoadResult
  },
}

/** Adds the rows of loaded plans, provided that the audit still has as many as when they were read. */
export async function addPlans(
  { db, record }: CommandContext,
  auditId: string,
  expected: number,
  loading: readonly ReadPlan[],
  fresh: readonly PlanText[],
) {
  refuseClosed(await readAuditRow(db, auditId))
  const rows = await db.selectFrom('audit_plan').select('position').where('audit_id', '=', auditId).execute()
  if (rows.length !== expected)
    throw new AppError('conflict', 'Plans were added or taken out meanwhile. Nothing was added: load these again.')
  const next = Math.max(-1, ...rows.map(({ position }) => position)) + 1
  for (const [index, plan] of loading.entries()) {
    const statements = fresh[index]?.reading.statements ?? []
    await record.insert('audit_plan', {
      id: plan.id,
      audit_id: auditId,
      pseudonym: plan.pseudonym,
      position: next + index,
      format: plan.format,
      statements: decidable(statements).length,
      ...countDecidable(statements),
    })
  }
}

/** What the plans that were there say now that others are beside them: which of their sentences stand in several. */
async function readAgain(context: CommandContext, auditId: string, kept: readonly PlanText[], reading: BatchReading) {
  const changed: PlanText[] = []
  for (const plan of kept) {
    const after = readingIn(reading, plan.id)
    if (!(await fits(context, plan, after))) continue
    changed.push({ ...plan, lexicon: reading.lexicon, reading: after })
    await context.record.update('audit_plan', plan.id, {
      statements: decidable(after.statements).length,
      ...countDecidable(after.statements),
    })
  }
  await context.planTexts.keep(auditId, changed.map(fromPlanText))
}

/** In how many plans of the audit each kept sentence stands. */
export async function countSentences(
  { db, record, newId }: CommandContext,
  auditId: string,
  found: readonly { sentenceId: string; plans: string[] }[],
) {
  const rows = await db.selectFrom('audit_sentence_count').selectAll().where('audit_id', '=', auditId).execute()
  for (const { sentenceId, plans } of found) {
    const row = rows.find((each) => each.sentence_id === sentenceId)
    if (row) await record.update('audit_sentence_count', row.id, { plans: plans.length })
    else
      await record.insert('audit_sentence_count', {
        id: newId(),
        sentence_id: sentenceId,
        audit_id: auditId,
        plans: plans.length,
      })
  }
}
