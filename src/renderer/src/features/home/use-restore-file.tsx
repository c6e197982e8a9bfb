import { useRef, useState, type ReactNode } from 'react'
import type { OpenWorkspace } from '../../../../shared/model/workspace.ts'
import { useApi } from '../../api/api.ts'
import { uploadFile } from '../../api/upload.ts'
import { explainThrown } from '../../defects.ts'
import { sayFault } from '../../messages.tsx'

/** Opens a backup that was saved elsewhere, as a workspace of its own: nothing that is there is replaced. */
export function useRestoreFile(enter: (workspace: OpenWorkspace) => void): {
  isBusy: boolean
  choose: () => void
  /** The control that asks for the file; it is to be drawn once. */
  input: ReactNode
} {
  const api = useApi()
  const [isBusy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)

  const open = async (file: File) => {
    setBusy(true)
    try {
      enter(await api.call('backups.openCopy', { transferId: await uploadFile(api, file) }))
    } catch (error) {
      sayFault(explainThrown(error).message)
    } finally {
      setBusy(false)
    }
  }

  return {
    isBusy,
    choose: () => field.current?.click(),
    input: (
      <input
        ref={field}
        type="file"
        accept=".zip"
        hidden
        aria-label="Backup file"
        onChange={({ target }) => {
          const [file] = target.files ?? []
          // The same file may be chosen again.
          target.value = ''
          if (file) void open(file)
        }}
      />
    ),
  }
}
