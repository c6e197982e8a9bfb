import { useEffect, useRef, useState, type ReactNode } from 'react'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { dateOf } from '../../../../shared/model/dates.ts'
import type { FindingDetail, LinkedEvidence } from '../../../../shared/model/finding.ts'
import type { Judgement } from '../../../../shared/model/vocabulary.ts'
import { drafts } from '../../drafts/draft-store.ts'
import { ConflictPanel } from '../../forms/conflict-panel.tsx'
import { GuardNote } from '../../forms/guard-note.tsx'
import { LineField, WordsField } from '../../forms/text-field.tsx'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { requestCapture } from '../evidence/capture-request.ts'
import type { AssessmentParts, PromptRow, ScopeBranch } from './assessment-map.ts'
import { DistanceLine } from './distance-line.tsx'
import { FindingActions } from './finding-actions.tsx'
import { canKeepBoth, fieldInWords, findingFieldWords } from './finding-merge.ts'
import { GapList } from './gap-list.tsx'
import { LastSignOff } from './last-sign-off.tsx'
import { describeGaps, type GapWay } from './gap-ways.ts'
import { LinkDialog } from './link-dialog.tsx'
import { LinkEditor } from './link-editor.tsx'
import { LinkedEvidenceColumns } from './linked-evidence.tsx'
import { DueField } from './due-field.tsx'
import { askDraft, PeoplePanel } from './people-panel.tsx'
import { PlanActionDialog } from './plan-action-dialog.tsx'
import { lookAtByWay } from './prompt-words.ts'
import { SaveNote } from './save-note.tsx'
import { StaffLadder } from './staff-ladder.tsx'
import { useFindingSaver } from './use-finding-saver.ts'

/** What is open over a finding. */
export type FindingDialog =
  | { kind: 'link' }
  | { kind: 'edit-link'; linked: LinkedEvidence; weighs?: boolean }
  | { kind: 'plan' }
  | null

/** One finding: both views, what to look at, gaps, actions and evidence. Keyed by the finding's id. */
export function FindingPane(props: {
  parts: AssessmentParts
  branch: ScopeBranch
  row: PromptRow
  detail: FindingDetail
  dialog: FindingDialog
  onDialog: (dialog: FindingDialog) => void
}) {
  const { parts, row, detail, dialog, onDialog } = props
  const { prompt } = row
  const { today } = parts
  const canWrite = useCanWrite() && parts.assessment.status === 'draft'
  const saved = useFindingSaver(detail)
  const [isAsking, setAsking] = useState(() => canWrite && drafts.read(askDraft(detail.id)) !== null)
  const { values } = saved
  const lines = describeGaps({ ...detail, judgement: values.judgement }, prompt, today)

  const followWay = (way: GapWay) => {
    if (way.kind === 'log') requestCapture({ sourceKind: way.sourceKind, findingId: detail.id })
    if (way.kind === 'plan') onDialog({ kind: 'plan' })
    if (way.kind === 'ask') setAsking(true)
    if (way.kind === 'weigh') {
      const linked = detail.linked.find(({ link }) => link.id === way.linkId)
      if (linked !== undefined) onDialog({ kind: 'edit-link', linked, weighs: true })
    }
  }
  const close = () => onDialog(null)

  return (
    <>
      {saved.conflicts.length > 0 && (
        <ConflictPanel
          heading="Someone else changed this finding meanwhile"
          conflicts={saved.conflicts.map(({ field, mine, theirs }) => ({
            field,
            words: findingFieldWords[field],
            mine: fieldInWords(field, mine),
            theirs: fieldInWords(field, theirs),
            canKeepBoth: canKeepBoth(field),
          }))}
          onSettle={saved.settle}
        />
      )}
      <div className="finding">
        <div className="finding__main">
          <div className="finding__views">
            <StaffSide detail={detail} saved={saved} isReadOnly={!canWrite} today={today} />
            <PeoplePanel
              findingId={detail.id}
              view={values.peopleView}
              today={today}
              isReadOnly={!canWrite}
              isAsking={isAsking}
              onAsk={setAsking}
              onRecord={(peopleView) => saved.edit({ peopleView })}
              onLeave={saved.flush}
            />
          </div>
          <DistanceLine judgement={values.judgement} view={values.peopleView} />
        </div>
        <aside className="finding__side" aria-label="What to look at, gaps and actions">
          <LookAt lookAt={prompt.lookAt} />
          <GapList lines={lines} isReadOnly={!canWrite} onWay={followWay} />
          <FindingActions
            actions={detail.actions}
            today={today}
            isReadOnly={!canWrite}
            onAdd={() => onDialog({ kind: 'plan' })}
          />
        </aside>
      </div>
      <LinkedEvidenceColumns
        finding={detail}
        windowMonths={prompt.windowMonths}
        asAt={today}
        isReadOnly={!canWrite}
        onLink={() => onDialog({ kind: 'link' })}
        onEdit={(linked) => onDialog({ kind: 'edit-link', linked })}
        onCapture={(sourceKind) => requestCapture({ sourceKind, findingId: detail.id })}
      />
      {dialog?.kind === 'link' && (
        <LinkDialog
          finding={detail}
          promptShort={prompt.short}
          onClose={close}
          onCapture={() => {
            close()
            requestCapture({ findingId: detail.id })
          }}
        />
      )}
      {dialog?.kind === 'edit-link' && (
        <LinkEditor
          link={dialog.linked.link}
          evidenceTitle={dialog.linked.evidence.title}
          promptShort={prompt.short}
          startsAtNote={dialog.weighs ?? false}
          onClose={close}
        />
      )}
      {dialog?.kind === 'plan' && (
        <PlanActionDialog findingId={detail.id} promptShort={prompt.short} today={today} onClose={close} />
      )}
    </>
  )
}

