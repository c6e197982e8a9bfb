import { AppError } from '../../../shared/result.ts'
import type { HandlersOf } from '../handler.ts'

export const importHandlers: HandlersOf<'evidence.importCsv'> = {
  async 'evidence.importCsv'() {
    throw new AppError('unavailable', 'not yet')
  },
}
