import { useEffect, useRef, useState } from 'react'
import { joinWords } from '../../../../shared/drawing/words.ts'
import type { AuditStatement, DecidedVoice, OtherWay } from '../../../../shared/model/care-plan-audit.ts'
import type { Need } from '../../../../shared/model/care-plans/concepts.ts'
import { needWords, otherWayWords, voiceWords } from './audit-words.ts'
import type { Reader } from './use-reader.ts'
import { VoiceMark } from './voice-mark.tsx'

/** The current statement opened: what is suggested and why, the seven letters, the needs, a note. */
export function SuggestionPanel(props: {
  id: string
  statement: AuditStatement
  reader: Reader
  plans: number
  canWrite: boolean
}) {
  const { id, statement, reader, plans, canWrite } = props
  const { decision, suggested, note } = { ...statement, note: reader.noteOf(statement) }
  const chosen = reader.asksWay ? 'shown-another-way' : (decision?.voice ?? null)
  return (
    <div className="suggestion" id={id}>
      <div className="suggestion__head">
        <b>
          Suggested: {voiceWords[suggested].name}
          {suggested === 'first-person' && ', reads as the person’s voice'}
          {statement.unsure && ', unsure'}
        </b>
        <span className="secondary small">A suggestion. You decide</span>
      </div>
      <Reasons statement={statement} plans={plans} />
      {canWrite && (
        <>
          <fieldset className="chips" aria-label="Whose words">
            {(Object.keys(voiceWords) as DecidedVoice[]).map((voice) => (
              <button
                key={voice}
                type="button"
                className={voice === suggested ? 'chip chip--suggested' : 'chip'}
                aria-pressed={voice === chosen}
                onClick={() => reader.act({ act: 'voice', voice })}
              >
                <VoiceMark voice={voice} />
                {voiceWords[voice].name}
              </button>
            ))}
          </fieldset>
          {(reader.asksWay || decision?.voice === 'shown-another-way') && (
            <fieldset className="chips" aria-label="How the voice is shown">
              <span className="secondary">Shown by</span>
              {(Object.keys(otherWayWords) as OtherWay[]).map((way) => (
                <button
                  key={way}
                  type="button"
                  className="chip"
                  aria-pressed={!reader.asksWay && decision?.otherWay === way}
                  onClick={() => reader.act({ act: 'way', way })}
                >
                  <kbd>{otherWayWords[way].letter}</kbd>
                  {otherWayWords[way].name}
                </button>
              ))}
            </fieldset>
          )}
          <fieldset className="chips" aria-label="Needs it touches">
            <span className="secondary">Touches</span>
            {(Object.keys(needWords) as Need[]).map((need) => (
              <button
                key={need}
                type="button"
                className="chip"
                aria-pressed={reader.needsOf(statement).includes(need)}
                onClick={() => reader.act({ act: 'need', need })}
              >
                <kbd>{needWords[need].letter}</kbd>
                {needWords[need].name}
              </button>
            ))}
            <span className="chips__space" />
            {!reader.isNoting && (
              <button type="button" className="button button--small" onClick={() => reader.act({ act: 'note' })}>
                {note === '' ? 'Note' : 'Change the note'} <kbd aria-hidden="true">/</kbd>
              </button>
            )}
            <button
              type="button"
              className="button button--small button--go"
              onClick={() => reader.act({ act: 'confirm' })}
            >
              {decision === null ? `Confirm ${voiceWords[suggested].name}` : 'Go on'}{' '}
              <kbd aria-hidden="true">Enter</kbd>
            </button>
          </fieldset>
          {reader.isNoting && <NoteField note={note} onSave={reader.saveNote} />}
        </>
      )}
      {note !== '' && !reader.isNoting && <p className="suggestion__note">Note: {note}</p>}
    </div>
  )
}

/** Why it is suggested: what the reading saw, the same sentence elsewhere, and what else it may be. */
function Reasons({ statement, plans }: { statement: AuditStatement; plans: number }) {
  const { reasons, unsure, alternatives, sameSentenceIn, individual, ventriloquised, suggested, chime, dialog } =
    statement
  const others = alternatives.filter((each) => each !== suggested).map((each) => voiceWords[each].name.toLowerCase())
  const touches = [...chime, ...dialog.map((domain) => domain.replaceAll('-', ' '))]
  return (
    <ul className="suggestion__reasons">
      {unsure && (
        <li>
          The reading is unsure.{others.length > 0 && ` It may also be ${others.join(' or ')}.`} It needs your ear.
        </li>
      )}
      {reasons.map(({ says, start }) => (
        <li key={`${says} ${start}`}>{says.charAt(0).toUpperCase() + says.slice(1)}.</li>
      ))}
      {ventriloquised && <li>First person in words that clinicians use.</li>}
      {individual && <li>It says something particular to this person.</li>}
      {sameSentenceIn !== null && sameSentenceIn.length > 1 && (
        <li>
          The same sentence is in{' '}
          <b>
            {sameSentenceIn.length} of these {plans} plans
          </b>
          , names and pronouns set aside: {joinWords(sameSentenceIn.slice(0, 12))}
          {sameSentenceIn.length > 12 && ' and more'}.
        </li>
      )}
      {touches.length > 0 && <li>Touches on {joinWords(touches)}.</li>}
    </ul>
  )
}

function NoteField({ note, onSave }: { note: string; onSave: (note: string) => void }) {
  const [words, setWords] = useState(note)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <div className="suggestion__note">
      <label>
        Note. <span className="secondary">It is kept with the plan’s text and erased with it. Enter keeps it.</span>
        <textarea
          ref={field}
          className="textarea"
          rows={2}
          maxLength={2000}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onBlur={() => onSave(words)}
          onKeyDown={(event) => {
            if ((event.key === 'Enter' && !event.shiftKey) || event.key === 'Escape') {
              event.preventDefault()
              event.stopPropagation()
              onSave(event.key === 'Escape' ? note : words)
            }
          }}
        />
      </label>
    </div>
  )
}
