import type { ReactNode } from 'react'

/** What stands where nothing is yet: one sentence and, where there is something to do, one button. Never a picture. */
export function EmptyState({ words, action }: { words: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>{words}</p>
      {action}
    </div>
  )
}
