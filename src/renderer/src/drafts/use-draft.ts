import { useCallback, useState } from 'react'
import { drafts } from './draft-store.ts'

/** A draft as it was left; null when there is none that fits what the form holds today. */
export function readDraft<Form extends Record<string, string | boolean>>(name: string, blank: Form): Form | null {
  const kept = drafts.read(name)
  if (typeof kept !== 'object' || kept === null) return null
  const found = kept as Record<string, unknown>
  // A form of an earlier version may lack a field, or hold it otherwise: what fits is kept.
  const fitting = Object.entries(blank).map(([field, value]) => [
    field,
    typeof found[field] === typeof value ? found[field] : value,
  ])
  return Object.fromEntries(fitting) as Form
}

/**
 * A form whose words outlive the page: kept with every change, until they are forgotten because the core has them, or because the
 * person said so.
 */
export function useDraft<Form extends Record<string, string | boolean>>(
  name: string,
  blank: () => Form,
): { form: Form; change: (form: Form) => void; forget: (next?: Form) => void } {
  const [form, setForm] = useState<Form>(() => {
    const empty = blank()
    return readDraft(name, empty) ?? empty
  })
  const change = useCallback(
    (typed: Form) => {
      setForm(typed)
      drafts.keep(name, typed)
    },
    [name],
  )
  const forget = useCallback(
    (next?: Form) => {
      if (next !== undefined) setForm(next)
      drafts.forget(name)
    },
    [name],
  )
  return { form, change, forget }
}
