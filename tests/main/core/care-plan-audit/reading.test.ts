import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { beginAudit, inventedTexts, loadTexts, readWhole } from '../../../support/audits.ts'
import { failureOf, finish, openWorkspace, upload } from '../../../support/workspace.ts'

test('a plan that cannot be read is named with the reason, and the others are in', async () => {
  const { client } = await openWorkspace()
  const audit = await beginAudit(client)
  const pdf = await upload(client, 'RW-09.pdf', new TextEncoder().encode('%PDF-1.7 broken'))
  const text = await upload(client, 'RW-08.txt', new TextEncoder().encode('I want to see my sister Pat again.'))
  const started = await client.call('audits.load', {
    id: audit.id,
    plans: [
      { pseudonym: 'RW-09', source: { kind: 'file', transferId: pdf, fileName: 'RW-09.pdf' } },
      { pseudonym: 'RW-08', source: { kind: 'file', transferId: text, fileName: 'RW-08.txt' } },
      { pseudonym: 'RW-08', source: { kind: 'pasted', text: 'Again.' } },
      { pseudonym: 'RW-07', source: { kind: 'pasted', text: '  ' } },
      { pseudonym: 'RW-06', source: { kind: 'file', transferId: 'nothing', fileName: 'gone.docx' } },
    ],
  })
  const { loaded, failed } = await finish<'audits.load'>(client, started)
  expect(loaded.map(({ pseudonym }) => pseudonym)).toEqual(['RW-08'])
  expect(failed.map(({ pseudonym }) => pseudonym)).toEqual(['RW-09', 'RW-08', 'RW-07', 'RW-06'])
  expect(failed[0]?.problem).toContain('RW-09.pdf')
  expect(failed[1]?.problem).toContain('already')
  expect((await failureOf(client.call('transfers.append', { id: text, offset: 0, bytes: '' }))).code).toBe('not-found')
})

test('a whole ward’s batch of every format is loaded, and a file with a password is named', async () => {
  const { client } = await openWorkspace()
  const audit = await beginAudit(client)
  const folder = new URL('../../../fixtures/extraction/', import.meta.url)
  const names = ['plan.docx', 'plan.doc', 'plan.pdf', 'plan.odt', 'plan.rtf', 'password.pdf']
  const files = await Promise.all(
    names.map(async (fileName, number) => ({
      pseudonym: `RW-${number}`,
      source: {
        kind: 'file' as const,
        transferId: await upload(client, fileName, readFileSync(new URL(fileName, folder))),
        fileName,
      },
    })),
  )
  const text = new TextEncoder().encode('# About me\n- I want to see my sister Pat again.')
  const transferId = await upload(client, 'plan.md', text)
  const markdown = { pseudonym: 'RW-9', source: { kind: 'file' as const, transferId, fileName: 'plan.md' } }
  const started = await client.call('audits.load', { id: audit.id, plans: [...files, markdown] })
  const { loaded, failed } = await finish<'audits.load'>(client, started)
  expect(failed).toMatchObject([{ pseudonym: 'RW-5', fileName: 'password.pdf' }])
  expect(failed[0]?.problem).toContain('password')
  expect(loaded).toHaveLength(6)
  expect(loaded.every(({ statements }) => statements > 0)).toBe(true)
  const { planList } = await client.call('audits.get', { id: audit.id })
  expect(planList.map(({ format }) => format)).toEqual(['docx', 'doc', 'pdf', 'odt', 'rtf', 'markdown'])
})

