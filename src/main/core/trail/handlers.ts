import { AppError } from '../../../shared/result.ts'
import { explainStorageError } from '../database/errors.ts'
import type { CommandContext, HandlersOf } from '../handler.ts'
import { directionWords, readHistoryState, turnRound } from './history.ts'
import { listTrail } from './queries.ts'

async function handleHistory(context: CommandContext, direction: 'undo' | 'redo', expectedSeq?: number) {
  try {
    const { words, mark } = await turnRound(context.db, context.record, direction, expectedSeq)
    context.say(`${directionWords[direction]}${words}`)
    context.setHistory(mark)
    return { words }
  } catch (error) {
    const refused = explainStorageError(error)
    if (refused) throw refused
    // What was done since may lean on what would go: an attachment on an item, say.
    if (error instanceof Error && 'code' in error && error.code === 'SQLITE_CONSTRAINT')
      throw new AppError(
        'conflict',
        'Other things were built on this since, so it cannot be undone on its own. Nothing was changed.',
      )
    throw error
  }
}

export const trailHandlers: HandlersOf<'history.state' | 'history.undo' | 'history.redo' | 'trail.list'> = {
  'history.state': (_input, { db }) => readHistoryState(db),
  'history.undo': ({ seq }, context) => handleHistory(context, 'undo', seq),
  'history.redo': (_input, context) => handleHistory(context, 'redo'),
  'trail.list': (choice, { db }) => listTrail(db, choice),
}
