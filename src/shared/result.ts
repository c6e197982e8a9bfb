/**
 * Codes of the failures that are expected and that a person can act on.
 *
 * `conflict` carries both texts in its details; `finds-open` the finds of the identifier guard that are not dealt with, masked; `internal` is a defect, carries a reference, and is never the answer to bad input.
 */
export const errorCodes = [
  'invalid-input',
  'unknown-method',
  'not-allowed',
  'not-found',
  'conflict',
  'refused',
  'finds-open',
  'no-workspace',
  'read-only',
  'in-use',
  'damaged',
  'newer-version',
  'upgrade-failed',
  'folder-missing',
  'synced-folder',
  'folder-not-empty',
  'disk-full',
  'file-missing',
  'file-unreadable',
  'too-large',
  'too-slow',
  'cancelled',
  'unavailable',
  'internal',
] as const

/** One of {@link errorCodes}. */
export type ErrorCode = (typeof errorCodes)[number]

/** A failure as it crosses the contract: a code, words to act on, and facts that a screen may show (JSON only). */
export type Failure = { code: ErrorCode; message: string; details?: unknown }

/** The answer of every method: a value, or a failure. */
export type Result<T> = { ok: true; value: T } | { ok: false; error: Failure }

/** An expected failure, thrown inside the core and answered as a {@link Failure}. Anything else that is thrown is a defect. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: unknown

  constructor(code: ErrorCode, message: string, details?: unknown) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }

  /** The failure as it crosses the contract. */
  toFailure(): Failure {
    return this.details === undefined
      ? { code: this.code, message: this.message }
      : { code: this.code, message: this.message, details: this.details }
  }
}

/** A successful result. */
export const succeed = <T>(value: T): Result<T> => ({ ok: true, value })

/** A failed result. */
export const fail = (code: ErrorCode, message: string, details?: unknown): Result<never> => ({
  ok: false,
  error: new AppError(code, message, details).toFailure(),
})

/** The value of a result, or its failure thrown as an {@link AppError}. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new AppError(result.error.code, result.error.message, result.error.details)
}
