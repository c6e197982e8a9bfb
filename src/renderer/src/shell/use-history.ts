import { useCallback } from 'react'
import { useAnswer } from '../api/use-answer.ts'
import { useOrder } from '../api/use-order.ts'
import { say } from '../messages.tsx'

/** What undo and redo would do next, in words (null: nothing), and the doing of it. */
export type History = { undoWords: string | null; redoWords: string | null; undo(): void; redo(): void }

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1).replace(/\.$/, '')

/** The way back and forth through what was done in the open workspace. */
export function useHistory(isOpen: boolean): History {
  const { data } = useAnswer('history.state', {}, { enabled: isOpen })
  const undoOrder = useOrder('history.undo').run
  const redoOrder = useOrder('history.redo').run
  const next = isOpen ? (data?.undo ?? null) : null
  const again = isOpen ? (data?.redo ?? null) : null

  const undo = useCallback(() => {
    if (next === null) {
      say('There is nothing to undo.')
      return
    }
    // The entry that the person saw, and no other: a double press undoes one thing.
    void undoOrder({ seq: next.seq }).then((done) => {
      if (done !== undefined) say(`Undone: ${lower(done.words)}.`)
    })
  }, [next, undoOrder])

  const redo = useCallback(() => {
    if (again === null) {
      say('There is nothing to redo.')
      return
    }
    void redoOrder({}).then((done) => {
      if (done !== undefined) say(`Done again: ${lower(done.words)}.`)
    })
  }, [again, redoOrder])

  return { undoWords: next?.words ?? null, redoWords: again?.words ?? null, undo, redo }
}
