import { expect, test } from 'vitest'
import type { Client } from '../../../../src/shared/client.ts'
import { beginAudit, inventedTexts, loadTexts, readWhole } from '../../../support/audits.ts'
import { failureOf, finish, openWorkspace } from '../../../support/workspace.ts'

/** An audit of three plans that were all read by one auditor. */
async function readAudit(client: Client) {
  const audit = await beginAudit(client)
  const { loaded } = await loadTexts(client, audit.id)
  const ids = loaded.map(({ id }) => id)
  for (const [position, id] of ids.entries()) await readWhole(client, id, 'first', position === 2 ? 'no' : 'yes')
  return { id: audit.id, ids }
}

/** The words of a table that was made. */
async function download(client: Client, transferId: string): Promise<string> {
  const { bytes } = await client.call('transfers.read', { id: transferId, offset: 0 })
  return Buffer.from(bytes, 'base64').toString()
}

test('results count what people confirmed, with n, interval, distinct plans and the distribution', async () => {
  const { client } = await openWorkspace()
  const { ids } = await readAudit(client)
  const results = await client.call('audits.results', { from: '2026-04', to: '2026-09' })
  expect(results).toMatchObject({ readings: 3, distinctPlans: 3, openAudits: 1, all: { k: 2, n: 3 } })
  const [team] = results.teams
  expect(results.teams).toHaveLength(1)
  expect(team?.months.map(({ k, n }) => [k, n])).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [0, 0],
    [2, 3],
  ])
  expect(team).toMatchObject({ median: null, run: { length: 0, side: null, signal: false }, lastThree: { k: 2, n: 3 } })
  expect(team?.period.low).toBeCloseTo(0.208, 3)
  expect(team?.firstPerson).toEqual([1, 2, 0, 0, 0, 0])
  const [voiced = ''] = ids
  const own = (await client.call('audits.plan', { planId: voiced })).statements.find(
    ({ decision }) => decision?.voice === 'first-person',
  )
  await client.call('audits.decide', { planId: voiced, statement: own?.index ?? 0, voice: 'templated', needs: [] })
  const corrected = await client.call('audits.results', { from: '2026-09', to: '2026-09' })
  expect(corrected.teams[0]?.firstPerson).toEqual([2, 1, 0, 0, 0, 0])
  expect((await failureOf(client.call('audits.results', { from: '2026-09', to: '2026-08' }))).code).toBe(
    'invalid-input',
  )
})

test('the same plan in two months is two readings of one plan', async () => {
  const { client } = await openWorkspace()
  await readAudit(client)
  const august = await beginAudit(client, { from: '2026-08-01', to: '2026-08-31' })
  const { loaded } = await loadTexts(client, august.id, inventedTexts.slice(0, 1))
  await readWhole(client, loaded[0]?.id ?? '')
  const { readings, distinctPlans } = await client.call('audits.results', { from: '2026-08', to: '2026-09' })
  expect([readings, distinctPlans]).toEqual([4, 3])
})

test('two auditors agree in so many, differ where they differ, and what they then agree is what counts', async () => {
  const { client } = await openWorkspace()
  const { id, ids } = await readAudit(client)
  const [one = '', two = ''] = ids
  await readWhole(client, one, 'second', 'no')
  await readWhole(client, two, 'second', 'yes')
  const { criteria, voices, plans } = await client.call('audits.differences', { id })
  expect(criteria).toMatchObject({ same: 5, of: 10 })
  expect(voices.same).toBe(voices.of)
  expect(plans).toHaveLength(1)
  expect(plans[0]?.criteria).toContainEqual({ criterion: 'own-voice', first: 'yes', second: 'no', agreed: null })
  await client.call('audits.answer', { planId: one, reading: 'agreed', criterion: 'own-voice', answer: 'no' })
  const results = await client.call('audits.results', { from: '2026-09', to: '2026-09' })
  expect(results.all).toMatchObject({ k: 1, n: 3 })
  expect(results.readTwice).toMatchObject({ same: 1, of: 2 })
  const { transferId } = await client.call('audits.exportCsv', { from: '2026-09', to: '2026-09', table: 'agreement' })
  expect(await download(client, transferId)).toContain('own-voice,Own voice,2026-09,2026-09,1,2,0')
})

