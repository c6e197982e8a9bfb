import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createApi } from './api/api.ts'
import { openConnection } from './api/transports.ts'
import { createAnswers } from './api/use-answer.ts'
import { App } from './app.tsx'
import { explainThrown } from './defects.ts'
import { sayFault } from './messages.tsx'
import './styles/main.scss'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root.')

const api = createApi(await openConnection())
const answers = createAnswers(api)
// What no screen caught is still said: nothing fails in silence.
window.addEventListener('unhandledrejection', ({ reason }) => sayFault(explainThrown(reason).message))

createRoot(root).render(
  <StrictMode>
    <App api={api} answers={answers} />
  </StrictMode>,
)
