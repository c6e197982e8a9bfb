import { useSyncExternalStore } from 'react'
import type { OpenWorkspace } from '../../../shared/model/workspace.ts'
import { useApi } from '../api/api.ts'
import { WarningMark } from '../../../shared/drawing/small-marks.tsx'

/** What a person must know before anything else on the page: the host is away; the workspace can only be read. */
export function Banners({ workspace }: { workspace: OpenWorkspace | null }) {
  const { link } = useApi()
  const state = useSyncExternalStore(link.subscribe, link.get)
  return (
    <>
      <div role="alert">
        {state === 'lost' && (
          <p className="banner banner--fault">
            <WarningMark size={16} />
            <span>
              <b>The program that holds this workspace does not answer.</b> What you typed is still on this screen. It
              is tried again every few seconds; nothing can be saved until it is back.
            </span>
          </p>
        )}
      </div>
      {workspace?.mode === 'read' && (
        <p className="banner">
          <span>{readOnlyWords(workspace.modeReason)}</span>
        </p>
      )}
    </>
  )
}

const readOnlyWords = (reason: string) => (reason === '' ? 'This workspace is open to read only.' : reason)
