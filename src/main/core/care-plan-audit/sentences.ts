import type { AuditSentence, SentenceCandidate } from '../../../shared/model/care-plan-sentences.ts'
import { monthsBetween } from '../../../shared/model/care-plan-results.ts'
import { monthsBefore } from '../../../shared/model/dates.ts'
import { findIdentifiers } from '../../../shared/model/identifiers/find.ts'
import { suggestionOf } from '../../../shared/model/care-plan-statements.ts'
import { AppError } from '../../../shared/result.ts'
import type { PlanTexts } from '../database/plan-texts.ts'
import type { Database } from '../database/schema.ts'
import type { HandlersOf } from '../handler.ts'
import { refuseConflict } from '../trail/recorder.ts'
import { isMaskedName } from './mask-names.ts'
import { toPlanText } from './plan-rows.ts'
import { runReading } from './run-reading.ts'

type SentenceMethods = 'audits.sentences' | 'audits.keepSentence' | 'audits.changeSentence' | 'audits.dropSentence'

const nameWords = '(name)'

/** A sentence as it is shown and kept: without the words that stand for names. */
export const withoutNames = (text: string) =>
  text
    .split(/(\p{L}+)/u)
    .map((part) => (isMaskedName(part) ? nameWords : part))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

/** A kept sentence as it is looked for: names and pronouns are set aside in both, so one stands for the other. */
export const lookedFor = (words: string) => words.replaceAll(nameWords, 'they')

/** The kept sentences with their counts in the three months up to a month, and in the three before. */
export async function listSentences(db: Database, to: string, id?: string): Promise<AuditSentence[]> {
  const day = `${to}-01`
  const months = monthsBetween(monthsBefore(day, 2).slice(0, 7), to)
  const before = monthsBetween(monthsBefore(day, 5).slice(0, 7), monthsBefore(day, 3).slice(0, 7))
  let query = db
    .selectFrom('audit_sentence as sentence')
    .leftJoin('action', 'action.id', 'sentence.action_id')
    .selectAll('sentence')
    .select(['action.title', 'action.due', 'action.state'])
  if (id !== undefined) query = query.where('sentence.id', '=', id)
  const [rows, counts] = await Promise.all([
    query.execute(),
    db
      .selectFrom('audit_sentence_count as count')
      .innerJoin('audit', 'audit.id', 'count.audit_id')
      .select(['count.sentence_id', 'count.plans', 'audit.ward_id', 'audit.to_date'])
      .where('count.plans', '>', 0)
      .execute(),
  ])
  return rows
    .map((row) => {
      const own = counts.filter((count) => count.sentence_id === row.id)
      const inMonths = (some: readonly string[]) => own.filter((count) => some.includes(count.to_date.slice(0, 7)))
      const plans = (some: readonly string[]) => inMonths(some).reduce((sum, count) => sum + count.plans, 0)
      return {
        id: row.id,
        words: row.words,
        source: row.source,
        action:
          row.action_id === null || row.title === null
            ? null
            : { id: row.action_id, title: row.title, due: row.due, state: row.state ?? '' },
        keptAt: row.kept_at,
        plans: plans(months),
        plansBefore: plans(before),
        teams: new Set(inMonths(months).map((count) => count.ward_id)).size,
        version: row.version,
      } as AuditSentence
    })
    .toSorted((one, other) => other.plans - one.plans || one.words.localeCompare(other.words))
}

