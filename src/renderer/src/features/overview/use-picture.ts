import { useMemo } from 'react'
import type { ChecklistPack } from '../../../../shared/model/checklist.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import type { Overview } from '../../../../shared/model/overview.ts'
import type { AppError } from '../../../../shared/result.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { arrangePicture, type Picture } from './picture.ts'

/** The overview as at a date (`shownAt`; null: today), arranged, with what it was arranged of. */
export type ReadyPicture = {
  state: 'ready'
  shownAt: IsoDate | null
  overview: Overview
  pack: ChecklistPack
  picture: Picture
}

/** The picture, or why it is not there. */
export type PictureAnswer =
  | ReadyPicture
  | { state: 'waiting' }
  | { state: 'failed'; error: AppError; again: () => void }

/** Asks for the overview as at a date (null: today) and arranges it; while the date slides, the last picture stays. */
export function usePicture(at: IsoDate | null): PictureAnswer {
  const pack = useAnswer('checklists.current', {})
  const today = useAnswer('overview.get', {})
  const then = useAnswer('overview.get', { asAt: at ?? '2000-01-01' }, { enabled: at !== null, keep: true })
  // Until the first answer for a day to come is there, today's picture stays, under today's name.
  const overview = at === null ? today.data : (then.data ?? today.data)
  const picture = useMemo(() => {
    if (overview === undefined || pack.data === undefined) return undefined
    return arrangePicture(overview, pack.data, at === null ? undefined : today.data)
  }, [at, overview, pack.data, today.data])

  const failed = [pack, today, ...(at === null ? [] : [then])].find(({ error }) => error !== null)
  if (failed?.error != null) return { state: 'failed', error: failed.error, again: () => void failed.refetch() }
  if (overview === undefined || pack.data === undefined || picture === undefined) return { state: 'waiting' }
  const shownAt = overview === today.data ? null : overview.asAt
  return { state: 'ready', shownAt, overview, pack: pack.data, picture }
}
