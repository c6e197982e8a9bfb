import type { OpenWorkspace } from '../../../shared/model/workspace.ts'
import { createContext, useContext } from 'react'

/** The open workspace, as `workspaces.current` answers it. */
export type CurrentWorkspace = OpenWorkspace

/** Carries the open workspace to the screens behind it. */
export const WorkspaceContext = createContext<CurrentWorkspace | null>(null)

/** The open workspace; only screens that stand behind one may ask. `mode` is `read` where nothing can be changed. */
export function useWorkspace(): CurrentWorkspace {
  const workspace = useContext(WorkspaceContext)
  if (workspace === null) throw new Error('useWorkspace without an open workspace')
  return workspace
}

/** Whether the open workspace may be changed here and now. */
export const useCanWrite = (): boolean => useWorkspace().mode === 'write'
