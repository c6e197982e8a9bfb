import { useSyncExternalStore } from 'react'
import type { Api } from './api.ts'
import { uploadFile } from './upload.ts'

/** A file on its way into the core: bytes sent and in all, and the way to stop it. */
export type Sending = { name: string; sent: number; total: number; cancel: () => void }

/** A smaller file, in bytes, arrives before anyone could read how far it is. */
const worthSaying = 8 * 1_048_576

let current: Sending | null = null
const listeners = new Set<() => void>()

function show(sending: Sending | null) {
  current = sending
  for (const listener of listeners) listener()
}

/** Sends a file and answers its transfer, saying meanwhile how far it is. Stopped by the person, it throws `cancelled`. */
export async function sendFile(api: Api, file: File): ReturnType<typeof uploadFile> {
  const stop = new AbortController()
  const tell = (sent: number) =>
    file.size >= worthSaying && show({ name: file.name, sent, total: file.size, cancel: () => stop.abort() })
  try {
    tell(0)
    return await uploadFile(api, file, { onProgress: tell, signal: stop.signal })
  } finally {
    show(null)
  }
}

/** The file that is on its way; null when none is. */
export const useSending = (): Sending | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => current,
  )
