import { useSyncExternalStore } from 'react'
import type { AlikeFile } from '../../../../shared/model/evidence.ts'

/** A file that is about to be attached to an item, and where the same bytes are attached already. */
export type SameFile = { name: string; evidenceId: string; alike: readonly AlikeFile[] }

/** What the person chose: attach it here too, or not. */
export type SameFileAnswer = 'attach' | 'leave'

type Asked = SameFile & { answer: (answer: SameFileAnswer) => void }

let current: Asked | null = null
const listeners = new Set<() => void>()

function show(asked: Asked | null) {
  current = asked
  for (const listener of listeners) listener()
}

/** Asks what to do with a file that is attached already. The shell shows one `SameFileDialog` for every screen. */
export const askAboutSameFile = (file: SameFile): Promise<SameFileAnswer> =>
  new Promise((resolve) => {
    show({
      ...file,
      answer(answer) {
        show(null)
        resolve(answer)
      },
    })
  })

/** The file that is asked about; null when none is. */
export const useSameFile = (): Asked | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    () => current,
  )
