import type { FieldErrors } from '../../forms/field-errors.ts'

/** The form of a sign-off as it is typed. */
export type Signature = { signer: string; role: string; statement: string; unassessedReason: string }

/** What is missing in a signature. `left` counts the findings that are not assessed or not re-confirmed. */
export function checkSignature(form: Signature, left: number): FieldErrors<keyof Signature> {
  const isBlank = (field: keyof Signature) => form[field].trim() === ''
  return {
    ...(left > 0 && isBlank('unassessedReason') ? { unassessedReason: 'Say why, or assess them first' } : {}),
    ...(isBlank('statement') ? { statement: 'Say what is signed' } : {}),
    ...(isBlank('signer') ? { signer: 'Type the name of the signer' } : {}),
    ...(isBlank('role') ? { role: 'Type the role of the signer' } : {}),
  }
}
