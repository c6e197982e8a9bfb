import type { Bridge } from '../../../shared/bridge.ts'
import type { Transport } from '../../../shared/client.ts'
import type { AppEvent } from '../../../shared/events.ts'
import type { HostMethodName, MenuCommand } from '../../../shared/host-contract.ts'
import { fail } from '../../../shared/result.ts'
import { findToken } from './token.ts'

/** Whether the host answers. `lost`: nothing new can be saved until it is back. `no-key`: another launch of it answers, to another key. */
export type LinkState = 'connected' | 'lost' | 'no-key'

/** A way to the host that serves this page: the desktop's bridge, or http. Answers come back unchecked. */
export type Connection = {
  call: Transport
  host(method: HostMethodName, input: unknown): Promise<unknown>
  /** Listens for events until the returned function is called; `onLink` hears when the host is lost, is back, or is another launch. */
  listen(onEvent: (event: AppEvent) => void, onLink: (state: LinkState) => void): () => void
  /** Listens for what the desktop's menu asks; in a browser it never does. */
  onMenu(listener: (command: MenuCommand) => void): () => void
}

declare global {
  interface Window {
    readonly bridge?: Bridge
  }
}

/** Connects the page to its host: over the bridge on the desktop, else over http. */
export async function openConnection(): Promise<Connection> {
  return window.bridge === undefined ? createHttpConnection(await findToken()) : createBridgeConnection(window.bridge)
}

function createBridgeConnection(bridge: Bridge): Connection {
  return {
    call: (method, input) => bridge.call(method, input),
    host: (method, input) => bridge.host(method, input),
    listen: (onEvent) => bridge.onEvent(onEvent),
    onMenu: (listener) => bridge.onMenu(listener),
  }
}

const notThere = fail(
  'unavailable',
  'The program that holds this workspace does not answer. What you typed is still here. Start it again, then try again.',
)
const noKey = fail(
  'not-allowed',
  'This page has no key to the program. Open the address again that the program printed when it started.',
)

/** Shortest and longest wait before the event stream is opened again, in milliseconds. */
const firstWait = 500
const longestWait = 5_000

/** The host sends an empty line every ten seconds; after this long without one (milliseconds) it is taken to be away. */
const longestSilence = 30_000

function createHttpConnection(token: string | null): Connection {
  let onLost: () => void = () => {}

  const post = (path: string, input: unknown, signal?: AbortSignal) =>
    fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token ?? ''}` },
      body: JSON.stringify(input),
      ...(signal === undefined ? {} : { signal }),
    })

  const ask = async (path: string, input: unknown): Promise<unknown> => {
    let response
    try {
      response = await post(path, input)
    } catch {
      onLost()
      return notThere
    }
    if (response.status === 401) return noKey
    try {
      return await response.json()
    } catch {
      return fail('internal', `The program gave an answer that cannot be read (${response.status}).`)
    }
  }

  return {
    call: (method, input) => ask(`/api/${method}`, input),
    host: (method, input) => ask(`/host/${method}`, input),
    onMenu: () => () => {},
    listen(onEvent, onLink) {
      const stop = new AbortController()
      let wake: () => void = () => {}
      onLost = () => onLink('lost')
      const follow = async () => {
        let wait = firstWait
        while (!stop.signal.aborted) {
          let state: LinkState = 'lost'
          try {
            const response = await post('/events', {}, stop.signal)
            if (response.status === 401) state = 'no-key'
            if (response.ok && response.body !== null) {
              wait = firstWait
              onLink('connected')
              await readLines(response.body, (line) => onEvent(JSON.parse(line) as AppEvent))
            }
          } catch {
            // The host went away or never answered: said below, and tried again.
          }
          if (stop.signal.aborted) return
          onLink(state)
          await new Promise<void>((resolve) => {
            wake = resolve
            setTimeout(resolve, wait)
          })
          wait = Math.min(wait * 2, longestWait)
        }
      }
      void follow()
      return () => {
        stop.abort()
        wake()
      }
    },
  }
}

/** Reads a stream as lines of text and hands on each that is not empty, until it ends or falls silent. */
async function readLines(body: ReadableStream<Uint8Array>, onLine: (line: string) => void) {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const silence = setTimeout(() => void reader.cancel(), longestSilence)
    const { done, value } = await reader.read()
    clearTimeout(silence)
    if (done) return
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim() !== '') onLine(line)
  }
}
