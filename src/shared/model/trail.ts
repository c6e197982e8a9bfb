import { Timestamp } from './dates.ts'
import { z } from './schema.ts'

/** Who does something. Today the person named in settings, later one who signed in. */
export const roles = ['reader', 'contributor', 'lead', 'administrator'] as const
export const Role = z.enum(roles)
export type Role = z.infer<typeof Role>

/** The person on whose behalf a call is made. */
export const Actor = z.strictObject({ id: z.string().min(1).max(64), name: z.string().min(1).max(200), role: Role })
export type Actor = z.infer<typeof Actor>

/** One row of the trail: who, when, what; `before` and `after` are null once their words were erased. */
export const TrailEntry = z.strictObject({
  seq: z.int(),
  at: Timestamp,
  actorName: z.string(),
  method: z.string(),
  /** What was done, in words. */
  words: z.string(),
  changes: z.array(
    z.strictObject({
      entity: z.string(),
      id: z.string(),
      before: z.record(z.string(), z.unknown()).nullable(),
      after: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
  hash: z.string(),
})
export type TrailEntry = z.infer<typeof TrailEntry>

/** What undo and redo would do next, in words; null when there is nothing. `seq` names the entry. */
export const HistoryState = z.strictObject({
  undo: z.strictObject({ seq: z.int(), words: z.string() }).nullable(),
  redo: z.strictObject({ seq: z.int(), words: z.string() }).nullable(),
})
export type HistoryState = z.infer<typeof HistoryState>
