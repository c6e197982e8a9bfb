import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useRef, useState } from 'react'
import type { Evidence, NewEvidence } from '../../../../shared/model/evidence.ts'
import { AppError } from '../../../../shared/result.ts'
import { useApi } from '../../api/api.ts'
import { isDoubtfulAfterCommand } from '../../api/invalidation.ts'
import { sendFile } from '../../api/sending.ts'
import { say, sayFault } from '../../messages.tsx'
import { askAboutSameFile } from './same-file-request.ts'

/**
 * Adds files to an item; answers how many were dealt with, having said why the others were not. A file that is attached already is
 * asked about first.
 */
export function useAddFiles() {
  const api = useApi()
  const answers = useQueryClient()
  return useCallback(
    async (evidenceId: string, files: readonly File[]) => {
      let dealtWith = 0
      for (const file of files) {
        try {
          const transferId = await sendFile(api, file)
          const alike = await api.call('attachments.alike', { transferId })
          const answer = alike.length === 0 ? 'attach' : await askAboutSameFile({ name: file.name, evidenceId, alike })
          if (answer === 'attach') await api.call('attachments.add', { evidenceId, transferId, name: nameOf(file) })
          else await api.call('transfers.end', { id: transferId })
          dealtWith += 1
        } catch (error) {
          if (!(error instanceof AppError)) throw error
          if (error.code === 'cancelled') say(error.message)
          else sayFault(`${file.name} could not be attached: ${error.message}`)
        }
      }
      await answers.invalidateQueries({
        predicate: ({ queryKey }) => isDoubtfulAfterCommand('attachments.add', String(queryKey[0])),
      })
      return dealtWith
    },
    [api, answers],
  )
}

/** The name of a file as the contract takes it. */
export const nameOf = (file: File): string => file.name.slice(-300) || 'file'

/** Logs an item and its files, once however often it is pressed. On a failure everything typed stays where it is. */
export function useLogEvidence() {
  const api = useApi()
  const answers = useQueryClient()
  const addFiles = useAddFiles()
  const [busy, setBusy] = useState(false)
  const isSending = useRef(false)

  const run = useCallback(
    async (item: NewEvidence, files: readonly File[]): Promise<Evidence | undefined> => {
      if (isSending.current) return undefined
      isSending.current = true
      setBusy(true)
      try {
        const logged = await api.call('evidence.log', item)
        const added = await addFiles(logged.id, files)
        void answers.invalidateQueries({
          predicate: ({ queryKey }) => isDoubtfulAfterCommand('evidence.log', String(queryKey[0])),
        })
        // A file that could not be added has been said, and stays said.
        if (added === files.length) say('Evidence logged.', { undo: files.length === 0 })
        return logged
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        sayFault(error.message)
        return undefined
      } finally {
        isSending.current = false
        setBusy(false)
      }
    },
    [api, answers, addFiles],
  )
  return { run, busy }
}
