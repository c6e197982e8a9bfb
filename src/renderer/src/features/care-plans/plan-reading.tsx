import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { Audit, AuditPlan, AuditStatement, PlanView, Reading } from '../../../../shared/model/care-plan-audit.ts'
import type { CarePlanCriterion } from '../../../../shared/model/care-plan-criteria.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { Segments } from '../../components/segments.tsx'
import { Loading, Unanswered } from '../../forms/waiting.tsx'
import { useShortcuts } from '../../keys.ts'
import { toAuditPlan } from '../../routes.ts'
import { pane } from '../../shell/panes.ts'
import { keepFocus } from '../../shell/screen-title.tsx'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { CriteriaList, criterionId, firstOpen } from './criteria-list.tsx'
import { FoundSoFar } from './found-so-far.tsx'
import { KeyLine } from './key-line.tsx'
import { PlanAsWritten } from './plan-as-written.tsx'
import { PlanHead } from './plan-head.tsx'
import { SamplePane } from './sample-pane.tsx'
import { StatementList } from './statement-list.tsx'
import { usePlanOrders } from './use-plan-orders.ts'
import { stopId, useReader } from './use-reader.ts'
import { VoiceKey } from './voice-mark.tsx'

type Step = 'statements' | 'criteria'

type PlanReadingProps = { audit: Audit; planId: AuditPlan['id']; n: number; reading: Reading; step: Step }

/** One plan in one reading: the sample, the plan, and the criteria, in two steps. */
export function PlanReading({ audit, planId, n, reading, step }: PlanReadingProps) {
  const plan = useAnswer('audits.plan', { planId, reading })
  const criteria = useAnswer('audits.criteria', {})
  const { orders, statements } = usePlanOrders(plan.data, planId, reading)
  const canWrite = useCanWrite()
  const navigate = useNavigate()
  const { state } = useLocation()
  const [isSampleShown, setSampleShown] = useState(false)
  const to = (next: Step) => toAuditPlan(audit.id, n, { step: next, reading })
  const goTo = (next: Step) => void navigate(to(next), { state: keepFocus })
  const reader = useReader({ statements, orders, canWrite, onAllDecided: () => goTo('criteria') })
  const openPlan = (next: number) => {
    if (audit.planList[next - 1] !== undefined)
      void navigate(toAuditPlan(audit.id, next, { reading }), { state: keepFocus })
  }

  useShortcuts({
    'Ctrl+Enter': () => openPlan(n + 1),
    F6: () => {
      if (step !== 'statements' || document.activeElement?.closest('.statements') === null) return false
      goTo('criteria')
    },
    Escape: () => {
      if (step !== 'criteria') return false
      goTo('statements')
    },
  })

  // Who came to read is put where reading goes on; who came by an address hears the heading first.
  const ready = plan.data !== undefined && criteria.data !== undefined
  const staysPut = (state as { keepFocus?: boolean } | null)?.keepFocus === true
  const latest = useRef({ reader, criteria: plan.data?.criteria })
  useEffect(() => {
    latest.current = { reader, criteria: plan.data?.criteria }
  })
  useEffect(() => {
    if (!ready || !staysPut) return
    const first = latest.current.criteria === undefined ? undefined : firstOpen(latest.current.criteria)
    const { current } = latest.current.reader
    const id = step === 'statements' ? current !== null && stopId(current) : first !== undefined && criterionId(first)
    if (id !== false) document.getElementById(id)?.focus()
  }, [ready, staysPut, step])

  const planPane = useRef<HTMLElement>(null)
  useEffect(() => {
    if (planPane.current !== null) planPane.current.scrollTop = 0
  }, [step])

  const shown = isSampleShown ? 'list' : step === 'statements' ? 'detail' : 'side'
  return (
    <div className={`panes panes--reading panes--${step}`} data-shown={shown}>
      <div className="pane-tabs">
        <Segments
          label="Part of this screen"
          chosen={isSampleShown ? 'sample' : step}
          options={[
            { id: 'sample', words: 'Sample' },
            { id: 'statements', words: '1 Statements' },
            { id: 'criteria', words: '2 Criteria' },
          ]}
          onChoose={(part) => {
            setSampleShown(part === 'sample')
            if (part !== 'sample' && part !== step) goTo(part)
          }}
        />
      </div>
      <SamplePane audit={audit} n={n} reading={reading} canWrite={canWrite} onOpen={() => setSampleShown(false)} />
      <section ref={planPane} className="pane pane--detail plan-pane" aria-label="Plan" {...pane}>
        <PlanHead
          audit={audit}
          plan={plan.data}
          statements={statements}
          n={n}
          reading={reading}
          step={step}
          savedWords={orders.savedWords}
          onPlan={openPlan}
        />
        {plan.error !== null ? (
          <Unanswered error={plan.error} onAgain={() => void plan.refetch()} />
        ) : plan.data === undefined ? (
          <Loading />
        ) : (
          <>
            <VoiceKey />
            {step === 'criteria' ? (
              <PlanAsWritten plan={plan.data} statements={statements} />
            ) : statements.every(({ isHeading }) => isHeading) ? (
              <p className="note">The reading found no statement in this plan. Go on to the criteria.</p>
            ) : (
              <StatementList
                plan={plan.data}
                statements={statements}
                reader={reader}
                plans={audit.plans}
                canWrite={canWrite}
              />
            )}
          </>
        )}
      </section>
      <section className="pane pane--side criteria-pane" aria-label="Criteria" {...pane}>
        {plan.data !== undefined && criteria.data !== undefined && (
          <SidePane
            plan={plan.data}
            statements={statements}
            criteria={criteria.data.criteria}
            step={step}
            toCriteria={to('criteria')}
          >
            <CriteriaList
              plan={plan.data}
              statements={statements}
              criteria={criteria.data.criteria}
              orders={orders}
              canWrite={canWrite}
              onAllAnswered={() => document.getElementById('next-plan')?.focus()}
            />
          </SidePane>
        )}
      </section>
      <KeyLine step={step} />
    </div>
  )
}

/** The right pane: what was found, and in step 2 the answers. */
function SidePane(props: {
  plan: PlanView
  statements: readonly AuditStatement[]
  criteria: readonly CarePlanCriterion[]
  step: Step
  toCriteria: string
  children: ReactNode
}) {
  const { plan, criteria, step, toCriteria, children } = props
  if (step === 'statements') return <FoundSoFar plan={plan} criteria={criteria} toCriteria={toCriteria} />
  const { answered, criteria: asked } = plan.progress
  return (
    <>
      <h2>
        Criteria{' '}
        <span className="secondary criteria-pane__count">
          {answered} of {asked} answered
        </span>
      </h2>
      <p className="secondary small">Found is what step 1 left; the answer starts blank.</p>
      {children}
    </>
  )
}
