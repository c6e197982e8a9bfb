import { countOf } from '../../../../shared/drawing/words.ts'
import type { Audit } from '../../../../shared/model/care-plan-audit.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { say } from '../../messages.tsx'

/** Asks before an audit is closed: what is erased, what stays. It cannot be undone. */
export function CloseAuditDialog({ audit, onClose }: { audit: Audit; onClose: () => void }) {
  const close = useOrder('audits.close', {
    onConflict: () => say('The audit was changed meanwhile. Nothing was erased: look at it, and close it again.'),
  })
  const erase = async () => {
    const done = await close.run({ id: audit.id, expectedVersion: audit.version })
    if (done !== undefined) say('The audit is closed, its plan texts are erased.')
    onClose()
  }
  return (
    <Dialog
      title="Close the audit"
      role="alertdialog"
      isBusy={close.busy}
      onClose={onClose}
      actions={
        <>
          <Button look="warning" isDisabled={close.busy} onPress={() => void erase()}>
            Close it, erase {countOf(audit.texts, 'text')}
          </Button>
          <Button data-autofocus="" isDisabled={close.busy} onPress={onClose}>
            Keep it open
          </Button>
        </>
      }
    >
      <p>
        <b>Erased:</b> {countOf(audit.texts, 'plan text')}, with the index of their words and the notes on them. This
        cannot be undone.
      </p>
      <p>
        <b>Stays:</b> what was decided and answered, the sample and its seed, the results, sentences kept to be retired,
        and the evidence it was logged as.
      </p>
      {audit.plansComplete < audit.plans && (
        <p className="note">
          {countOf(audit.plans - audit.plansComplete, 'plan is', 'plans are')} not read through. What is left of them
          can not be read after.
        </p>
      )}
    </Dialog>
  )
}
