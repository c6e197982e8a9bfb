import { useCallback, useEffect, useRef } from 'react'
import type { InputOf } from '../../../../shared/contract.ts'
import type { ImportReading } from '../../../../shared/model/evidence-import.ts'
import { useTask } from '../../api/use-task.ts'

type ReadInput = InputOf<'evidence.readImport'>

/**
 * Readings of a file, one at a time: asked again while one is under way, the next begins when it is done, with what was asked last. `onRead`
 * hears each that is still true; `isReading` lasts until the one that was asked last is done.
 */
export function useReading(onRead: (reading: ImportReading) => void) {
  const task = useTask('evidence.readImport')
  const { now, start, clear } = task
  const waiting = useRef<ReadInput | null>(null)
  const running = useRef(false)
  const latest = useRef(onRead)
  useEffect(() => {
    latest.current = onRead
  })

  const read = useCallback(
    (input: ReadInput) => {
      if (running.current) {
        waiting.current = input
        return
      }
      running.current = true
      void start(input)
    },
    [start],
  )

  useEffect(() => {
    if (now.state === 'running' || now.state === 'idle') return
    running.current = false
    const next = waiting.current
    waiting.current = null
    if (next !== null) {
      read(next)
      return
    }
    if (now.state === 'done') latest.current(now.result)
  }, [now, read])

  return { now, isReading: now.state === 'running', read, cancel: task.cancel, clear }
}
