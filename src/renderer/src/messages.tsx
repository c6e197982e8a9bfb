import { useSyncExternalStore } from 'react'

/** What the page says at its foot: one thing done, or one failure. `id` is new for each, so that the same words are said again. */
export type Message = { id: number; words: string; kind: 'done' | 'fault'; undo: boolean }

let current: Message | null = null
let lastId = 0
const listeners = new Set<() => void>()

function show(message: Message | null) {
  current = message
  for (const listener of listeners) listener()
}

/** Says, politely and without taking focus, what was done; with `undo` the way back stands beside it. */
export function say(words: string, options: { undo?: boolean } = {}): void {
  lastId += 1
  show({ id: lastId, words, kind: 'done', undo: options.undo ?? false })
}

/** Says a failure in words: what happened, what is safe, what to do. It stays until it is put away. */
export function sayFault(words: string): void {
  lastId += 1
  show({ id: lastId, words, kind: 'fault', undo: false })
}

/** Puts away the message with this id, unless another has taken its place. */
export function putAway(id: number): void {
  if (current?.id === id) show(null)
}

/** The message that stands at the foot of the page; null when there is none. */
export const useMessage = (): Message | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => current,
  )
