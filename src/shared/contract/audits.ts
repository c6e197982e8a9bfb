import {
  Audit,
  AuditSummary,
  CriterionAnswer,
  DecidedVoice,
  LoadResult,
  mostPlans,
  NewAudit,
  OtherWay,
  PlanToLoad,
  PlanView,
  ReadBackAnswer,
  Reading,
} from '../model/care-plan-audit.ts'
import { AuditDifferences } from '../model/care-plan-differences.ts'
import { AuditResults, Month } from '../model/care-plan-results.ts'
import { AuditSentence, AuditSentences } from '../model/care-plan-sentences.ts'
import { CarePlanCriteria } from '../model/care-plan-criteria.ts'
import { needs } from '../model/care-plans/concepts.ts'
import { ActionId, AuditId, AuditPlanId, AuditSentenceId, EvidenceId, FindingId, TransferId } from '../model/ids.ts'
import { IsoDate } from '../model/dates.ts'
import { z } from '../model/schema.ts'
import { Line, OptionalLine, SomeWords, Count } from '../model/text.ts'
import { byId, command, expecting, nothing, query, task } from './method.ts'

const statement = z.int().min(0).max(10_000)
const reading = Reading.default('first')
const onPlan = { planId: AuditPlanId, reading }

const months = { from: Month, to: Month }
/** What would be logged, for the person to read first. */
const EvidenceDraft = z.strictObject({
  title: Line,
  shows: SomeWords,
  describesFrom: IsoDate,
  describesTo: IsoDate,
  /** The finding on care plans in the person's own voice, of the ward's core service; null when there is none to log for. */
  findingId: FindingId.nullable(),
})
/** A file to be read out with `transfers.read`. */
const MadeFile = z.strictObject({ transferId: TransferId, fileName: z.string(), size: Count })

/** Care-plan audits: a ward's sample of plans read against criteria. Undo is `history.undo`, as everywhere; event `audits.changed`. */
export const auditMethods = {
  'audits.criteria': query('reader', nothing, CarePlanCriteria),
  'audits.list': query('reader', nothing, z.array(AuditSummary)),
  'audits.get': query('reader', byId(AuditId), Audit),
  /** A plan with its text; `not-found` once the audit was closed. */
  'audits.plan': query('reader', z.strictObject(onPlan), PlanView),

  'audits.create': command('contributor', NewAudit, Audit),
  'audits.setFortyMinutes': command('contributor', z.strictObject({ id: AuditId, fortyMinutes: z.boolean() }), Audit),
  /** Decides one statement: again with another voice corrects it. `note` is left as it is when not given. */
  'audits.decide': command(
    'contributor',
    z.strictObject({
      ...onPlan,
      statement,
      voice: DecidedVoice,
      /** Required with `shown-another-way`, absent otherwise. */
      otherWay: OtherWay.nullable().default(null),
      needs: z.array(z.enum(needs)).max(3),
      note: z.string().max(2_000).optional(),
    }),
    PlanView,
  ),
  /** Confirms the rest as suggested, in one step. `statements` are those that were shown; others are refused. */
  'audits.confirmBlock': command(
    'contributor',
    z.strictObject({ ...onPlan, statements: z.array(statement).min(1).max(10_000) }),
    PlanView,
  ),
  /** Takes the block's confirmation back, however long ago it was. */
  'audits.openBlock': command('contributor', z.strictObject(onPlan), PlanView),
  /** Answers a criterion; `answer: null` takes the answer away. */
  'audits.answer': command(
    'contributor',
    z.strictObject({
      ...onPlan,
      criterion: z.string().max(40),
      answer: CriterionAnswer.nullable(),
      reason: OptionalLine.default(''),
    }),
    PlanView,
  ),
  /** Takes a plan out, with its decisions, and erases its text. Cannot be undone. */
  'audits.removePlan': command('contributor', expecting(AuditPlanId), Audit),
  /** Closes the audit and erases its texts. Cannot be undone. */
  'audits.close': command('contributor', expecting(AuditId), Audit),

  // Two auditors.
  /** Where first and second reading differ. What both agree is decided and answered with `reading: 'agreed'`, and then counts. */
  'audits.differences': query('reader', byId(AuditId), AuditDifferences),

  // Results.
  /** `criterion` is `own-voice` unless another is asked for. At most 36 months. */
  'audits.results': query(
    'reader',
    z.strictObject({ ...months, criterion: z.string().max(40).default('own-voice') }),
    AuditResults,
  ),
  /** One table of the results as CSV. Counts of people under five are not shown apart. */
  'audits.exportCsv': query(
    'reader',
    z.strictObject({ ...months, table: z.enum(['months', 'criteria', 'agreement', 'sentences', 'read-back']) }),
    MadeFile,
  ),
  'audits.evidenceDraft': query('reader', byId(AuditId), EvidenceDraft),
  /** Logs the audit as evidence for care plans in the person's own voice; words that are not given are those of the draft. */
  'audits.logEvidence': command(
    'contributor',
    z.strictObject({ id: AuditId, title: Line.optional(), shows: SomeWords.optional() }),
    z.strictObject({ evidenceId: EvidenceId }),
  ),

  // Sentences to retire.
  /** Counts are of the three months up to `to`, and of the three before those. */
  'audits.sentences': query('reader', z.strictObject({ to: Month }), AuditSentences),
  /** Keeps a sentence and counts it in every open audit. A sentence that holds a name or a number of somebody is refused. */
  'audits.keepSentence': task(
    'contributor',
    z.strictObject({ words: Line, source: OptionalLine.default('') }),
    AuditSentence,
  ),
  'audits.changeSentence': command(
    'contributor',
    z.strictObject({
      ...expecting(AuditSentenceId).shape,
      changes: z.strictObject({ source: OptionalLine, actionId: ActionId.nullable() }).partial(),
    }),
    nothing,
  ),
  'audits.dropSentence': command('contributor', expecting(AuditSentenceId), nothing),

  // Reading back.
  /** A large-print slip of the lines that the first auditor confirmed as first person. */
  'audits.slip': task(
    'reader',
    z.strictObject({ planId: AuditPlanId }),
    z.strictObject({ ...MadeFile.shape, lines: Count, pages: Count }),
  ),
  /** What the person said, when a peer worker asked; null takes it away. `askedBy` is a role. No name is taken. */
  'audits.recordReadBack': command(
    'contributor',
    z.strictObject({
      planId: AuditPlanId,
      answer: ReadBackAnswer.nullable(),
      askedBy: OptionalLine.default(''),
      askedOn: IsoDate,
    }),
    nothing,
  ),

  /** Reads and analyses plans. A plan whose pseudonym is in the audit already is named among the failed. */
  'audits.load': task(
    'contributor',
    z.strictObject({ id: AuditId, plans: z.array(PlanToLoad).min(1).max(mostPlans) }),
    LoadResult,
  ),
} as const
