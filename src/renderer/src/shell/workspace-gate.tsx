import { Navigate, Outlet } from 'react-router'
import { useAnswer } from '../api/use-answer.ts'
import { toHome } from '../routes.ts'
import { lastPlace } from './places.ts'
import { WorkspaceContext } from './use-workspace.ts'
import { Loading, Unanswered } from '../forms/waiting.tsx'

/** Lets screens of a workspace through when one is open; else leads home. Another workspace begins its screens afresh. */
export function WorkspaceGate() {
  const current = useAnswer('workspaces.current', {})
  if (current.error !== null) return <Unanswered error={current.error} onAgain={() => void current.refetch()} />
  if (current.data === undefined || (current.data === null && current.isFetching)) return <Loading />
  if (current.data === null) return <Navigate to={toHome()} replace />
  return (
    <WorkspaceContext value={current.data}>
      <Outlet key={current.data.id} />
    </WorkspaceContext>
  )
}

/** Where the app begins: at the place where the open workspace was left, else at home. */
export function Start() {
  const current = useAnswer('workspaces.current', {})
  if (current.error !== null) return <Unanswered error={current.error} onAgain={() => void current.refetch()} />
  if (current.data === undefined) return <Loading />
  return <Navigate to={current.data === null ? toHome() : lastPlace(current.data.id)} replace />
}
