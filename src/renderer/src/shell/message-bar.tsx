import { useEffect, useRef, useState } from 'react'
import { Icon } from '../components/icon.tsx'
import { putAway, useMessage, type Message } from '../messages.tsx'
import type { History } from './use-history.ts'

/** How long what was done stays to be read and undone, in milliseconds; longer while the pointer or focus is on it. */
const staysFor = 10_000

/**
 * What was done or failed, at the foot of the page. It is told politely and takes no focus. The live regions are always there, since
 * one that comes with its words is not read out.
 */
export function MessageBar({ history }: { history: History }) {
  const message = useMessage()
  return (
    <>
      <div className="nhsuk-u-visually-hidden" role="status">
        {message?.kind === 'done' && <span key={message.id}>{message.words}</span>}
      </div>
      <div className="nhsuk-u-visually-hidden" role="alert">
        {message?.kind === 'fault' && <span key={message.id}>{message.words}</span>}
      </div>
      {message !== null && <Bar key={message.id} message={message} history={history} />}
    </>
  )
}

function Bar({ message, history }: { message: Message; history: History }) {
  const bar = useRef<HTMLDivElement>(null)
  const [isHeld, setIsHeld] = useState(false)

  useEffect(() => {
    if (isHeld || message.kind === 'fault') return
    const timer = setTimeout(() => putAway(message.id), staysFor)
    return () => clearTimeout(timer)
  }, [isHeld, message])

  return (
    <div
      ref={bar}
      className={message.kind === 'fault' ? 'message-bar message-bar--fault' : 'message-bar'}
      role="group"
      aria-label={message.kind === 'fault' ? 'What went wrong' : 'What was done'}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(bar.current?.contains(document.activeElement) ?? false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
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
    </div>
  )
}
