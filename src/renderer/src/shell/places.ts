import { paths } from '../routes.ts'

const key = (workspaceId: string) => `recovery-evidence.place.${workspaceId}`

/** Where a workspace was left, for opening it again at the same place. Addresses hold ids and filters, never a person. */
export function rememberPlace(workspaceId: string, place: string): void {
  if (place.startsWith(paths.home)) return
  try {
    localStorage.setItem(key(workspaceId), place)
  } catch {
    // A browser that keeps nothing: the overview it is, next time.
  }
}

/** Where this workspace was left; the overview when it was never open here. */
export function lastPlace(workspaceId: string): string {
  try {
    const place = localStorage.getItem(key(workspaceId))
    return place !== null && place.startsWith('/') && !place.startsWith('//') ? place : paths.overview
  } catch {
    return paths.overview
  }
}
