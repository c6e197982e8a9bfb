import { useCallback, useEffect, useRef, useState } from 'react'
import { contract, type InputOf, type TaskName, type TaskResultOf } from '../../../shared/contract.ts'
import { AppError, type Failure } from '../../../shared/result.ts'
import { explainThrown } from '../defects.ts'
import { sayFault } from '../messages.tsx'
import { useApi } from './api.ts'

/** How far a task is. `total` is null while it is not known. */
export type TaskProgress = { words: string; done: number; total: number | null }

/** Where a task stands. */
export type TaskState<Name extends TaskName> =
  | { state: 'idle' }
  | { state: 'running'; progress: TaskProgress }
  | { state: 'done'; result: TaskResultOf<Name> }
  | { state: 'failed'; error: AppError }
  | { state: 'cancelled' }

/** A task with its ways in and out. */
export type Task<Name extends TaskName> = {
  now: TaskState<Name>
  start(input: InputOf<Name>): Promise<void>
  cancel(): Promise<void>
  /** Forgets how the last one ended. */
  clear(): void
}

/** Progress comes by events; a task is asked for as well, this often (milliseconds), in case an event was lost. */
const pollEvery = 1_000

type TaskId = InputOf<'tasks.get'>['taskId']

/** A long piece of work: started, watched by its events, cancelled, and its result fetched when it is done. */
export function useTask<Name extends TaskName>(method: Name): Task<Name> {
  const api = useApi()
  const [now, setNow] = useState<TaskState<Name>>({ state: 'idle' })
  const [taskId, setTaskId] = useState<TaskId | null>(null)
  const starting = useRef(false)

  const look = useCallback(
    async (id: TaskId) => {
      const task = await api.call('tasks.get', { taskId: id })
      if (task.state === 'running') {
        setNow({ state: 'running', progress: { words: task.words, done: task.done, total: task.total } })
        return
      }
      setTaskId(null)
      if (task.state === 'done')
        setNow({ state: 'done', result: contract[method].output.parse(task.result) as TaskResultOf<Name> })
      else if (task.state === 'cancelled') setNow({ state: 'cancelled' })
      else setNow({ state: 'failed', error: asError(task.error) })
    },
    [api, method],
  )

  useEffect(() => {
    if (taskId === null) return
    const lookQuietly = () => {
      look(taskId).catch((thrown: unknown) => {
        const error = explainThrown(thrown)
        // While the host is away the banner says so, and the next look tries again.
        if (error.code === 'unavailable') return
        setTaskId(null)
        setNow({ state: 'failed', error })
      })
    }
    const forget = api.onEvent((event) => {
      if (event.name !== 'task.progress' || event.data.taskId !== taskId) return
      const { state, words, done, total } = event.data
      if (state === 'running') setNow({ state: 'running', progress: { words, done, total } })
      else lookQuietly()
    })
    const timer = setInterval(lookQuietly, pollEvery)
    lookQuietly()
    return () => {
      forget()
      clearInterval(timer)
    }
  }, [api, look, taskId])

  const start = useCallback(
    async (input: InputOf<Name>) => {
      if (starting.current) return
      starting.current = true
      setNow({ state: 'running', progress: { words: '', done: 0, total: null } })
      try {
        const started = (await api.call(method, input)) as { taskId: TaskId }
        setTaskId(started.taskId)
      } catch (error) {
        setNow({ state: 'failed', error: asError(error) })
      } finally {
        starting.current = false
      }
    },
    [api, method],
  )

  const cancel = useCallback(async () => {
    if (taskId === null) return
    try {
      await api.call('tasks.cancel', { taskId })
    } catch (error) {
      sayFault(asError(error).message)
    }
  }, [api, taskId])

  const clear = useCallback(() => setNow({ state: 'idle' }), [])

  return { now, start, cancel, clear }
}

/** How a task says that it failed: as the core answers it, or as what was thrown on the way. */
function asError(thrown: unknown): AppError {
  if (thrown instanceof Error) return explainThrown(thrown)
  const failure = thrown as Partial<Failure> | null
  return new AppError(failure?.code ?? 'internal', failure?.message ?? 'The work stopped without saying why.')
}
