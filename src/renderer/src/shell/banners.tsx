import { useSyncExternalStore } from 'react'
import type { OpenWorkspace } from '../../../shared/model/workspace.ts'
import { useApi } from '../api/api.ts'
import { useOrder } from '../api/use-order.ts'
import { WarningMark } from '../../../shared/drawing/small-marks.tsx'

/** What a person must know before anything else on the page: the host is away; the workspace can only be read. */
export function Banners({ workspace }: { workspace: OpenWorkspace | null }) {
  const { link } = useApi()
  const again = useOrder('workspaces.open')
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
        {state === 'no-key' && (
          <p className="banner banner--fault">
            <WarningMark size={16} />
            <span>
              <b>The program was started again, and this page has no key to it.</b> What you typed is still on this
              screen, and nothing can be saved from it. Open the address again that the program printed; unfinished
              words are there too.
            </span>
          </p>
        )}
      </div>
      {workspace?.mode === 'read' && (
        <p className="banner">
          <span>
            {readOnlyWords(workspace.modeReason)} {workspace.warning}{' '}
            <button
              type="button"
              className="link-button"
              disabled={again.busy}
              onClick={() => void again.run({ id: workspace.id, as: 'write' })}
            >
              Try again to write
            </button>
          </span>
        </p>
      )}
    </>
  )
}

const readOnlyWords = (reason: string) => (reason === '' ? 'This workspace is open to read only.' : reason)
