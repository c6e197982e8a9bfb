import { useState } from 'react'
import { Link } from 'react-router'
import { formatDate, formatPeriod } from '../../../../shared/drawing/date-words.ts'
import { GapLetterMark } from '../../../../shared/drawing/gap-letter.tsx'
import { JudgementMark } from '../../../../shared/drawing/judgement-mark.tsx'
import {
  countOf,
  gapShortWords,
  judgementWords,
  peopleInWords,
  sentenceCase,
} from '../../../../shared/drawing/words.ts'
import { dateOf, type IsoDate } from '../../../../shared/model/dates.ts'
import type { SignedAssessment } from '../../../../shared/model/sign-off.ts'
import { useTask } from '../../api/use-task.ts'
import { Button } from '../../components/button.tsx'
import { toOverview } from '../../routes.ts'
import { ScreenTitle } from '../../shell/screen-title.tsx'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { ReportMade } from '../report/report-made.tsx'
import { checksumInGroups } from '../report/report-words.ts'
import { Errata } from './errata.tsx'
import { NextCycleDialog } from './next-cycle-dialog.tsx'

/** An assessment as it was signed, read from its snapshot: text alone, with errata beside it. `isLast`: no newer cycle is there. */
export function SignedRecord(props: { signed: SignedAssessment; isLast: boolean; today: IsoDate }) {
  const { signed, isLast, today } = props
  const { assessment, signOff } = signed
  const canWrite = useCanWrite()
  const [isStarting, setStarting] = useState(false)
  return (
    <div className="sign-off">
      <div className="screen-head">
        <div>
          <Link to={toOverview()}>Overview</Link>
          <ScreenTitle title={`${assessment.title}, signed off`} />
        </div>
        <span className="screen-head__space" />
        {isLast && canWrite && (
          <Button look="go" onPress={() => setStarting(true)}>
            Start the next cycle
          </Button>
        )}
      </div>
      {!signed.intact && (
        <div className="alert" role="alert">
          <p>The snapshot of this sign-off is not as it was signed. Put back a backup from before it was changed.</p>
        </div>
      )}
      <section className="panel" aria-labelledby="signed-heading">
        <div className="panel__head">
          <h2 id="signed-heading">Sign-off</h2>
        </div>
        <dl className="facts sign-off__facts">
          <Fact term="Signed by">
            {signOff.signer}, {signOff.role}
          </Fact>
          <Fact term="On">{formatDate(dateOf(signOff.signedAt))}</Fact>
          <Fact term="Statement">{signOff.statement}</Fact>
          {signOff.unassessedReason !== '' && <Fact term="Left, and why">{signOff.unassessedReason}</Fact>}
          <Fact term="Period">{formatPeriod(assessment.from, assessment.to)}</Fact>
          <Fact term="Snapshot">
            {countOf(signed.findings.length, 'finding')}, {countOf(signed.evidenceItems, 'item')} of evidence. SHA-256{' '}
            <code>{checksumInGroups(signOff.sha256)}</code>
          </Fact>
        </dl>
        {signed.intact && <SignedReport assessmentId={assessment.id} />}
      </section>
      <Errata assessmentId={assessment.id} errata={signed.errata} canAdd={canWrite} />
      <SignedFindings signed={signed} />
      {isStarting && <NextCycleDialog last={assessment} today={today} onClose={() => setStarting(false)} />}
    </div>
  )
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function SignedReport({ assessmentId }: { assessmentId: string }) {
  const task = useTask('report.make')
  const { now } = task
  return (
    <>
      <div className="button-row">
        <Button isDisabled={now.state === 'running'} onPress={() => void task.start({ assessmentId })}>
          {now.state === 'running' ? 'Making the report...' : 'Make the report as it was signed'}
        </Button>
      </div>
      {now.state === 'failed' && (
        <div className="alert" role="alert">
          <p>{now.error.message}</p>
        </div>
      )}
      {now.state === 'done' && <ReportMade key={now.result.sha256} report={now.result} />}
    </>
  )
}

function SignedFindings({ signed: { findings } }: { signed: SignedAssessment }) {
  return (
    <section className="panel" aria-labelledby="signed-findings">
      <div className="panel__head">
        <h2 id="signed-findings">Findings as they were signed</h2>
      </div>
      <table className="table sign-off__findings">
        <thead>
          <tr>
            <th scope="col">Prompt</th>
            <th scope="col">Where</th>
            <th scope="col">Staff say</th>
            <th scope="col">People say</th>
            <th scope="col" className="numeric">
              Items
            </th>
            <th scope="col">Gaps</th>
          </tr>
        </thead>
        <tbody>
          {findings.map((finding) => (
            <tr key={finding.id}>
              <td>
                {finding.promptShort} <span className="code">{finding.promptId}</span>
              </td>
              <td>{finding.scopeName}</td>
              <td>
                <span className="mark-and-words">
                  <JudgementMark judgement={finding.judgement} />
                  {judgementWords[finding.judgement]}
                </span>
                {finding.reconfirm && <p className="small secondary">Carried forward, not re-confirmed</p>}
                {finding.reason !== '' && <p className="small">{finding.reason}</p>}
                {finding.narrative !== '' && <p className="small sign-off__words">{finding.narrative}</p>}
              </td>
              <td>{sentenceCase(peopleInWords(finding.people))}</td>
              <td className="numeric">{finding.items}</td>
              <td className="findings-behind__gaps">
                {finding.gaps.map((letter) => (
                  <GapLetterMark key={letter} letter={letter} size={18} label={`Gap: ${gapShortWords[letter]}`} />
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
