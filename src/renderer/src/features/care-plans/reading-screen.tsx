import { Link, Navigate, useMatch, useParams, useSearchParams } from 'react-router'
import { Reading, type Audit } from '../../../../shared/model/care-plan-audit.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loading, Unanswered } from '../../forms/waiting.tsx'
import { paths, toAuditPlan, toAuditPlans, toAuditResults } from '../../routes.ts'
import { ScreenTitle } from '../../shell/screen-title.tsx'
import { periodOf } from './audit-words.ts'
import { PlanReading } from './plan-reading.tsx'

/** `#/care-plans/:audit/plan/:n`, and its second step `.../criteria`: one plan is read. */
export function ReadingScreen() {
  const { auditId = '', n = '1' } = useParams()
  const isCriteria = useMatch(paths.auditCriteria) !== null
  const [search] = useSearchParams()
  const reading = Reading.catch('first').parse(search.get('reading'))
  const { data: audit, error, refetch } = useAnswer('audits.get', { id: auditId as Audit['id'] })
  if (error !== null) return <Unanswered error={error} onAgain={() => void refetch()} />
  if (audit === undefined) return <Loading title="Care plan" />
  if (audit.state === 'closed')
    return (
      <div className="audits">
        <ScreenTitle title={`${audit.wardName}, ${periodOf(audit)}`} />
        <EmptyState
          words="This audit is closed: its plan texts are erased. What was decided stays."
          action={<Link to={toAuditResults(audit.id)}>Results</Link>}
        />
      </div>
    )
  const plan = audit.planList[Number(n) - 1]
  if (plan === undefined)
    return <Navigate to={audit.planList.length === 0 ? toAuditPlans(audit.id) : toAuditPlan(audit.id, 1)} replace />
  return (
    <PlanReading
      key={`${plan.id} ${reading}`}
      audit={audit}
      planId={plan.id}
      n={Number(n)}
      reading={reading}
      step={isCriteria ? 'criteria' : 'statements'}
    />
  )
}
