import { z } from './schema.ts'

/** How the reading looks for a criterion: by voices, needs and goals, or by words that name the matter. */
const FoundBy = z.enum(['own-voice', 'meaning', 'individual', 'needs', 'goals', 'words'])

/** One criterion of a care-plan audit, in our own words, with where it comes from. */
export const CarePlanCriterion = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]{1,39}$/, 'is not a criterion id'),
  short: z.string().min(1).max(60),
  question: z.string().min(1).max(300),
  /** What counts as yes, as part and as no. */
  counts: z.strictObject({ yes: z.string().min(1), partly: z.string().min(1), no: z.string().min(1) }),
  /** Core criteria are asked each month, all of them each quarter. */
  core: z.boolean(),
  foundBy: FoundBy,
  /** For `words`: lower-case words and phrases that name the matter. */
  words: z.array(z.string().min(2)).max(60),
  sources: z.array(z.strictObject({ short: z.string().min(1), document: z.string().min(1), place: z.string() })).min(1),
})
export type CarePlanCriterion = z.infer<typeof CarePlanCriterion>

/** The criteria that care plans are read against: a versioned file of the checklists folder. An id never changes its meaning. */
export const CarePlanCriteria = z.strictObject({
  id: z.string().min(1).max(40),
  title: z.string().min(1).max(200),
  version: z.string().min(1).max(40),
  criteria: z
    .array(CarePlanCriterion)
    .min(1)
    .max(60)
    .refine((all) => new Set(all.map(({ id }) => id)).size === all.length, 'has the same id twice'),
})
export type CarePlanCriteria = z.infer<typeof CarePlanCriteria>

/** The months, 1 to 12, in which all criteria are asked: the first of each quarter. */
const quarterMonths = [1, 4, 7, 10]

/** Whether an audit of the month of this date asks all criteria, or the core ones alone. */
export const criteriaSetOf = (date: string): 'core' | 'all' =>
  quarterMonths.includes(Number(date.slice(5, 7))) ? 'all' : 'core'

/** The criteria of a set, in the order of the file. */
export const criteriaOf = ({ criteria }: CarePlanCriteria, set: 'core' | 'all'): CarePlanCriterion[] =>
  set === 'all' ? criteria : criteria.filter(({ core }) => core)
