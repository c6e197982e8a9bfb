import { IsoDate } from './dates.ts'
import { z } from './schema.ts'
import { gapLetters, judgements } from './vocabulary.ts'

const count = z.int().min(0)
const counts = <const Key extends string>(keys: readonly Key[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, count])) as Record<Key, typeof count>)

/** Coverage and gaps as the command line prints them; the format is fixed by the command-line page and its `format` number. */
export const Status = z.strictObject({
  format: z.literal(1),
  provider: z.string(),
  asAt: IsoDate,
  assessment: z.strictObject({
    id: z.string(),
    title: z.string(),
    from: IsoDate,
    to: IsoDate,
    status: z.enum(['draft', 'signed-off']),
    signedOffAt: z.string().nullable(),
  }),
  checklist: z.strictObject({
    id: z.string(),
    version: z.string(),
    reviewDue: z.string(),
    prompts: z.strictObject({ provider: count, coreService: count }),
  }),
  scopes: z.array(z.strictObject({ id: z.string(), name: z.string(), kind: z.enum(['provider', 'core-service']) })),
  findings: z.strictObject({ total: count, peopleAsked: count, byJudgement: counts(judgements) }),
  evidence: z.strictObject({ items: count, links: count }),
  actions: z.strictObject({ open: count, overdue: count }),
  gaps: counts(gapLetters),
  attachments: z.strictObject({ files: count, missing: count, changed: count }),
})
export type Status = z.infer<typeof Status>
