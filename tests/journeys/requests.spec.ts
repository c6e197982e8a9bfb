import { readFile } from 'node:fs/promises'
import { parse } from 'csv-parse/sync'
import { toCsv } from '../../src/shared/model/csv-writer.ts'
import { evidenceColumns } from '../../src/shared/model/evidence-rows.ts'
import { expect, test } from '../support/app.ts'

test('a ward is asked by a sheet, fills in what it has, and the sheet comes back as linked evidence', async ({
  launch,
}) => {
  const app = await launch()
  await app.client.call('workspaces.create', {
    workspace: {
      provider: 'Osmere Trust',
      coreServices: ['acute-wards'],
      wards: [
        { coreService: 'acute-wards', name: 'Rowan Ward' },
        { coreService: 'acute-wards', name: 'Linden Ward' },
      ],
      from: '2026-04-01',
      to: '2026-09-30',
    },
  })
  const { page } = app
  await page.evaluate(() => (location.hash = '#/overview'))
  await page.getByRole('link', { name: 'Ask a ward' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ask a ward or team' })).toBeFocused()
  await page.getByLabel('Ward or team').selectOption({ label: 'Linden Ward' })
  const list = page.getByRole('list', { name: 'What Linden Ward is asked for' })
  await expect(list.getByRole('listitem')).toHaveCount(10)
  await list.getByRole('checkbox', { name: /C10$/ }).uncheck()
  await expect(page.getByText('9 questions.')).toBeVisible()

  const paper = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Make the PDF' }).click()
  expect((await paper).suggestedFilename()).toMatch(/^Request to Linden Ward, .+\.pdf$/)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Make the CSV' }).click()
  const csv = await readFile(await (await download).path())
  const rows = parse(csv, { columns: true, bom: true }) as Record<string, string>[]
  expect(rows).toHaveLength(9)

  const filled = rows.map((row, at) => (at < 3 ? { ...row, title: `Found ${at}`, shows: 'Seen on the ward.' } : row))
  const text = toCsv([evidenceColumns, ...filled.map((row) => evidenceColumns.map((column) => row[column] ?? ''))])
  await page.getByRole('link', { name: 'Bring in many' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles({ name: 'back.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: /^(Check|Next)/ }).click()
  await expect(page.getByText('9 rows: 3 can be brought in, none has faults, 6 not filled in.')).toBeVisible()
  await page.getByRole('button', { name: 'Bring in 3' }).click()
  await expect.poll(async () => (await app.client.call('evidence.list', {})).total).toBe(3)
  const { rows: items } = await app.client.call('evidence.list', {})
  expect(items.map(({ wardName, supports }) => [wardName, supports])).toEqual(Array(3).fill(['Linden Ward', 1]))
})
