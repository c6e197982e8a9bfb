import { z } from '../model/schema.ts'
import { HistoryState, TrailEntry } from '../model/trail.ts'
import { query, command, nothing } from './method.ts'

/** Undo, redo and the trail. */
export const historyMethods = {
  // History.
  'history.state': query('reader', nothing, HistoryState),
  'history.undo': command(
    'contributor',
    z.strictObject({ seq: z.int().optional() }),
    z.strictObject({ words: z.string() }),
  ),
  'history.redo': command('contributor', nothing, z.strictObject({ words: z.string() })),
  'trail.list': query(
    'reader',
    z.strictObject({
      before: z.int().nullable().default(null),
      limit: z.int().min(1).max(200).default(50),
      entity: z.string().max(40).optional(),
      id: z.string().max(64).optional(),
    }),
    z.array(TrailEntry),
  ),
} as const
