import { useEffect, useRef, useState } from 'react'
import { kOfN } from '../../../../shared/drawing/words.ts'
import { UnitBar } from '../../../../shared/drawing/unit-squares.tsx'
import { readBackAnswers, type Audit, type ReadBackAnswer } from '../../../../shared/model/care-plan-audit.ts'
import type { AuditResults } from '../../../../shared/model/care-plan-results.ts'
import { useApi } from '../../api/api.ts'
import { saveTransfer } from '../../api/download.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useOrder } from '../../api/use-order.ts'
import { useTask } from '../../api/use-task.ts'
import { Button } from '../../components/button.tsx'
import { explainThrown } from '../../defects.ts'
import { ChoiceField, LineField } from '../../forms/text-field.tsx'
import { say, sayFault } from '../../messages.tsx'
import { readBackWords } from './results-words.ts'
import type { ShowAs } from './results-screen.tsx'
import { SaveCsv } from './save-csv.tsx'

type PlanId = Audit['planList'][number]['id']

/** Read back to people: what they said of their own lines beside what the audit counted, the slip, and recording an answer. */
export function ReadBackPanel(props: {
  audit: Audit
  results: AuditResults
  showAs: ShowAs
  canWrite: boolean
  period: { from: string; to: string }
}) {
  const { audit, results, showAs, canWrite, period } = props
  const { readBack } = results
  const mine = readBack.answers.find(({ answer }) => answer === 'mine')?.countedAsOwnVoice ?? 0
  return (
    <section className="panel" aria-labelledby="read-back">
      <div className="panel__head">
        <h2 id="read-back">Read back to people</h2>
        <span className="panel__aside">“Are these your words?” Voluntary, asked by a peer worker, no name taken</span>
        <div className="panel__space" />
        <SaveCsv period={period} table="read-back" />
      </div>
      {readBack.people === 0 ? (
        <p>Nobody’s answer is recorded for these months. No text analysis can show authenticity; people can.</p>
      ) : (
        <>
          <table className="table read-back">
            <caption className="nhsuk-u-visually-hidden">What people said of their own lines</caption>
            <thead>
              <tr>
                <th scope="col">Answer</th>
                <th scope="col">People</th>
                <th scope="col">Of them counted as own voice</th>
              </tr>
            </thead>
            <tbody>
              {readBack.answers.map(({ answer, people, countedAsOwnVoice }) => (
                <tr key={answer}>
                  <th scope="row">{readBackWords[answer]}</th>
                  <td>
                    {kOfN(people, readBack.people)}{' '}
                    {showAs === 'charts' && people > 0 && (
                      <UnitBar count={people} fresh={people - countedAsOwnVoice} width={160} height={9} />
                    )}
                  </td>
                  <td>{countedAsOwnVoice}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="note">
            <b>
              {`The audit counted ${kOfN(readBack.countedAsOwnVoice, readBack.people)} as own voice`}
              {readBack.countedAsOwnVoice > 0 && `; of these ${kOfN(mine, readBack.countedAsOwnVoice)} said “mine”`}.
            </b>{' '}
            Read both before you log either. Filled: counted as own voice in the audit; hollow: not counted.
          </p>
        </>
      )}
      {audit.state === 'open' && audit.planList.length > 0 && <Ask audit={audit} canWrite={canWrite} />}
    </section>
  )
}

/** One plan: its slip to print, and what its person said. */
function Ask({ audit, canWrite }: { audit: Audit; canWrite: boolean }) {
  const [planId, setPlanId] = useState<string>(audit.planList[0]?.id ?? '')
  const [answer, setAnswer] = useState<ReadBackAnswer | ''>('')
  const [askedBy, setAskedBy] = useState('')
  const [isMissing, setMissing] = useState(false)
  const info = useAnswer('app.info', {})
  const record = useOrder('audits.recordReadBack', { said: 'Recorded beside the audit’s own count.' })
  const save = async () => {
    setMissing(answer === '')
    if (answer === '' || info.data === undefined) return
    const done = await record.run({ planId: planId as PlanId, answer, askedBy, askedOn: info.data.today })
    if (done !== undefined) setAnswer('')
  }
  return (
    <>
      <div className="field-row read-back__ask">
        <ChoiceField label="Plan" value={planId} onChoose={setPlanId}>
          {audit.planList.map(({ id, pseudonym }) => (
            <option key={id} value={id}>
              {pseudonym}
            </option>
          ))}
        </ChoiceField>
        {canWrite && (
          <>
            <ChoiceField
              label="They said"
              value={answer}
              error={isMissing && answer === '' ? 'Choose what they said' : undefined}
              onChoose={(chosen) => setAnswer(readBackAnswers.find((each) => each === chosen) ?? '')}
            >
              <option value="">Choose</option>
              {readBackAnswers.map((each) => (
                <option key={each} value={each}>
                  {readBackWords[each]}
                </option>
              ))}
            </ChoiceField>
            <LineField label="Asked by (a role)" value={askedBy} onType={setAskedBy} />
          </>
        )}
      </div>
      <div className="button-row">
        <SaveSlip planId={planId as PlanId} />
        {canWrite && (
          <Button isDisabled={record.busy} onPress={() => void save()}>
            Record the answer
          </Button>
        )}
      </div>
    </>
  )
}

/** The large-print slip of a plan's first-person lines, as a PDF to be printed. */
function SaveSlip({ planId }: { planId: PlanId }) {
  const api = useApi()
  const { now, start, clear } = useTask('audits.slip')
  const saving = useRef(false)
  useEffect(() => {
    if (saving.current || now.state === 'idle' || now.state === 'running') return
    if (now.state === 'failed') sayFault(now.error.message)
    if (now.state !== 'done') return
    saving.current = true
    saveTransfer(api, { ...now.result, contentType: 'application/pdf' })
      .then((saved) => {
        if (saved !== null)
          say(`The slip is saved as ${saved}. It holds a person’s words: give it to them, or destroy it.`)
      })
      .catch((error: unknown) => sayFault(explainThrown(error).message))
      .finally(() => {
        saving.current = false
        clear()
      })
  }, [api, clear, now])
  return (
    <Button isDisabled={now.state === 'running'} onPress={() => void start({ planId })}>
      {now.state === 'running' ? 'Making the slip' : 'Save the slip as PDF'}
    </Button>
  )
}
