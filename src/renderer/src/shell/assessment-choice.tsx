import { Link, useMatch, useNavigate } from 'react-router'
import { useAnswer } from '../api/use-answer.ts'
import { paths, toOverview, toSignOff } from '../routes.ts'

/** The assessment in the bar and its state. Where there is more than one, a choice: those signed off are read from their snapshots. */
export function AssessmentChoice() {
  const current = useAnswer('assessments.current', {})
  const list = useAnswer('assessments.list', {})
  const shown = useMatch(paths.signOff)?.params.assessmentId
  const navigate = useNavigate()
  if (current.data === undefined || list.data === undefined) return null
  const { assessment } = current.data
  const chosen = list.data.find(({ id }) => id === shown) ?? assessment
  const go = (id: string) => void navigate(id === assessment.id ? toOverview() : toSignOff(id))
  return (
    <span className="bar__assessment">
      {list.data.length > 1 ? (
        <select
          className="select bar__select"
          aria-label="Assessment"
          value={chosen.id}
          onChange={(event) => go(event.target.value)}
        >
          {list.data.map(({ id, title, status }) => (
            <option key={id} value={id}>
              {status === 'draft' ? title : `${title}, signed off`}
            </option>
          ))}
        </select>
      ) : (
        chosen.title
      )}
      {chosen.status === 'draft' ? (
        <span className="tag tag--soft">Working draft</span>
      ) : (
        <Link className="tag tag--soft" to={toSignOff(chosen.id)}>
          Signed off
        </Link>
      )}
    </span>
  )
}
