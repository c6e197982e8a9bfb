import { needs } from './care-plans/concepts.ts'
import { IsoDate, Timestamp } from './dates.ts'
import { AuditId, AuditPlanId, CoreServiceId, EvidenceId, Version, WardId } from './ids.ts'
import { z } from './schema.ts'
import { Count, Line } from './text.ts'

/**
 * Whose words an auditor says a statement is: F first person (the person's own, individual), T templated (first person that is a standard
 * sentence), R reported, V voice shown another way, S someone else, N neither, U unsure.
 */
export const decidedVoices = [
  'first-person',
  'templated',
  'reported',
  'shown-another-way',
  'someone-else',
  'none',
  'unsure',
] as const
export const DecidedVoice = z.enum(decidedVoices)
export type DecidedVoice = z.infer<typeof DecidedVoice>

/** What the reading may suggest: it never suggests "shown another way", and says unsure with a flag beside the likeliest. */
export const SuggestedVoice = z.enum(['first-person', 'templated', 'reported', 'someone-else', 'none'])
export type SuggestedVoice = z.infer<typeof SuggestedVoice>

/** How the voice of somebody who does not speak or write it themselves is shown. */
export const OtherWay = z.enum(['advocate', 'family', 'interpreter', 'behaviour'])
export type OtherWay = z.infer<typeof OtherWay>

/** Which reading of a plan: by the first auditor, by a second who reads it apart, or what both then agreed. */
export const Reading = z.enum(['first', 'second', 'agreed'])
export type Reading = z.infer<typeof Reading>

/** The answer to a criterion; `not-applicable` needs a reason. */
export const CriterionAnswer = z.enum(['yes', 'partly', 'no', 'not-applicable'])
export type CriterionAnswer = z.infer<typeof CriterionAnswer>

/** What a person says of their own lines when they are read back. */
export const readBackAnswers = ['mine', 'not-quite', 'not-mine', 'never-saw-it'] as const
export const ReadBackAnswer = z.enum(readBackAnswers)
export type ReadBackAnswer = z.infer<typeof ReadBackAnswer>

/** The name under which a plan is held: never a patient's. */
export const Pseudonym = z.string().trim().min(1, 'is empty').max(40, 'is longer than 40 characters')

/** The most plans of one audit: a whole ward's batch. */
export const mostPlans = 200

const Place = z.int().min(0).max(10_000)
const NeedTouched = z.enum(needs)

/** How the plans of an audit were chosen. `random` has a seed, by which anyone can draw the same again from the same list. */
export const AuditSample = z.discriminatedUnion('method', [
  z.strictObject({
    method: z.literal('random'),
    /** From 0 to 99,999. */
    seed: z.int().min(0).max(99_999),
    size: z.int().min(1).max(mostPlans),
    /** The pseudonyms of everybody on the caseload, out of whom the sample is drawn. */
    caseload: z.array(Pseudonym).min(1).max(2_000),
  }),
  z.strictObject({ method: z.literal('all') }),
  z.strictObject({ method: z.literal('chosen') }),
])
export type AuditSample = z.infer<typeof AuditSample>

/** A new audit: the ward, the period whose plans are read, and how they are chosen. */
export const NewAudit = z
  .strictObject({
    wardId: WardId,
    from: IsoDate,
    to: IsoDate,
    sample: AuditSample.default({ method: 'chosen' }),
    /** Core criteria each month, all of them each quarter; by the month of `to` when not given. */
    criteria: z.enum(['core', 'all']).optional(),
    fortyMinutes: z.boolean().default(true),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'ends before it begins' })

/** How far one reading of a plan is. */
export const PlanProgress = z.strictObject({
  reading: Reading,
  /** Statements that need a decision of their own, and those of them that have it. */
  toDecide: Count,
  decided: Count,
  /** Statements of the block, and those of them that were confirmed. */
  block: Count,
  blockConfirmed: Count,
  criteria: Count,
  answered: Count,
  /** Everything is decided and answered. */
  complete: z.boolean(),
})
export type PlanProgress = z.infer<typeof PlanProgress>

/** A plan of an audit. Its text is not here: it is kept apart and erased when the audit is closed. */
export const AuditPlan = z.strictObject({
  id: AuditPlanId,
  pseudonym: Pseudonym,
  /** What the text was read from: `pasted`, `docx`, `pdf`… */
  format: z.string(),
  statements: Count,
  /** What the person said of their own lines; null when they were not asked or did not want to. */
  readBack: ReadBackAnswer.nullable(),
  /** One for each reading that was begun; the first is always there. */
  progress: z.array(PlanProgress),
  version: Version,
})
export type AuditPlan = z.infer<typeof AuditPlan>

const auditFields = {
  id: AuditId,
  wardId: WardId,
  wardName: Line,
  coreServiceId: CoreServiceId,
  coreServiceName: Line,
  from: IsoDate,
  to: IsoDate,
  state: z.enum(['open', 'closed']),
  criteria: z.enum(['core', 'all']),
  criteriaVersion: z.string(),
  /** The version of the words the reading works from; empty before the first reading. */
  lexicon: z.string(),
  fortyMinutes: z.boolean(),
  openedAt: Timestamp,
  closedAt: Timestamp.nullable(),
  evidenceId: EvidenceId.nullable(),
  plans: Count,
  plansComplete: Count,
  version: Version,
}