test('one command makes the audit evidence for care plans, with sample, period, method, versions and numbers', async () => {
  const { client } = await openWorkspace()
  const { id } = await readAudit(client)
  const draft = await client.call('audits.evidenceDraft', { id })
  expect(draft.shows).toContain('yes in 2 of 3')
  const { evidenceId } = await client.call('audits.logEvidence', { id })
  const item = await client.call('evidence.get', { id: evidenceId })
  expect(item).toMatchObject({ describesFrom: '2026-09-01', describesTo: '2026-09-30', sourceKind: 'processes' })
  expect(item.shows).toMatch(/95% interval 21 to 94%/)
  expect(item.shows).toMatch(/criteria 2026\.1 .*words 2026\.\d/)
  expect(item.links).toMatchObject([{ promptId: 'C1', findingId: draft.findingId }])
  expect((await failureOf(client.call('audits.logEvidence', { id }))).code).toBe('refused')
  await client.call('history.undo', {})
  expect((await client.call('audits.get', { id })).evidenceId).toBeNull()
  await client.call('audits.logEvidence', { id, title: 'As I would say it' })
})

test('an audit that nobody read is no evidence', async () => {
  const { client } = await openWorkspace()
  const { id } = await beginAudit(client)
  await loadTexts(client, id)
  expect((await failureOf(client.call('audits.logEvidence', { id }))).code).toBe('refused')
})

test('a sentence to retire is kept without a name, counted, and its count falls', async () => {
  const { client } = await openWorkspace()
  await readAudit(client)
  const { candidates } = await client.call('audits.sentences', { to: '2026-09' })
  expect(candidates).toMatchObject([{ words: 'I will comply with my medication and engage with staff.', plans: 3 }])
  const started = await client.call('audits.keepSentence', { words: candidates[0]?.words ?? '' })
  await finish<'audits.keepSentence'>(client, started)
  const october = await beginAudit(client, { from: '2026-10-01', to: '2026-10-31' })
  await loadTexts(client, october.id, [
    inventedTexts[1] ?? { pseudonym: 'RW-02', text: '' },
    { pseudonym: 'RW-05', text: 'I like the pool hall on Heaton Road.' },
  ])
  const { kept, candidates: left } = await client.call('audits.sentences', { to: '2026-12' })
  expect(left).toEqual([])
  expect(kept).toMatchObject([{ plans: 1, plansBefore: 3, teams: 1, source: '', action: null }])
  const action = await client.call('actions.add', { title: 'Take it out of the form', due: '2026-10-30' })
  const [sentence] = kept
  await client.call('audits.changeSentence', {
    id: sentence?.id ?? '',
    expectedVersion: sentence?.version ?? 0,
    changes: { source: 'Inpatient plan, page 2', actionId: action.id },
  })
  const after = await client.call('audits.sentences', { to: '2026-12' })
  expect(after.kept[0]).toMatchObject({ source: 'Inpatient plan, page 2', action: { due: '2026-10-30' } })
  const named = await client.call('audits.keepSentence', { words: 'Ring Mrs Norma Blakely on 07700 900123.' })
  expect((await failureOf(finish<'audits.keepSentence'>(client, named))).code).toBe('refused')
})

test('a slip holds the person’s own lines alone, and what people said stands beside what was counted', async () => {
  const { client } = await openWorkspace()
  const { ids } = await readAudit(client)
  const [one = '', two = '', none = ''] = ids
  const slip = await finish<'audits.slip'>(client, await client.call('audits.slip', { planId: one }))
  expect(slip).toMatchObject({ lines: 1, pages: 1 })
  const nothing = await client.call('audits.slip', { planId: none })
  expect((await failureOf(finish<'audits.slip'>(client, nothing))).code).toBe('refused')
  const asked = { askedBy: 'Peer worker', askedOn: '2026-10-02' }
  await client.call('audits.recordReadBack', { planId: one, answer: 'mine', ...asked })
  await client.call('audits.recordReadBack', { planId: two, answer: 'not-mine', ...asked })
  await client.call('audits.recordReadBack', { planId: none, answer: 'not-mine', ...asked })
  const { readBack } = await client.call('audits.results', { from: '2026-09', to: '2026-09' })
  expect(readBack).toMatchObject({ people: 3, countedAsOwnVoice: 2 })
  expect(readBack.answers[2]).toEqual({ answer: 'not-mine', people: 2, countedAsOwnVoice: 1 })
  const made = await client.call('audits.exportCsv', { from: '2026-09', to: '2026-09', table: 'read-back' })
  expect(await download(client, made.transferId)).toContain('mine,2026-09,2026-09,under 5,under 5')
})

test('a sentence that begins like a formula is quoted in the table', async () => {
  const { client } = await openWorkspace()
  await finish<'audits.keepSentence'>(client, await client.call('audits.keepSentence', { words: '=cmd|calc' }))
  const { transferId } = await client.call('audits.exportCsv', { from: '2026-09', to: '2026-09', table: 'sentences' })
  expect(await download(client, transferId)).toContain("'=cmd|calc")
  for (const table of ['months', 'criteria'] as const)
    expect((await client.call('audits.exportCsv', { from: '2026-09', to: '2026-09', table })).size).toBeGreaterThan(40)
})
