import type { AppEvent } from '../../shared/events.ts'

/** How events are had: the returned function ends it. */
export type Subscribe = (listener: (event: AppEvent) => void) => () => void

/** So often an empty line is sent, by which a page knows that the host is there, and the host that the page is. In milliseconds. */
export const heartbeatInterval = 10_000

/** A page that has let this many lines lie is given up: it comes back and reads everything afresh. */
const mostLinesWaiting = 1_000

/**
 * Events as a stream of lines of JSON, with an empty line at once and at every heartbeat. The subscription ends with the stream,
 * whichever side ends it.
 */
export function createEventStream(subscribe: Subscribe, interval = heartbeatInterval): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let stop: () => void = () => undefined
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (line: string) => {
          if ((controller.desiredSize ?? 0) <= 0) {
            stop()
            controller.close()
          } else {
            controller.enqueue(encoder.encode(`${line}\n`))
          }
        }
        const unsubscribe = subscribe((event) => send(JSON.stringify(event)))
        const heartbeat = setInterval(() => send(''), interval)
        stop = () => {
          clearInterval(heartbeat)
          unsubscribe()
        }
        send('')
      },
      cancel: () => stop(),
    },
    new CountQueuingStrategy({ highWaterMark: mostLinesWaiting }),
  )
}
