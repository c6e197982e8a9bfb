import { AppError } from '../../shared/result.ts'

/** A reference of four characters, by which a person can name a defect to whoever mends it. */
export const newReference = (): string =>
  Math.floor(Math.random() * 0x10000)
    .toString(16)
    .toUpperCase()
    .padStart(4, '0')

/** The words of a defect of the page: what is safe, and that one can go on. */
export const defectInWords = (reference: string): string =>
  `Something went wrong (reference ${reference}). Nothing was lost; you can carry on.`

/** What was thrown as a failure with words: an expected one as it is, anything else as a defect of the page with a reference. */
export function explainThrown(thrown: unknown): AppError {
  return thrown instanceof AppError ? thrown : new AppError('internal', defectInWords(newReference()))
}
