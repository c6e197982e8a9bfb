import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { formatShortDay } from '../../../../shared/drawing/date-words.ts'
import { countOf } from '../../../../shared/drawing/words.ts'
import type { AuditSentence, SentenceCandidate } from '../../../../shared/model/care-plan-sentences.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useOrder } from '../../api/use-order.ts'
import { useTask } from '../../api/use-task.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { say, sayFault } from '../../messages.tsx'
import { toAction } from '../../routes.ts'
import { ActionDialog } from '../actions/action-dialog.tsx'
import { SaveCsv } from './save-csv.tsx'

/** How many sentences are shown: the most repeated ones. */
const mostShown = 10

/** Sentences to retire: the most repeated templated ones, how their number moves, and an action each. */
export function RetirePanel(props: { to: string; canWrite: boolean; period: { from: string; to: string } }) {
  const { to, canWrite, period } = props
  const { data } = useAnswer('audits.sentences', { to })
  const info = useAnswer('app.info', {})
  const change = useOrder('audits.changeSentence')
  const drop = useOrder('audits.dropSentence', { said: 'Sentence taken off the list.' })
  const [planning, setPlanning] = useState<AuditSentence | null>(null)
  return (
    <section className="panel" aria-labelledby="retire">
      <div className="panel__head">
        <h2 id="retire">Sentences to retire</h2>
        <span className="panel__aside">Templated sentences that an auditor chose, in the last three months</span>
        <div className="panel__space" />
        <SaveCsv period={period} table="sentences" />
      </div>
      {data !== undefined && data.kept.length === 0 && (
        <EmptyState
          words={
            data.candidates.length === 0
              ? 'No sentence stands in several plans of an open audit. Load more plans of one ward, and what repeats shows here.'
              : 'No sentence is kept yet. Choose one below: its words stay when the audit is closed, without a name, and its number is counted in each audit after.'
          }
        />
      )}
      {data !== undefined && data.kept.length > 0 && (
        <div className="table-scroll">
          <table className="table">
            <caption className="nhsuk-u-visually-hidden">Sentences to retire</caption>
            <thead>
              <tr>
                <th scope="col">Sentence</th>
                <th scope="col">Plans</th>
                <th scope="col">Teams</th>
                <th scope="col">Template it comes from</th>
                <th scope="col">Action</th>
              </tr>
            </thead>
            <tbody>
              {data.kept.slice(0, mostShown).map((sentence) => (
                <tr key={sentence.id}>
                  <th scope="row">{sentence.words}</th>
                  <td>
                    <b>{sentence.plans}</b>{' '}
                    <span className="secondary">
                      {sentence.plans === sentence.plansBefore ? 'no change' : `was ${sentence.plansBefore}`}
                    </span>
                  </td>
                  <td>{sentence.teams}</td>
                  <td>
                    <SourceField
                      sentence={sentence}
                      isReadOnly={!canWrite}
                      onKeep={(source) =>
                        void change.run({
                          id: sentence.id,
                          expectedVersion: sentence.version,
                          changes: { source },
                        })
                      }
                    />
                  </td>
                  <td>
                    {sentence.action !== null ? (
                      <Link to={toAction(sentence.action.id)}>
                        {sentence.action.title}
                        {sentence.action.due !== null && `, ${formatShortDay(sentence.action.due)}`}
                      </Link>
                    ) : (
                      canWrite && (
                        <button type="button" className="link-button" onClick={() => setPlanning(sentence)}>
                          Add action<span className="nhsuk-u-visually-hidden"> for “{sentence.words}”</span>
                        </button>
                      )
                    )}{' '}
                    {canWrite && (
                      <button
                        type="button"
                        className="link-button small"
                        onClick={() => void drop.run({ id: sentence.id, expectedVersion: sentence.version })}
                      >
                        Take off<span className="nhsuk-u-visually-hidden"> “{sentence.words}”</span>
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {canWrite && data !== undefined && data.candidates.length > 0 && <Candidates candidates={data.candidates} />}
      {planning !== null && info.data !== undefined && (
        <ActionDialog
          title={`Take “${planning.words}” out of the template`.slice(0, 200)}
          today={info.data.today}
          onClose={() => setPlanning(null)}
          onAdded={({ id }) =>
            void change.run({ id: planning.id, expectedVersion: planning.version, changes: { actionId: id } })
          }
        />
      )}
    </section>
  )
}

/** Where a sentence comes from, such as a page of the record system's template; kept on leaving. */
function SourceField(props: { sentence: AuditSentence; isReadOnly: boolean; onKeep: (source: string) => void }) {
  const { sentence, isReadOnly, onKeep } = props
  const [typed, setTyped] = useState(sentence.source)
  if (isReadOnly) return <>{sentence.source === '' ? 'not known' : sentence.source}</>
  return (
    <input
      type="text"
      className="input retire__source"
      aria-label={`Template that “${sentence.words}” comes from`}
      placeholder="not known"
      maxLength={200}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => {
        if (typed.trim() !== sentence.source) onKeep(typed.trim())
      }}
    />
  )
}

/** What repeats in the open audits and is not kept yet. */
function Candidates({ candidates }: { candidates: readonly SentenceCandidate[] }) {
  const { now, start } = useTask('audits.keepSentence')
  useEffect(() => {
    if (now.state === 'failed') sayFault(now.error.message)
    if (now.state === 'done') say('Kept. It is counted in every open audit, and in each one after.')
  }, [now])
  return (
    <>
      <h3>Repeated in the open audits</h3>
      <ul className="retire__candidates">
        {candidates.slice(0, mostShown).map(({ auditId, wardName, words, plans }) => (
          <li key={`${auditId} ${words}`}>
            <span>
              {words} <span className="secondary small">{`${wardName}, ${countOf(plans, 'plan')}`}</span>
            </span>
            <Button isSmall isDisabled={now.state === 'running'} onPress={() => void start({ words })}>
              Keep it to retire<span className="nhsuk-u-visually-hidden">: {words}</span>
            </Button>
          </li>
        ))}
      </ul>
    </>
  )
}
