import { AppError } from '../../../shared/result.ts'

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** What is said of a database that cannot be read. */
export const damagedWords = 'This workspace is damaged. It has not been changed.'

const signedOffWords =
  'This assessment is signed off, so what it says stays as it is. Nothing was changed. Start the next cycle to go on, or add an erratum beside the sign-off.'

/**
 * A failure of the database or the file system as words to act on; undefined when the error is a defect and not a state of the
 * disk or the file.
 */
export function explainStorageError(error: unknown): AppError | undefined {
  const code = codeOf(error)
  // The database itself refuses it, whoever asks: the words for people are here alone.
  if (code === 'SQLITE_CONSTRAINT' && error instanceof Error) {
    if (error.message.includes('this assessment is signed off')) return new AppError('refused', signedOffWords)
    if (error.message.includes('this audit is closed'))
      return new AppError('refused', 'This audit is closed: its texts are erased and what was decided stays.')
    if (error.message.includes('a sign-off is never changed'))
      return new AppError('refused', 'A sign-off is never changed. Add an erratum beside it. Nothing was changed.')
  }
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return new AppError(
      'disk-full',
      'This disk is full, so this was not saved. What was saved before is safe, and what you typed is still on this screen. Free some space, then try again.',
    )
  if (code === 'SQLITE_READONLY' || code === 'EROFS' || code === 'EACCES' || code === 'EPERM')
    return new AppError(
      'read-only',
      'This could not be saved: the folder cannot be written to. What was saved before is safe.',
    )
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED')
    return new AppError(
      'in-use',
      'This could not be saved: another program holds the workspace. Nothing was lost; try again.',
    )
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB') return new AppError('damaged', damagedWords)
  if (code === 'SQLITE_CANTOPEN' || code === 'SQLITE_IOERR' || code === 'EIO')
    return new AppError(
      'unavailable',
      'The workspace could not be read or written just now. What was saved before is safe; try again.',
    )
  return undefined
}