function LookAt({ lookAt }: { lookAt: readonly string[] }) {
  return (
    <section aria-labelledby="look-at-heading">
      <h2 id="look-at-heading">What to look at</h2>
      <dl className="look-at">
        {lookAtByWay(lookAt).map(({ way, what }) => (
          <Pair key={way} term={way}>
            {what.join('; ')}
          </Pair>
        ))}
      </dl>
    </section>
  )
}

function Pair({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}

function StaffSide(props: {
  detail: FindingDetail
  saved: ReturnType<typeof useFindingSaver>
  isReadOnly: boolean
  today: string
}) {
  const { detail, saved, isReadOnly, today } = props
  const { values } = saved
  const [hasLeftReason, setLeftReason] = useState(false)
  const reason = useRef<HTMLTextAreaElement>(null)
  const wantsReason = useRef(false)
  const doesNotApply = values.judgement === 'not-applicable'

  useEffect(() => {
    if (doesNotApply && wantsReason.current) reason.current?.focus()
    wantsReason.current = false
  }, [doesNotApply])

  const judge = (judgement: Judgement) => {
    wantsReason.current = judgement === 'not-applicable'
    setLeftReason(false)
    saved.edit(values.reason !== '' && judgement !== 'not-applicable' ? { judgement, reason: '' } : { judgement })
  }

  return (
    <section className="staff-side" aria-label="Staff say">
      <StaffLadder judgement={values.judgement} isReadOnly={isReadOnly} onChange={judge} onLeave={saved.flush} />
      {doesNotApply && (
        <WordsField
          label="Why it does not apply"
          isRequired
          inputRef={reason}
          value={values.reason}
          isReadOnly={isReadOnly}
          error={hasLeftReason && values.reason.trim() === '' ? 'Say why: without a reason it is not saved' : undefined}
          onType={(words) => saved.edit({ reason: words })}
          onLeave={() => {
            setLeftReason(true)
            saved.flush()
          }}
        />
      )}
      <WordsField
        label="Why staff say so"
        hideLabel={!doesNotApply}
        value={values.narrative}
        isReadOnly={isReadOnly}
        onType={(narrative) => saved.edit({ narrative })}
        onLeave={saved.flush}
      />
      <GuardNote
        texts={[values.narrative, values.reason]}
        {...(isReadOnly
          ? {}
          : {
              onTexts: ([narrative = '', why = '']) =>
                saved.edit(why === values.reason ? { narrative } : { narrative, reason: why }),
            })}
      />
      <p className="small secondary staff-side__by">
        {judgedInWords(detail)} <SaveNote saved={saved} />
      </p>
      <LastSignOff
        finding={{ ...detail, narrative: values.narrative, peopleView: values.peopleView }}
        isReadOnly={isReadOnly}
        onReconfirm={() => {
          saved.edit({ judgement: values.judgement })
          saved.flush()
        }}
      />
      <div className="field-row">
        <LineField
          label="Who looks after this"
          value={values.owner}
          isReadOnly={isReadOnly}
          onType={(owner) => saved.edit({ owner })}
          onLeave={saved.flush}
        />
        <DueField
          due={values.due}
          today={today}
          isReadOnly={isReadOnly}
          onDue={(due) => saved.edit({ due })}
          onLeave={saved.flush}
        />
      </div>
    </section>
  )
}

const judgedInWords = ({ judgedAt, judgedBy }: FindingDetail) =>
  judgedAt === null ? 'Not judged yet.' : `${judgedBy === '' ? 'Judged' : judgedBy}, ${formatDate(dateOf(judgedAt))}.`
