import { useEffect, useRef, type ReactNode } from 'react'
import { useLocation } from 'react-router'

/** The state that a navigation carries to leave focus where it is: in the list whose row was chosen. */
export const keepFocus = { keepFocus: true } as const

/** The path whose heading has had its focus; null before the first page of all, which leaves focus to the skip link. */
let lastPath: string | null = null

type ScreenTitleProps = { title: string; id?: string; className?: string; children?: ReactNode }

/**
 * The h1 of a screen. It names the window, and takes focus on a new route, so that a screen reader begins there, unless the
 * navigation carries {@link keepFocus}. `title` is the window's, in words without marks.
 */
export function ScreenTitle({ title, id, className, children }: ScreenTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname, state } = useLocation()
  const staysPut = (state as { keepFocus?: boolean } | null)?.keepFocus === true

  useEffect(() => {
    document.title = `${title} - Recovery Evidence`
  }, [title])

  useEffect(() => {
    // A filter or a date in the address is not a new place: only the path counts.
    if (lastPath === pathname) return
    const isFirst = lastPath === null
    lastPath = pathname
    if (!isFirst && !staysPut) heading.current?.focus()
  }, [pathname, staysPut])

  return (
    <h1 ref={heading} id={id} tabIndex={-1} className={className}>
      {children ?? title}
    </h1>
  )
}
