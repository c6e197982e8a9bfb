import { useEffect, useRef, useState } from 'react'
import { useApi } from '../../api/api.ts'
import { saveTransfer } from '../../api/download.ts'
import { useTask } from '../../api/use-task.ts'
import { Button } from '../../components/button.tsx'
import { explainThrown } from '../../defects.ts'
import { say, sayFault } from '../../messages.tsx'

/** A backup for another disk: made, checked, and saved where the person says. */
export function SaveCopy() {
  const api = useApi()
  const made = useTask('backups.export')
  const [isSaving, setSaving] = useState(false)
  const saved = useRef('')
  const { now, clear } = made

  useEffect(() => {
    if (now.state !== 'done' || saved.current === now.result.transferId) return
    const { transferId, fileName } = now.result
    saved.current = transferId
    const save = async () => {
      setSaving(true)
      try {
        const place = await saveTransfer(api, { transferId, fileName, contentType: 'application/zip' })
        if (place !== null) say(`Saved as ${place}.`)
      } catch (error) {
        sayFault(explainThrown(error).message)
      } finally {
        setSaving(false)
        clear()
      }
    }
    void save()
  }, [now, api, clear])

  if (now.state === 'running')
    return (
      <>
        <output>{now.progress.words === '' ? 'Starting' : now.progress.words}</output>
        <Button onPress={() => void made.cancel()}>Cancel the copy</Button>
      </>
    )
  return (
    <>
      <Button isDisabled={isSaving} onPress={() => void made.start({})}>
        Save a copy elsewhere
      </Button>
      {now.state === 'failed' && <output className="note">{now.error.message}</output>}
    </>
  )
}
