import { useCallback, useSyncExternalStore } from 'react'
import { onTextSize, scaleQuery, shownTextSize } from './text-size.ts'

const mediaOf = (query: string) => matchMedia(scaleQuery(query, shownTextSize()))

/** Whether the window fits a media query, now and as it changes. Lengths grow with the size of words, as they do in the styles. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      let media = mediaOf(query)
      media.addEventListener('change', listener)
      const forget = onTextSize(() => {
        media.removeEventListener('change', listener)
        media = mediaOf(query)
        media.addEventListener('change', listener)
        listener()
      })
      return () => {
        forget()
        media.removeEventListener('change', listener)
      }
    },
    [query],
  )
  return useSyncExternalStore(subscribe, () => mediaOf(query).matches)
}
