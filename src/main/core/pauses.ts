/** How long work on this thread may go on before others get their turn, in milliseconds. */
const stretch = 15

/** Lets others be answered between two steps of long work, whenever it has gone on for long enough. */
export function createPauses(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < stretch) return
    await new Promise((resolve) => setImmediate(resolve))
    since = performance.now()
  }
}
