import {
  Audit,
  AuditSummary,
  CriterionAnswer,
  DecidedVoice,
  LoadResult,
  mostPlans,
  NewAudit,
  OtherWay,
  PlanToLoad,
  PlanView,
  Reading,
} from '../model/care-plan-audit.ts'
import { CarePlanCriteria } from '../model/care-plan-criteria.ts'
import { needs } from '../model/care-plans/concepts.ts'
import { AuditId, AuditPlanId } from '../model/ids.ts'
import { z } from '../model/schema.ts'
import { OptionalLine } from '../model/text.ts'
import { byId, command, expecting, nothing, query, task } from './method.ts'

const statement = z.int().min(0).max(10_000)
const reading = Reading.default('first')
const onPlan = { planId: AuditPlanId, reading }

/** Care-plan audits: a ward's sample of plans read against criteria. Undo is `history.undo`, as everywhere; event `audits.changed`. */
export const auditMethods = {
  'audits.criteria': query('reader', nothing, CarePlanCriteria),
  'audits.list': query('reader', nothing, z.array(AuditSummary)),
  'audits.get': query('reader', byId(AuditId), Audit),
  /** A plan with its text; `not-found` once the audit was closed. */
  'audits.plan': query('reader', z.strictObject(onPlan), PlanView),

  'audits.create': command('contributor', NewAudit, Audit),
  'audits.setFortyMinutes': command('contributor', z.strictObject({ id: AuditId, fortyMinutes: z.boolean() }), Audit),
  /** Decides one statement: again with another voice corrects it. `note` is left as it is when not given. */
  'audits.decide': command(
    'contributor',
    z.strictObject({
      ...onPlan,
      statement,
      voice: DecidedVoice,
      /** Required with `shown-another-way`, absent otherwise. */
      otherWay: OtherWay.nullable().default(null),
      needs: z.array(z.enum(needs)).max(3),
      note: z.string().max(2_000).optional(),
    }),
    PlanView,
  ),
  /** Confirms the rest as suggested, in one step. `statements` are those that were shown; others are refused. */
  'audits.confirmBlock': command(
    'contributor',
    z.strictObject({ ...onPlan, statements: z.array(statement).min(1).max(10_000) }),
    PlanView,
  ),
  /** Takes the block's confirmation back, however long ago it was. */
  'audits.openBlock': command('contributor', z.strictObject(onPlan), PlanView),
  /** Answers a criterion; `answer: null` takes the answer away. */
  'audits.answer': command(
    'contributor',
    z.strictObject({
      ...onPlan,
      criterion: z.string().max(40),
      answer: CriterionAnswer.nullable(),
      reason: OptionalLine.default(''),
    }),
    PlanView,
  ),
  /** Takes a plan out, with its decisions, and erases its text. Cannot be undone. */
  'audits.removePlan': command('contributor', expecting(AuditPlanId), Audit),
  /** Closes the audit and erases its texts. Cannot be undone. */
  'audits.close': command('contributor', expecting(AuditId), Audit),

  /** Reads and analyses plans. A plan whose pseudonym is in the audit already is named among the failed. */
  'audits.load': task(
    'contributor',
    z.strictObject({ id: AuditId, plans: z.array(PlanToLoad).min(1).max(mostPlans) }),
    LoadResult,
  ),
} as const
