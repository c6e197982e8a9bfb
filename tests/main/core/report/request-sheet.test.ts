import { parse } from 'csv-parse/sync'
import { expect, test, vi } from 'vitest'
import { toCsv } from '../../../../src/shared/model/csv-writer.ts'
import { evidenceColumns } from '../../../../src/shared/model/evidence-rows.ts'
import { renderPdf } from '../../../../src/main/core/report/pdf/render-pdf.ts'
import { buildSheetDocument } from '../../../../src/main/core/report/requests/sheet-document.ts'
import { reportFonts } from '../../../support/report-fonts.ts'
import { readTaggedPdf, tagsOf } from '../../../support/tagged-pdf.ts'
import { failureOf, finish, openWorkspace, upload, type TestApplication } from '../../../support/workspace.ts'

vi.setConfig({ testTimeout: 60_000 })

async function wardOf({ client }: TestApplication, name: string) {
  const { coreServices } = await client.call('provider.get', {})
  const ward = coreServices.flatMap(({ wards }) => wards).find((each) => each.name === name)
  if (ward === undefined) throw new Error(`no ward ${name}`)
  return ward.id
}

async function sheet({ client }: TestApplication, choices: Parameters<typeof client.call<'requests.make'>>[1]) {
  const made = await finish<'requests.make'>(client, await client.call('requests.make', choices))
  const { bytes } = await client.call('transfers.read', { id: made.transferId, offset: 0 })
  return { made, bytes: Buffer.from(bytes, 'base64') }
}

const bringIn = async ({ client }: TestApplication, csv: string) =>
  finish<'evidence.import'>(
    client,
    await client.call('evidence.import', {
      transferId: await upload(client, 'sheet.csv', new TextEncoder().encode(csv)),
    }),
  )

const rowsOf = (csv: Buffer) => parse(csv, { columns: true, bom: true }) as Record<string, string>[]
const back = (rows: readonly Record<string, string>[]) =>
  toCsv([evidenceColumns, ...rows.map((row) => evidenceColumns.map((column) => row[column] ?? ''))])

test('a sheet goes out, three of its rows are filled in, and they come back as linked evidence, once', async () => {
  const opened = await openWorkspace()
  const { client } = opened
  const wardId = await wardOf(opened, 'Rowan Ward')
  const { made, bytes } = await sheet(opened, { wardId, format: 'csv' })
  expect(made).toMatchObject({ asks: 10, contentType: 'text/csv' })
  expect(made.fileName).toMatch(/^Request to Rowan Ward, \d{4}-\d{2}-\d{2}\.csv$/)
  const rows = rowsOf(bytes)
  expect(rows).toHaveLength(10)
  expect(rows[0]).toMatchObject({ title: '', shows: '', ward: 'Rowan Ward', prompts: 'C1@acute-wards' })
  expect(rows[0]?.note).toMatch(/^Asked: Care plans in the person’s own voice\. Anything that shows it/)

  const filled = rows.map((row, at) =>
    at < 3 ? { ...row, title: `What we found ${at}`, shows: 'Seen on the ward.', from: '01/10/2026' } : row,
  )
  expect(await bringIn(opened, back(filled))).toMatchObject({ imported: 3, leftOut: 7, already: 0, written: true })
  const { rows: items } = await client.call('evidence.list', {})
  expect(items.map(({ title, wardName, supports }) => [title, wardName, supports])).toEqual(
    expect.arrayContaining([
      ['What we found 0', 'Rowan Ward', 1],
      ['What we found 1', 'Rowan Ward', 1],
      ['What we found 2', 'Rowan Ward', 1],
    ]),
  )
  const finding = await client.call('findings.find', { prompt: 'C1', scope: 'acute-wards' })
  expect(finding.linked.map(({ evidence }) => evidence.title)).toEqual(['What we found 0'])

  expect(await bringIn(opened, back(filled))).toMatchObject({ imported: 0, leftOut: 7, already: 3 })
  expect((await client.call('evidence.list', {})).total).toBe(3)
})

test('an empty sheet brings in nothing and has no faults, and half a row is a fault, not silence', async () => {
  const opened = await openWorkspace()
  const { client } = opened
  const rows = rowsOf((await sheet(opened, { wardId: await wardOf(opened, 'North team'), format: 'csv' })).bytes)
  const read = async (csv: string) => {
    const transferId = await upload(client, 'sheet.csv', new TextEncoder().encode(csv))
    return finish<'evidence.readImport'>(client, await client.call('evidence.readImport', { transferId }))
  }
  expect(await read(back(rows))).toMatchObject({ rows: 10, fresh: 0, faulty: 0, unfilled: 10, faults: [] })
  const half = rows.map((row, at) => (at === 0 ? { ...row, title: 'Only a title' } : row))
  expect(await read(back(half))).toMatchObject({ fresh: 0, faulty: 1, unfilled: 9 })
  // Somebody's own row with a note alone is not taken for a request.
  const own = [{ ...rows[0], note: 'We asked for more' }]
  expect(await read(back(own))).toMatchObject({ faulty: 1, unfilled: 0 })
})

