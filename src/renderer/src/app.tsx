import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { I18nProvider } from 'react-aria-components'
import { createHashRouter, Navigate } from 'react-router'
import { RouterProvider } from 'react-router/dom'
import { ApiContext, type Api } from './api/api.ts'
import { paths } from './routes.ts'

const router = createHashRouter([{ path: '*', element: <Navigate to={paths.home} replace /> }])

/** The whole page: its api, its store of answers and its screens. */
export function App({ api, answers }: { api: Api; answers: QueryClient }) {
  return (
    <ApiContext value={api}>
      <QueryClientProvider client={answers}>
        <I18nProvider locale="en-GB">
          <RouterProvider router={router} />
        </I18nProvider>
      </QueryClientProvider>
    </ApiContext>
  )
}
