import { IsoDate, Timestamp } from './dates.ts'
import { AssessmentId } from './ids.ts'
import { identifierTypes } from './identifiers/identifier.ts'
import { z } from './schema.ts'
import { Count, Line } from './text.ts'

/** What holds words that an export says; each is a table of the workspace. */
export const guardedEntities = [
  'assessment',
  'finding',
  'link',
  'evidence',
  'attachment',
  'action',
  'snapshot',
  'erratum',
] as const
export const GuardedEntity = z.enum(guardedEntities)
export type GuardedEntity = z.infer<typeof GuardedEntity>

/** A field that holds words: the table, the row's id and the column. */
export const GuardedPlace = z.strictObject({
  entity: GuardedEntity,
  id: z.string().max(64),
  field: z.string().max(40),
})
export type GuardedPlace = z.infer<typeof GuardedPlace>

/** The id of a find: a salted hash of where it is, its kind and its words. It changes when any of them does. */
export const FindId = z.string().regex(/^[0-9a-f]{16}$/, 'is not the id of a find')

/** What the identifier guard found in an export. Its words are masked: nothing here says who somebody is. */
export const GuardFind = z.strictObject({
  id: FindId,
  place: GuardedPlace,
  kind: z.enum(identifierTypes),
  /** Where it is, in words: "Finding C1, Acute and PICU, what staff say". */
  where: z.string(),
  /** The words around it; the find itself is masked. */
  snippet: z.string(),
  /** Why it was found, in a few words. */
  reason: z.string(),
  /** Whether it can be masked; what was signed off is never changed. */
  canMask: z.boolean(),
  /** Where a screen shows it: a finding, an item or an action; null where none does. */
  shownBy: z.strictObject({ kind: z.enum(['finding', 'evidence', 'action']), id: z.string() }).nullable(),
})
export type GuardFind = z.infer<typeof GuardFind>

/** A find that was kept, with why. */
export const KeptFind = z.strictObject({ find: GuardFind, reason: z.string(), at: Timestamp, by: z.string() })
export type KeptFind = z.infer<typeof KeptFind>

/** What the guard found in a report: at most 500 open finds are listed, `total` counts them all. It misses some. */
export const GuardCheck = z.strictObject({ total: Count, open: z.array(GuardFind), kept: z.array(KeptFind) })
export type GuardCheck = z.infer<typeof GuardCheck>

/** Which report is looked at: that of the open assessment as it stands today, unless said otherwise. */
export const GuardChoices = z.strictObject({ assessmentId: AssessmentId.optional(), asAt: IsoDate.optional() })

/** One find, and the assessment whose report it is in: the open one unless said otherwise. */
export const NamedFind = z.strictObject({ id: FindId, assessmentId: AssessmentId.optional() })

/** Why a find is kept: what it is if it is not an identifier. */
export const KeepReason = Line

/** What a failure for open finds carries in its details. */
export const OpenFinds = z.strictObject({ finds: z.array(GuardFind), total: Count })
export type OpenFinds = z.infer<typeof OpenFinds>

/** The first words of every screen and message that speaks of finds: how many, and that this is not all. */
export const checkWords = (found: number): string =>
  `The check found ${found === 0 ? 'nothing' : found} and misses some. Read it before sharing.`
