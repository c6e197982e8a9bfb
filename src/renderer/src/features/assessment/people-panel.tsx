import { useEffect, useId, useRef, useState } from 'react'
import { formatDate, formatRange } from '../../../../shared/drawing/date-words.ts'
import { PeopleUnits, type PeopleAnswer } from '../../../../shared/drawing/unit-squares.tsx'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import { peopleAsked, type PeopleView } from '../../../../shared/model/people-view.ts'
import { useDraft } from '../../drafts/use-draft.ts'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import { GuardNote } from '../../forms/guard-note.tsx'
import { LineField, WordsField } from '../../forms/text-field.tsx'
import { asked, checkPeopleForm, peopleFormOf, toPeopleView, type PeopleForm } from './people-form.ts'

const answers: { answer: PeopleAnswer; field: 'yes' | 'inPart' | 'no'; words: string }[] = [
  { answer: 'yes', field: 'yes', words: 'Yes' },
  { answer: 'in-part', field: 'inPart', words: 'In part' },
  { answer: 'no', field: 'no', words: 'No' },
]

/** What people who use the service say, kept apart from the staff's side: no ladder, no single verdict. */
export function PeoplePanel(props: {
  findingId: string
  view: PeopleView
  today: IsoDate
  isReadOnly: boolean
  /** Whether the form stands open; it is opened from the gaps as well. */
  isAsking: boolean
  onAsk: (isAsking: boolean) => void
  onRecord: (view: PeopleView) => void
  onLeave: () => void
}) {
  const { findingId, view, today, isReadOnly, isAsking, onAsk, onRecord, onLeave } = props
  const headingId = useId()
  const opener = useRef<HTMLButtonElement>(null)
  const wasAsking = useRef(isAsking)
  const total = peopleAsked(view)

  useEffect(() => {
    if (wasAsking.current && !isAsking) opener.current?.focus()
    wasAsking.current = isAsking
  }, [isAsking])

  return (
    <section className="people-panel" aria-labelledby={headingId}>
      <h2 id={headingId}>People who use the service say</h2>
      <p className="people-panel__question">“Is this so here?”</p>
      {isAsking ? (
        <AskForm
          draftName={askDraft(findingId)}
          view={view}
          today={today}
          onRecord={onRecord}
          onLeave={onLeave}
          onDone={() => onAsk(false)}
        />
      ) : (
        <>
          {total === 0 ? <p className="people-panel__nobody">Nobody has been asked yet.</p> : <Said view={view} />}
          {total > 0 && (
            <WordsField
              label="What people said, in short"
              hideLabel
              value={view.words}
              isReadOnly={isReadOnly}
              onType={(words) => onRecord({ ...view, words })}
              onLeave={onLeave}
            />
          )}
          {!isReadOnly && (
            <p className="small">
              <button type="button" ref={opener} className="link-button" onClick={() => onAsk(true)}>
                {total === 0 ? 'Ask people' : 'Ask again'}
              </button>
            </p>
          )}
        </>
      )}
    </section>
  )
}

/** The name under which the counts of a finding are kept until they are whole. */
export const askDraft = (findingId: string): string => `people:${findingId}`

function Said({ view }: { view: PeopleView }) {
  const total = peopleAsked(view)
  return (
    <>
      <table className="people-counts">
        <caption className="nhsuk-u-visually-hidden">Is this so here? {total} asked</caption>
        <tbody>
          {answers.map(({ answer, field, words }) => (
            <tr key={field}>
              <th scope="row">{words}</th>
              <td>
                <PeopleUnits answer={answer} count={view[field]} asked={total} perLine={12} />
              </td>
              <td className="people-counts__number">
                <b>{view[field]}</b> of {total}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <dl className="people-panel__facts">
        <dt>Who</dt>
        <dd>{view.who}</dd>
        <dt>How</dt>
        <dd>{view.how}</dd>
        <dt>When</dt>
        <dd>{whenInWords(view)}</dd>
      </dl>
    </>
  )
}

const whenInWords = ({ from, to }: PeopleView) => {
  if (from !== null && to !== null) return formatRange(from, to)
  const day = from ?? to
  return day === null ? 'not said' : formatDate(day)
}

/** The form: saved by itself as soon as it is whole, never before. */
function AskForm(props: {
  draftName: string
  view: PeopleView
  today: IsoDate
  onRecord: (view: PeopleView) => void
  onLeave: () => void
  onDone: () => void
}) {
  const { draftName, view, today, onRecord, onLeave, onDone } = props
  const { form, change, forget } = useDraft<PeopleForm>(draftName, () => peopleFormOf(view))
  const [left, setLeft] = useState<ReadonlySet<keyof PeopleForm>>(new Set())
  const [tried, setTried] = useState(0)
  const id = useId()
  const first = useRef<HTMLInputElement>(null)
  const errors = checkPeopleForm(form, today)
  const isWhole = Object.keys(errors).length === 0

  useEffect(() => first.current?.focus(), [])

  const type = (field: keyof PeopleForm) => (value: string) => {
    const typed = { ...form, [field]: value }
    change(typed)
    if (Object.keys(checkPeopleForm(typed, today)).length === 0) onRecord(toPeopleView(typed, today))
  }
  const field = (name: keyof PeopleForm) => ({
    id: `${id}-${name}`,
    value: form[name],
    // Checked on leaving only if it was filled; what is missing is said when the person is done.
    error: tried > 0 || (left.has(name) && form[name].trim() !== '') ? errors[name] : undefined,
    onType: type(name),
    onLeave: () => {
      setLeft(new Set([...left, name]))
      if (isWhole) onLeave()
    },
  })
  const finish = () => {
    if (!isWhole) {
      setTried(tried + 1)
      return
    }
    onRecord(toPeopleView(form, today))
    onLeave()
    forget()
    onDone()
  }

  return (
    <form
      className="ask-form"
      aria-label="What people say"
      onSubmit={(event) => {
        event.preventDefault()
        finish()
      }}
    >
      <ErrorSummary
        attempt={tried}
        errors={Object.entries(errors).map(([name, words]) => ({ id: `${id}-${name}`, words }))}
      />
      <div className="ask-form__counts">
        {answers.map(({ field: name, words }, at) => (
          <LineField
            key={name}
            label={words}
            inputMode="numeric"
            {...(at === 0 ? { inputRef: first } : {})}
            {...field(name)}
          />
        ))}
        <output className="ask-form__asked">{asked(form)} asked</output>
      </div>
      <LineField label="Who was asked" hint="Say who, never a name" {...field('who')} />
      <LineField label="How" {...field('how')} />
      <div className="ask-form__dates">
        <LineField label="From" {...field('from')} />
        <LineField label="To" {...field('to')} />
      </div>
      <WordsField label="What people said, in short" {...field('words')} />
      <GuardNote
        texts={[form.who, form.how, form.words]}
        onTexts={([who = '', how = '', words = '']) => change({ ...form, who, how, words })}
      />
      <div className="ask-form__foot">
        <button type="submit" className="button button--small">
          Done
        </button>
        {!isWhole && (
          <button
            type="button"
            className="link-button"
            onClick={() => {
              forget()
              onDone()
            }}
          >
            Close without these
          </button>
        )}
        {!isWhole && <span className="small secondary">Counted once who, how, when and their words are there.</span>}
      </div>
    </form>
  )
}
