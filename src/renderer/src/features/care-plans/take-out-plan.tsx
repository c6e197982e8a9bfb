import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Audit } from '../../../../shared/model/care-plan-audit.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { say } from '../../messages.tsx'
import { toAuditPlans } from '../../routes.ts'

/** Takes one plan out of an audit, with its decisions, and erases its text. It asks first, since it cannot be undone. */
export function TakeOutPlan({ auditId, plan }: { auditId: Audit['id']; plan: Audit['planList'][number] }) {
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const remove = useOrder('audits.removePlan', {
    onConflict: () => say('The plan was changed meanwhile. Nothing was erased: look at it, and take it out again.'),
  })
  const takeOut = async () => {
    const done = await remove.run({ id: plan.id, expectedVersion: plan.version })
    setAsking(false)
    if (done === undefined) return
    say(`Plan ${plan.pseudonym} is out of the audit, its text erased.`)
    void navigate(toAuditPlans(auditId))
  }
  return (
    <>
      <p>
        <button type="button" className="link-button" onClick={() => setAsking(true)}>
          Take out {plan.pseudonym}
        </button>
      </p>
      {isAsking && (
        <Dialog
          title={`Take out plan ${plan.pseudonym}`}
          role="alertdialog"
          size="narrow"
          isBusy={remove.busy}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button look="warning" isDisabled={remove.busy} onPress={() => void takeOut()}>
                Take it out, erase its text
              </Button>
              <Button isDisabled={remove.busy} onPress={() => setAsking(false)}>
                Keep it
              </Button>
            </>
          }
        >
          <p>Its text, its decisions and its answers are erased. This cannot be undone. The other plans stay.</p>
        </Dialog>
      )}
    </>
  )
}
