import { TaskId, TransferId } from '../model/ids.ts'
import { z } from '../model/schema.ts'
import { Line } from '../model/text.ts'
import { ask, order, nothing, byId, Chunk } from './method.ts'

/** Bytes in chunks, and work that runs on. */
export const taskMethods = {
  // Bytes, in chunks.
  'transfers.begin': order('contributor', z.strictObject({ name: Line, size: z.int().min(0) }), byId(TransferId)),
  'transfers.append': order(
    'contributor',
    z.strictObject({ id: TransferId, offset: z.int().min(0), bytes: Chunk }),
    z.strictObject({ received: z.int() }),
  ),
  'transfers.read': ask(
    'reader',
    z.strictObject({ id: TransferId, offset: z.int().min(0) }),
    z.strictObject({ bytes: Chunk, size: z.int() }),
  ),
  'transfers.end': order('reader', byId(TransferId), nothing),

  // Work that runs on.
  'tasks.get': ask(
    'reader',
    z.strictObject({ taskId: TaskId }),
    z.strictObject({
      state: z.enum(['running', 'done', 'failed', 'cancelled']),
      words: z.string(),
      done: z.int(),
      total: z.int().nullable(),
      result: z.unknown(),
      error: z.unknown(),
    }),
  ),
  'tasks.cancel': order('reader', z.strictObject({ taskId: TaskId }), nothing),
} as const
