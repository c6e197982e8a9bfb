import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { ImportReading, ImportReport } from '../../../../shared/model/evidence-import.ts'
import type { EvidenceColumn } from '../../../../shared/model/evidence-rows.ts'
import type { ColumnMapping } from '../../../../shared/model/import-columns.ts'
import { useTask } from '../../api/use-task.ts'
import { Button } from '../../components/button.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { say } from '../../messages.tsx'
import { toEvidence } from '../../routes.ts'
import { ScreenTitle } from '../../shell/screen-title.tsx'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { useFileCatcher } from '../evidence/file-catcher.ts'
import { CheckStep } from './check-step.tsx'
import { ChooseStep } from './choose-step.tsx'
import { ImportProgress } from './import-progress.tsx'
import { faultInWords, reportInWords, showRows, withCell, type ShownRow } from './import-words.ts'
import { MatchStep } from './match-step.tsx'
import { SaveLeftOut } from './save-left-out.tsx'
import { useImportFile } from './use-import-file.ts'
import { useReading } from './use-reading.ts'

const steps = ['Choose a file', 'Match the columns', 'Check the rows'] as const

type Step = 0 | 1 | 2
type Correction = { row: number; column: EvidenceColumn; value: string }

/** `#/evidence/import`: bring in many items from a file, in three steps. Nothing is written before the last. */
export function ImportScreen() {
  const canWrite = useCanWrite()
  return (
    <div className="import">
      <div className="screen-head">
        <div>
          <Link to={toEvidence()}>Evidence</Link>
          <ScreenTitle title="Bring in many" />
        </div>
      </div>
      {canWrite ? (
        <ImportSteps />
      ) : (
        <EmptyState words="This workspace is open to be read, so nothing can be brought in." />
      )}
    </div>
  )
}

