import type { AppEvent, EventData } from '../../../shared/events.ts'
import { AppError, type Failure } from '../../../shared/result.ts'

type Progress = EventData<'task.progress'>

/** What a running task may do: tell how far it is, and notice that it was cancelled. */
export type TaskControl = {
  report(words: string, done: number, total: number | null): void
  readonly signal: AbortSignal
}

type Task = Progress & { result: unknown; error: Failure | null; abort: AbortController; ended: Promise<void> }

/** The tasks of one workspace: those of another go on when it is closed. */
export type TaskGroup = {
  start(words: string, run: (control: TaskControl) => Promise<unknown>): { taskId: string }
  /** Cancels the tasks of this group and waits for them to stop. */
  close(): Promise<void>
}

/** Long work under way: started, told of by events, cancelled, and its result kept until it is fetched. */
export type Tasks = {
  group(): TaskGroup
  get(taskId: string): Omit<Task, 'abort' | 'ended'>
  cancel(taskId: string): void
}

/** How many ended tasks are remembered, for a screen that asks late. */
const remembered = 50

/** Progress is told at most this often, in milliseconds, so that a fast task does not flood the windows. */
const pace = 80

/** Makes the list of tasks of one application. `explain` turns what a task threw into a failure. */
export function createTasks(options: {
  newId(): string
  emit(event: AppEvent): void
  explain(error: unknown): Failure
}): Tasks {
  const tasks = new Map<string, Task>()

  const tell = ({ taskId, state, words, done, total }: Task) =>
    options.emit({ name: 'task.progress', data: { taskId, state, words, done, total } })

  function find(taskId: string) {
    const task = tasks.get(taskId)
    if (!task) throw new AppError('not-found', 'This work is no longer known. Start it again.')
    return task
  }

  function forgetOld() {
    const ended = [...tasks.values()].filter((task) => task.state !== 'running')
    for (const task of ended.slice(0, Math.max(0, ended.length - remembered))) tasks.delete(task.taskId)
  }

  function start(words: string, run: (control: TaskControl) => Promise<unknown>): Task {
    const abort = new AbortController()
    const task: Task = {
      taskId: options.newId(),
      state: 'running',
      words,
      done: 0,
      total: null,
      result: null,
      error: null,
      abort,
      ended: Promise.resolve(),
    }
    tasks.set(task.taskId, task)
    let lastTold = 0
    const control: TaskControl = {
      signal: abort.signal,
      report(now, done, total) {
        Object.assign(task, { words: now, done, total })
        if (Date.now() - lastTold < pace) return
        lastTold = Date.now()
        tell(task)
      },
    }
    task.ended = run(control)
      .then((result) => Object.assign(task, { state: 'done', result }))
      .catch((error: unknown) => {
        const cancelled = abort.signal.aborted
        task.state = cancelled ? 'cancelled' : 'failed'
        task.error = cancelled
          ? { code: 'cancelled', message: 'Cancelled. Nothing was changed.' }
          : options.explain(error)
      })
      .then(() => {
        tell(task)
        forgetOld()
      })
    return task
  }

  return {
    group() {
      const own = new Set<Task>()
      return {
        start(words, run) {
          const task = start(words, run)
          own.add(task)
          void task.ended.then(() => own.delete(task))
          return { taskId: task.taskId }
        },
        async close() {
          for (const task of own) task.abort.abort()
          await Promise.all([...own].map((task) => task.ended))
        },
      }
    },
    get(taskId) {
      const { abort: _abort, ended: _ended, ...shown } = find(taskId)
      return shown
    },
    cancel(taskId) {
      find(taskId).abort.abort()
    },
  }
}