/** An audit in a list. */
export const AuditSummary = z.strictObject(auditFields)
export type AuditSummary = z.infer<typeof AuditSummary>

/** An audit with its sample, its plans and its pace. */
export const Audit = z.strictObject({
  ...auditFields,
  sample: z.strictObject({
    method: z.enum(['random', 'all', 'chosen']),
    seed: z.int().nullable(),
    /** How many plans the caseload has; null when it was not listed. */
    caseload: Count.nullable(),
    /** The pseudonyms that were drawn, in the order of the draw's list. */
    drawn: z.array(Pseudonym),
    /** Pseudonyms drawn whose plans were not loaded yet. */
    missing: z.array(Pseudonym),
  }),
  planList: z.array(AuditPlan),
  /** What is left of the first reading, and about how long it takes by this audit's own median; null minutes until two plans were read. */
  pace: z.strictObject({ plansLeft: Count, minutes: z.number().nullable() }),
  /** How many texts closing the audit would erase. */
  texts: Count,
})
export type Audit = z.infer<typeof Audit>

/** What an auditor decided of one statement. */
const StatementDecision = z.strictObject({
  voice: DecidedVoice,
  otherWay: OtherWay.nullable(),
  needs: z.array(NeedTouched),
  /** The auditor's words; kept with the plan's text, and erased with it. */
  note: z.string(),
  /** Confirmed as part of the block. */
  inBlock: z.boolean(),
  decidedAt: Timestamp,
  decidedBy: z.string(),
})

/** A statement of a plan as the reading screen shows it. Offsets are UTF-16 in the plan's text, end exclusive. */
export const AuditStatement = z.strictObject({
  index: Place,
  text: z.string(),
  start: z.int(),
  end: z.int(),
  kind: z.enum(['heading', 'bullet', 'cell', 'line']),
  /** A heading of the plan itself: nothing to decide. */
  isHeading: z.boolean(),
  suggested: SuggestedVoice,
  unsure: z.boolean(),
  alternatives: z.array(SuggestedVoice),
  reasons: z.array(z.strictObject({ says: z.string(), start: z.int(), end: z.int() })),
  /** Says something that only this person would. */
  individual: z.boolean(),
  /** First person in a clinician's wording. */
  ventriloquised: z.boolean(),
  /** The same sentence, names and pronouns set aside, in the plans of this audit: these pseudonyms; null when in this plan alone. */
  sameSentenceIn: z.array(Pseudonym).nullable(),
  needs: z.array(NeedTouched),
  chime: z.array(z.string()),
  dialog: z.array(z.string()),
  /** In forty-minute mode: needs a decision of its own; the others make up the block. */
  needsDecision: z.boolean(),
  decision: StatementDecision.nullable(),
})
export type AuditStatement = z.infer<typeof AuditStatement>

/** A criterion beside a plan: what was found, never an answer, and the answer once a person gave it. */
export const CriterionView = z.strictObject({
  id: z.string(),
  /** What was found, in words: "3 first person, 1 shown another way"; "None found, please check". */
  found: z.string(),
  /** The statements that made it say so, by index. */
  statements: z.array(Place),
  answer: z
    .strictObject({ answer: CriterionAnswer, reason: z.string(), decidedAt: Timestamp, decidedBy: z.string() })
    .nullable(),
})
export type CriterionView = z.infer<typeof CriterionView>

/** One plan as it is read: its text with names masked, its statements, and the criteria of the audit. */
export const PlanView = z.strictObject({
  id: AuditPlanId,
  auditId: AuditId,
  pseudonym: Pseudonym,
  reading: Reading,
  text: z.string(),
  /** Where something was masked, by offsets in `text`; a word like `Maskedaaq` stands there, in statements too. Show a block with `words`. */
  masks: z.array(z.strictObject({ start: z.int(), end: z.int(), words: z.string() })),
  /** Sentences for the auditor about the plan: what was left out of the file, another patient's name in it. */
  notes: z.array(z.string()),
  statements: z.array(AuditStatement),
  criteria: z.array(CriterionView),
  progress: PlanProgress,
})
export type PlanView = z.infer<typeof PlanView>

/** One plan to load: pasted words, or a file that was uploaded. The patient's name helps the reading; it is masked and not kept. */
export const PlanToLoad = z.strictObject({
  pseudonym: Pseudonym,
  patientName: z.string().trim().max(100).default(''),
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('pasted'), text: z.string().max(400_000, 'is longer than 400,000 characters') }),
    z.strictObject({ kind: z.literal('file'), transferId: z.string().max(64), fileName: Line }),
  ]),
})
export type PlanToLoad = z.infer<typeof PlanToLoad>

/** What came of loading: the plans that are in, and those that could not be read, each with the reason in a sentence. */
export const LoadResult = z.strictObject({
  loaded: z.array(z.strictObject({ id: AuditPlanId, pseudonym: Pseudonym, statements: Count, masked: Count })),
  failed: z.array(z.strictObject({ pseudonym: Pseudonym, fileName: z.string(), problem: z.string() })),
})
export type LoadResult = z.infer<typeof LoadResult>
