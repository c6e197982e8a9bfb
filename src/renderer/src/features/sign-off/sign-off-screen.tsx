import { useParams } from 'react-router'
import { useAnswer } from '../../api/use-answer.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loading, Unanswered } from '../../forms/waiting.tsx'
import { toOverview } from '../../routes.ts'
import { ScreenTitle } from '../../shell/screen-title.tsx'
import { CheckPage } from './check-page.tsx'
import { SignedRecord } from './signed-record.tsx'

/** `#/assessment/:assessmentId/sign-off`: what to look at before signing; once it is signed, what was signed. */
export function SignOffScreen() {
  const { assessmentId = '' } = useParams<'assessmentId'>()
  const list = useAnswer('assessments.list', {})
  const assessment = list.data?.find(({ id }) => id === assessmentId)
  if (list.error !== null) return <Unanswered error={list.error} onAgain={() => void list.refetch()} />
  if (list.data === undefined) return <Loading rows={8} />
  if (assessment === undefined)
    return (
      <>
        <ScreenTitle title="No such assessment" />
        <EmptyState
          words="This address names an assessment that is not in this workspace."
          action={<a href={`#${toOverview()}`}>Overview</a>}
        />
      </>
    )
  return assessment.status === 'draft' ? <Check /> : <Signed key={assessment.id} assessmentId={assessment.id} />
}

function Check() {
  const check = useAnswer('signoff.check', {})
  if (check.error !== null) return <Unanswered error={check.error} onAgain={() => void check.refetch()} />
  return check.data === undefined ? <Loading rows={8} /> : <CheckPage check={check.data} />
}

function Signed({ assessmentId }: { assessmentId: string }) {
  const signed = useAnswer('signoff.get', { assessmentId })
  const current = useAnswer('assessments.current', {})
  const info = useAnswer('app.info', {})
  const failed = [signed, current, info].find(({ error }) => error !== null)
  if (failed?.error != null) return <Unanswered error={failed.error} onAgain={() => void failed.refetch()} />
  if (signed.data == null || current.data === undefined || info.data === undefined) return <Loading rows={8} />
  const isLast = current.data.assessment.id === assessmentId
  return <SignedRecord signed={signed.data} isLast={isLast} today={info.data.today} />
}
