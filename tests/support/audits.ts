import type { Client } from '../../src/shared/client.ts'
import type { InputOf } from '../../src/shared/contract.ts'
import type { Audit, LoadResult, PlanView } from '../../src/shared/model/care-plan-audit.ts'
import { finish } from './workspace.ts'

/** Words that stand in one invented plan and nowhere else: a test looks for them where they must not be. */
export const secretWords = 'my tortoise Sheila at Ferncliffe Lodge'

/** Three invented plans of Rowan Ward, with the names that were given for them. */
export const inventedTexts = [
  {
    pseudonym: 'RW-01',
    patientName: 'Maria Lopez',
    text: `About me\nI want to get back to ${secretWords} before the spring.\nI will comply with my medication and engage with staff.\nMaria says the night checks wake her and she lies there until it is light.\nStaff to offer Maria 1:1 time when distressed.\nBlood pressure to be taken weekly.\n`,
  },
  {
    pseudonym: 'RW-02',
    patientName: 'Idris Cole',
    text: 'About me\nI used to bake for my sister’s stall on Saturdays and I want to do it again.\nI will comply with my medication and engage with staff.\nStaff to offer Idris 1:1 time when distressed.\nStaff to offer Maria Lopez a walk on Tuesdays.\n',
  },
  {
    pseudonym: 'RW-03',
    patientName: '',
    text: 'Low in mood on admission.\nI will comply with my medication and engage with staff.\nCopy given 2 September. Review date 30 September.\n',
  },
]

/** Begins an audit of the first ward. */
export async function beginAudit(client: Client, changes: Partial<InputOf<'audits.create'>> = {}): Promise<Audit> {
  const { coreServices } = await client.call('provider.get', {})
  const wardId = coreServices[0]?.wards[0]?.id ?? ''
  return client.call('audits.create', { wardId, from: '2026-09-01', to: '2026-09-30', criteria: 'core', ...changes })
}

/** Loads pasted plans, and waits. */
export async function loadTexts(
  client: Client,
  id: string,
  plans: readonly { pseudonym: string; patientName?: string; text: string }[] = inventedTexts,
): Promise<LoadResult> {
  const started = await client.call('audits.load', {
    id,
    plans: plans.map(({ text, ...plan }) => ({ ...plan, source: { kind: 'pasted' as const, text } })),
  })
  return finish<'audits.load'>(client, started)
}

/** Decides everything of a plan as suggested, the block last, and answers every criterion with yes. */
export async function readWhole(
  client: Client,
  planId: string,
  reading: PlanView['reading'] = 'first',
  answer: 'yes' | 'partly' | 'no' = 'yes',
): Promise<PlanView> {
  let view = await client.call('audits.plan', { planId, reading })
  for (const { index, suggested, needs } of view.statements.filter((each) => each.needsDecision))
    view = await client.call('audits.decide', { planId, reading, statement: index, voice: suggested, needs })
  const block = view.statements.filter((each) => !each.needsDecision && !each.isHeading && each.decision === null)
  if (block.length > 0)
    view = await client.call('audits.confirmBlock', { planId, reading, statements: block.map(({ index }) => index) })
  for (const { id } of view.criteria)
    view = await client.call('audits.answer', { planId, reading, criterion: id, answer })
  return view
}
