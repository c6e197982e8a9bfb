import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createApi } from '../../src/renderer/src/api/api.ts'
import { openConnection } from '../../src/renderer/src/api/transports.ts'
import { findToken } from '../../src/renderer/src/api/token.ts'

/** The pieces of a browser that the connection touches. */
function standIn(hash: string) {
  const kept = new Map<string, string>()
  const address = { hash, pathname: '/', search: '' }
  vi.stubGlobal('location', address)
  vi.stubGlobal('history', { replaceState: () => (address.hash = '') })
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  })
  vi.stubGlobal('window', {})
  return { address, kept }
}

beforeEach(() => vi.useRealTimers())
afterEach(() => vi.unstubAllGlobals())

describe('the launch token', () => {
  test('is taken out of the address at once, so that it is in no history', async () => {
    const { address } = standIn('#token=abc-DEF_123')
    expect(await findToken()).toBe('abc-DEF_123')
    expect(address.hash).toBe('')
  })

  test('is asked of another tab, which tells it', async () => {
    standIn('#token=abc-DEF_123')
    await findToken()
    standIn('#/overview')
    expect(await findToken()).toBe('abc-DEF_123')
  })

  test('a route that looks like one is left alone', async () => {
    const { address } = standIn('#/overview?token=abc')
    await findToken()
    expect(address.hash).toBe('#/overview?token=abc')
  })
})

describe('calling over http', () => {
  test('sends the token, and says in words that the host is away when it does not answer', async () => {
    standIn('#token=abc')
    const sent: RequestInit[] = []
    vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
      if (path === '/events') return new Promise(() => undefined)
      sent.push(init)
      return Promise.reject(new TypeError('Failed to fetch'))
    })
    const api = createApi(await openConnection())
    await expect(api.call('app.info', {})).rejects.toMatchObject({ code: 'unavailable' })
    expect(new Headers(sent[0]?.headers).get('authorization')).toBe('Bearer abc')
    expect(api.link.get()).toBe('lost')
  })

  test('a page without the token is told to open the printed address, not shown an empty screen', async () => {
    standIn('#token=abc')
    vi.stubGlobal('fetch', (path: string) =>
      path === '/events' ? new Promise(() => undefined) : Promise.resolve(new Response('{}', { status: 401 })),
    )
    const api = createApi(await openConnection())
    await expect(api.call('app.info', {})).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test('events come line by line, whatever the pieces they arrive in, and heartbeats are not events', async () => {
    standIn('#token=abc')
    const lines = '\n{"name":"history.changed","data":{}}\n\n{"name":"workspace.changed","data":{}}\n'
    const pieces = [lines.slice(0, 7), lines.slice(7, 30), lines.slice(30)]
    vi.stubGlobal('fetch', async () => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece))
        },
      })
      return new Response(body)
    })
    const heard: string[] = []
    const api = createApi(await openConnection())
    api.onEvent(({ name }) => heard.push(name))
    await vi.waitFor(() => expect(heard).toEqual(['history.changed', 'workspace.changed']))
  })
})
