import { useEffect, useRef, useState, type RefObject } from 'react'
import { Link } from 'react-router'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { checkWords, type GuardCheck, type GuardFind } from '../../../../shared/model/guard.ts'
import type { Overview } from '../../../../shared/model/overview.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { kindAtStart } from '../../forms/guard-words.ts'
import { LineField } from '../../forms/text-field.tsx'
import { say } from '../../messages.tsx'
import { scopeWord, toAction, toEvidenceItem, toFinding } from '../../routes.ts'

type FindsPanelProps = {
  check: GuardCheck
  overview: Overview
  canWrite: boolean
  /** Where focus goes when a report was asked for too soon: the first find. */
  firstFind: RefObject<HTMLHeadingElement | null>
}

/** What the identifier guard found in what the report would say: each find open until it is masked or kept with a reason. */
export function FindsPanel({ check, overview, canWrite, firstFind }: FindsPanelProps) {
  const { total, open, kept } = check
  return (
    <section className="panel finds" aria-labelledby="report-finds">
      <div className="panel__head">
        <h2 id="report-finds">Before you export</h2>
      </div>
      <p className="finds__first">
        <strong>{checkWords(total)}</strong>
      </p>
      {total > 0 && <p>Mask each one. Keep one only if it is not what it looks like, and say what it is.</p>}
      <ol className="finds__list">
        {open.map((find, position) => (
          <FindToDealWith
            key={find.id}
            find={find}
            number={position + 1}
            address={addressOf(find, overview)}
            canWrite={canWrite}
            heading={position === 0 ? firstFind : undefined}
          />
        ))}
      </ol>
      {total > open.length && <p>{`${total - open.length} more come when these are dealt with.`}</p>}
      {kept.length > 0 && (
        <details className="finds__kept">
          <summary>{`${kept.length} dealt with`}</summary>
          <ul className="list">
            {kept.map(({ find, reason, at, by }) => (
              <li key={find.id}>
                <span>{`${kindAtStart(find.kind)}, kept: ${reason}. `}</span>
                <span className="small secondary">{`${find.where}. ${by}, ${formatDate(at.slice(0, 10))}.`}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="small secondary">A backup is private and whole: nothing in it is looked at or masked.</p>
    </section>
  )
}

/** Where a screen shows a find; null where none does. */
function addressOf({ shownBy }: GuardFind, { assessment, findings, scopes }: Overview): string | null {
  if (shownBy === null) return null
  if (shownBy.kind === 'evidence') return toEvidenceItem(shownBy.id)
  if (shownBy.kind === 'action') return toAction(shownBy.id)
  const finding = findings.find(({ id }) => id === shownBy.id)
  const scope = scopes.find(({ id }) => id === finding?.scopeId)
  return finding && scope
    ? toFinding({ assessmentId: assessment.id, scope: scopeWord(scope), prompt: finding.promptId })
    : null
}

type FindProps = {
  find: GuardFind
  number: number
  address: string | null
  canWrite: boolean
  heading: RefObject<HTMLHeadingElement | null> | undefined
}

function FindToDealWith({ find, number, address, canWrite, heading }: FindProps) {
  const [isKeeping, setIsKeeping] = useState(false)
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const mask = useOrder('guard.mask')
  const keep = useOrder('guard.keep', { said: 'Kept, with your reason.' })
  const own = useRef<HTMLHeadingElement>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isKeeping) field.current?.focus()
  }, [isKeeping])

  const maskIt = async () => {
    const done = await mask.run({ id: find.id })
    if (done === undefined) return
    focusNeighbour(own.current ?? heading?.current ?? null)
    say(
      done.inSignOffs === 0
        ? 'Masked.'
        : 'Masked here. What was signed off before still says it, and is never changed.',
    )
  }
  const keepIt = async () => {
    if (reason.trim() === '') {
      setError('Say what it is, for example “a ward”')
      field.current?.focus()
      return
    }
    const done = await keep.run({ id: find.id, reason })
    if (done !== undefined) focusNeighbour(own.current ?? heading?.current ?? null)
  }

  const kind = kindAtStart(find.kind)
  return (
    <li className="finds__find">
      <h3 ref={heading ?? own} tabIndex={-1}>
        <span className="finds__number">{number}</span> {kind}
      </h3>
      <p className="small secondary">{find.where}</p>
      <p>
        “<mark>{find.snippet}</mark>”
      </p>
      <p className="small secondary">{`Why it was found: ${find.reason}.`}</p>
      {canWrite && (
        <div className="button-row">
          {find.canMask && (
            <Button
              isSmall
              isDisabled={mask.busy}
              aria-label={`Mask it: ${kind}, ${number}`}
              onPress={() => void maskIt()}
            >
              Mask it
            </Button>
          )}
          {!isKeeping && (
            <Button isSmall aria-label={`Keep it: ${kind}, ${number}`} onPress={() => setIsKeeping(true)}>
              Keep it
            </Button>
          )}
          {address !== null && (
            <Link to={address} aria-label={`Open it: ${kind}, ${number}`}>
              Open it
            </Link>
          )}
        </div>
      )}
      {isKeeping && (
        <form
          className="finds__keep"
          noValidate
          aria-label={`Keep find ${number}`}
          onSubmit={(event) => {
            event.preventDefault()
            void keepIt()
          }}
        >
          <LineField
            label="What it is"
            hint="It is printed nowhere but the trail and this list."
            error={error}
            value={reason}
            inputRef={field}
            isRequired
            onType={(words) => {
              setReason(words)
              setError(undefined)
            }}
          />
          <button type="submit" className="button button--small" disabled={keep.busy}>
            Keep it and go on
          </button>
        </form>
      )}
    </li>
  )
}

/** Moves focus from a find that is about to go to the one after it, or before it, or to the words above. */
function focusNeighbour(heading: HTMLElement | null) {
  const item = heading?.closest('li')
  const next = item?.nextElementSibling ?? item?.previousElementSibling
  const target = next?.querySelector('h3') ?? heading?.closest('section')?.querySelector('h2')
  if (!target) return
  target.tabIndex = -1
  target.focus()
}
