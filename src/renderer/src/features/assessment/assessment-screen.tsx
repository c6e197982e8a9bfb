import { useEffect, useState } from 'react'
import { Navigate, useParams } from 'react-router'
import { useAnswer } from '../../api/use-answer.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loading, Unanswered } from '../../forms/waiting.tsx'
import { toFinding } from '../../routes.ts'
import { mapScopes, type AssessmentParts } from './assessment-map.ts'
import { AssessmentPanes } from './assessment-panes.tsx'

/** Where the person was last, so that "Assessment" leads back there. */
const last: { finding: { assessmentId: string; scope: string; prompt: string } | null } = { finding: null }

/** `#/assessment` and `#/assessment/:assessmentId/:scope/:prompt`: judge one prompt in one scope. */
export function AssessmentScreen() {
  const params = useParams<'assessmentId' | 'scope' | 'prompt'>()
  const info = useAnswer('app.info', {})
  const current = useAnswer('assessments.current', {})
  const pack = useAnswer('checklists.current', {})
  const provider = useAnswer('provider.get', {})
  const findings = useAnswer('findings.list', {})
  const failed = [info, current, pack, provider, findings].find(
    ({ error, data }) => error !== null && data === undefined,
  )

  if (failed?.error) return <Unanswered error={failed.error} onAgain={() => void failed.refetch()} />
  if (!info.data || !current.data || !pack.data || !provider.data || !findings.data)
    return <Loading title="Assessment" />

  const parts: AssessmentParts = {
    ...current.data,
    pack: pack.data,
    provider: provider.data,
    findings: findings.data,
    today: info.data.today,
  }
  return <Chosen parts={parts} {...params} />
}

function Chosen(props: { parts: AssessmentParts; assessmentId?: string; scope?: string; prompt?: string }) {
  const { parts, assessmentId, scope, prompt } = props
  const branches = mapScopes(parts)
  const branch = branches.find(({ word }) => word === scope)
  const row = branch?.rows.find((each) => each.prompt.id === prompt)
  const [isPromptsTab, setPromptsTab] = useState(scope === undefined)
  const isFound = assessmentId === parts.assessment.id && branch !== undefined && row !== undefined

  useEffect(() => {
    if (isFound && assessmentId !== undefined && scope !== undefined && prompt !== undefined)
      last.finding = { assessmentId, scope, prompt }
  }, [isFound, assessmentId, scope, prompt])

  if (isFound) {
    return (
      <AssessmentPanes
        parts={parts}
        branches={branches}
        branch={branch}
        row={row}
        isPromptsTab={isPromptsTab}
        onPromptsTab={setPromptsTab}
      />
    )
  }
  if (scope !== undefined) {
    return (
      <section className="screen">
        <h1>No such finding</h1>
        <EmptyState
          words="This address names a prompt or a scope that is not looked at in this assessment. It may have been left out."
          action={<a href={`#${toStart(parts) ?? ''}`}>See what is looked at</a>}
        />
      </section>
    )
  }
  const start = toStart(parts)
  if (start !== null) return <Navigate to={start} replace />
  return (
    <section className="screen">
      <h1>Assessment</h1>
      <EmptyState words="No scope is looked at. Add a core service, or bring one back." />
    </section>
  )
}

/** Where an assessment is opened: where the person was last, else its first prompt. */
function toStart(parts: AssessmentParts): string | null {
  const branches = mapScopes(parts)
  const isThere =
    last.finding?.assessmentId === parts.assessment.id && branches.some(({ word }) => word === last.finding?.scope)
  if (last.finding !== null && isThere) return toFinding(last.finding)
  const branch = branches.find(({ rows }) => rows.length > 0)
  const prompt = branch?.rows[0]?.prompt.id
  if (branch === undefined || prompt === undefined) return null
  return toFinding({ assessmentId: parts.assessment.id, scope: branch.word, prompt })
}
