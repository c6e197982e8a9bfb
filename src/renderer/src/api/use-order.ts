import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Contract, InputOf, MethodName, OutputOf } from '../../../shared/contract.ts'
import type { AppError } from '../../../shared/result.ts'
import { explainThrown } from '../defects.ts'
import { say, sayFault } from '../messages.tsx'
import { useApi } from './api.ts'
import { isDoubtfulAfterCommand } from './invalidation.ts'

/** The methods that change something. */
export type CommandName = { [Name in MethodName]: Contract[Name]['kind'] extends 'command' ? Name : never }[MethodName]

/** What happens around a command. */
export type OrderOptions<Name extends CommandName> = {
  /** What is said when it is done, with Undo beside it: "Evidence removed." Nothing when left out (saved as you go). */
  said?: string | ((output: OutputOf<Name>) => string)
  /** Hears a conflict, whose details carry both texts. Without it a conflict is said like any other failure. */
  onConflict?: (error: AppError) => void
  /** Hears every other failure first; true means that the screen has said it (beside a field, say). */
  onFailure?: (error: AppError) => boolean
}

/** A command ready to be sent. */
export type Order<Name extends CommandName> = {
  /**
   * Sends the command and answers its output, or undefined when it failed (which has then been said). While a command is on its
   * way the same input is not sent a second time, and another input waits for its turn.
   */
  run(input: InputOf<Name>): Promise<OutputOf<Name> | undefined>
  busy: boolean
}

/** A command of the contract that says its own failures, and never goes twice for a double click. */
export function useOrder<Name extends CommandName>(method: Name, options: OrderOptions<Name> = {}): Order<Name> {
  const api = useApi()
  const answers = useQueryClient()
  const [waiting, setWaiting] = useState(0)
  const latest = useRef(options)
  useLayoutEffect(() => {
    latest.current = options
  })
  const onTheWay = useRef(new Map<string, Promise<OutputOf<Name> | undefined>>())
  const last = useRef<Promise<unknown>>(Promise.resolve())

  const send = useCallback(
    async (input: InputOf<Name>) => {
      const { said, onConflict, onFailure } = latest.current
      try {
        const output = await api.call(method, input)
        void answers.invalidateQueries({
          predicate: ({ queryKey }) => isDoubtfulAfterCommand(method, String(queryKey[0])),
        })
        if (said !== undefined) say(typeof said === 'function' ? said(output) : said, { undo: true })
        return output
      } catch (thrown) {
        const error = explainThrown(thrown)
        if (error.code === 'conflict' && onConflict !== undefined) onConflict(error)
        else if (onFailure?.(error) !== true) sayFault(error.message)
        return undefined
      }
    },
    [api, answers, method],
  )

  const run = useCallback(
    (input: InputOf<Name>) => {
      const key = JSON.stringify(input)
      const going = onTheWay.current.get(key)
      if (going !== undefined) return going
      setWaiting((count) => count + 1)
      const sent = last.current
        .catch(() => undefined)
        .then(() => send(input))
        .finally(() => {
          onTheWay.current.delete(key)
          setWaiting((count) => count - 1)
        })
      onTheWay.current.set(key, sent)
      last.current = sent
      return sent
    },
    [send],
  )

  return useMemo(() => ({ run, busy: waiting > 0 }), [run, waiting])
}
