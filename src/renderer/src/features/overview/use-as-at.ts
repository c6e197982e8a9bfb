import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { asAtOf } from './as-at.ts'

/** The date of the picture: `today`, the chosen date (null: today), and the choosing of it, which changes the address in place. */
export type AsAt = { today: IsoDate | undefined; at: IsoDate | null; choose(date: IsoDate | null): void }

/** The date that the address asks for. Sliding through dates leaves one step in the history, not fifty. */
export function useAsAt(): AsAt {
  const info = useAnswer('app.info', {})
  const [search, setSearch] = useSearchParams()
  const today = info.data?.today
  const choose = useCallback(
    (date: IsoDate | null) => {
      setSearch(
        (before) => {
          const after = new URLSearchParams(before)
          if (date === null) after.delete('at')
          else after.set('at', date)
          return after
        },
        { replace: true },
      )
    },
    [setSearch],
  )
  return { today, at: today === undefined ? null : asAtOf(search.get('at'), today), choose }
}
