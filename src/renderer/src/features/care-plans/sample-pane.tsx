import { Link } from 'react-router'
import { joinWords } from '../../../../shared/drawing/words.ts'
import type { Audit, Reading } from '../../../../shared/model/care-plan-audit.ts'
import { useOrder } from '../../api/use-order.ts'
import { Icon } from '../../components/icon.tsx'
import { toAuditPlan, toAuditPlans, toAuditResults, toCarePlans } from '../../routes.ts'
import { pane } from '../../shell/panes.ts'
import { keepFocus } from '../../shell/screen-title.tsx'
import { periodOf, planStateInWords, sampleInWords } from './audit-words.ts'
import { TakeOutPlan } from './take-out-plan.tsx'

/** The sample at the left: which plans there are, how far each is, and how the audit is read. */
export function SamplePane(props: {
  audit: Audit
  n: number
  reading: Reading
  canWrite: boolean
  onOpen: () => void
}) {
  const { audit, n, reading, canWrite, onOpen } = props
  const setForty = useOrder('audits.setFortyMinutes')
  const { missing } = audit.sample
  const current = audit.planList[n - 1]
  return (
    <section className="pane pane--list sample-pane" aria-label="Sample" {...pane}>
      <Link className="small" to={toCarePlans()}>
        Care-plan audit
      </Link>
      <h2>{audit.wardName}</h2>
      <p className="secondary small">
        {periodOf(audit)}. {sampleInWords(audit)}
      </p>
      <ol className="sample-pane__plans">
        {audit.planList.map((plan, at) => {
          const state = planStateInWords(plan, reading)
          return (
            <li key={plan.id}>
              <Link
                to={toAuditPlan(audit.id, at + 1, { reading })}
                state={keepFocus}
                aria-current={at + 1 === n ? 'page' : undefined}
                onClick={onOpen}
              >
                <span>{plan.pseudonym}</span>
                <span className="secondary small">
                  {state === 'Read' && <Icon name="tick" size={12} />} {state}
                </span>
              </Link>
            </li>
          )
        })}
      </ol>
      {missing.length > 0 && <p className="secondary small">Drawn, not loaded yet: {joinWords(missing)}.</p>}
      {canWrite && (
        <>
          <p>
            <Link to={toAuditPlans(audit.id)}>Add plans</Link>
          </p>
          {current !== undefined && <TakeOutPlan auditId={audit.id} plan={current} />}
          <label className="choice sample-pane__forty">
            <input
              type="checkbox"
              checked={audit.fortyMinutes}
              disabled={setForty.busy}
              onChange={(event) => void setForty.run({ id: audit.id, fortyMinutes: event.target.checked })}
            />
            <span>Forty minutes</span>
          </label>
          <p className="secondary small">
            {audit.fortyMinutes
              ? 'First person, templated and unsure are decided one by one; the rest is confirmed as one block.'
              : 'Every statement is decided.'}
          </p>
        </>
      )}
      <p>
        <Link to={toAuditResults(audit.id)}>{audit.pace.plansLeft === 0 ? 'Results' : 'Results so far'}</Link>
      </p>
      {reading === 'first' ? (
        canWrite && (
          <p>
            <Link to={toAuditPlan(audit.id, n, { reading: 'second' })} state={keepFocus}>
              Read as a second auditor
            </Link>
          </p>
        )
      ) : (
        <p>
          <Link to={toAuditPlan(audit.id, n)} state={keepFocus}>
            Back to the first reading
          </Link>
        </p>
      )}
    </section>
  )
}
