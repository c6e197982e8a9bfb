import { useEffect, useRef, useState } from 'react'
import type { InputOf } from '../../../../shared/contract.ts'
import type { LoadResult } from '../../../../shared/model/care-plan-audit.ts'
import { useApi } from '../../api/api.ts'
import { uploadFile } from '../../api/upload.ts'
import { useTask, type TaskProgress } from '../../api/use-task.ts'
import { explainThrown } from '../../defects.ts'
import type { WaitingPlan } from './plans-to-load.ts'

type PlanInput = InputOf<'audits.load'>['plans'][number]
type NotRead = LoadResult['failed'][number]

/** Sends plans to the core, file by file, and has them read there. `notSent` are files that did not even arrive. */
export function useLoadPlans(auditId: InputOf<'audits.load'>['id']) {
  const api = useApi()
  const task = useTask('audits.load')
  const [sending, setSending] = useState<TaskProgress | null>(null)
  const [notSent, setNotSent] = useState<readonly NotRead[]>([])
  const [isStopped, setStopped] = useState(false)
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])

  const load = async (plans: readonly WaitingPlan[]) => {
    const stop = new AbortController()
    abort.current = stop
    setStopped(false)
    const ready: PlanInput[] = []
    const failed: NotRead[] = []
    for (const [at, { pseudonym: typed, patientName, source }] of plans.entries()) {
      const pseudonym = typed.trim()
      if (source.kind === 'pasted') {
        ready.push({ pseudonym, patientName, source })
        continue
      }
      const fileName = source.file.name
      setSending({ words: `Taking ${fileName}`, done: at, total: plans.length })
      try {
        const transferId = await uploadFile(api, source.file, { signal: stop.signal })
        ready.push({ pseudonym, patientName, source: { kind: 'file', transferId, fileName } })
      } catch (thrown) {
        failed.push({ pseudonym, fileName, problem: explainThrown(thrown).message })
      }
      if (stop.signal.aborted) break
    }
    setSending(null)
    if (stop.signal.aborted) {
      setStopped(true)
      for (const { source } of ready)
        if (source.kind === 'file') await api.call('transfers.end', { id: source.transferId }).catch(() => undefined)
      return
    }
    setNotSent(failed)
    if (ready.length > 0) await task.start({ id: auditId, plans: ready })
  }

  const { now } = task
  return {
    load,
    cancel: () => {
      abort.current?.abort()
      void task.cancel()
    },
    progress: sending ?? (now.state === 'running' ? now.progress : null),
    error: now.state === 'failed' ? now.error : null,
    isCancelled: isStopped || now.state === 'cancelled',
    result: now.state === 'done' ? now.result : null,
    notSent,
  }
}
