import { expect, test } from 'vitest'
import type { Client } from '../../../../src/shared/client.ts'
import type { InputOf } from '../../../../src/shared/contract.ts'
import { failureOf, finish, openWorkspace, upload } from '../../../support/workspace.ts'
import { sheetRows, writeXlsx } from '../../../support/workbooks.ts'

const log = [
  ['Subject', 'What it shows', 'Source', 'When'],
  ['Café menu', 'Food is chosen with people', 'people', '13/10/2026'],
  ['Night shift', 'Doors are locked at nine', 'observation', '31/02/2026'],
  ['', 'Nobody wrote a title', 'gossip', ''],
]
const workbook = writeXlsx({ sheets: { Log: sheetRows(log) } })
const columns = { title: 'Subject', shows: 'What it shows', source_kind: 'Source', from: 'When' }

const readImport = async (client: Client, input: InputOf<'evidence.readImport'>) =>
  finish<'evidence.readImport'>(client, await client.call('evidence.readImport', input))
const importRows = async (client: Client, input: InputOf<'evidence.import'>) =>
  finish<'evidence.import'>(client, await client.call('evidence.import', input))
const titlesIn = async (client: Client) =>
  (await client.call('evidence.list', { sort: 'title', descending: false })).rows.map(({ title }) => title)
const csvOf = async (client: Client, transferId: string) => {
  const { bytes } = await client.call('transfers.read', { id: transferId, offset: 0 })
  return Buffer.from(bytes, 'base64').toString().replace('\ufeff', '')
}

test('a workbook is read, matched and checked before anything of it is written', async () => {
  const { client } = await openWorkspace()
  const transferId = await upload(client, 'log.xlsx', workbook)
  const guessed = await readImport(client, { transferId })
  expect(guessed).toMatchObject({
    kind: 'xlsx',
    sheet: 'Log',
    headings: ['Subject', 'What it shows', 'Source', 'When'],
    columns: { title: 'Subject', shows: 'What it shows', source_kind: 'Source' },
    samples: [log[1], log[2], log[3]],
    rows: 3,
    fresh: 2,
    faulty: 1,
    faults: [],
  })
  const read = await readImport(client, { transferId, columns })
  expect(read.faultyRows.map(({ row, faults }) => [row, faults.map(({ column }) => column)])).toEqual([
    [3, ['from']],
    [4, ['title', 'source_kind']],
  ])
  expect(read.faultyRows[0]?.cells).toEqual({
    title: 'Night shift',
    shows: 'Doors are locked at nine',
    source_kind: 'observation',
    from: '31/02/2026',
  })
  expect(await titlesIn(client)).toEqual([])
})

test('a row mended on the way comes in, the rest can be saved as CSV, and one undo takes everything back', async () => {
  const { client } = await openWorkspace()
  const transferId = await upload(client, 'log.xlsx', workbook)
  const corrections = [{ row: 3, column: 'from' as const, value: '28/02/2026' }]
  const left = await finish<'evidence.leftOutRows'>(
    client,
    await client.call('evidence.leftOutRows', { transferId, columns, corrections }),
  )
  expect(left).toMatchObject({ fileName: 'log - left out.csv', rows: 1 })
  expect((await csvOf(client, left.transferId)).split('\r\n')).toEqual([
    'title,shows,source_kind,from,to,where_kept,link,ward,said_by,prompts,relation,chime,note',
    ',Nobody wrote a title,gossip,,,,,,,,,,',
    '',
  ])

  const refused = await importRows(client, { transferId, columns, corrections })
  expect(refused).toMatchObject({ written: false, imported: 0, leftOut: 1 })
  const done = await importRows(client, { transferId, columns, corrections, goodRows: true })
  expect(done).toMatchObject({ written: true, imported: 2, leftOut: 1, already: 0 })
  expect(await titlesIn(client)).toEqual(['Café menu', 'Night shift'])
  expect(await importRows(client, { transferId, columns, corrections, goodRows: true })).toMatchObject({
    imported: 0,
    already: 2,
  })

  const { words } = await client.call('history.undo', {})
  expect(words).toBe('Evidence brought in from a file: 2 items')
  expect(await titlesIn(client)).toEqual([])
})

test('what cannot be read is said as a fault of the file, with the mend', async () => {
  const { client } = await openWorkspace()
  const faultsOf = async (bytes: Uint8Array) =>
    (await readImport(client, { transferId: await upload(client, 'x.xlsx', bytes) })).faults
  expect(await faultsOf(workbook.subarray(0, 300))).toMatchObject([{ problem: 'the file stops before its end' }])
  expect(await faultsOf(Buffer.from('a\0b\0\0c'))).toMatchObject([
    { row: 1, problem: 'the file is not text', mend: expect.stringContaining('CSV UTF-8') },
  ])
  expect(await faultsOf(Buffer.from('\n'))).toMatchObject([{ problem: 'the file is empty' }])
})

test('a file that is gone is said so, and is no fault of its rows', async () => {
  const { client } = await openWorkspace()
  const transferId = await upload(client, 'log.xlsx', workbook)
  await client.call('transfers.end', { id: transferId })
  expect((await failureOf(readImport(client, { transferId }))).code).toBe('not-found')
})

test('the template is offered as a file that comes back without a fault', async () => {
  const { client } = await openWorkspace()
  const template = await client.call('evidence.importTemplate', {})
  const transferId = await upload(client, template.fileName, Buffer.from(await csvOf(client, template.transferId)))
  const { faults, faultyRows, fresh } = await readImport(client, { transferId })
  expect(faults).toEqual([])
  // The examples name a core service that may not be among this provider's.
  expect([fresh, faultyRows]).toEqual([2, []])
})
