import { useState } from 'react'
import { ErrorSummary as Summary } from '../forms/error-summary.tsx'

/**
 * What is wrong with a form that was sent, each with a link to its field. `field` is the id of the control. It takes focus whenever
 * it is given a new list with something in it.
 */
export function ErrorSummary({ faults }: { faults: readonly { field: string; message: string }[] }) {
  const [seen, setSeen] = useState({ faults, attempt: 0 })
  if (seen.faults !== faults) setSeen({ faults, attempt: seen.attempt + 1 })
  return <Summary attempt={seen.attempt} errors={faults.map(({ field, message }) => ({ id: field, words: message }))} />
}
