import { Link } from 'react-router'
import { countOf } from '../../../../shared/drawing/words.ts'
import type { AuditSummary } from '../../../../shared/model/care-plan-audit.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Tag } from '../../components/tag.tsx'
import { Loading, Unanswered } from '../../forms/waiting.tsx'
import { toAuditPlan, toAuditPlans, toAuditResults, toNewAudit } from '../../routes.ts'
import { ScreenTitle } from '../../shell/screen-title.tsx'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { periodOf } from './audit-words.ts'

/** `#/care-plans`: the audits, newest period first; empty, it says what an audit is. */
export function AuditsScreen() {
  const { data, error, refetch } = useAnswer('audits.list', {})
  const canWrite = useCanWrite()
  return (
    <div className="audits">
      <div className="screen-head">
        <ScreenTitle title="Care-plan audit" />
        <div className="screen-head__space" />
        {canWrite && data !== undefined && data.length > 0 && (
          <Link className="button button--go" to={toNewAudit()}>
            Begin an audit
          </Link>
        )}
      </div>
      {error !== null ? (
        <Unanswered error={error} onAgain={() => void refetch()} />
      ) : data === undefined ? (
        <Loading rows={4} />
      ) : data.length === 0 ? (
        <NoAudits canWrite={canWrite} />
      ) : (
        <AuditsTable audits={data} />
      )}
    </div>
  )
}

function NoAudits({ canWrite }: { canWrite: boolean }) {
  return (
    <>
      <EmptyState
        words="No care plans have been audited yet. An audit reads a month’s sample of one ward’s plans for the person’s own voice; ten plans fit in forty minutes, without the mouse."
        action={
          canWrite && (
            <Link className="button button--go" to={toNewAudit()}>
              Begin an audit
            </Link>
          )
        }
      />
      <ol className="audits__how">
        <li>
          <b>Choose a ward, a month and a sample.</b> The tool draws it at random by a seed, so that anyone can draw the
          same again.
        </li>
        <li>
          <b>Paste the plans, or drop their files,</b> each under a pseudonym. No patient’s name is needed.
        </li>
        <li>
          <b>Read them.</b> Each statement is suggested as the person’s, a standard sentence, or someone else’s, with
          the reason. You decide; then you answer the criteria.
        </li>
        <li>
          <b>Close the audit.</b> The texts are erased. What was decided stays.
        </li>
      </ol>
    </>
  )
}

function AuditsTable({ audits }: { audits: readonly AuditSummary[] }) {
  return (
    <div className="table-scroll">
      <table className="table">
        <caption className="nhsuk-u-visually-hidden">Care-plan audits</caption>
        <thead>
          <tr>
            <th scope="col">Ward or team</th>
            <th scope="col">Period</th>
            <th scope="col">Plans read</th>
            <th scope="col">Criteria</th>
            <th scope="col">Results</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {audits.map((audit) => (
            <tr key={audit.id}>
              <th scope="row">
                <Link to={wayInto(audit)}>{audit.wardName}</Link>
                <span className="secondary audits__service">{audit.coreServiceName}</span>
              </th>
              <td>{periodOf(audit)}</td>
              <td>
                {audit.plans === 0 ? 'No plans yet' : `${audit.plansComplete} of ${countOf(audit.plans, 'plan')}`}
              </td>
              <td>{audit.criteria === 'core' ? 'Core' : 'All'}</td>
              <td>
                <Link to={toAuditResults(audit.id)}>
                  Results
                  <span className="nhsuk-u-visually-hidden">
                    {' '}
                    of {audit.wardName}, {periodOf(audit)}
                  </span>
                </Link>
              </td>
              <td>{audit.state === 'open' ? 'Open' : <Tag>Closed, texts erased</Tag>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const wayInto = ({ id, plans, state }: AuditSummary) =>
  state === 'closed' ? toAuditResults(id) : plans === 0 ? toAuditPlans(id) : toAuditPlan(id, 1)
