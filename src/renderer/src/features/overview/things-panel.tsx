import { Link } from 'react-router'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import type { Overview, ThingToKnow } from '../../../../shared/model/overview.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { requestCapture } from '../evidence/capture-request.ts'
import { scopeWord, toActions, toFinding, toFindingsBehind, toOverview } from '../../routes.ts'
import type { Picture } from './picture.ts'

/** Three sentences worked out from the findings, each a link to what it is about. */
export function ThingsPanel({ overview, picture, at }: { overview: Overview; picture: Picture; at: IsoDate | null }) {
  const { thingsToKnow } = overview
  const canWrite = useCanWrite()
  return (
    <section className="panel things" aria-labelledby="things-heading">
      <div className="panel__head">
        <h2 id="things-heading">Three things to know</h2>
      </div>
      {thingsToKnow.length === 0 ? (
        <p>Nothing stands out. The matrix has the rest.</p>
      ) : (
        <ol className="things__list">
          {thingsToKnow.map((thing) => (
            <li key={thing.text}>
              <Link to={placeOf(thing, overview, picture, at)}>{thing.text}</Link>
            </li>
          ))}
        </ol>
      )}
      {overview.evidenceItems === 0 && canWrite && (
        <EmptyState
          words="Nothing logged yet. Log the first thing you see; it takes ten seconds."
          action={<Button onPress={() => requestCapture()}>Log something</Button>}
        />
      )}
    </section>
  )
}

/** Where a thing to know leads. */
function placeOf({ target }: ThingToKnow, overview: Overview, picture: Picture, at: IsoDate | null): string {
  switch (target.kind) {
    case 'finding': {
      const placed = picture.findings.find(({ finding }) => finding.id === target.findingId)
      if (placed === undefined) return toOverview({ at })
      const { prompt, scope } = placed
      return toFinding({ assessmentId: overview.assessment.id, scope: scopeWord(scope), prompt: prompt.id })
    }
    case 'not-asked':
      return toFindingsBehind({ at, people: 'not-asked' })
    case 'stale':
      return toFindingsBehind({ at: at ?? overview.assessment.expectedVisit, gap: 'S' })
    case 'actions':
      return toActions({ state: 'late' })
  }
}
