import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { Finding } from '../../../../shared/model/finding.ts'
import { useApi, type Api } from '../../api/api.ts'
import { isDoubtfulAfterCommand } from '../../api/invalidation.ts'
import { drafts } from '../../drafts/draft-store.ts'
import type { ConflictChoice } from '../../forms/merge-fields.ts'
import type { FindingEdits, FindingField } from './finding-merge.ts'
import { createFindingSaver, type SaverView } from './finding-saver.ts'

/** Idle time after which what was typed is saved, in milliseconds. Leaving a field saves at once. */
const idle = 1_200

/** A finding that is saved as it is typed. */
export type SavedFinding = SaverView & {
  /** Takes what was typed: kept at once, saved soon. */
  edit(edits: FindingEdits): void
  /** Saves now: on leaving a field, and to try again. */
  flush(): void
  settle(choices: Partial<Record<FindingField, ConflictChoice>>): void
}

/** Saves a finding as it is typed; the component that uses it is keyed by the finding's id. */
export function useFindingSaver(finding: Finding): SavedFinding {
  const api = useApi()
  const answers = useQueryClient()
  const [saver] = useState(() =>
    createFindingSaver(finding, {
      drafts,
      load: () => api.call('findings.get', { id: finding.id }),
      async send(expectedVersion, edits) {
        const saved = await sendEdits(api, finding.id, expectedVersion, edits)
        void answers.invalidateQueries({
          predicate: ({ queryKey }) => isDoubtfulAfterCommand('findings.update', String(queryKey[0])),
        })
        return saved
      },
    }),
  )
  const view = useSyncExternalStore(saver.subscribe, saver.view)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const flush = useCallback(() => {
    clearTimeout(timer.current)
    void saver.flush()
  }, [saver])

  const edit = useCallback(
    (edits: FindingEdits) => {
      saver.edit(edits)
      clearTimeout(timer.current)
      timer.current = setTimeout(flush, idle)
    },
    [saver, flush],
  )

  useEffect(() => saver.hear(finding), [saver, finding])

  // What is typed when the window closes or the screen changes is sent at once; were it refused, the draft is still there.
  useEffect(() => {
    flush()
    window.addEventListener('pagehide', flush)
    const forget = api.link.subscribe(() => {
      if (api.link.get() === 'connected') flush()
    })
    return () => {
      window.removeEventListener('pagehide', flush)
      forget()
      flush()
    }
  }, [flush, api])

  const settle = useCallback(
    (choices: Partial<Record<FindingField, ConflictChoice>>) => void saver.settle(choices),
    [saver],
  )

  return useMemo(() => ({ ...view, edit, flush, settle }), [view, edit, flush, settle])
}

/** The people's view and the staff's side are two commands: kept apart, they are saved one after the other. */
async function sendEdits(api: Api, id: string, expectedVersion: number, edits: FindingEdits) {
  const { peopleView, ...changes } = edits
  let version = expectedVersion
  let saved: Finding | null = null
  if (peopleView !== undefined) {
    saved = await api.call('findings.recordPeopleView', { id, expectedVersion: version, peopleView })
    version = saved.version
  }
  if (Object.keys(changes).length > 0 || saved === null)
    saved = await api.call('findings.update', { id, expectedVersion: version, changes })
  return saved
}
