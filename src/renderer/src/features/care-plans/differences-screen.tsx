import { Link, useParams } from 'react-router'
import { countOf } from '../../../../shared/drawing/words.ts'
import type {
  Audit,
  CriterionAnswer,
  DecidedVoice,
  OtherWay,
  PlanView,
} from '../../../../shared/model/care-plan-audit.ts'
import type { AuditDifferences } from '../../../../shared/model/care-plan-differences.ts'
import type { CarePlanCriterion } from '../../../../shared/model/care-plan-criteria.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useOrder } from '../../api/use-order.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loading, Unanswered } from '../../forms/waiting.tsx'
import { toAuditResults } from '../../routes.ts'
import { ScreenTitle } from '../../shell/screen-title.tsx'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { answerWords, voiceWords } from './audit-words.ts'
import { MaskedText } from './masked-text.tsx'
import { agreementInWords } from './results-words.ts'

/** `#/care-plans/:audit/differences`: where two auditors of the same plans differ, and what both then agree. */
export function AuditDifferencesScreen() {
  const { auditId = '' } = useParams()
  const id = auditId as Audit['id']
  const { data, error, refetch } = useAnswer('audits.differences', { id })
  const criteria = useAnswer('audits.criteria', {})
  const audit = useAnswer('audits.get', { id })
  const canWrite = useCanWrite() && audit.data?.state === 'open'
  if (error !== null) return <Unanswered error={error} onAgain={() => void refetch()} />
  if (data === undefined || criteria.data === undefined || audit.data === undefined)
    return <Loading title="Where two readers differ" />
  const onCriteria = agreementInWords(data.criteria)
  const onVoices = agreementInWords(data.voices)
  return (
    <div className="differences">
      <div className="screen-head">
        <div>
          <Link to={toAuditResults(auditId)}>Care-plan audit results</Link>
          <ScreenTitle title="Where two readers differ" />
        </div>
      </div>
      {onCriteria === null && onVoices === null ? (
        <EmptyState words="No plan was read by two auditors yet. “Read as a second auditor” beside a plan begins it; neither sees what the other decided." />
      ) : (
        <p>
          Before they spoke: {onCriteria === null ? 'no criterion answered by both' : `criteria, ${onCriteria}`};{' '}
          {onVoices === null ? 'no statement decided by both' : `statements, ${onVoices}`}. What is agreed here counts
          in the results; both first answers are kept.
        </p>
      )}
      {onVoices !== null && data.plans.length === 0 && <p>They differ nowhere.</p>}
      {data.plans.map((plan) => (
        <PlanDifferences key={plan.planId} plan={plan} criteria={criteria.data.criteria} canWrite={canWrite} />
      ))}
    </div>
  )
}

type PlanDifference = AuditDifferences['plans'][number]

function PlanDifferences(props: { plan: PlanDifference; criteria: readonly CarePlanCriterion[]; canWrite: boolean }) {
  const { plan, criteria, canWrite } = props
  const view = useAnswer('audits.plan', { planId: plan.planId, reading: 'agreed' }, { enabled: canWrite })
  const second = useAnswer('audits.plan', { planId: plan.planId, reading: 'second' }, { enabled: canWrite })
  const first = useAnswer('audits.plan', { planId: plan.planId, reading: 'first' }, { enabled: canWrite })
  const answer = useOrder('audits.answer')
  const decide = useOrder('audits.decide')
  const { planId } = plan
  /** Both first decisions carry what the agreed one needs: the needs touched, how a voice is shown, the reason. */
  const decisionOf = (of: PlanView | undefined, statement: number) =>
    of?.statements.find(({ index }) => index === statement)?.decision ?? null
  const agreeVoice = (statement: number, voice: DecidedVoice) => {
    const one = decisionOf(first.data, statement)
    const other = decisionOf(second.data, statement)
    const from = one?.voice === voice ? one : other
    const otherWay: OtherWay | null = voice === 'shown-another-way' ? (from?.otherWay ?? null) : null
    void decide.run({ planId, reading: 'agreed', statement, voice, otherWay, needs: from?.needs ?? [] })
  }
  const reasonOf = (of: PlanView | undefined, criterion: string) =>
    of?.criteria.find(({ id }) => id === criterion)?.answer?.reason ?? ''
  const agreeAnswer = (criterion: string, given: CriterionAnswer) =>
    void answer.run({
      planId,
      reading: 'agreed',
      criterion,
      answer: given,
      reason: given === 'not-applicable' ? reasonOf(first.data, criterion) || reasonOf(second.data, criterion) : '',
    })
  const open = [...plan.criteria, ...plan.statements].filter(({ agreed }) => agreed === null).length
  return (
    <section className="panel" aria-labelledby={`differences-${planId}`}>
      <div className="panel__head">
        <h2 id={`differences-${planId}`}>Plan {plan.pseudonym}</h2>
        <span className="panel__aside">
          {open === 0 ? 'All agreed' : `${countOf(open, 'difference')} to talk about`}
        </span>
      </div>
      <ul className="differences__list">
        {plan.criteria.map(({ criterion, first: one, second: other, agreed }) => (
          <li key={criterion}>
            <span>{criteria.find(({ id }) => id === criterion)?.short ?? criterion}</span>
            <Choices
              about={criteria.find(({ id }) => id === criterion)?.short ?? criterion}
              words={answerWords}
              first={one}
              second={other}
              agreed={agreed}
              canWrite={canWrite && first.data !== undefined && second.data !== undefined}
              onAgree={(given) => agreeAnswer(criterion, given)}
            />
          </li>
        ))}
        {plan.statements.map(({ statement, first: one, second: other, agreed }) => {
          const found = view.data?.statements.find(({ index }) => index === statement)
          return (
            <li key={statement}>
              <span>
                {view.data !== undefined && found !== undefined ? (
                  <MaskedText plan={view.data} start={found.start} end={found.end} />
                ) : (
                  `Statement ${statement + 1}`
                )}
              </span>
              <Choices
                about={`statement ${statement + 1}`}
                words={voiceWords}
                first={one}
                second={other}
                agreed={agreed}
                canWrite={canWrite && first.data !== undefined && second.data !== undefined}
                onAgree={(voice) => agreeVoice(statement, voice)}
              />
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** What each of the two said; pressing one agrees on it. */
function Choices<Id extends string>(props: {
  about: string
  words: Record<Id, { name: string }>
  first: Id
  second: Id
  agreed: Id | null
  canWrite: boolean
  onAgree: (id: Id) => void
}) {
  const { about, words, first, second, agreed, canWrite, onAgree } = props
  return (
    <fieldset className="chips" aria-label={`What both agree of ${about}`}>
      {(
        [
          ['First', first],
          ['Second', second],
        ] as const
      ).map(([who, id]) => (
        <button
          key={who}
          type="button"
          className="chip differences__choice"
          disabled={!canWrite}
          aria-pressed={agreed === id}
          onClick={() => onAgree(id)}
        >
          {who}: {words[id].name}
        </button>
      ))}
      {agreed === null && <span className="secondary small">not agreed yet</span>}
      {agreed !== null && agreed !== first && agreed !== second && (
        <span className="small">Agreed: {words[agreed].name}</span>
      )}
    </fieldset>
  )
}
