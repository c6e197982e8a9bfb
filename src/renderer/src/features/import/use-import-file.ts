import { useCallback, useEffect, useRef, useState } from 'react'
import type { OutputOf } from '../../../../shared/contract.ts'
import type { AppError } from '../../../../shared/result.ts'
import { useApi } from '../../api/api.ts'
import { uploadFile } from '../../api/upload.ts'
import { explainThrown } from '../../defects.ts'

type TransferId = OutputOf<'transfers.begin'>['id']

/** The chosen file as it stands: on its way to the core, arrived there, or not. */
export type ImportFile =
  | { state: 'none'; error: AppError | null }
  | { state: 'sending'; name: string; sent: number; total: number }
  | { state: 'arrived'; name: string; transferId: TransferId }

/** Brings one file to the core and lets it go when another takes its place. `leave` lets it go, unless it is still being read. */
export function useImportFile(onArrived: (transferId: TransferId) => void) {
  const api = useApi()
  const [file, setFile] = useState<ImportFile>({ state: 'none', error: null })
  const held = useRef<TransferId | null>(null)
  const sending = useRef<AbortController | null>(null)

  const letGo = useCallback(() => {
    sending.current?.abort()
    sending.current = null
    const id = held.current
    held.current = null
    // What is no longer wanted may as well be gone already.
    if (id !== null) api.call('transfers.end', { id }).catch(() => undefined)
  }, [api])
  useEffect(() => () => sending.current?.abort(), [])

  const choose = async (chosen: File) => {
    letGo()
    const abort = new AbortController()
    sending.current = abort
    setFile({ state: 'sending', name: chosen.name, sent: 0, total: chosen.size })
    try {
      const transferId = await uploadFile(api, chosen, {
        signal: abort.signal,
        onProgress: (sent, total) => setFile({ state: 'sending', name: chosen.name, sent, total }),
      })
      held.current = transferId
      setFile({ state: 'arrived', name: chosen.name, transferId })
      onArrived(transferId)
    } catch (thrown) {
      if (sending.current !== abort && sending.current !== null) return
      const error = explainThrown(thrown)
      setFile({ state: 'none', error: error.code === 'cancelled' ? null : error })
    }
  }
  const clear = () => {
    letGo()
    setFile({ state: 'none', error: null })
  }
  return { file, choose, clear, letGo, cancel: () => sending.current?.abort() }
}
