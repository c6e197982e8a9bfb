import { useEffect, useRef, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Link, useParams } from 'react-router'
import { countOf, joinWords } from '../../../../shared/drawing/words.ts'
import type { Audit, LoadResult } from '../../../../shared/model/care-plan-audit.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { Loading, Unanswered } from '../../forms/waiting.tsx'
import { toAuditPlan, toCarePlans } from '../../routes.ts'
import { keepFocus, ScreenTitle } from '../../shell/screen-title.tsx'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { useFileCatcher } from '../evidence/file-catcher.ts'
import { ImportProgress } from '../import/import-progress.tsx'
import { periodOf, sampleInWords } from './audit-words.ts'
import { PasteDialog } from './paste-dialog.tsx'
import { faultsOf, freePseudonyms, likelyPseudonym, planFileTypes, type WaitingPlan } from './plans-to-load.ts'
import { useLoadPlans } from './use-load-plans.ts'
import { WaitingPlans } from './waiting-plans.tsx'

/** `#/care-plans/:audit/plans`: plans pasted, chosen or dropped, each under a pseudonym, and read together. */
export function LoadPlansScreen() {
  const { auditId = '' } = useParams()
  const { data: audit, error, refetch } = useAnswer('audits.get', { id: auditId as Audit['id'] })
  const canWrite = useCanWrite()
  if (error !== null) return <Unanswered error={error} onAgain={() => void refetch()} />
  if (audit === undefined) return <Loading title="Add plans" rows={4} />
  return (
    <div className="load-plans">
      <div className="screen-head">
        <div>
          <Link to={toCarePlans()}>Care-plan audit</Link>
          <ScreenTitle title={`Add plans: ${audit.wardName}, ${periodOf(audit)}`} />
        </div>
      </div>
      <p className="secondary">{sampleInWords(audit)}.</p>
      {!canWrite || audit.state === 'closed' ? (
        <EmptyState words="This audit cannot take plans: it is closed, or the workspace is open to be read." />
      ) : (
        <LoadPlans audit={audit} />
      )}
    </div>
  )
}

