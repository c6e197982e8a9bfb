import { useEffect, useId, useRef } from 'react'

/** One field in error: the id of its control, and what is wrong with it. */
export type SummaryError = { id: string; words: string }

/**
 * What is wrong with a form that was sent, with a link to each field. It takes focus at each attempt; before the first one
 * (`attempt` 0) it is not there.
 */
export function ErrorSummary({ attempt, errors }: { attempt: number; errors: readonly SummaryError[] }) {
  const summary = useRef<HTMLDivElement>(null)
  const headingId = useId()
  const isShown = attempt > 0 && errors.length > 0

  useEffect(() => {
    if (attempt > 0) summary.current?.focus()
  }, [attempt])

  if (!isShown) return null
  return (
    <div ref={summary} className="error-summary" role="alert" aria-labelledby={headingId} tabIndex={-1}>
      <h2 id={headingId}>There is a problem</h2>
      <ul>
        {errors.map(({ id, words }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                // The hash is the route: the field is reached by focus, not by address.
                event.preventDefault()
                document.getElementById(id)?.focus()
              }}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
