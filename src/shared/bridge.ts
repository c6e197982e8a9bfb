import type { MethodName } from './contract.ts'
import type { AppEvent } from './events.ts'
import type { HostMethodName, MenuCommand } from './host-contract.ts'

/**
 * The whole surface between a page of the desktop app and its main process, as `window.bridge`. Calls answer a `Result` as `dispatch`
 * gave it, unchecked; the functions that listen answer the function that stops it.
 */
export type Bridge = {
  call(method: MethodName, input: unknown): Promise<unknown>
  host(method: HostMethodName, input: unknown): Promise<unknown>
  onEvent(listener: (event: AppEvent) => void): () => void
  onMenu(listener: (command: MenuCommand) => void): () => void
}

/** The channels on which the main process speaks to a page. Each method of the contracts has a channel of its own name. */
export const pageChannels = { event: 'page:event', menu: 'page:menu' } as const
