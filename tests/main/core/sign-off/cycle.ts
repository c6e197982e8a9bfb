import path from 'node:path'
import { Kysely } from 'kysely'
import { onTestFinished } from 'vitest'
import type { Tables } from '../../../../src/main/core/database/schema.ts'
import { Sqlite3Dialect } from '../../../../src/main/core/database/sqlite3-dialect.ts'
import type { Client } from '../../../../src/shared/client.ts'
import type { InputOf } from '../../../../src/shared/contract.ts'
import { finish, openWorkspace, type TestApplication } from '../../../support/workspace.ts'

/** A workspace whose clock a test sets, with a connection to its database past the application. */
export type Cycle = TestApplication & { database: Kysely<Tables>; setDay(day: string): void }

/** Opens a small workspace for cycles of sign-off. */
export async function openCycle(): Promise<Cycle> {
  let day = '2026-10-01'
  const opened = await openWorkspace({ clock: () => new Date(`${day}T09:30:00Z`) })
  const [workspace] = await opened.client.call('workspaces.list', {})
  const filename = path.join(workspace?.folder ?? '', 'workspace.db')
  const database = new Kysely<Tables>({ dialect: new Sqlite3Dialect({ filename, pragmas: ['foreign_keys=ON'] }) })
  onTestFinished(() => database.destroy())
  return { ...opened, database, setDay: (next) => void (day = next) }
}

/** Sets what staff say of a prompt in a scope of the current assessment. */
export async function judge(
  client: Client,
  prompt: string,
  scope: string,
  changes: InputOf<'findings.update'>['changes'],
) {
  const finding = await client.call('findings.find', { prompt, scope })
  return client.call('findings.update', { id: finding.id, expectedVersion: finding.version, changes })
}

/** Signs the current assessment off, with a reason for what is not assessed. */
export async function signOff(client: Client, part: Partial<InputOf<'signoff.sign'>> = {}) {
  const { assessment } = await client.call('assessments.current', {})
  return client.call('signoff.sign', {
    id: assessment.id,
    expectedVersion: assessment.version,
    signer: 'Ada Invented',
    role: 'Director of nursing',
    statement: 'The board has seen this and agrees that it is a fair picture.',
    unassessedReason: 'The community teams are looked at in the spring.',
    ...part,
  })
}

/** The digest of the report that is made of an assessment. */
export async function reportDigest(client: Client, assessmentId: string): Promise<string> {
  const made = await finish<'report.make'>(client, await client.call('report.make', { assessmentId }))
  return made.sha256
}
