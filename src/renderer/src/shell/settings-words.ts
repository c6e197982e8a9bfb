import { Settings } from '../../../shared/model/settings.ts'
import type { FieldErrors } from '../forms/field-errors.ts'

/** Reads what is typed in Settings: the largest file in MB (null when it is none), and what is wrong with each field. */
export function checkSettingsWords({ name, largest }: { name: string; largest: string }): {
  largestFile: number | null
  errors: FieldErrors<'name' | 'largest'>
} {
  const errors: FieldErrors<'name' | 'largest'> = {}
  if (!Settings.shape.actorName.safeParse(name).success)
    errors.name = name.trim() === '' ? 'Give a name or a role' : 'Give a name of 200 characters at most'
  const number = /^\d{1,3}(,?\d{3})?$/.test(largest.trim()) ? Number(largest.replace(',', '')) : null
  const read = Settings.shape.largestFile.safeParse(number)
  if (!read.success) errors.largest = 'Give a number of MB from 1 to 2,000'
  return { largestFile: read.success ? read.data : null, errors }
}
