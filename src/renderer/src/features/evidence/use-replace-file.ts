import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import type { Attachment } from '../../../../shared/model/evidence.ts'
import { AppError } from '../../../../shared/result.ts'
import { useApi } from '../../api/api.ts'
import { isDoubtfulAfterCommand } from '../../api/invalidation.ts'
import { sendFile } from '../../api/sending.ts'
import { say, sayFault } from '../../messages.tsx'
import { nameOf } from './use-log-evidence.ts'

/** How giving a file again ended: it is there, it is another file than was attached, or it failed (which has been said). */
type ReplaceEnd = 'done' | 'another' | 'failed'

/** Gives the bytes of a missing or changed attachment again; another file is taken only with `another`. */
export function useReplaceFile(attachment: Attachment) {
  const api = useApi()
  const answers = useQueryClient()
  const [busy, setBusy] = useState(false)
  const { id, version, sha256 } = attachment

  const run = useCallback(
    async (file: File, { another = false } = {}): Promise<ReplaceEnd> => {
      setBusy(true)
      try {
        const transferId = await sendFile(api, file)
        const order = { id, expectedVersion: version, transferId, name: nameOf(file), another }
        try {
          const kept = await api.call('attachments.replace', order)
          say(kept.sha256 === sha256 ? `${kept.name} is back as it was.` : `${kept.name} is attached instead.`, {
            undo: kept.sha256 !== sha256,
          })
        } catch (error) {
          await api.call('transfers.end', { id: transferId })
          throw error
        }
        await answers.invalidateQueries({
          predicate: ({ queryKey }) => isDoubtfulAfterCommand('attachments.replace', String(queryKey[0])),
        })
        return 'done'
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        if ((error.details as { another?: boolean } | undefined)?.another === true) return 'another'
        sayFault(`${file.name} could not be used: ${error.message}`)
        return 'failed'
      } finally {
        setBusy(false)
      }
    },
    [api, answers, id, version, sha256],
  )
  return { run, busy }
}
