import { useEffect, useState, type RefObject } from 'react'

/** What had focus before each dialog that is on the page, the last first. */
const ways = new WeakMap<Element, readonly HTMLElement[]>()

/** Frames in which focus is looked after once a dialog has gone: what lay behind it is let go only after a few. */
const patience = 20

/**
 * Gives focus back to what opened a dialog once it has gone, if focus went with it. A dialog that led to another hands its own opener
 * on; where every opener is gone, the screen's heading takes focus, so that a keyboard never starts again from the top.
 */
export function useGivenBackFocus(frame: RefObject<HTMLElement | null>): void {
  const [openers] = useState(findOpeners)
  useEffect(() => {
    const dialog = frame.current?.closest('[role="dialog"], [role="alertdialog"]')
    if (dialog) ways.set(dialog, openers)
    return () => giveBack(openers, patience)
  }, [frame, openers])
}

function findOpeners(): readonly HTMLElement[] {
  const opener = document.activeElement
  if (!(opener instanceof HTMLElement) || opener === document.body) return []
  // A menu goes with its item: what opened the menu is still there.
  const menu = opener.closest('[role="menu"]')
  const trigger = menu && document.querySelector<HTMLElement>(`[aria-controls="${CSS.escape(menu.id)}"]`)
  const dialog = opener.closest('[role="dialog"], [role="alertdialog"]')
  return [opener, ...(trigger ? [trigger] : []), ...((dialog && ways.get(dialog)) ?? [])]
}

function giveBack(openers: readonly HTMLElement[], frames: number) {
  requestAnimationFrame(() => {
    const now = document.activeElement
    if (now !== null && now !== document.body && now.isConnected) return
    const heading = document.querySelector<HTMLElement>('main h1')
    const target = openers.find((opener) => opener.isConnected) ?? heading
    target?.focus()
    if (document.activeElement !== target && frames > 0) giveBack(openers, frames - 1)
  })
}
