import type { Statement } from './structure.ts'
import type { People } from './subjects.ts'

const dear = /^dear\s+(.{1,60}?)[,:]?$/i
const closing = /^(?:yours (?:sincerely|faithfully)|kind regards|best wishes|regards|with best wishes|many thanks)\b/i
const staffSign =
  /\b(?:dr|consultant|psychiatrist|nurse|rmn|cpn|registrar|psychologist|practitioner|coordinator|co-ordinator|therapist|social worker|gp|manager|specialty doctor)\b/i

/** Whether a text is a letter by staff, or one by the patient; null when it is no letter. */
export function letterBy(statements: readonly Statement[], people: People): 'staff' | 'patient' | null {
  const opening = statements.findIndex((s) => s.text.length < 70 && dear.test(s.text))
  if (opening < 0) return null
  const end = statements.findIndex((s, i) => i > opening && s.text.length < 50 && closing.test(s.text))
  const signed =
    end < 0
      ? ''
      : statements
          .slice(end, end + 4)
          .map((s) => s.text)
          .join(' ')
  const hasOwn = (words: string): boolean =>
    words
      .toLowerCase()
      .split(/[^\p{L}'-]+/u)
      .some((w) => people.patientNames.has(w))
  if (staffSign.test(signed)) return 'staff'
  if (hasOwn(signed)) return 'patient'
  return hasOwn(statements[opening]?.text ?? '') ? 'staff' : null
}