function LoadPlans({ audit }: { audit: Audit }) {
  const [waiting, setWaiting] = useState<readonly WaitingPlan[]>([])
  const [isPasting, setPasting] = useState(false)
  const [isOver, setOver] = useState(false)
  const [attempt, setAttempt] = useState(0)
  const lastKey = useRef(0)
  const { load, cancel, progress, error, isCancelled, result, notSent } = useLoadPlans(audit.id)
  const { sample, planList, wardName } = audit
  const used = [...planList, ...waiting].map(({ pseudonym }) => pseudonym)
  const missing = sample.missing.filter((pseudonym) => !used.includes(pseudonym))
  const suggest = (count: number) => (sample.method === 'random' ? [] : freePseudonyms(wardName, used, count))

  const add = (files: readonly File[]) => {
    const free = suggest(files.length)
    const left = [...missing]
    const added = files.map((file, at): WaitingPlan => {
      const likely = likelyPseudonym(file.name, left)
      if (likely !== '') left.splice(left.indexOf(likely), 1)
      lastKey.current += 1
      const source = { kind: 'file', file } as const
      return { key: lastKey.current, pseudonym: likely === '' ? (free[at] ?? '') : likely, patientName: '', source }
    })
    setWaiting((before) => [...before, ...added])
  }
  const catcher = useFileCatcher({ isOff: progress !== null, onOver: setOver, onFiles: add })
  const faults = faultsOf(waiting, audit)
  const [taken, setTaken] = useState(result)
  // What has come in waits no longer; after a fault or a cancel the list is still there.
  if (result !== taken) {
    setTaken(result)
    if (result !== null) setWaiting([])
  }

  return (
    <div {...catcher} className={isOver ? 'load-plans__drop load-plans__drop--over' : 'load-plans__drop'}>
      {missing.length > 0 && (
        <p>
          {sample.missing.length === sample.drawn.length ? 'Drawn' : 'Still missing'}: <b>{joinWords(missing)}</b>.
        </p>
      )}
      <p>
        Text, Markdown, Word, PDF, OpenDocument or RTF, one file for each plan. Names that are found are masked before a
        text is kept. Plan texts are kept apart from the workspace and its backups, and erased when this audit is
        closed.
      </p>
      {progress === null && (
        <div className="button-row">
          <FileTrigger
            allowsMultiple
            acceptedFileTypes={planFileTypes}
            onSelect={(files) => {
              if (files !== null) add([...files])
            }}
          >
            <Button look={waiting.length === 0 ? 'go' : 'plain'}>Choose files</Button>
          </FileTrigger>
          <Button onPress={() => setPasting(true)}>Paste a plan</Button>
          <span className="secondary">Or drop the files here.</span>
        </div>
      )}
      {waiting.length > 0 && progress === null && (
        <WaitingPlans
          waiting={waiting}
          missing={sample.missing}
          faults={attempt > 0 ? faults : new Map()}
          attempt={attempt}
          onChange={setWaiting}
          onLoad={() => {
            setAttempt((before) => before + 1)
            if (faults.size > 0) return
            setAttempt(0)
            void load(waiting)
          }}
        />
      )}
      {progress !== null && <ImportProgress label="Reading the plans" progress={progress} onCancel={cancel} />}
      {isCancelled && progress === null && <p className="note">Cancelled. No plan was added.</p>}
      {error !== null && (
        <div className="alert" role="alert">
          <p>{error.message}</p>
        </div>
      )}
      {result !== null && progress === null && <Loaded result={result} notSent={notSent} audit={audit} />}
      {waiting.length === 0 && planList.length === 0 && result === null && progress === null && (
        <EmptyState words="No plans yet. Paste one, or drop files." />
      )}
      {planList.length > 0 && result === null && progress === null && (
        <p>
          <Link to={toAuditPlan(audit.id, 1)} state={keepFocus}>
            {countOf(planList.length, 'plan')} in this audit: read them
          </Link>
        </p>
      )}
      {isPasting && (
        <PasteDialog
          pseudonym={suggest(1)[0] ?? missing[0] ?? ''}
          onClose={() => setPasting(false)}
          onAdd={(plan) => {
            lastKey.current += 1
            setWaiting([...waiting, { ...plan, key: lastKey.current }])
            setPasting(false)
          }}
        />
      )}
    </div>
  )
}

/** What came of it: how many are in, and every plan that is not, with the reason. */
function Loaded(props: { result: LoadResult; notSent: readonly LoadResult['failed'][number][]; audit: Audit }) {
  const { result, notSent, audit } = props
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const failed = [...notSent, ...result.failed]
  const masked = result.loaded.reduce((sum, plan) => sum + plan.masked, 0)
  return (
    <section className="panel load-plans__result" aria-labelledby="loaded">
      <div className="panel__head">
        <h2 id="loaded" ref={heading} tabIndex={-1}>
          {result.loaded.length === 0 ? 'No plan was added' : `${countOf(result.loaded.length, 'plan')} added`}
        </h2>
      </div>
      {result.loaded.length > 0 && (
        <p>
          {masked === 0 ? 'The check masked no name.' : `The check masked ${countOf(masked, 'name')} and the like.`} It
          misses some: read a text before you share it. Under a pseudonym a detail can still identify someone: a job, a
          place, a date.
        </p>
      )}
      {failed.length > 0 && (
        <>
          <h3>
            {countOf(failed.length, 'plan')} could not be read.{result.loaded.length > 0 && ' The others are in.'}
          </h3>
          <ul className="load-plans__failed">
            {failed.map(({ pseudonym, fileName, problem }) => (
              <li key={`${pseudonym} ${fileName}`}>
                <b>{fileName === '' ? pseudonym : `${pseudonym}, ${fileName}`}:</b> {problem}
              </li>
            ))}
          </ul>
        </>
      )}
      {audit.planList.length > 0 && (
        <Link className="button button--go" to={toAuditPlan(audit.id, 1)} state={keepFocus}>
          Read the plans
        </Link>
      )}
    </section>
  )
}
