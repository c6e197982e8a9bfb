import { createContext, useContext } from 'react'
import { createClient, type Client } from '../../../shared/client.ts'
import type { AppEvent } from '../../../shared/events.ts'
import {
  hostContract,
  type HostInputOf,
  type HostMethodName,
  type HostOutputOf,
  type MenuCommand,
} from '../../../shared/host-contract.ts'
import { unwrap, type Result } from '../../../shared/result.ts'
import type { Connection, LinkState } from './transports.ts'

/** Everything the page can ask of its host: the contract, the host's own methods, events, and whether the host is there. */
export type Api = {
  call: Client['call']
  /** Asks what only the host can do; a failure is thrown as an `AppError`, `unavailable` where the host cannot. */
  host<Name extends HostMethodName>(method: Name, input: HostInputOf<Name>): Promise<HostOutputOf<Name>>
  /** Hears every event until the returned function is called. */
  onEvent(listener: (event: AppEvent) => void): () => void
  onMenu(listener: (command: MenuCommand) => void): () => void
  /** Whether the host answers, for `useSyncExternalStore`. */
  link: { get(): LinkState; subscribe(listener: () => void): () => void }
}

/** Makes the page's api over a connection, and starts to listen for events. */
export function createApi(connection: Connection): Api {
  const listeners = new Set<(event: AppEvent) => void>()
  const linkListeners = new Set<() => void>()
  let state: LinkState = 'connected'
  connection.listen(
    (event) => {
      for (const listener of listeners) listener(event)
    },
    (now) => {
      if (now === state) return
      state = now
      for (const listener of linkListeners) listener()
    },
  )
  return {
    call: createClient(connection.call).call,
    async host(method, input) {
      const value = unwrap((await connection.host(method, input)) as Result<unknown>)
      return hostContract[method].output.parse(value) as HostOutputOf<typeof method>
    },
    onEvent: (listener) => listen(listeners, listener),
    onMenu: (listener) => connection.onMenu(listener),
    link: { get: () => state, subscribe: (listener) => listen(linkListeners, listener) },
  }
}

function listen<Listener>(listeners: Set<Listener>, listener: Listener) {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** Carries the api to every screen. */
export const ApiContext = createContext<Api | null>(null)

/** The page's api. */
export function useApi(): Api {
  const api = useContext(ApiContext)
  if (api === null) throw new Error('useApi outside ApiContext')
  return api
}
