import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import type { HostInputOf, HostOutputOf } from '../../../../shared/host-contract.ts'
import { WorkspaceId } from '../../../../shared/model/ids.ts'
import type { OpenWorkspace } from '../../../../shared/model/workspace.ts'
import { useApi } from '../../api/api.ts'
import { explainThrown } from '../../defects.ts'
import { sayFault } from '../../messages.tsx'

/** What the host lets a person choose: folders, on the desktop only. Null when the person thought better of it. */
export type Host = {
  isDesktop: boolean
  chooseWorkspace(): Promise<OpenWorkspace['id'] | null>
  choosePlace(whatFor?: HostInputOf<'host.choosePlace'>['whatFor']): Promise<HostOutputOf<'host.choosePlace'>>
}

/** Which host this is, with its dialogs; their failures are said. */
export function useHost(): Host {
  const api = useApi()
  const { data } = useQuery({ queryKey: ['host.describe', {}], queryFn: () => api.host('host.describe', {}) })
  const isDesktop = data?.kind === 'desktop'

  const chooseWorkspace = useCallback(async () => {
    const chosen = await orSay(api.host('host.chooseWorkspace', {}))
    return chosen === null ? null : WorkspaceId.parse(chosen.id)
  }, [api])
  const choosePlace = useCallback<Host['choosePlace']>(
    (whatFor) => orSay(api.host('host.choosePlace', { whatFor })),
    [api],
  )

  return useMemo(() => ({ isDesktop, chooseWorkspace, choosePlace }), [isDesktop, chooseWorkspace, choosePlace])
}

async function orSay<Value>(asked: Promise<Value | null>): Promise<Value | null> {
  try {
    return await asked
  } catch (error) {
    sayFault(explainThrown(error).message)
    return null
  }
}
