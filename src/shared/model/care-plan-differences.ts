import { AuditPlanId } from './ids.ts'
import { CriterionAnswer, DecidedVoice, Pseudonym } from './care-plan-audit.ts'
import { z } from './schema.ts'
import { Count } from './text.ts'

const Agreement = z.strictObject({ same: Count, of: Count, kappa: z.number().nullable() })

/** Where two auditors of the same plans differ, what both then agreed, and how far they had agreed before they spoke. */
export const AuditDifferences = z.strictObject({
  criteria: Agreement,
  voices: Agreement,
  plans: z.array(
    z.strictObject({
      planId: AuditPlanId,
      pseudonym: Pseudonym,
      criteria: z.array(
        z.strictObject({
          criterion: z.string(),
          first: CriterionAnswer,
          second: CriterionAnswer,
          agreed: CriterionAnswer.nullable(),
        }),
      ),
      statements: z.array(
        z.strictObject({
          statement: z.int(),
          first: DecidedVoice,
          second: DecidedVoice,
          agreed: DecidedVoice.nullable(),
        }),
      ),
    }),
  ),
})
export type AuditDifferences = z.infer<typeof AuditDifferences>
