import { defectInWords, newReference } from '../../shared/defects.ts'
import { AppError } from '../../shared/result.ts'

/** What was thrown as a failure with words: an expected one as it is, anything else as a defect of the page with a reference. */
export function explainThrown(thrown: unknown): AppError {
  return thrown instanceof AppError ? thrown : new AppError('internal', defectInWords(newReference()))
}