test('names that were given are masked before anything is kept, and a name in the wrong plan is said', async () => {
  const { client } = await openWorkspace()
  const audit = await beginAudit(client)
  const { loaded } = await loadTexts(client, audit.id)
  const views = await Promise.all(loaded.map(({ id }) => client.call('audits.plan', { planId: id })))
  for (const view of views) {
    expect(JSON.stringify(view)).not.toMatch(/Maria|Lopez|Idris|Cole/)
    for (const { start, end } of view.masks) expect(view.text.slice(start, end)).toMatch(/^(Masked|\[)/)
  }
  expect(views[1]?.notes.join(' ')).toContain('RW-01')
  const reported = views[0]?.statements.find(({ text }) => text.includes('night checks'))
  expect(reported).toMatchObject({ suggested: 'reported' })
})

test('the same sentence in several plans is suggested as templated, with the plans that have it', async () => {
  const { client } = await openWorkspace()
  const audit = await beginAudit(client)
  const { loaded } = await loadTexts(client, audit.id)
  const view = await client.call('audits.plan', { planId: loaded[0]?.id ?? '' })
  const templated = view.statements.find(({ text }) => text.startsWith('I will comply'))
  expect(templated).toMatchObject({ suggested: 'templated', sameSentenceIn: ['RW-01', 'RW-02', 'RW-03'] })
  const own = view.statements.find(({ text }) => text.includes('tortoise'))
  expect(own).toMatchObject({ suggested: 'first-person', needsDecision: true })
})

test('plans that are loaded one by one are read together all the same', async () => {
  const { client } = await openWorkspace()
  const [one, together] = [await beginAudit(client), await beginAudit(client)]
  for (const plan of inventedTexts) await loadTexts(client, one.id, [plan])
  await loadTexts(client, together.id)
  const said = async (id: string) => {
    const { planList } = await client.call('audits.get', { id })
    const views = await Promise.all(planList.map((plan) => client.call('audits.plan', { planId: plan.id })))
    return views.map(({ statements }) => statements.map(({ suggested, sameSentenceIn }) => [suggested, sameSentenceIn]))
  }
  expect(await said(one.id)).toEqual(await said(together.id))
  expect((await client.call('audits.get', { id: one.id })).lexicon).not.toBe('')
})

test('in forty minutes only what matters is decided one by one, and the rest as a block that can be opened', async () => {
  const { client } = await openWorkspace()
  const audit = await beginAudit(client)
  const { loaded } = await loadTexts(client, audit.id)
  const planId = loaded[0]?.id ?? ''
  const view = await client.call('audits.plan', { planId })
  expect(view.progress).toMatchObject({ decided: 0, answered: 0, complete: false })
  const block = view.statements.filter(({ needsDecision, isHeading }) => !needsDecision && !isHeading)
  expect(block.length).toBe(view.progress.block)
  const statements = block.map(({ index }) => index)
  const wrong = await failureOf(client.call('audits.confirmBlock', { planId, statements: statements.slice(1) }))
  expect(wrong.code).toBe('conflict')
  const confirmed = await client.call('audits.confirmBlock', { planId, statements })
  expect(confirmed.progress.blockConfirmed).toBe(block.length)
  const [entry] = await client.call('trail.list', { limit: 1 })
  expect(entry?.words).toContain('as one block')
  const opened = await client.call('audits.openBlock', { planId })
  expect(opened.progress.blockConfirmed).toBe(0)
  await client.call('history.undo', {})
  expect((await client.call('audits.plan', { planId })).progress.blockConfirmed).toBe(block.length)
  const { fortyMinutes } = await client.call('audits.setFortyMinutes', { id: audit.id, fortyMinutes: false })
  expect(fortyMinutes).toBe(false)
  expect((await client.call('audits.plan', { planId })).progress).toMatchObject({
    block: 0,
    toDecide: view.progress.toDecide + view.progress.block,
    decided: block.length,
  })
})

test('a decision is confirmed, corrected and undone, and the trail never holds a word of the plan', async () => {
  const { client } = await openWorkspace()
  const audit = await beginAudit(client)
  const { loaded } = await loadTexts(client, audit.id)
  const planId = loaded[0]?.id ?? ''
  const place = { planId, statement: 1, needs: ['social' as const] }
  const noted = await client.call('audits.decide', { ...place, voice: 'first-person', note: 'Sheila the tortoise.' })
  expect(noted.statements[1]?.decision).toMatchObject({ voice: 'first-person', note: 'Sheila the tortoise.' })
  const shown = await client.call('audits.decide', { ...place, voice: 'shown-another-way', otherWay: 'advocate' })
  expect(shown.statements[1]?.decision).toMatchObject({ otherWay: 'advocate', note: 'Sheila the tortoise.' })
  expect(shown.criteria[0]?.found).toContain('1 shown another way')
  await client.call('history.undo', {})
  expect((await client.call('audits.plan', { planId })).statements[1]?.decision?.voice).toBe('first-person')
  await client.call('history.undo', {})
  expect((await client.call('audits.plan', { planId })).statements[1]?.decision).toBeNull()
  const trail = JSON.stringify(await client.call('trail.list', { limit: 200 }))
  for (const word of ['tortoise', 'comply', 'night checks', 'Maria']) expect(trail).not.toContain(word)
  const refused = await failureOf(client.call('audits.decide', { ...place, voice: 'shown-another-way' }))
  expect(refused.code).toBe('invalid-input')
  expect((await failureOf(client.call('audits.decide', { ...place, statement: 0, voice: 'none' }))).code).toBe(
    'not-found',
  )
})

test('a criterion starts blank beside what was found, and does not apply only with a reason', async () => {
  const { client } = await openWorkspace()
  const audit = await beginAudit(client, { criteria: 'all' })
  const { loaded } = await loadTexts(client, audit.id)
  const planId = loaded[2]?.id ?? ''
  const { criteria } = await client.call('audits.plan', { planId })
  expect(criteria).toHaveLength(14)
  expect(criteria.every(({ answer }) => answer === null)).toBe(true)
  expect(criteria.find(({ id }) => id === 'own-voice')).toMatchObject({
    found: 'None found, please check',
    statements: [],
  })
  expect(criteria.find(({ id }) => id === 'copy-given')?.statements).toHaveLength(1)
  const blank = { planId, criterion: 'crisis-plan', answer: 'not-applicable' as const }
  expect((await failureOf(client.call('audits.answer', blank))).code).toBe('invalid-input')
  const answered = await client.call('audits.answer', { ...blank, reason: 'Moves out on Friday.' })
  expect(answered.progress.answered).toBe(1)
  const taken = await client.call('audits.answer', { planId, criterion: 'crisis-plan', answer: null })
  expect(taken.progress.answered).toBe(0)
})

test('a whole plan is complete, a second auditor starts blank, and the pace waits for two plans', async () => {
  let minute = 0
  const { client } = await openWorkspace({
    clock: () => new Date(Date.UTC(2026, 8, 20, 9, (minute += 1))),
  })
  const audit = await beginAudit(client)
  const { loaded } = await loadTexts(client, audit.id)
  const [one, two] = loaded
  expect((await readWhole(client, one?.id ?? '')).progress.complete).toBe(true)
  expect((await client.call('audits.get', { id: audit.id })).pace).toEqual({ plansLeft: 2, minutes: null })
  await readWhole(client, two?.id ?? '')
  const { pace, plansComplete } = await client.call('audits.get', { id: audit.id })
  expect([plansComplete, pace.plansLeft]).toEqual([2, 1])
  expect(pace.minutes).toBeGreaterThan(0)
  const second = await client.call('audits.plan', { planId: one?.id ?? '', reading: 'second' })
  expect(second.statements.every(({ decision }) => decision === null)).toBe(true)
})

test('loading that is cancelled adds no plan and leaves no text', async () => {
  const { client } = await openWorkspace()
  const audit = await beginAudit(client)
  const plans = inventedTexts.map(({ text, ...plan }) => ({ ...plan, source: { kind: 'pasted' as const, text } }))
  const started = await client.call('audits.load', { id: audit.id, plans })
  await client.call('tasks.cancel', { taskId: started.taskId })
  expect((await failureOf(finish<'audits.load'>(client, started))).code).toBe('cancelled')
  expect(await client.call('audits.get', { id: audit.id })).toMatchObject({ plans: 0, texts: 0 })
})

test('the sample that was drawn is shown with its seed, and says which plans are not in yet', async () => {
  const { client } = await openWorkspace()
  const caseload = Array.from({ length: 17 }, (_, number) => `RW-${String(number + 1).padStart(2, '0')}`)
  const sample = { method: 'random' as const, seed: 48213, size: 10, caseload }
  const audit = await beginAudit(client, { sample })
  expect(audit.sample).toMatchObject({ seed: 48213, caseload: 17 })
  expect(audit.sample.drawn).toHaveLength(10)
  expect(audit.sample.missing).toEqual(audit.sample.drawn)
  expect((await failureOf(beginAudit(client, { sample: { ...sample, size: 18 } }))).code).toBe('invalid-input')
})
