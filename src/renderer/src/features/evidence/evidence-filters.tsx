import { useId, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { SourceMark } from '../../../../shared/drawing/source-strip.tsx'
import {
  chimeWords,
  formatCount,
  keyQuestionWords,
  regulationWords,
  sourceKindWords,
} from '../../../../shared/drawing/words.ts'
import type { OutputOf } from '../../../../shared/contract.ts'
import type { Scope } from '../../../../shared/model/assessment.ts'
import { DescribesBand, type EvidenceFilter, type EvidenceView } from '../../../../shared/model/evidence.ts'
import type { Provider } from '../../../../shared/model/provider.ts'
import { chimeConcepts, keyQuestions, regulations, sourceKinds } from '../../../../shared/model/vocabulary.ts'
import { ChoiceField } from '../../forms/text-field.tsx'
import { toggled } from './evidence-route.ts'

const viewWords: Record<EvidenceView, string> = {
  all: 'All evidence',
  stale: 'Stale',
  'not-linked': 'Not linked to a finding',
  contradicts: 'Contradicts a finding',
  'attachment-missing': 'Attachment missing',
  'acted-today': 'Someone acted that day',
  bin: 'In the bin',
}

const bandWords: Record<EvidenceFilter['describes'][number], string> = {
  'last-12-months': 'Last 12 months',
  '12-to-18-months': '12 to 18 months',
  'older-or-no-date': 'Older, or no date',
}

type Tally = OutputOf<'evidence.tally'>
type Props = {
  filter: EvidenceFilter
  tally: Tally | undefined
  provider: Provider | undefined
  scopes: readonly Scope[]
  toView: (view: EvidenceView) => string
  onChange: (changes: Partial<EvidenceFilter>) => void
}

/** What narrows the log: ready-made views with their counts, then kinds, dates, regulations, and more behind three buttons. */
export function EvidenceFilters(props: Props) {
  const { filter, tally, toView, onChange } = props
  return (
    <>
      <fieldset className="filter-group">
        <legend>Show</legend>
        {(Object.keys(viewWords) as EvidenceView[]).map((view) => (
          <Link
            key={view}
            className="filter-view"
            to={toView(view)}
            aria-current={filter.view === view ? 'true' : undefined}
          >
            {viewWords[view]} <CountOf tally={tally?.views} name={view} />
          </Link>
        ))}
      </fieldset>
      <Ticks
        legend="Kind of source"
        options={sourceKinds}
        chosen={filter.sourceKinds}
        tally={tally?.sourceKinds}
        wordsOf={(kind) => (
          <>
            <SourceMark kind={kind} size={15} /> {sourceKindWords[kind]}
          </>
        )}
        onChange={(chosen) => onChange({ sourceKinds: chosen })}
      />
      <Ticks
        legend="Describes"
        options={DescribesBand.options}
        chosen={filter.describes}
        tally={tally?.describes}
        wordsOf={(band) => bandWords[band]}
        onChange={(chosen) => onChange({ describes: chosen })}
      />
      <Ticks
        legend="Regulation"
        options={regulations}
        chosen={filter.regulations}
        tally={tally?.regulations}
        wordsOf={(regulation) => regulationWords[regulation]}
        onChange={(chosen) => onChange({ regulations: chosen })}
      />
      <MoreFilters {...props} />
    </>
  )
}

function CountOf({ tally, name }: { tally: Record<string, number> | undefined; name: string }) {
  const count = tally?.[name]
  return <span className="count">{count === undefined ? '' : formatCount(count)}</span>
}

function Ticks<Option extends string>(props: {
  legend: string
  options: readonly Option[]
  chosen: readonly Option[]
  tally: Record<string, number> | undefined
  wordsOf: (option: Option) => ReactNode
  onChange: (chosen: Option[]) => void
}) {
  const { legend, options, chosen, tally, wordsOf, onChange } = props
  return (
    <fieldset className="filter-group">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option} className="choice">
          <input type="checkbox" checked={chosen.includes(option)} onChange={() => onChange(toggled(chosen, option))} />
          {wordsOf(option)} <CountOf tally={tally} name={option} />
        </label>
      ))}
    </fieldset>
  )
}

function MoreFilters({ filter, tally, provider, scopes, onChange }: Props) {
  return (
    <div className="filter-group">
      <h3>More</h3>
      <More words="Scope and team" isUsed={filter.scopeId !== null || filter.wardId !== null}>
        <ChoiceField
          label="Scope"
          value={filter.scopeId ?? ''}
          onChoose={(id) => onChange({ scopeId: scopes.find((scope) => scope.id === id)?.id ?? null })}
        >
          <option value="">Any</option>
          {scopes.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </ChoiceField>
        <ChoiceField
          label="Ward or team"
          value={filter.wardId ?? ''}
          onChoose={(chosen) =>
            onChange({
              wardId: provider?.coreServices.flatMap(({ wards }) => wards).find(({ id }) => id === chosen)?.id ?? null,
            })
          }
        >
          <option value="">Any</option>
          {provider?.coreServices
            .filter(({ wards }) => wards.length > 0)
            .map((service) => (
              <optgroup key={service.id} label={service.shortName}>
                {service.wards.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </optgroup>
            ))}
        </ChoiceField>
      </More>
      <More words="Key question" isUsed={filter.keyQuestions.length > 0}>
        <Ticks
          legend="Key question"
          options={keyQuestions.filter((each) => each !== 'safe')}
          chosen={filter.keyQuestions}
          tally={tally?.keyQuestions}
          wordsOf={(question) => keyQuestionWords[question]}
          onChange={(chosen) => onChange({ keyQuestions: chosen })}
        />
      </More>
      <More words="CHIME" isUsed={filter.chime.length > 0}>
        <Ticks
          legend="CHIME"
          options={chimeConcepts}
          chosen={filter.chime}
          tally={tally?.chime}
          wordsOf={(concept) => chimeWords[concept]}
          onChange={(chosen) => onChange({ chime: chosen })}
        />
      </More>
    </div>
  )
}

/** More filters behind a button: open when one of them is in use, so that nothing narrows the list unseen. */
function More({ words, isUsed, children }: { words: string; isUsed: boolean; children: ReactNode }) {
  const [isOpen, setOpen] = useState(isUsed)
  const id = useId()
  const shows = isOpen || isUsed
  return (
    <div>
      <button
        type="button"
        className="link-button"
        aria-expanded={shows}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        {words}
      </button>
      <div id={id} hidden={!shows}>
        {children}
      </div>
    </div>
  )
}
