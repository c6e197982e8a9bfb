import path from 'node:path'
import { expect, test } from 'vitest'
import type { Client } from '../../../../src/shared/client.ts'
import { beginAudit, inventedTexts, loadTexts } from '../../../support/audits.ts'
import { startHost } from '../../../support/web-host.ts'
import { finish, makeFolder, openApplication } from '../../../support/workspace.ts'

/** Decides and answers, over and over, until the host is gone. Answers what the host acknowledged last of each statement. */
async function decideUntilGone(client: Client, planId: string, acknowledged: Map<number, string>) {
  const { statements } = await client.call('audits.plan', { planId })
  const places = statements.filter(({ isHeading }) => !isHeading).map(({ index }) => index)
  const voices = ['first-person', 'templated', 'reported', 'someone-else', 'none'] as const
  for (let step = 0; ; step += 1) {
    const statement = places[step % places.length] ?? 0
    const voice = voices[step % voices.length] ?? 'none'
    acknowledged.delete(statement)
    await client.call('audits.decide', { planId, statement, voice, needs: [] })
    acknowledged.set(statement, voice)
  }
}

test('a host that is killed in the middle of an audit loses no decision that it acknowledged, and the audit goes on', async () => {
  const root = makeFolder()
  const folder = path.join(root, 'workspace')
  const maker = await openApplication()
  await maker.application.createIn(folder, {
    provider: 'Osmere Partnership Trust',
    coreServices: ['acute-wards'],
    wards: [{ coreService: 'acute-wards', name: 'Rowan Ward' }],
    from: '2026-04-01',
    to: '2026-09-30',
    expectedVisit: null,
    checklistId: 'bg046',
  })
  await maker.application.openFolder(folder)
  const audit = await beginAudit(maker.client)
  const { loaded } = await loadTexts(maker.client, audit.id)
  const planId = loaded[0]?.id ?? ''
  await maker.client.call('workspaces.close', {})
  for (const after of [20, 90, 170]) {
    const acknowledged = new Map<number, string>()
    const host = await startHost(path.join(root, 'host'), ['--workspace', folder])
    const deciding = decideUntilGone(host.client, planId, acknowledged).catch(() => {})
    while (acknowledged.size < 2) await new Promise((resolve) => setTimeout(resolve, 5))
    await new Promise((resolve) => setTimeout(resolve, after))
    await host.kill()
    await deciding
    expect(acknowledged.size).toBeGreaterThan(0)
    expect(await maker.application.openFolder(folder)).toMatchObject({ mode: 'write' })
    const view = await maker.client.call('audits.plan', { planId })
    for (const [statement, voice] of acknowledged)
      expect([statement, view.statements[statement]?.decision?.voice]).toEqual([statement, voice])
    const { faults } = await finish<'workspace.verify'>(maker.client, await maker.client.call('workspace.verify', {}))
    expect(faults).toEqual([])
    await maker.client.call('workspaces.close', {})
  }
  // Killed while plans are loaded: they are in whole, or not at all, and the audit can still be closed.
  const host = await startHost(path.join(root, 'host'), ['--workspace', folder])
  const more = Array.from({ length: 60 }, (_, number) => ({
    pseudonym: `LW-${number}`,
    text: (inventedTexts[1]?.text ?? '').repeat(20),
  }))
  const loading = loadTexts(host.client, audit.id, more).catch(() => {})
  await new Promise((resolve) => setTimeout(resolve, 150))
  await host.kill()
  await loading
  await maker.application.openFolder(folder)
  const { plans, version, texts } = await maker.client.call('audits.get', { id: audit.id })
  expect([3, 63]).toContain(plans)
  expect(texts).toBeGreaterThanOrEqual(plans)
  const closed = await maker.client.call('audits.close', { id: audit.id, expectedVersion: version })
  expect(closed.texts).toBe(0)
})
