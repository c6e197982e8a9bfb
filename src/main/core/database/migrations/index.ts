import type { Migration } from 'kysely/migration'
import { up as first } from './0001-first.ts'
import { up as signOff } from './0002-sign-off.ts'
import { up as chimeIndex } from './0003-chime-index.ts'
import { up as boardWords } from './0004-board-words.ts'
import { up as carePlanAudit } from './0005-care-plan-audit.ts'
import { up as smallFacts } from './0006-small-facts.ts'
import { up as identifierGuard } from './0007-identifier-guard.ts'

/** Every migration by name, in order. A released one is never changed. */
export const migrations: Record<string, Migration> = {
  '0001-first': { up: first },
  '0002-sign-off': { up: signOff },
  '0003-chime-index': { up: chimeIndex },
  '0004-board-words': { up: boardWords },
  '0005-care-plan-audit': { up: carePlanAudit },
  '0006-small-facts': { up: smallFacts },
  '0007-identifier-guard': { up: identifierGuard },
}
