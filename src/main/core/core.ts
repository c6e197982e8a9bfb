import { contract, type MethodName, type WorkspaceMethodName } from '../../shared/contract.ts'
import type { AppEvent, EventName } from '../../shared/events.ts'
import type { Actor } from '../../shared/model/trail.ts'
import { AppError } from '../../shared/result.ts'
import { handlers } from './handlers.ts'
import type { CommandContext, HistoryNote, QueryContext, TaskContext, WorkspaceServices } from './handler.ts'
import type { OpenDatabase } from './database/open-database.ts'
import { refreshFacts } from './assessments/facts.ts'
import type { TaskControl, TaskGroup } from './tasks/tasks.ts'
import { noteUndoable } from './trail/history.ts'
import { createRecorder, type Change, type RecordedTable } from './trail/recorder.ts'
import { appendToTrail, momentAfterLast } from './trail/trail.ts'

/** One open workspace: answers the workspace's methods. */
export type Core = {
  run(method: WorkspaceMethodName, input: unknown, actor: Actor): Promise<unknown>
  /** Runs a step as one command outside the contract: how a new workspace is filled. */
  write<T>(method: string, actor: Actor, step: (context: CommandContext) => Promise<T>): Promise<T>
  /** Takes no more calls, cancels the tasks, and waits until what was begun has ended. */
  close(): Promise<void>
}

export type CoreOptions = {
  database: OpenDatabase
  services: WorkspaceServices
  tasks: TaskGroup
  emit(event: AppEvent): void
  /** Why nothing may be written, as a failure to answer commands with; null when this process writes. */
  readOnly: AppError | null
}

const eventOf: Record<RecordedTable, Exclude<EventName, 'task.progress'>> = {
  provider: 'provider.changed',
  core_service: 'provider.changed',
  ward: 'provider.changed',
  assessment: 'assessments.changed',
  scope: 'assessments.changed',
  finding: 'findings.changed',
  evidence: 'evidence.changed',
  link: 'findings.changed',
  attachment: 'evidence.changed',
  action: 'actions.changed',
  snapshot: 'assessments.changed',
  erratum: 'assessments.changed',
  kept_find: 'assessments.changed',
  audit: 'audits.changed',
  audit_plan: 'audits.changed',
  audit_decision: 'audits.changed',
  audit_answer: 'audits.changed',
  audit_sentence: 'audits.changed',
  audit_sentence_count: 'audits.changed',
  audit_read_back: 'audits.changed',
}

/** Stands for an id where there are too many to name. */
const anyOfThem = ''

/** Whom a change concerns: the row, and what its counts, gaps or words show beside it. */
function subjectsOf(change: Change): [EventName, string][] {
  const event = eventOf[change.entity]
  if ('bulk' in change)
    return [
      [event, anyOfThem],
      ['evidence.changed', anyOfThem],
      ['findings.changed', anyOfThem],
    ]
  const { entity, id, before, after } = change
  const named = (name: EventName, column: string): [EventName, string][] =>
    [before?.[column], after?.[column]].flatMap((value) => (typeof value === 'string' ? [[name, value]] : []))
  switch (entity) {
    case 'link':
      return [...named('findings.changed', 'finding_id'), ...named('evidence.changed', 'evidence_id')]
    case 'attachment':
      return [...named(event, 'evidence_id'), ['findings.changed', anyOfThem]]
    case 'action':
      return [[event, id], ...named('findings.changed', 'finding_id')]
    case 'evidence':
      return [
        [event, id],
        ['findings.changed', anyOfThem],
      ]
    default:
      // The screens of an audit show counts over many of its rows.
      return [[event, event === 'audits.changed' ? anyOfThem : id]]
  }
}

/** The handlers by name, once the contract has told which kind each is. */
type AnyHandler<Context> = (input: unknown, context: Context) => Promise<unknown>

/** Makes the core of an open workspace. */
export function createCore({ database, services, tasks, emit, readOnly }: CoreOptions): Core {
  async function runCommand<T>(
    method: string,
    actor: Actor,
    step: (context: CommandContext) => Promise<T>,
  ): Promise<T> {
    const { writer } = database
    if (readOnly) throw readOnly
    if (!writer) throw new AppError('read-only', 'This workspace is open to be read only.')
    const afterwards: (() => Promise<void>)[] = []
    const committed = await writer.transaction().execute(async (tx) => {
      const record = createRecorder(tx)
      let words = ''
      let settled = 0
      async function settle() {
        const fresh = record.changes.slice(settled)
        settled = record.changes.length
        await refreshFacts(tx, fresh)
      }
      let history: HistoryNote | null = (seq) => noteUndoable(tx, seq)
      const at = await momentAfterLast(tx, services.now())
      const context: CommandContext = {
        ...services,
        now: () => at,
        db: tx,
        actor,
        record,
        settle,
        say: (said) => void (words = said),
        afterCommit: (work) => void afterwards.push(work),
        setHistory: (note) => void (history = note),
      }
      const answer = await step(context)
      const changes = [...record.changes]
      if (changes.length > 0) {
        await settle()
        const seq = await appendToTrail(tx, {
          at,
          actor,
          method,
          payload: {
            words: words || method,
            changes,
            ...(record.redactions.length > 0 ? { redacted: [...record.redactions] } : {}),
          },
        })
        await history?.(seq)
      }
      return { answer, changes }
    })
    tellOf(committed.changes)
    for (const work of afterwards) await work()
    return committed.answer
  }

  function tellOf(changes: readonly Change[]) {
    if (changes.length === 0) return
    const ids = new Map<EventName, Set<string>>()
    for (const change of changes) {
      for (const [name, id] of subjectsOf(change)) {
        const told = ids.get(name) ?? new Set()
        ids.set(name, told)
        told.add(id)
      }
    }
    // An empty list means "any of them".
    for (const [name, told] of ids) emit({ name, data: { ids: told.has(anyOfThem) ? [] : [...told] } } as AppEvent)
    emit({ name: 'history.changed', data: {} })
  }

  async function runTask(method: WorkspaceMethodName, input: unknown, actor: Actor, control: TaskControl) {
    // A connection of its own: what reads the whole database must not keep the screens waiting for theirs.
    const db = database.openAnotherReader()
    try {
      const context: TaskContext = {
        ...services,
        db,
        actor,
        control,
        write: (step) => runCommand(method, actor, step),
      }
      return await (handlers[method] as unknown as AnyHandler<TaskContext>)(input, context)
    } finally {
      await db.destroy()
    }
  }

  async function answer(method: WorkspaceMethodName, input: unknown, actor: Actor) {
    const { kind } = contract[method]
    if (kind === 'query') {
      const context: QueryContext = { ...services, db: database.reader }
      return (handlers[method] as unknown as AnyHandler<QueryContext>)(input, context)
    }
    if (kind === 'command')
      return runCommand(method, actor, (context) =>
        (handlers[method] as unknown as AnyHandler<CommandContext>)(input, context),
      )
    return tasks.start(wordsOfTask(method), (control) => runTask(method, input, actor, control))
  }

  const underWay = new Set<Promise<unknown>>()
  let closing = false

  return {
    write: runCommand,
    async run(method, input, actor) {
      if (closing) throw new AppError('no-workspace', 'This workspace was closed meanwhile. Nothing was changed.')
      const answering = answer(method, input, actor)
      underWay.add(answering)
      try {
        return await answering
      } finally {
        underWay.delete(answering)
      }
    },
    async close() {
      closing = true
      await tasks.close()
      await Promise.allSettled(underWay)
    },
  }
}

const wordsOfTask = (method: MethodName) => `Starting ${method}`
