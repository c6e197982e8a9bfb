import { AppError } from '../../../shared/result.ts'
import type { HandlersOf } from '../handler.ts'

export const reportHandlers: HandlersOf<'report.make'> = {
  async 'report.make'() {
    throw new AppError('unavailable', 'not yet')
  },
}
