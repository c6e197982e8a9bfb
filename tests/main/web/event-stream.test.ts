import { describe, expect, test, vi } from 'vitest'
import { createEventStream } from '../../../src/main/web/event-stream.ts'
import type { AppEvent } from '../../../src/shared/events.ts'

function makeSource() {
  const listeners = new Set<(event: AppEvent) => void>()
  return {
    listeners,
    tell: (event: AppEvent) => listeners.forEach((listener) => listener(event)),
    subscribe: (listener: (event: AppEvent) => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
const event: AppEvent = { name: 'evidence.changed', data: { ids: ['e1'] } }
const decode = (value: Uint8Array | undefined) => new TextDecoder().decode(value)

describe('the event stream', () => {
  test('greets at once, then gives each event as a line', async () => {
    const source = makeSource()
    const reader = createEventStream(source.subscribe).getReader()
    expect(decode((await reader.read()).value)).toBe('\n')
    source.tell(event)
    expect(JSON.parse(decode((await reader.read()).value))).toEqual(event)
    await reader.cancel()
  })

  test('beats while nothing happens', async () => {
    vi.useFakeTimers()
    try {
      const reader = createEventStream(makeSource().subscribe, 5_000).getReader()
      await reader.read()
      const beat = reader.read()
      await vi.advanceTimersByTimeAsync(5_000)
      expect(decode((await beat).value)).toBe('\n')
      await reader.cancel()
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })

  test('lets go of a page that went away', async () => {
    const source = makeSource()
    const stream = createEventStream(source.subscribe)
    expect(source.listeners.size).toBe(1)
    await stream.cancel()
    expect(source.listeners.size).toBe(0)
  })

  test('gives up a page that reads nothing, after what it has been sent', async () => {
    const source = makeSource()
    const stream = createEventStream(source.subscribe)
    for (let count = 0; count < 5_000; count++) source.tell(event)
    expect(source.listeners.size).toBe(0)
    const reader = stream.getReader()
    let lines = 0
    while (!(await reader.read()).done) lines++
    expect(lines).toBe(1_000)
  })
})