/** Templated sentences of the open audits, the most repeated first. */
async function listCandidates(db: Database, planTexts: PlanTexts, kept: readonly AuditSentence[]) {
  const audits = await db
    .selectFrom('audit')
    .innerJoin('ward', 'ward.id', 'audit.ward_id')
    .select(['audit.id', 'ward.name'])
    .where('audit.state', '=', 'open')
    .execute()
  const known = new Set(kept.map(({ words }) => words.toLowerCase()))
  const candidates: SentenceCandidate[] = []
  for (const audit of audits) {
    const rows = await db
      .selectFrom('audit_plan')
      .select(['id', 'pseudonym'])
      .where('audit_id', '=', audit.id)
      .execute()
    const pseudonymOf = new Map(rows.map(({ id, pseudonym }) => [id, pseudonym]))
    const seen = new Set<string>()
    for (const { id, reading } of (await planTexts.plans(audit.id)).map(toPlanText)) {
      reading.statements.forEach((statement, index) => {
        const others = reading.sameSentence[index]
        if (others === undefined || suggestionOf(statement) !== 'templated') return
        const words = withoutNames(statement.text).slice(0, 300)
        // The first plan that has it speaks for all.
        if (others.some((other) => other < id && pseudonymOf.has(other)) || seen.has(words.toLowerCase())) return
        seen.add(words.toLowerCase())
        if (known.has(words.toLowerCase())) return
        const pseudonyms = others.flatMap((other) => pseudonymOf.get(other) ?? []).toSorted()
        candidates.push({
          auditId: audit.id,
          wardName: audit.name,
          words,
          plans: pseudonyms.length,
          pseudonyms,
        } as SentenceCandidate)
      })
    }
  }
  return candidates.toSorted((one, other) => other.plans - one.plans).slice(0, 50)
}

export const sentenceHandlers: HandlersOf<SentenceMethods> = {
  async 'audits.sentences'({ to }, { db, planTexts }) {
    const kept = await listSentences(db, to)
    return { kept, candidates: await listCandidates(db, planTexts, kept) }
  },
  async 'audits.keepSentence'({ words, source }, { db, planTexts, startWorker, control, write, newId, today }) {
    const clean = withoutNames(words)
    const [found] = findIdentifiers(clean.replaceAll(nameWords, ''))
    if (found)
      throw new AppError(
        'refused',
        `“${found.value}” may say who somebody is (${found.reason}). Take it out of the sentence, then keep it. Nothing was kept.`,
      )
    const there = await db.selectFrom('audit_sentence').select('id').where('words', '=', clean).executeTakeFirst()
    if (there) throw new AppError('refused', 'This sentence is kept already.')
    const id = newId()
    const audits = await db.selectFrom('audit').select('id').where('state', '=', 'open').execute()
    const counts: { auditId: string; plans: number }[] = []
    for (const [position, audit] of audits.entries()) {
      control.report('Counting it in the open audits', position, audits.length)
      const kept = (await planTexts.plans(audit.id)).map(toPlanText)
      if (kept.length === 0) continue
      const job = {
        loaded: [],
        kept: kept.map(({ id: planId, text, word }) => ({ id: planId, text, word })),
        sentences: [{ id, text: lookedFor(clean) }],
      }
      const answer = await runReading(startWorker, job, control.signal)
      counts.push({ auditId: audit.id, plans: answer.found[0]?.plans.length ?? 0 })
    }
    await write(async ({ record, now, say }) => {
      await record.insert('audit_sentence', { id, words: clean, source, action_id: null, kept_at: now() })
      for (const { auditId, plans } of counts)
        await record.insert('audit_sentence_count', { id: newId(), sentence_id: id, audit_id: auditId, plans })
      say('A sentence to retire was kept')
    })
    const [sentence] = await listSentences(db, today().slice(0, 7), id)
    if (!sentence) throw new Error('a sentence that was kept is not there')
    return sentence
  },
  async 'audits.changeSentence'({ id, expectedVersion, changes }, { record, say }) {
    const current = await record.get('audit_sentence', id)
    refuseConflict(current, expectedVersion, { current: current.source, yours: changes })
    if (changes.actionId !== undefined && changes.actionId !== null) await record.get('action', changes.actionId)
    await record.update('audit_sentence', id, {
      ...(changes.source === undefined ? {} : { source: changes.source }),
      ...(changes.actionId === undefined ? {} : { action_id: changes.actionId }),
    })
    say('A sentence to retire was changed')
    return {}
  },
  async 'audits.dropSentence'({ id, expectedVersion }, { db, record, say }) {
    const current = await record.get('audit_sentence', id)
    refuseConflict(current, expectedVersion, { current: current.words, yours: null })
    const counts = await db.selectFrom('audit_sentence_count').select('id').where('sentence_id', '=', id).execute()
    for (const count of counts) await record.remove('audit_sentence_count', count.id)
    await record.remove('audit_sentence', id)
    say('A sentence to retire was taken off the list')
    return {}
  },
}
