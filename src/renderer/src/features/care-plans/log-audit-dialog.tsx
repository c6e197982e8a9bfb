import { useId, useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import type { OutputOf } from '../../../../shared/contract.ts'
import { formatRange } from '../../../../shared/drawing/date-words.ts'
import type { Audit } from '../../../../shared/model/care-plan-audit.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { LineField, WordsField } from '../../forms/text-field.tsx'
import { Loading, Unanswered } from '../../forms/waiting.tsx'
import { toEvidenceItem } from '../../routes.ts'

/** The item that the audit would be logged as, to be read first. */
export function LogAuditDialog({ audit, onClose }: { audit: Audit; onClose: () => void }) {
  const formId = useId()
  const draft = useAnswer('audits.evidenceDraft', { id: audit.id })
  return (
    <Dialog
      title="Log as evidence"
      size="wide"
      onClose={onClose}
      actions={
        <>
          <Button look="go" type="submit" form={formId} isDisabled={draft.data === undefined}>
            Log it
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </>
      }
    >
      {draft.error !== null ? (
        <Unanswered error={draft.error} onAgain={() => void draft.refetch()} />
      ) : draft.data === undefined ? (
        <Loading rows={3} />
      ) : (
        <LogForm id={formId} audit={audit} draft={draft.data} />
      )}
    </Dialog>
  )
}

function LogForm({ id, audit, draft }: { id: string; audit: Audit; draft: OutputOf<'audits.evidenceDraft'> }) {
  const navigate = useNavigate()
  const log = useOrder('audits.logEvidence', { said: 'The audit is logged as evidence.' })
  const [title, setTitle] = useState(draft.title)
  const [shows, setShows] = useState(draft.shows)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const logged = await log.run({
      id: audit.id,
      ...(title.trim() === '' ? {} : { title: title.trim() }),
      ...(shows.trim() === '' ? {} : { shows: shows.trim() }),
    })
    if (logged !== undefined) void navigate(toEvidenceItem(logged.evidenceId))
  }
  return (
    <form id={id} noValidate onSubmit={(event) => void send(event)}>
      <p>
        Read it before you log it: it goes to{' '}
        {draft.findingId === null ? (
          <>the log without a link, as no open finding on care plans was found for {audit.coreServiceName}.</>
        ) : (
          <>
            <b>care plans in the person’s own voice (C1)</b> of {audit.coreServiceName}.
          </>
        )}{' '}
        It describes {formatRange(draft.describesFrom, draft.describesTo)}.
      </p>
      <LineField label="Title" value={title} onType={setTitle} />
      <WordsField label="What it shows" rows={8} value={shows} onType={setShows} />
    </form>
  )
}
