import { useEffect, useRef } from 'react'
import { Icon } from '../components/icon.tsx'
import { putAway, useMessage, type Message } from '../messages.tsx'
import type { History } from './use-history.ts'

/** How long what was done stays to be read and undone, in milliseconds; longer while the pointer or focus is on it. */
const staysFor = 10_000

/** How often it is asked whether the time is over, in milliseconds. */
const tick = 500

/**
 * What was done or failed, at the foot of the page. It is told politely and takes no focus. The live regions are always there, since
 * one that comes with its words is not read out.
 */
export function MessageBar({ history }: { history: History }) {
  const message = useMessage()
  return (
    <>
      <output className="nhsuk-u-visually-hidden">
        {message?.kind === 'done' && <span key={message.id}>{message.words}</span>}
      </output>
      <div className="nhsuk-u-visually-hidden" role="alert">
        {message?.kind === 'fault' && <span key={message.id}>{message.words}</span>}
      </div>
      {message !== null && <Bar key={message.id} message={message} history={history} />}
    </>
  )
}

function Bar({ message, history }: { message: Message; history: History }) {
  const bar = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (message.kind === 'fault') return
    let left = staysFor
    const timer = setInterval(() => {
      left -= tick
      if (left <= 0 && bar.current?.matches(':hover, :focus-within') !== true) putAway(message.id)
    }, tick)
    return () => clearInterval(timer)
  }, [message])

  return (
    <section
      ref={bar}
      className={message.kind === 'fault' ? 'message-bar message-bar--fault' : 'message-bar'}
      aria-label={message.kind === 'fault' ? 'What went wrong' : 'What was done'}
    >
      <span className="message-bar__words">{message.words}</span>
      {message.undo && history.undoWords !== null && (
        <button
          type="button"
          className="message-bar__action"
          onClick={() => {
            putAway(message.id)
            history.undo()
          }}
        >
          Undo <kbd>Ctrl Z</kbd>
        </button>
      )}
      <button
        type="button"
        className="message-bar__close"
        aria-label="Put this message away"
        onClick={() => putAway(message.id)}
      >
        <Icon name="close" />
      </button>
    </section>
  )
}