test('what is asked follows the gaps: what is missing, of which kind, by whom and by when', async () => {
  const opened = await openWorkspace()
  const { client } = opened
  const wardId = await wardOf(opened, 'Rowan Ward')
  const finding = await client.call('findings.find', { prompt: 'C2', scope: 'acute-wards' })
  await client.call('evidence.log', {
    title: 'Audit',
    shows: 'x',
    sourceKind: 'processes',
    describesFrom: '2026-09-01',
    links: [{ findingId: finding.id }],
  })
  await client.call('findings.update', {
    id: finding.id,
    expectedVersion: 1,
    changes: { owner: 'Ward manager', due: '2027-01-12' },
  })
  const ask = async () =>
    (await client.call('requests.list', { wardId, asAt: '2026-11-25' })).asks.find(({ promptId }) => promptId === 'C2')
  expect(await ask()).toMatchObject({
    gaps: ['R', 'K'],
    likelyKind: 'people',
    missingKinds: ['people', 'staff', 'partners', 'observation', 'outcomes'],
    owner: 'Ward manager',
    due: '2027-01-12',
  })
  expect((await ask())?.wanted.join()).toContain('Another kind of source than processes')
  await client.call('evidence.log', {
    title: 'Meeting',
    shows: 'x',
    sourceKind: 'people',
    describesFrom: '2026-10-01',
    links: [{ findingId: finding.id }],
  })
  await client.call('findings.recordPeopleView', {
    id: finding.id,
    expectedVersion: 2,
    peopleView: {
      yes: 5,
      inPart: 1,
      no: 0,
      who: 'Patients',
      how: 'In person',
      from: '2026-10-01',
      to: null,
      words: '',
    },
  })
  // Nothing that a ward could send is missing now.
  expect(await ask()).toBeUndefined()
})

test('a sheet asks only about the findings that were chosen, and never about those of another service', async () => {
  const opened = await openWorkspace()
  const { client } = opened
  const wardId = await wardOf(opened, 'Rowan Ward')
  const own = await client.call('findings.find', { prompt: 'C4', scope: 'acute-wards' })
  const other = await client.call('findings.find', { prompt: 'C5', scope: 'community-adults' })
  const { bytes } = await sheet(opened, { wardId, format: 'csv', findingIds: [own.id, other.id] })
  expect(rowsOf(bytes).map(({ prompts }) => prompts)).toEqual(['C4@acute-wards'])
  const nothing = await client.call('requests.make', { wardId, format: 'csv', findingIds: [other.id] })
  expect((await failureOf(finish(client, nothing))).message).toBe(
    'There is nothing to ask Rowan Ward for. No sheet was made.',
  )
  const gone = await client.call('requests.make', { wardId: 'nowhere' as never, format: 'csv' })
  expect((await failureOf(finish(client, gone))).code).toBe('not-found')
})

test('two wards of one name are told apart by their service, so that the sheet finds its way back', async () => {
  const opened = await openWorkspace()
  const { client } = opened
  const twin = await client.call('wards.add', { coreServiceId: 'community-adults' as never, name: 'Rowan Ward' })
  const rows = rowsOf((await sheet(opened, { wardId: twin.id, format: 'csv' })).bytes)
  expect(rows[0]?.ward).toBe('Rowan Ward@community-adults')
  const filled = [{ ...rows[0], title: 'Ours', shows: 'Seen.' }]
  expect(await bringIn(opened, back(filled))).toMatchObject({ imported: 1 })
  const [item] = (await client.call('evidence.list', {})).rows
  expect(item).toMatchObject({ wardId: twin.id, coreServiceId: 'community-adults' })
})

test('a scope that is left out is asked for nothing', async () => {
  const opened = await openWorkspace()
  const { client } = opened
  const scope = (await client.call('assessments.current', {})).scopes.find(
    ({ coreServiceId }) => coreServiceId === 'acute-wards',
  )
  await client.call('scopes.leaveOut', { id: scope?.id ?? ('' as never), expectedVersion: 1 })
  const wardId = await wardOf(opened, 'Rowan Ward')
  expect(await client.call('requests.list', { wardId })).toMatchObject({ scope: null, asks: [] })
})

test('the sheet on paper is tagged, names what is asked in words, and leaves room that a screen reader can name', async () => {
  const opened = await openWorkspace()
  const wardId = await wardOf(opened, 'Rowan Ward')
  const { made, bytes } = await sheet(opened, { wardId, format: 'pdf' })
  expect(made).toMatchObject({ asks: 10, contentType: 'application/pdf' })
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const document = buildSheetDocument(await opened.client.call('requests.list', { wardId }), {
    provider: { name: 'Osmere Partnership Trust', sample: false },
    assessment: { id: 'a', title: 'Spring' },
    asAt: '2026-11-25',
    changedAt: '2026-11-25T09:00:00.000Z',
  })
  const pdf = readTaggedPdf((await renderPdf(document, { fonts: reportFonts, isReadable: true })).bytes)
  expect(pdf.title).toBe('Osmere Partnership Trust: what Rowan Ward is asked for')
  expect(pdf.language).toBe('en-GB')
  expect(pdf.unmarked).toBe(0)
  const headings = tagsOf(pdf.root, /^H\d$/).map(({ type, text }) => `${type} ${text}`)
  expect(headings[0]).toBe('H1 What Rowan Ward is asked for')
  expect(headings[1]).toBe('H2 1. Care plans in the person’s own voice (C1)')
  expect(headings).toHaveLength(11)
  const [first] = tagsOf(pdf.root, 'Table')
  const headers = first ? tagsOf(first, 'TH').map(({ text }) => text) : []
  expect(headers).toEqual(
    expect.arrayContaining(['What is asked for', 'What there is, and what it shows', 'By whom, and by when']),
  )
  expect(pdf.root.text).toContain('No names are needed')
})
