import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import type { TaskProgress } from '../../api/use-task.ts'

type ImportProgressProps = { label: string; progress: TaskProgress; onCancel: () => void }

/** How far long work is, with a way to stop it. */
export function ImportProgress({ label, progress: { words, done, total }, onCancel }: ImportProgressProps) {
  const [isCancelling, setIsCancelling] = useState(false)
  return (
    <div className="making">
      <progress aria-label={label} max={total ?? undefined} value={total === null ? undefined : done} />
      <span className="making__words">
        {isCancelling ? 'Stopping...' : words === '' ? label : words}
        {total !== null && !isCancelling && `, ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`}
      </span>
      <Button
        isDisabled={isCancelling}
        onPress={() => {
          setIsCancelling(true)
          onCancel()
        }}
      >
        Cancel
      </Button>
    </div>
  )
}
