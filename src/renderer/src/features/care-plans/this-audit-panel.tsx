import { useState } from 'react'
import { Link } from 'react-router'
import { countOf, joinWords } from '../../../../shared/drawing/words.ts'
import type { Audit } from '../../../../shared/model/care-plan-audit.ts'
import { Button } from '../../components/button.tsx'
import { Tag } from '../../components/tag.tsx'
import { toAuditDifferences, toAuditPlan, toEvidenceItem } from '../../routes.ts'
import { keepFocus } from '../../shell/screen-title.tsx'
import { periodOf, sampleInWords } from './audit-words.ts'
import { CloseAuditDialog } from './close-audit-dialog.tsx'
import { LogAuditDialog } from './log-audit-dialog.tsx'

/** This one audit: its sample in words, logging it as evidence, and closing it. */
export function ThisAuditPanel({ audit, canWrite }: { audit: Audit; canWrite: boolean }) {
  const [opened, setOpened] = useState<'log' | 'close' | null>(null)
  const isOpen = audit.state === 'open'
  const readTwice = audit.planList.filter(({ progress }) => progress.some(({ reading }) => reading === 'second')).length
  return (
    <section className="panel" aria-labelledby="this-audit">
      <div className="panel__head">
        <h2 id="this-audit">
          {audit.wardName}, {periodOf(audit)}
        </h2>
        {!isOpen && <Tag>Closed, texts erased</Tag>}
        <div className="panel__space" />
        {audit.evidenceId !== null ? (
          <Link to={toEvidenceItem(audit.evidenceId)}>The evidence it was logged as</Link>
        ) : (
          canWrite &&
          audit.plansComplete > 0 && (
            <Button look="go" onPress={() => setOpened('log')}>
              Log as evidence
            </Button>
          )
        )}
        {canWrite && isOpen && <Button onPress={() => setOpened('close')}>Close the audit</Button>}
      </div>
      <p>
        {sampleInWords(audit)}. {audit.plansComplete} of {countOf(audit.plans, 'plan')} read.
        {audit.sample.missing.length > 0 && ` Missing: ${joinWords(audit.sample.missing)}.`} Criteria{' '}
        {audit.criteriaVersion}
        {audit.lexicon !== '' && `, words ${audit.lexicon}`}.
      </p>
      <p className="button-row">
        {isOpen && audit.plans > 0 && (
          <Link to={toAuditPlan(audit.id, firstUnread(audit))} state={keepFocus}>
            {audit.plansComplete < audit.plans ? 'Go on reading' : 'Look at the plans'}
          </Link>
        )}
        {readTwice > 0 && <Link to={toAuditDifferences(audit.id)}>Where two readers differ</Link>}
      </p>
      {opened === 'log' && <LogAuditDialog audit={audit} onClose={() => setOpened(null)} />}
      {opened === 'close' && <CloseAuditDialog audit={audit} onClose={() => setOpened(null)} />}
    </section>
  )
}

/** The place of the first plan that is not read through; the first of all when every one is. */
const firstUnread = ({ planList }: Audit) =>
  Math.max(
    0,
    planList.findIndex(({ progress }) => progress.every(({ reading, complete }) => reading !== 'first' || !complete)),
  ) + 1
