import { useEffect, useRef } from 'react'
import type { InputOf } from '../../../../shared/contract.ts'
import { useApi } from '../../api/api.ts'
import { saveTransfer } from '../../api/download.ts'
import { useTask } from '../../api/use-task.ts'
import { Button } from '../../components/button.tsx'
import { explainThrown } from '../../defects.ts'
import { say, sayFault } from '../../messages.tsx'

type SaveLeftOutProps = { count: number; choices: InputOf<'evidence.leftOutRows'> }

/** Saves the rows that are left out as a CSV under our own headings, to be mended there and brought in later. */
export function SaveLeftOut({ count, choices }: SaveLeftOutProps) {
  const api = useApi()
  const { now, start, clear } = useTask('evidence.leftOutRows')
  const saving = useRef(false)

  useEffect(() => {
    if (saving.current || now.state === 'idle' || now.state === 'running') return
    if (now.state === 'failed') sayFault(now.error.message)
    if (now.state !== 'done') return
    saving.current = true
    saveTransfer(api, now.result)
      .then((saved) => {
        if (saved !== null) say(`What was left out is saved as ${saved}.`)
      })
      .catch((error: unknown) => sayFault(explainThrown(error).message))
      .finally(() => {
        saving.current = false
        clear()
      })
  }, [api, clear, now])

  return (
    <Button
      onPress={() => {
        if (now.state !== 'running' && now.state !== 'done') void start(choices)
      }}
    >
      {count === 1 ? 'Save the 1 left out as CSV' : `Save the ${count.toLocaleString('en-GB')} left out as CSV`}
    </Button>
  )
}
