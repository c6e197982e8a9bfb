import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { formatPeriod } from '../../../../shared/drawing/date-words.ts'
import type { Audit } from '../../../../shared/model/care-plan-audit.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { Segments } from '../../components/segments.tsx'
import { ChoiceField } from '../../forms/text-field.tsx'
import { Loading, Unanswered } from '../../forms/waiting.tsx'
import { toCarePlans } from '../../routes.ts'
import { ScreenTitle } from '../../shell/screen-title.tsx'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { CriteriaResultsPanel } from './criteria-results-panel.tsx'
import { ReadBackPanel } from './read-back-panel.tsx'
import { groundInWords, sixMonthsTo } from './results-words.ts'
import { RetirePanel } from './retire-panel.tsx'
import { SaveCsv } from './save-csv.tsx'
import { TeamsPanel } from './teams-panel.tsx'
import { ThisAuditPanel } from './this-audit-panel.tsx'

/** How the numbers are shown: the same ones, in the same order. */
export type ShowAs = 'charts' | 'tables'

/** `#/care-plans/:audit/results`: team by team, sentences to retire, what people say, every criterion, and this audit. */
export function ResultsScreen() {
  const { auditId = '' } = useParams()
  const { data: audit, error, refetch } = useAnswer('audits.get', { id: auditId as Audit['id'] })
  if (error !== null) return <Unanswered error={error} onAgain={() => void refetch()} />
  if (audit === undefined) return <Loading title="Care-plan audit results" />
  return <Results audit={audit} />
}

function Results({ audit }: { audit: Audit }) {
  const period = sixMonthsTo(audit.to)
  const [criterion, setCriterion] = useState('own-voice')
  const [showAs, setShowAs] = useState<ShowAs>('charts')
  const criteria = useAnswer('audits.criteria', {})
  const results = useAnswer('audits.results', { ...period, criterion }, { keep: true })
  const canWrite = useCanWrite()
  return (
    <div className="audit-results">
      <div className="screen-head">
        <div>
          <Link to={toCarePlans()}>Care-plan audit</Link>
          <ScreenTitle title="Care-plan audit results" />
        </div>
        <div className="screen-head__space" />
        <Segments
          label="Show as"
          chosen={showAs}
          options={[
            { id: 'charts', words: 'Charts' },
            { id: 'tables', words: 'Tables' },
          ]}
          onChoose={setShowAs}
        />
      </div>
      {results.error !== null ? (
        <Unanswered error={results.error} onAgain={() => void results.refetch()} />
      ) : results.data === undefined || criteria.data === undefined ? (
        <Loading />
      ) : (
        <>
          <p className="secondary">
            {formatPeriod(`${period.from}-01` as IsoDate, `${period.to}-01` as IsoDate)}. {groundInWords(results.data)}{' '}
            Counted as the auditor confirmed it, not as the tool suggested it.
          </p>
          <ThisAuditPanel audit={audit} canWrite={canWrite} />
          <section className="panel" aria-labelledby="teams">
            <div className="panel__head">
              <h2 id="teams">Team by team</h2>
              <div className="panel__space" />
              <SaveCsv period={period} table="months" />
            </div>
            <ChoiceField label="Criterion" value={criterion} onChoose={setCriterion}>
              {criteria.data.criteria.map(({ id, short, question }, at) => (
                <option key={id} value={id}>
                  {at + 1}. {short}: {question}
                </option>
              ))}
            </ChoiceField>
            <TeamsPanel results={results.data} showAs={showAs} />
          </section>
          <RetirePanel to={period.to} canWrite={canWrite} period={period} />
          <ReadBackPanel audit={audit} results={results.data} showAs={showAs} canWrite={canWrite} period={period} />
          <CriteriaResultsPanel results={results.data} showAs={showAs} period={period} />
        </>
      )}
    </div>
  )
}
