import { keepPreviousData, QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query'
import {
  contract,
  isMethodName,
  type Contract,
  type InputOf,
  type MethodName,
  type OutputOf,
} from '../../../shared/contract.ts'
import type { AppError } from '../../../shared/result.ts'
import { explainThrown } from '../defects.ts'
import { useApi, type Api } from './api.ts'
import { isDoubtfulAfter } from './invalidation.ts'

/** The methods that only ask. */
export type QueryName = { [Name in MethodName]: Contract[Name]['kind'] extends 'query' ? Name : never }[MethodName]

/** How an answer is asked for. `keep` shows the last answer while the next one comes, for filters and dates that slide. */
export type AnswerOptions = { enabled?: boolean; keep?: boolean }

/**
 * The answer of a query, kept up to date by events. Its key is `[method, input]`. `data` is undefined until the first answer;
 * `error` is an `AppError` with words to act on.
 */
export function useAnswer<Name extends QueryName>(
  method: Name,
  input: InputOf<Name>,
  options: AnswerOptions = {},
): UseQueryResult<OutputOf<Name>, AppError> {
  const api = useApi()
  return useQuery<OutputOf<Name>, AppError>({
    queryKey: [method, input],
    queryFn: () =>
      api.call(method, input).catch((error: unknown) => {
        throw explainThrown(error)
      }),
    enabled: options.enabled ?? true,
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
  })
}

/** Makes the store of answers, and keeps it up to date by the api's events and by the host coming back. */
export function createAnswers(api: Api): QueryClient {
  const answers = new QueryClient({
    defaultOptions: {
      // The program is offline by design: nothing waits for a network, and nothing is fresh for a time of its own.
      queries: {
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
    },
  })
  api.onEvent(({ name }) => {
    void answers.invalidateQueries({ predicate: ({ queryKey }) => isDoubtfulAfter(name, String(queryKey[0])) })
  })
  api.link.subscribe(() => {
    if (api.link.get() === 'connected') void answers.invalidateQueries()
  })
  forgetOnChange(answers)
  return answers
}

/**
 * Forgets every answer of a workspace when another is open in its place, so that nothing of one is shown under the name of the other.
 */
function forgetOnChange(answers: QueryClient) {
  let open: string | undefined
  answers.getQueryCache().subscribe(({ query }) => {
    if (query.queryKey[0] !== 'workspaces.current') return
    const now = (query.state.data as OutputOf<'workspaces.current'> | undefined)?.id
    if (now === open) return
    open = now
    void answers.resetQueries({ predicate: ({ queryKey }) => isOfWorkspace(String(queryKey[0])) })
  })
}

const isOfWorkspace = (method: string) => isMethodName(method) && contract[method].place === 'workspace'
