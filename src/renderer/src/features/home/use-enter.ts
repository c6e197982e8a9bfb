import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import type { OpenWorkspace } from '../../../../shared/model/workspace.ts'
import { lastPlace } from '../../shell/places.ts'

/**
 * Goes into a workspace that was just opened, to where it was left. That it is open is known at once: were it asked for again, the
 * screens behind it would turn the person away meanwhile.
 */
export function useEnter(): (workspace: OpenWorkspace | undefined) => void {
  const answers = useQueryClient()
  const navigate = useNavigate()
  return useCallback(
    (workspace) => {
      if (workspace === undefined) return
      answers.setQueryData(['workspaces.current', {}], workspace)
      void navigate(lastPlace(workspace.id))
    },
    [answers, navigate],
  )
}
