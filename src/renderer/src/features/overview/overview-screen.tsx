import { Link } from 'react-router'
import { countOf } from '../../../../shared/drawing/words.ts'
import type { Overview } from '../../../../shared/model/overview.ts'
import { toReport, toSignOff } from '../../routes.ts'
import { ScreenTitle } from '../../shell/screen-title.tsx'
import { Loading, Unanswered } from '../../forms/waiting.tsx'
import { ActionsDuePanel } from './actions-due-panel.tsx'
import { AsAtControl } from './as-at-control.tsx'
import { ChangePanel } from './change-panel.tsx'
import { CoveragePanel } from './coverage-panel.tsx'
import { GapsPanel } from './gaps-panel.tsx'
import { ThingsPanel } from './things-panel.tsx'
import { TouchesPanel } from './touches-panel.tsx'
import { useAsAt } from './use-as-at.ts'
import { usePicture, type ReadyPicture } from './use-picture.ts'

/** From this many core services on the matrix takes the full width, and the other panels go below. */
const fullWidth = 6

/** `#/overview`: where do we stand, what is missing, what is next, as at today or a day to come. */
export function OverviewScreen() {
  const { today, at, choose } = useAsAt()
  const answer = usePicture(at)
  if (answer.state === 'failed') return <Unanswered error={answer.error} onAgain={answer.again} />
  const isReady = answer.state === 'ready' && today !== undefined
  return (
    <>
      <div className="screen-head">
        <div>
          <ScreenTitle title="Overview" />
          {isReady && <p className="quiet">{sizeInWords(answer.overview, answer.picture.findings.length)}</p>}
        </div>
        <span className="screen-head__space" />
        {isReady && (
          <>
            <AsAtControl today={today} at={at} assessment={answer.overview.assessment} onChoose={choose} />
            <Link className="button" to={toReport({ at })}>
              Make the report
            </Link>
            <Link className="button" to={toSignOff(answer.overview.assessment.id)}>
              {answer.overview.assessment.status === 'draft' ? 'Sign off' : 'See the sign-off'}
            </Link>
          </>
        )}
      </div>
      {isReady ? <Panels answer={answer} /> : <Loading rows={12} />}
    </>
  )
}

function Panels({ answer: { overview, picture, pack, shownAt: at } }: { answer: ReadyPicture }) {
  const isWide = picture.coreService.scopes.length >= fullWidth
  return (
    <div className={isWide ? 'overview overview--wide' : 'overview'}>
      <CoveragePanel picture={picture} assessmentId={overview.assessment.id} at={at} />
      <ThingsPanel overview={overview} picture={picture} at={at} />
      <GapsPanel picture={picture} at={at} />
      <ChangePanel picture={picture} assessmentId={overview.assessment.id} />
      <TouchesPanel picture={picture} pack={pack} at={at} />
      <ActionsDuePanel overview={overview} at={at} />
    </div>
  )
}

const sizeInWords = ({ evidenceItems, links }: Overview, findings: number) =>
  `${countOf(findings, 'finding')}, ${countOf(evidenceItems, 'item')} of evidence linked ${countOf(links, 'time')}`
