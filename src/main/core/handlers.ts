import { actionHandlers } from './actions/handlers.ts'
import { assessmentHandlers } from './assessments/handlers.ts'
import { findingHandlers } from './assessments/finding-handlers.ts'
import { backupHandlers } from './backup/handlers.ts'
import { attachmentHandlers } from './attachments/handlers.ts'
import { evidenceHandlers } from './evidence/handlers.ts'
import { importHandlers } from './evidence/import-handlers.ts'
import { linkHandlers } from './evidence/link-handlers.ts'
import { auditHandlers } from './care-plan-audit/handlers.ts'
import { decisionHandlers } from './care-plan-audit/decision-handlers.ts'
import { asEvidenceHandlers } from './care-plan-audit/as-evidence.ts'
import { readBackHandlers } from './care-plan-audit/read-back.ts'
import { resultHandlers } from './care-plan-audit/result-handlers.ts'
import { sentenceHandlers } from './care-plan-audit/sentences.ts'
import { loadHandlers } from './care-plan-audit/load.ts'
import { guardHandlers } from './guard/handlers.ts'
import type { WorkspaceHandlers } from './handler.ts'
import { providerHandlers } from './providers/handlers.ts'
import { reportHandlers } from './report/handlers.ts'
import { requestHandlers } from './report/requests/handlers.ts'
import { signOffHandlers } from './sign-off/handlers.ts'
import { trailHandlers } from './trail/handlers.ts'
import { verificationHandlers } from './verification/handlers.ts'

/** Everything that an open workspace answers. */
export const handlers: WorkspaceHandlers = {
  ...providerHandlers,
  ...assessmentHandlers,
  ...findingHandlers,
  ...evidenceHandlers,
  ...linkHandlers,
  ...importHandlers,
  ...attachmentHandlers,
  ...actionHandlers,
  ...auditHandlers,
  ...decisionHandlers,
  ...loadHandlers,
  ...sentenceHandlers,
  ...readBackHandlers,
  ...resultHandlers,
  ...asEvidenceHandlers,
  ...guardHandlers,
  ...signOffHandlers,
  ...trailHandlers,
  ...reportHandlers,
  ...requestHandlers,
  ...backupHandlers,
  ...verificationHandlers,
}
