import { ActToday } from '../../../shared/model/evidence.ts'
import { identifierTypes } from '../../../shared/model/identifiers/identifier.ts'
import { z } from '../../../shared/model/schema.ts'
import { ChimeConcept, Judgement, SourceKind } from '../../../shared/model/vocabulary.ts'
import actions from './actions.json'
import carePlans from './care-plans.json'
import findings from './findings.json'
import items from './items.json'

/** The kinds of file that the sample attaches; `missing` is one whose bytes are not where they were kept. */
export const SampleFileKind = z.enum(['pdf', 'docx', 'png', 'txt', 'missing'])
export type SampleFileKind = z.infer<typeof SampleFileKind>

const Months = z.tuple([z.number(), z.number()])

/**
 * An invented item of evidence. `months` is the period that it describes, counted back from the day on which the sample is made, so
 * that it never grows old. `where` is a ward's first word, a core service's id or the provider. `links` are prompts with `+`
 * supports, `-` contradicts, `!` contradicts and it was weighed, `~` context.
 */
const SampleItem = z.strictObject({
  kind: SourceKind,
  where: z.string(),
  links: z.string(),
  title: z.string(),
  shows: z.string(),
  months: Months.nullable(),
  saidBy: z.int().optional(),
  kept: z.string().optional(),
  /** What the identifier guard finds in where it is kept, and why it was kept. */
  keptFind: z.strictObject({ kind: z.enum(identifierTypes), value: z.string(), reason: z.string() }).optional(),
  chime: z.array(ChimeConcept).optional(),
  file: SampleFileKind.optional(),
  act: ActToday.optional(),
})
export type SampleItem = z.infer<typeof SampleItem>

/** An invented finding; `people` are those who said yes, in part, and no. */
const SampleFinding = z.strictObject({
  where: z.string(),
  prompt: z.string(),
  judgement: Judgement,
  narrative: z.string(),
  reason: z.string().optional(),
  owner: z.string().optional(),
  people: z.tuple([z.int(), z.int(), z.int()]).optional(),
  asked: z.strictObject({ who: z.string(), how: z.string(), months: Months, words: z.string() }).optional(),
})
export type SampleFinding = z.infer<typeof SampleFinding>

/** An invented action; its due date is counted in days from the day on which the sample is made. */
const SampleAction = z.strictObject({
  where: z.string(),
  prompt: z.string(),
  title: z.string(),
  owner: z.string(),
  dueInDays: z.int(),
  /** The title of the item that showed it worked; without one the action is open. */
  doneWith: z.string().optional(),
})
export type SampleAction = z.infer<typeof SampleAction>

/** The sample's items, findings and actions, in the order in which they are logged. */
export const readSampleData = () => ({
  items: z.array(SampleItem).parse(items),
  findings: z.array(SampleFinding).parse(findings),
  actions: z.array(SampleAction).parse(actions),
})

/** Closed audits of one team, the newest first: how many plans each read, and in how many of them the own voice was found. */
const SampleClosedAudits = z.strictObject({
  ward: z.string(),
  prefix: z.string(),
  plans: z.int(),
  yes: z.array(z.int()),
})
export type SampleClosedAudits = z.infer<typeof SampleClosedAudits>

/** Invented care-plan audits: one that is open, with its plans line by line, and closed ones; and the sentences to retire. */
const SampleAudits = z.strictObject({
  open: z.strictObject({
    ward: z.string(),
    seed: z.int(),
    size: z.int(),
    caseload: z.int(),
    plans: z.array(z.strictObject({ name: z.string(), text: z.array(z.string()) })),
  }),
  closed: z.array(SampleClosedAudits),
  sentences: z.array(z.strictObject({ words: z.string(), source: z.string() })),
})

/** The sample's care-plan audits. */
export const readSampleAudits = () => SampleAudits.parse(carePlans)
