import { useEffect, useRef, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { GapLetterMark } from '../../../../shared/drawing/gap-letter.tsx'
import { SourceMark } from '../../../../shared/drawing/source-strip.tsx'
import { countOf, sourceKindWords } from '../../../../shared/drawing/words.ts'
import type { CoreService } from '../../../../shared/model/provider.ts'
import type { Ask, RequestSheet, WardRequest } from '../../../../shared/model/request-sheet.ts'
import { useApi } from '../../api/api.ts'
import { saveTransfer } from '../../api/download.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useTask } from '../../api/use-task.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { explainThrown } from '../../defects.ts'
import { ChoiceField } from '../../forms/text-field.tsx'
import { Loading, Unanswered } from '../../forms/waiting.tsx'
import { say, sayFault } from '../../messages.tsx'
import { toAssessment, toImport, toOverview, toRequests } from '../../routes.ts'
import { ScreenTitle } from '../../shell/screen-title.tsx'

/** `#/overview/requests?ward=`: what a ward or team is asked for, as a sheet on paper or one that is filled in and brought in again. */
export function RequestScreen() {
  const provider = useAnswer('provider.get', {})
  const [search] = useSearchParams()
  if (provider.error !== null) return <Unanswered error={provider.error} onAgain={() => void provider.refetch()} />
  if (provider.data === undefined) return <Loading rows={8} />
  const services = provider.data.coreServices.filter(({ wards }) => wards.length > 0)
  const wards = services.flatMap((service) => service.wards)
  const ward = wards.find(({ id }) => id === search.get('ward')) ?? wards[0]
  return (
    <div className="requests">
      <Link to={toOverview()}>Overview</Link>
      <ScreenTitle title="Ask a ward or team" />
      {ward === undefined ? (
        <EmptyState
          words="No ward or team is there to ask. Add one under Scopes and teams."
          action={<Link to={toAssessment()}>Go to the assessment</Link>}
        />
      ) : (
        <OfWard key={ward.id} wardId={ward.id} services={services} />
      )}
    </div>
  )
}

function OfWard({ wardId, services }: { wardId: WardRequest['wardId']; services: readonly CoreService[] }) {
  const [, setSearch] = useSearchParams()
  const request = useAnswer('requests.list', { wardId })
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [owner, setOwner] = useState('')
  if (request.error !== null) return <Unanswered error={request.error} onAgain={() => void request.refetch()} />
  if (request.data === undefined) return <Loading rows={8} />
  const { asks, scope, wardName } = request.data
  const owners = [...new Set(asks.map((ask) => ask.owner).filter((name) => name !== ''))].toSorted()
  const shown = owner === '' ? asks : asks.filter((ask) => ask.owner === owner)
  const chosen = shown.filter(({ findingId }) => !left.has(findingId))
  const tick = (findingId: string, isOn: boolean) => {
    const next = new Set(left)
    if (isOn) next.delete(findingId)
    else next.add(findingId)
    setLeft(next)
  }
  return (
    <>
      <p className="requests__lead">
        A sheet that says what is missing from {scope?.name ?? 'its core service'}, where to look, by whom and by when.
        On paper it has room to write. As CSV it is filled in and comes back through{' '}
        <Link to={toImport()}>Bring in many</Link>: each filled row becomes evidence linked to its prompt; rows that
        were left empty are left out.
      </p>
      <div className="field-row">
        <ChoiceField
          label="Ward or team"
          value={wardId}
          onChoose={(ward) => setSearch(new URLSearchParams(toRequests({ ward }).split('?')[1]), { replace: true })}
        >
          {services.map((service) => (
            <optgroup key={service.id} label={service.shortName}>
              {service.wards.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </ChoiceField>
        {owners.length > 0 && (
          <ChoiceField label="Looked after by" value={owner} onChoose={setOwner}>
            <option value="">Anyone, or nobody yet</option>
            {owners.map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </ChoiceField>
        )}
      </div>
      {asks.length === 0 ? (
        <EmptyState words={nothingToAsk(request.data)} />
      ) : (
        <>
          <AskList asks={shown} left={left} onTick={tick} wardName={wardName} />
          <MakeSheet wardId={wardId} chosen={chosen} />
        </>
      )}
    </>
  )
}

const nothingToAsk = ({ scope, wardName }: WardRequest) =>
  scope === null
    ? `The core service of ${wardName} is not looked at in this assessment.`
    : `Nothing is missing from ${scope.name} that ${wardName} could send.`

function AskList(props: {
  asks: readonly Ask[]
  left: ReadonlySet<string>
  onTick: (findingId: string, isOn: boolean) => void
  wardName: string
}) {
  const { asks, left, onTick, wardName } = props
  return (
    <ul className="requests__list" aria-label={`What ${wardName} is asked for`}>
      {asks.map((ask) => (
        <li key={ask.findingId} className="requests__ask">
          <label className="choice">
            <input
              type="checkbox"
              checked={!left.has(ask.findingId)}
              onChange={({ target }) => onTick(ask.findingId, target.checked)}
            />
            <span>
              {ask.short}
              <span className="code">{ask.promptId}</span>
            </span>
          </label>
          <div>
            {ask.wanted.map((words, at) => (
              <p key={words} className="requests__wanted">
                <GapLetterMark letter={ask.gaps[at] ?? 'E'} size={18} />
                {words}
              </p>
            ))}
            <p className="small secondary">{byInWords(ask)}</p>
          </div>
          <div className="requests__kinds small">
            {ask.missingKinds.length > 0 && <span className="secondary">None yet of</span>}
            {ask.missingKinds.map((kind) => (
              <span key={kind} className="mark-and-words">
                <SourceMark kind={kind} />
                {sourceKindWords[kind]}
              </span>
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

function byInWords({ owner, due }: Ask): string {
  const who = owner === '' ? 'Nobody looks after it yet' : `Looked after by ${owner}`
  return due === null ? `${who}, no date` : `${who}, by ${formatDate(due)}`
}

function MakeSheet({ wardId, chosen }: { wardId: WardRequest['wardId']; chosen: readonly Ask[] }) {
  const make = useTask('requests.make')
  const isMaking = make.now.state === 'running'
  useSaving(make.now.state === 'done' ? make.now.result : null)
  const start = (format: 'pdf' | 'csv') =>
    void make.start({ wardId, format, findingIds: chosen.map(({ findingId }) => findingId) })
  return (
    <>
      <div className="button-row">
        <Button look="go" isDisabled={isMaking || chosen.length === 0} onPress={() => start('pdf')}>
          Make the PDF
        </Button>
        <Button isDisabled={isMaking || chosen.length === 0} onPress={() => start('csv')}>
          Make the CSV
        </Button>
        <span className="secondary">
          {chosen.length === 0 ? 'Tick what to ask about.' : `${countOf(chosen.length, 'question')}.`}
        </span>
      </div>
      <output>{make.now.state === 'failed' && <p className="note">{make.now.error.message}</p>}</output>
    </>
  )
}

/** Asks where a sheet is to be saved, once, as soon as it is made. */
function useSaving(sheet: RequestSheet | null) {
  const api = useApi()
  const saved = useRef<RequestSheet | null>(null)
  useEffect(() => {
    if (sheet === null || saved.current === sheet) return
    saved.current = sheet
    saveTransfer(api, sheet).then(
      (name) => name !== null && say(`Saved as ${name}.`),
      (error: unknown) => sayFault(explainThrown(error).message),
    )
  }, [api, sheet])
}
