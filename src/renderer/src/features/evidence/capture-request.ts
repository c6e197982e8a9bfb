import { useSyncExternalStore } from 'react'
import type { SourceKind } from '../../../../shared/model/vocabulary.ts'

/** What a screen that asks for quick capture knows already. */
export type CaptureRequest = {
  /** The kind of source that is missing: "Ask partners: none yet". */
  sourceKind?: SourceKind
  /** The finding that the new item is to be linked to; without it the finding in view is offered. */
  findingId?: string
  /** Files that were pasted or dropped. */
  files?: readonly File[]
}

let current: CaptureRequest | null = null
const listeners = new Set<() => void>()

function show(request: CaptureRequest | null) {
  current = request
  for (const listener of listeners) listener()
}

/** Opens quick capture as a dialog over any screen (`Alt N`). The shell shows one `QuickCaptureDialog` for all of them. */
export const requestCapture = (request: CaptureRequest = {}): void => show(request)

/** Closes the dialog. */
export const endCapture = (): void => show(null)

/** What was asked for; null while no capture is open. */
export const useCaptureRequest = (): CaptureRequest | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => current,
  )
