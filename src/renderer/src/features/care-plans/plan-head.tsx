import { Link } from 'react-router'
import type { Audit, AuditStatement, PlanView, Reading } from '../../../../shared/model/care-plan-audit.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { toAuditPlan } from '../../routes.ts'
import { keepFocus, ScreenTitle } from '../../shell/screen-title.tsx'
import { paceInWords, readingWords } from './audit-words.ts'
import { blockLeft, blockOf } from './reading-order.ts'

type PlanHeadProps = {
  audit: Audit
  plan: PlanView | undefined
  statements: readonly AuditStatement[]
  n: number
  reading: Reading
  step: 'statements' | 'criteria'
  savedWords: string
  onPlan: (n: number) => void
}

/** Over a plan: which one it is, the pace, what becomes of its text, what was masked, and its two steps. */
export function PlanHead({ audit, plan, statements, n, reading, step, savedWords, onPlan }: PlanHeadProps) {
  const total = audit.planList.length
  const pseudonym = audit.planList[n - 1]?.pseudonym ?? ''
  const masked = plan?.masks.length ?? 0
  return (
    <>
      <div className="screen-head plan-head">
        <ScreenTitle title={`Plan ${pseudonym}`} />
        <span>
          <b>
            Plan {n} of {total}.
          </b>{' '}
          {paceInWords(audit)}
          {reading !== 'first' && <>. {readingWords[reading]}</>}
        </span>
        <output className="secondary small">{savedWords}</output>
        <div className="screen-head__space" />
        <Button isSmall isDisabled={n === 1} onPress={() => onPlan(n - 1)}>
          Previous
        </Button>
        <Button isSmall id="next-plan" keys="Ctrl Enter" isDisabled={n === total} onPress={() => onPlan(n + 1)}>
          Next plan
        </Button>
      </div>
      <p className="secondary small plan-head__line">
        <Icon name="lock" size={13} /> Plan texts are kept apart from the workspace and its backups, and erased when
        this audit is closed.
      </p>
      <div className="guard-note plan-head__guard">
        <p>
          {masked === 0 ? 'The check masked nothing here, and misses some names' : `${masked} masked`}. Under a
          pseudonym a detail can still identify someone: a job, a place, a date.
        </p>
        {plan?.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
      </div>
      <ol className="two-steps" aria-label="Steps for this plan">
        <li>
          <Link
            to={toAuditPlan(audit.id, n, { reading })}
            state={keepFocus}
            aria-current={step === 'statements' ? 'step' : undefined}
          >
            <b>1 Statements</b> <span className="secondary">{statementsInWords(statements)}</span>
          </Link>
        </li>
        <li>
          <Link
            to={toAuditPlan(audit.id, n, { step: 'criteria', reading })}
            state={keepFocus}
            aria-current={step === 'criteria' ? 'step' : undefined}
          >
            <b>2 Criteria</b>{' '}
            <span className="secondary">
              {plan === undefined ? '' : `${plan.progress.answered} of ${plan.progress.criteria} answered`}
            </span>
          </Link>
        </li>
      </ol>
    </>
  )
}

/** "4 of 8 decided, then 1 block"; "8 decided, 11 confirmed as shown". */
function statementsInWords(statements: readonly AuditStatement[]): string {
  const single = statements.filter(({ isHeading, needsDecision }) => !isHeading && needsDecision)
  const decided = single.filter(({ decision }) => decision !== null).length
  const block = blockOf(statements).length
  if (block === 0) return `${decided} of ${single.length} decided`
  if (blockLeft(statements).length > 0) return `${decided} of ${single.length} decided, then 1 block`
  return `${decided} of ${single.length} decided, ${block} as shown`
}
