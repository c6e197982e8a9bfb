import type { ReactNode } from 'react'

/** What is wider than a small window: it scrolls in a region of its own, by keyboard as well. */
export function ScrollRegion({ name, children }: { name: string; children: ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a region that scrolls must be reachable by keyboard
    <section className="table-scroll" aria-label={name} tabIndex={0}>
      {children}
    </section>
  )
}
