import { useEffect, useRef, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { audiences, reportFormats } from '../../../../shared/model/report.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useTask, type TaskProgress } from '../../api/use-task.ts'
import { Button } from '../../components/button.tsx'
import { paths } from '../../routes.ts'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { ScreenTitle } from '../../shell/screen-title.tsx'
import { Loading, Unanswered } from '../../forms/waiting.tsx'
import { useAsAt } from '../overview/use-as-at.ts'
import { AudienceTable } from './audience-table.tsx'
import { BoardWords } from './board-words.tsx'
import { FindsPanel } from './finds-panel.tsx'
import { ReportContents } from './report-contents.tsx'
import { ReportMade } from './report-made.tsx'
import { formatWords } from './report-words.ts'

/** `#/report`: choose who it is for, see what it will hold, make it, save it. */
export function ReportScreen() {
  const [search, setSearch] = useSearchParams()
  const { today, at, choose } = useAsAt()
  const overview = useAnswer('overview.get', at === null ? {} : { asAt: at }, { keep: true })
  const task = useTask('report.make')
  const check = useAnswer('guard.check', {}, { keep: true })
  const canWrite = useCanWrite()
  const firstFind = useRef<HTMLHeadingElement>(null)
  const audience = audiences.find((known) => known === search.get('for')) ?? 'board'
  const format = reportFormats.find((known) => known === search.get('as')) ?? 'pdf'
  const isMaking = task.now.state === 'running'

  // A report that was made for other choices is not this one.
  const { clear } = task
  useEffect(() => clear(), [audience, format, at, clear])

  // Asked for too soon, and the address of the finds, lead to the first of them.
  const isHeld = task.now.state === 'failed' && task.now.error.code === 'finds-open'
  const isAtFinds = useLocation().pathname === paths.reportFinds
  const hasFinds = (check.data?.total ?? 0) > 0
  useEffect(() => {
    if ((isHeld || isAtFinds) && hasFinds) firstFind.current?.focus()
  }, [isHeld, isAtFinds, hasFinds])

  const remember = (name: 'for' | 'as', next: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before)
        after.set(name, next)
        return after
      },
      { replace: true },
    )

  if (overview.error !== null) return <Unanswered error={overview.error} onAgain={() => void overview.refetch()} />
  if (overview.data === undefined || today === undefined) return <Loading rows={8} />
  const { assessment } = overview.data
  const visit = assessment.expectedVisit

  return (
    <div className="report">
      <div className="screen-head">
        <ScreenTitle title="Report" />
      </div>
      <div className="report__columns">
        <section className="panel" aria-labelledby="report-for">
          <div className="panel__head">
            <h2 id="report-for">Who it is for</h2>
          </div>
          <AudienceTable audience={audience} isLocked={isMaking} onChoose={(next) => remember('for', next)} />
          {assessment.status === 'signed-off' && (
            <p className="note">
              Signed off, so the report is made from what was signed, as at that day. Later changes are not in it.
            </p>
          )}
          <fieldset className="report__as-at" disabled={isMaking || assessment.status === 'signed-off'}>
            <legend>As at</legend>
            <label className="choice">
              <input type="radio" name="as-at" checked={at === null} onChange={() => choose(null)} />
              <span>Today, {formatDate(today)}</span>
            </label>
            {visit !== null && visit > today && (
              <label className="choice">
                <input type="radio" name="as-at" checked={at === visit} onChange={() => choose(visit)} />
                <span>The expected visit, {formatDate(visit)}, if nothing is done by then</span>
              </label>
            )}
            {at !== null && at !== visit && (
              <label className="choice">
                <input type="radio" name="as-at" checked readOnly />
                <span>{formatDate(at)}, if nothing is done by then</span>
              </label>
            )}
          </fieldset>
        </section>
        <section className="panel" aria-labelledby="report-holds">
          <div className="panel__head">
            <h2 id="report-holds">What it will hold</h2>
          </div>
          <ReportContents overview={overview.data} audience={audience} />
        </section>
        {check.data !== undefined && (
          <FindsPanel check={check.data} overview={overview.data} canWrite={canWrite} firstFind={firstFind} />
        )}
        <section className="panel report__make" aria-labelledby="report-make">
          <div className="panel__head">
            <h2 id="report-make">Make it</h2>
          </div>
          <p className="note">
            The provider’s own judgement of its own evidence. It predicts no rating. Read it before you share it.
          </p>
          <fieldset className="report__format" disabled={isMaking}>
            <legend>As</legend>
            {reportFormats.map((known) => (
              <label key={known} className="choice">
                <input type="radio" name="format" checked={known === format} onChange={() => remember('as', known)} />
                <span>{formatWords[known]}</span>
              </label>
            ))}
          </fieldset>
          {!isMaking && (
            <div className="button-row">
              <Button
                look={task.now.state === 'done' ? 'plain' : 'go'}
                onPress={() => void task.start({ audience, format, ...(at === null ? {} : { asAt: at }) })}
              >
                {task.now.state === 'done' ? 'Make it again' : 'Make the report'}
              </Button>
            </div>
          )}
          {task.now.state === 'running' && <Making progress={task.now.progress} onCancel={() => void task.cancel()} />}
          {task.now.state === 'cancelled' && <output>Cancelled. No report was made.</output>}
          {task.now.state === 'failed' && (
            <div className="alert" role="alert">
              <p>{task.now.error.message}</p>
            </div>
          )}
          {task.now.state === 'done' && <ReportMade key={task.now.result.sha256} report={task.now.result} />}
        </section>
        {audience === 'board' && (
          <section className="panel" aria-labelledby="report-board">
            <div className="panel__head">
              <h2 id="report-board">In your words</h2>
            </div>
            <BoardWords key={assessment.id} assessment={assessment} />
          </section>
        )}
      </div>
    </div>
  )
}

type MakingProps = { progress: TaskProgress; onCancel: () => void }

function Making({ progress: { words, done, total }, onCancel }: MakingProps) {
  const [isCancelling, setIsCancelling] = useState(false)
  return (
    <div className="making">
      <progress aria-label="Making the report" max={total ?? undefined} value={total === null ? undefined : done} />
      {/* Said by the progress bar: a page a line would drown out everything else. */}
      <span className="making__words">{isCancelling ? 'Stopping...' : words === '' ? 'Getting ready' : words}</span>
      <Button
        isDisabled={isCancelling}
        onPress={() => {
          setIsCancelling(true)
          onCancel()
        }}
      >
        Cancel
      </Button>
    </div>
  )
}
