import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ErrorCode } from '../../../../shared/result.ts'
import type { OpenAs, OpenWorkspace, WorkspaceSummary } from '../../../../shared/model/workspace.ts'
import { useApi } from '../../api/api.ts'
import { saveTransfer } from '../../api/download.ts'
import { useOrder } from '../../api/use-order.ts'
import { say } from '../../messages.tsx'
import type { Host } from './use-host.ts'
import type { WayOut } from './workspace-words.ts'

type Id = OpenWorkspace['id']
/** The list has a dialog of its own for putting back a copy. */
type ListWay = Exclude<WayOut, 'put-back'>

/** Failures to open that the list shows in a panel of its own, so that they are not said twice. */
const shownOnTheList: readonly ErrorCode[] = [
  'damaged',
  'newer-version',
  'upgrade-failed',
  'folder-missing',
  'in-use',
  'read-only',
  'disk-full',
  'synced-folder',
]

/** Opens workspaces of the list, and does what the panel of each state offers. */
export function useWaysOut(
  host: Host,
  enter: (workspace: OpenWorkspace | undefined) => void,
  restore: () => void,
): {
  isBusy: boolean
  isMoving: boolean
  tried: Id | null
  open: (id: Id, as?: OpenAs) => Promise<OpenWorkspace | undefined>
  take: (way: ListWay, workspace: WorkspaceSummary) => void
} {
  const api = useApi()
  const answers = useQueryClient()
  const [tried, setTried] = useState<Id | null>(null)
  const onFailure = ({ code }: { code: ErrorCode }) => {
    void answers.invalidateQueries({ queryKey: ['workspaces.list'] })
    return shownOnTheList.includes(code)
  }
  const opening = useOrder('workspaces.open', { onFailure })
  const moving = useOrder('workspaces.moveHere')
  const details = useOrder('workspaces.supportDetails')
  const forget = useOrder('workspaces.forget').run

  const open = async (id: Id, as: OpenAs = 'write') => {
    setTried(null)
    const opened = await opening.run({ id, as })
    if (opened === undefined) setTried(id)
    enter(opened)
    return opened
  }

  const find = async (lost: Id) => {
    const id = await host.chooseWorkspace()
    // What was looked for stays on the list until it is found.
    if (id !== null && (await open(id)) !== undefined && id !== lost) await forget({ id: lost })
  }

  const saveDetails = async (id: Id) => {
    const file = await details.run({ id })
    if (file === undefined) return
    const saved = await saveTransfer(api, { ...file, contentType: 'text/plain' })
    if (saved !== null) say(`Saved as ${saved}. Read it before you send it.`)
  }

  const take = (way: ListWay, { id }: WorkspaceSummary) => {
    switch (way) {
      case 'open':
      case 'again':
        return void open(id)
      case 'read':
        return void open(id, 'read')
      case 'anyway':
        return void open(id, 'anyway')
      case 'move':
        return void moving.run({ id }).then(enter)
      case 'find':
        return void find(id)
      case 'restore':
        return restore()
      case 'support':
        return void saveDetails(id)
      case 'forget':
        return void forget({ id })
    }
  }

  return { isBusy: opening.busy || moving.busy || details.busy, isMoving: moving.busy, tried, open, take }
}
