import { useSending } from '../api/sending.ts'
import { sizeInWords } from '../features/evidence/evidence-words.ts'

/** How far a large file is on its way in, at the foot of the page, with the way to stop it. Nothing of it is kept when it is stopped. */
export function SendingBar() {
  const sending = useSending()
  if (sending === null) return null
  const { name, sent, total, cancel } = sending
  return (
    <section className="message-bar" aria-label="File on its way">
      <span className="message-bar__words">
        Bringing in {name}: {sizeInWords(sent)} of {sizeInWords(total)}{' '}
        <progress aria-label={`${name}, how far it is`} value={sent} max={total} />
      </span>
      <button type="button" className="message-bar__action" onClick={cancel}>
        Stop
      </button>
    </section>
  )
}
