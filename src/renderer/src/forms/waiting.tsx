import { useEffect, useState } from 'react'
import type { AppError } from '../../../shared/result.ts'
import { Button } from '../components/button.tsx'

/** Milliseconds under which nothing is shown: what comes at once should not flicker. */
const patience = 300

/** Grey rows in place of what is on its way, after 300 ms; "Opening..." is said once. */
export function Loading({ title, rows = 8 }: { title?: string; rows?: number }) {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience)
    return () => clearTimeout(timer)
  }, [])
  if (!isLate) return null
  return (
    <div className="waiting">
      {title !== undefined && <h1>{title}</h1>}
      <output className="nhsuk-u-visually-hidden">Opening...</output>
      {Array.from({ length: rows }, (_, at) => (
        <div key={at} className="waiting__row" aria-hidden="true" />
      ))}
    </div>
  )
}

/** What stands where an answer failed: what happened, and trying again. */
export function Unanswered({ error, onAgain }: { error: AppError; onAgain: () => void }) {
  return (
    <div className="alert" role="alert">
      <p>{error.message}</p>
      <Button onPress={onAgain}>Try again</Button>
    </div>
  )
}
