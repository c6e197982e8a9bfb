import { useState, type FormEvent } from 'react'
import { Link, useNavigate } from 'react-router'
import type { OutputOf } from '../../../../shared/contract.ts'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { joinWords } from '../../../../shared/drawing/words.ts'
import { criteriaSetOf } from '../../../../shared/model/care-plan-criteria.ts'
import { drawSample } from '../../../../shared/model/care-plan-sample.ts'
import { daysAfter, type IsoDate } from '../../../../shared/model/dates.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import { readCount } from '../../forms/field-errors.ts'
import { ChoiceField, LineField, WordsField } from '../../forms/text-field.tsx'
import { Loading } from '../../forms/waiting.tsx'
import { paths, toAuditPlans, toCarePlans } from '../../routes.ts'
import { ScreenTitle } from '../../shell/screen-title.tsx'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { intervalInWords, pseudonymsOf, readAuditDraft, type AuditDraft, type DraftFault } from './new-audit.ts'

/** `#/care-plans/new`: a ward, a period, and how the plans are chosen. */
export function NewAuditScreen() {
  const info = useAnswer('app.info', {})
  const provider = useAnswer('provider.get', {})
  const canWrite = useCanWrite()
  return (
    <div className="guided audit-form">
      <Link to={toCarePlans()}>Care-plan audit</Link>
      <ScreenTitle title="Begin an audit" />
      {info.data === undefined || provider.data === undefined ? (
        <Loading rows={4} />
      ) : !canWrite ? (
        <EmptyState words="This workspace is open to be read, so no audit can be begun." />
      ) : provider.data.coreServices.every(({ wards }) => wards.length === 0) ? (
        <EmptyState
          words="An audit is of one ward or team, and none is named yet. Name it under “Scopes and teams” of the assessment."
          action={<Link to={paths.assessment}>Go to the assessment</Link>}
        />
      ) : (
        <AuditForm today={info.data.today} provider={provider.data} />
      )}
    </div>
  )
}

/** The month before this one: what is read at the beginning of a month. */
function lastMonth(today: IsoDate): { from: string; to: string } {
  const to = daysAfter(`${today.slice(0, 7)}-01` as IsoDate, -1)
  return { from: formatDate(`${to.slice(0, 7)}-01` as IsoDate), to: formatDate(to) }
}

const newSeed = () => Math.floor(Math.random() * 100_000)

const methods = [
  { id: 'random', words: 'Drawn at random from a list of pseudonyms' },
  { id: 'all', words: 'Everybody’s on the ward' },
  { id: 'chosen', words: 'Chosen by hand. What is found then holds for these plans alone' },
] as const

function AuditForm({ today, provider }: { today: IsoDate; provider: OutputOf<'provider.get'> }) {
  const navigate = useNavigate()
  const create = useOrder('audits.create')
  const [draft, setDraft] = useState<AuditDraft>(() => ({
    wardId: '',
    ...lastMonth(today),
    method: 'random',
    caseload: '',
    size: '10',
    criteria: criteriaSetOf(daysAfter(`${today.slice(0, 7)}-01` as IsoDate, -1)),
  }))
  const [seed, setSeed] = useState(newSeed)
  const [faults, setFaults] = useState<readonly DraftFault[]>([])
  const [attempt, setAttempt] = useState(0)
  const change = (changes: Partial<AuditDraft>) => setDraft((before) => ({ ...before, ...changes }))
  const faultOf = (id: string) => faults.find((fault) => fault.id === id)?.words
  const field = (id: 'from' | 'to' | 'size') => ({
    id,
    value: draft[id],
    error: faultOf(id),
    onType: (typed: string) => change({ [id]: typed }),
  })

  const begin = async (event: FormEvent) => {
    event.preventDefault()
    const read = readAuditDraft(draft, seed, today)
    setFaults(read.faults)
    setAttempt(attempt + 1)
    if (read.audit === null) return
    const audit = await create.run(read.audit)
    if (audit !== undefined) void navigate(toAuditPlans(audit.id))
  }

  return (
    <form noValidate onSubmit={(event) => void begin(event)}>
      <ErrorSummary attempt={attempt} errors={faults} />
      <ChoiceField
        id="ward"
        label="Ward or team"
        value={draft.wardId}
        error={faultOf('ward')}
        onChoose={(wardId) => change({ wardId })}
      >
        <option value="">Choose one</option>
        {provider.coreServices
          .filter(({ wards }) => wards.length > 0)
          .map(({ id, name, wards }) => (
            <optgroup key={id} label={name}>
              {wards.map((ward) => (
                <option key={ward.id} value={ward.id}>
                  {ward.name}
                </option>
              ))}
            </optgroup>
          ))}
      </ChoiceField>
      <div className="guided__pair">
        <LineField label="Period from" {...field('from')} />
        <LineField label="to" {...field('to')} />
      </div>
      <fieldset className="audit-form__group">
        <legend className="field__label">Whose plans are read</legend>
        {methods.map(({ id, words }) => (
          <label key={id} className="choice">
            <input type="radio" name="method" checked={draft.method === id} onChange={() => change({ method: id })} />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      {draft.method === 'random' && (
        <>
          <WordsField
            id="caseload"
            label="Pseudonyms of everybody on the caseload"
            hint="One on each line, such as RW-01. No names: the list stays in the workspace."
            value={draft.caseload}
            error={faultOf('caseload')}
            rows={6}
            onType={(caseload) => change({ caseload })}
          />
          <LineField label="How many plans" inputMode="numeric" {...field('size')} />
          <Draw draft={draft} seed={seed} onAnother={() => setSeed(newSeed())} />
        </>
      )}
      <fieldset className="audit-form__group">
        <legend className="field__label">Criteria</legend>
        <label className="choice">
          <input
            type="radio"
            name="criteria"
            checked={draft.criteria === 'core'}
            onChange={() => change({ criteria: 'core' })}
          />
          <span>The five core ones, as each month</span>
        </label>
        <label className="choice">
          <input
            type="radio"
            name="criteria"
            checked={draft.criteria === 'all'}
            onChange={() => change({ criteria: 'all' })}
          />
          <span>All of them, as in January, April, July and October</span>
        </label>
      </fieldset>
      <div className="form__actions">
        <Button type="submit" look="go" isDisabled={create.busy}>
          Begin the audit
        </Button>
        <Link className="button" to={toCarePlans()}>
          Cancel
        </Link>
      </div>
    </form>
  )
}

/** What would be drawn, by which seed, and how much a sample of this size can say. */
function Draw({ draft, seed, onAnother }: { draft: AuditDraft; seed: number; onAnother: () => void }) {
  const caseload = pseudonymsOf(draft.caseload)
  const size = readCount(draft.size) ?? 0
  const drawn = size > 0 && size <= caseload.length ? drawSample(caseload, size, seed) : []
  const interval = intervalInWords(size)
  return (
    <div className="note audit-form__draw">
      <p>
        <b>Seed {seed}.</b> The same list and seed draw the same plans again; both are kept.{' '}
        <button type="button" className="link-button" onClick={onAnother}>
          Another seed
        </button>
      </p>
      {drawn.length > 0 && (
        <p>
          Drawn, {drawn.length} of {caseload.length}: {joinWords(drawn)}.
        </p>
      )}
      {interval !== null && <p>{interval} A larger sample says more.</p>}
    </div>
  )
}
