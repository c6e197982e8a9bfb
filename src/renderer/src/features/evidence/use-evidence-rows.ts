import { useQueries } from '@tanstack/react-query'
import { useState } from 'react'
import type { InputOf, OutputOf } from '../../../../shared/contract.ts'
import type { EvidenceRow } from '../../../../shared/model/evidence.ts'
import type { AppError } from '../../../../shared/result.ts'
import { useApi } from '../../api/api.ts'
import type { EvidenceQuery } from './evidence-route.ts'
import { pagesOf, type Stretch } from './row-window.ts'

/** Rows asked for in one call. */
const pageSize = 100

type ListInput = InputOf<'evidence.list'>
type Page = OutputOf<'evidence.list'>

/** A list of any length, of which only what is in sight is fetched. `total` is null until the first answer. */
export type EvidenceRows = {
  total: number | null
  /** The row at this place; undefined while its page is on the way. */
  at(index: number): EvidenceRow | undefined
  error: AppError | null
  again(): void
}

/** The rows of the log in sight. While another filter's are on their way, those of the last one stay. */
export function useEvidenceRows(wanted: EvidenceQuery, inSight: Stretch): EvidenceRows {
  const [settled, setSettled] = useState(wanted)
  const [lastTotal, setLastTotal] = useState<number | null>(null)
  const coming = usePages(wanted, inSight)
  const shown = usePages(settled, inSight)
  if (settled !== wanted && coming.total !== null) setSettled(wanted)
  const total = shown.total ?? lastTotal
  if (total !== lastTotal) setLastTotal(total)
  return { total, at: shown.at, error: coming.error, again: coming.again }
}

function usePages({ filter, sort, descending }: EvidenceQuery, inSight: Stretch) {
  const api = useApi()
  const inputs = pagesOf(inSight, pageSize).map((page): ListInput => ({
    filter,
    sort,
    descending,
    offset: page * pageSize,
    limit: pageSize,
  }))
  const answers = useQueries({
    queries: inputs.map((input) => ({
      queryKey: ['evidence.list', input],
      queryFn: (): Promise<Page> => api.call('evidence.list', input),
    })),
  })
  const rowsAt = new Map<number, EvidenceRow[]>()
  let total: number | null = null
  answers.forEach(({ data }, at) => {
    if (data === undefined) return
    total = data.total
    rowsAt.set((inputs[at]?.offset ?? 0) / pageSize, data.rows)
  })
  return {
    total: total as number | null,
    at: (index: number) => rowsAt.get(Math.floor(index / pageSize))?.[index % pageSize],
    error: (answers.find(({ error }) => error !== null)?.error as AppError | undefined) ?? null,
    again() {
      for (const answer of answers) if (answer.error !== null) void answer.refetch()
    },
  }
}