function ImportSteps() {
  const [step, setStep] = useState<Step>(0)
  const [mapping, setMapping] = useState<ColumnMapping>({})
  const [corrections, setCorrections] = useState<readonly Correction[]>([])
  const [rows, setRows] = useState<readonly ShownRow[]>([])
  const [reading, setReading] = useState<ImportReading | null>(null)
  const [isOver, setOver] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const task = useTask('evidence.import')
  const { now, start, clear } = task

  const goTo = (next: Step) => {
    setStep(next)
    requestAnimationFrame(() => heading.current?.focus())
  }
  const isGuess = useRef(true)
  const onRead = (reading: ImportReading) => {
    setReading(reading)
    if (isGuess.current) {
      isGuess.current = false
      if (reading.headings.length === 0) return
      setMapping(reading.columns)
      goTo(1)
      return
    }
    setRows((before) => showRows(before, reading))
    if (step !== 2) goTo(2)
  }
  const reader = useReading(onRead)
  const { read } = reader
  const upload = useImportFile((transferId) => read({ transferId }))
  const { file } = upload
  const transferId = file.state === 'arrived' ? file.transferId : null

  const beginAgain = () => {
    upload.clear()
    reader.clear()
    setReading(null)
    clear()
    isGuess.current = true
    setMapping({})
    setCorrections([])
    setRows([])
  }
  const toStart = () => {
    beginAgain()
    goTo(0)
  }
  const choose = (chosen: File) => {
    beginAgain()
    void upload.choose(chosen)
  }
  const mend = useCallback(
    (row: number, column: EvidenceColumn, value: string) => {
      if (transferId === null) return
      const next = [...corrections.filter((each) => each.row !== row || each.column !== column), { row, column, value }]
      setCorrections(next)
      setRows((before) => withCell(before, row, column, value))
      read({ transferId, columns: mapping, corrections: next })
    },
    [corrections, mapping, read, transferId],
  )

  const isWriting = now.state === 'running'
  const letGo = useRef(() => {})
  useEffect(() => {
    // A file that is being brought in is still needed; the core lets it go with the others when it closes.
    letGo.current = isWriting ? () => {} : upload.letGo
  })
  useEffect(() => () => letGo.current(), [])

  const report = now.state === 'done' && now.result.written ? now.result : null
  useEffect(() => {
    if (report === null) return
    say(reportInWords(report), { undo: report.imported > 0 })
    heading.current?.focus()
  }, [report])

  const catcher = useFileCatcher({
    isOff: step !== 0,
    onOver: setOver,
    onFiles: ([chosen]) => chosen !== undefined && choose(chosen),
  })
  const choices = transferId === null ? null : { transferId, columns: mapping, corrections: [...corrections] }
  const saveLeftOut = choices !== null && reading !== null && <SaveLeftOut count={reading.faulty} choices={choices} />

  if (report !== null)
    return (
      <section className="panel" aria-labelledby="import-step">
        <h2 id="import-step" ref={heading} tabIndex={-1}>
          {reportInWords(report)}
        </h2>
        <Done report={report} onAgain={toStart}>
          {report.leftOut > 0 && saveLeftOut}
        </Done>
      </section>
    )
  return (
    <>
      <ol className="steps" aria-label="Steps">
        {steps.map((name, at) => (
          <li key={name} aria-current={at === step ? 'step' : undefined}>
            {at + 1} {name}
          </li>
        ))}
      </ol>
      <section className={isOver ? 'panel pane--over' : 'panel'} aria-labelledby="import-step" {...catcher}>
        <h2 id="import-step" ref={heading} tabIndex={-1}>
          {steps[step]}
          {step > 0 && file.state === 'arrived' && <span className="secondary import__file">{file.name}</span>}
        </h2>
        {step === 0 && (
          <ChooseStep
            progress={progressOf(upload.file, reader.now)}
            error={file.state === 'none' ? file.error : reader.now.state === 'failed' ? reader.now.error : null}
            faults={file.state === 'arrived' && reading?.headings.length === 0 ? reading.faults : []}
            fileName={file.state === 'arrived' ? file.name : null}
            onChoose={choose}
            onCancel={() => {
              upload.cancel()
              void reader.cancel()
            }}
          />
        )}
        {step === 1 && reading !== null && choices !== null && (
          <>
            {reader.now.state === 'failed' && (
              <p className="alert" role="alert">
                {reader.now.error.message}
              </p>
            )}
            {reader.now.state === 'running' ? (
              <ImportProgress
                label="Checking the rows"
                progress={reader.now.progress}
                onCancel={() => void reader.cancel()}
              />
            ) : (
              <MatchStep
                reading={reading}
                mapping={mapping}
                onMap={setMapping}
                onCheck={() => {
                  setRows([])
                  read(choices)
                }}
                onBack={toStart}
              />
            )}
          </>
        )}
        {step === 2 && reading !== null && choices !== null && (
          <>
            {now.state === 'failed' && (
              <p className="alert" role="alert">
                {now.error.message}
              </p>
            )}
            {reader.now.state === 'failed' && (
              <p className="alert" role="alert">
                {reader.now.error.message}
              </p>
            )}
            {now.state === 'cancelled' && <output className="note">Cancelled. Nothing was brought in.</output>}
            {now.state === 'done' && !now.result.written && <Refused report={now.result} />}
            {now.state === 'running' ? (
              <ImportProgress label="Bringing in" progress={now.progress} onCancel={() => void task.cancel()} />
            ) : (
              <CheckStep
                reading={reading}
                isReading={reader.isReading}
                rows={rows}
                onMend={mend}
                onBringIn={() => void start({ ...choices, goodRows: true })}
                onBack={() => goTo(1)}
                saveLeftOut={saveLeftOut}
              />
            )}
          </>
        )}
      </section>
    </>
  )
}

function progressOf(file: ReturnType<typeof useImportFile>['file'], reading: ReturnType<typeof useReading>['now']) {
  if (file.state === 'sending')
    return {
      label: 'Taking in the file',
      words: 'Taking in the file',
      done: Math.round(file.sent / 1_000),
      total: Math.max(1, Math.round(file.total / 1_000)),
    }
  return file.state === 'arrived' && reading.state === 'running'
    ? { label: 'Reading the file', ...reading.progress }
    : null
}

function Refused({ report }: { report: ImportReport }) {
  return (
    <div className="alert" role="alert">
      <p>Nothing was brought in.</p>
      {report.faults.slice(0, 5).map((fault) => (
        <p key={`${fault.row} ${fault.column} ${fault.problem}`}>{faultInWords(fault)}</p>
      ))}
    </div>
  )
}

function Done({ report, onAgain, children }: { report: ImportReport; onAgain: () => void; children: ReactNode }) {
  return (
    <>
      {report.imported > 0 && <p>Undo takes all of them back at once. They stand in the log like any other item.</p>}
      <div className="button-row">
        <Link className="button button--go" to={toEvidence()}>
          See the log
        </Link>
        {children}
        <Button onPress={onAgain}>Bring in another file</Button>
      </div>
    </>
  )
}
