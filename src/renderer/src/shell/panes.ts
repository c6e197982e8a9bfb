/** Marks an element as a pane for F6: the bar, the rail, each pane of a screen, the status line. */
export const pane = { 'data-pane': '' } as const

/** What of a pane takes focus, in this order: where focus was last, the chosen row, the heading, the first control. */
const stops = ['[tabindex="0"]', 'a[href], button:not(:disabled), input, select, textarea', 'h1, h2']

/** Moves focus to the next pane (the previous with -1), round and round. */
export function goToPane(step: 1 | -1): void {
  // The screen is one pane where it has none of its own.
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane], main:not(:has([data-pane]))')].filter(
    (found) => found.offsetParent !== null,
  )
  if (panes.length === 0) return
  const here = panes.findIndex((found) => found.contains(document.activeElement))
  const next = panes[(here + step + panes.length) % panes.length]
  if (next === undefined) return
  for (const stop of stops) {
    const found = next.querySelector<HTMLElement>(stop)
    if (found === null) continue
    found.focus()
    if (next.contains(document.activeElement)) return
  }
  next.tabIndex = -1
  next.focus()
}
