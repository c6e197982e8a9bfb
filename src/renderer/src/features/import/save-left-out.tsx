import { useEffect, useRef } from 'react'
import { WarningMark } from '../../../../shared/drawing/small-marks.tsx'
import { colours } from '../../../../shared/drawing/tokens.ts'
import type { InputOf } from '../../../../shared/contract.ts'
import { useApi } from '../../api/api.ts'
import { saveTransfer } from '../../api/download.ts'
import { useTask } from '../../api/use-task.ts'
import { Button } from '../../components/button.tsx'
import { explainThrown } from '../../defects.ts'
import { say, sayFault } from '../../messages.tsx'

type SaveLeftOutProps = { count: number; choices: Omit<InputOf<'evidence.leftOutRows'>, 'masked'> }

/** Saves the rows that are left out as a CSV under our own headings, to be mended there and brought in later. */
export function SaveLeftOut({ count, choices }: SaveLeftOutProps) {
  const api = useApi()
  const { now, start, clear } = useTask('evidence.leftOutRows')
  const saving = useRef(false)
  const isHeld = now.state === 'failed' && now.error.code === 'finds-open'

  useEffect(() => {
    if (saving.current || now.state === 'idle' || now.state === 'running') return
    if (now.state === 'failed' && now.error.code !== 'finds-open') sayFault(now.error.message)
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

  if (isHeld)
    return (
      <div className="guard-note">
        <WarningMark ink={colours['note-mark']} />
        <div>
          <output>{now.error.message}</output>
          <span className="guard-note__ways">
            <Button isSmall onPress={() => void start({ ...choices, masked: true })}>
              Save them masked
            </Button>
            <Button isSmall onPress={clear}>
              Do not save them
            </Button>
          </span>
        </div>
      </div>
    )
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
