import { z } from './model/schema.ts'

const changed = z.strictObject({ ids: z.array(z.string()) })

/**
 * What the core tells every window after a change: ids, never rows, so that a screen refetches through the checked path. An empty
 * list of ids means "any of them": a reader process, or a change to many, says so.
 */
export const events = {
  'provider.changed': changed,
  'assessments.changed': changed,
  'findings.changed': changed,
  'evidence.changed': changed,
  'actions.changed': changed,
  'audits.changed': changed,
  'history.changed': z.strictObject({}),
  'backups.changed': z.strictObject({}),
  'workspace.changed': z.strictObject({}),
  'settings.changed': z.strictObject({}),
  'task.progress': z.strictObject({
    taskId: z.string(),
    state: z.enum(['running', 'done', 'failed', 'cancelled']),
    /** What is being done, in words. */
    words: z.string(),
    done: z.int(),
    /** Null while the total is not known. */
    total: z.int().nullable(),
  }),
} as const

export type EventName = keyof typeof events
export type EventData<Name extends EventName> = z.infer<(typeof events)[Name]>

/** An event on its way to a window. */
export type AppEvent = { [Name in EventName]: { name: Name; data: EventData<Name> } }[EventName]
