import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { expect, test, type App } from '../support/app.ts'
import { findFaults, findSideways } from '../support/axe.ts'
import { sheetRows, writeXlsx } from '../support/workbooks.ts'

const log = [
  ['Subject', 'What was seen', 'Source', 'When', 'Budget'],
  ['Café menu', 'Food is chosen with people', 'people', '13/10/2026', '12'],
  ['Night shift', 'Doors are locked at nine', 'observation', '31/02/2026', ''],
  ['Gossip', 'Somebody said so', 'gossip', '', ''],
  ['Minutes of May', 'People chair the meeting', 'people', '', '3'],
]

/** Holds what is on the screen to axe, at every size. */
async function lookAt(page: Page, where: string) {
  for (const [width, height] of [
    [1440, 900],
    [1280, 800],
    [640, 400],
  ] as const) {
    await page.setViewportSize({ width, height })
    expect.soft(await findFaults(page), `${where}, ${width}`).toEqual([])
    if (width === 640) expect.soft(await findSideways(page), `${where}, ${width}`).toEqual([])
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

async function arrange({ client, page }: App) {
  await client.call('workspaces.create', {
    workspace: {
      provider: 'Osmere Partnership Trust',
      coreServices: ['acute-wards'],
      wards: [],
      from: '2026-04-01',
      to: '2026-09-30',
    },
  })
  await page.goto(`${new URL(page.url()).origin}/#/evidence`)
}

const chooseFile = async (page: Page, name: string, buffer: Buffer) => {
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).press('Enter')
  await (await chooser).setFiles({ name, mimeType: '', buffer })
}

const titlesIn = async ({ client }: App) =>
  (await client.call('evidence.list', { sort: 'title', descending: false })).rows.map(({ title }) => title)

test('a ward’s own log comes in from a workbook: columns matched, a cell mended in place, the rest left out and saved', async ({
  launch,
}) => {
  test.setTimeout(120_000)
  const app = await launch()
  await arrange(app)
  const { page } = app
  const step = (name: string) => page.getByRole('heading', { level: 2, name })

  await page.getByRole('link', { name: 'Bring in many' }).press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Bring in many' })).toBeFocused()
  await lookAt(page, 'choose')

  await test.step('the template can be saved, and a file that is no table is refused in words', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save a CSV template' }).press('Enter')
    expect(await readFile(await (await download).path(), 'utf8')).toContain('title,shows,source_kind')
    await chooseFile(page, 'picture.xlsx', Buffer.from('a\0b\0\0c'))
    await expect(page.getByRole('alert').filter({ hasText: 'The file is not text.' })).toBeVisible()
    await lookAt(page, 'refused')
  })

  await test.step('columns are guessed, and what is required must be matched', async () => {
    await chooseFile(page, 'ward log.xlsx', writeXlsx({ sheets: { Log: sheetRows(log) } }))
    await expect(step('Match the columns')).toBeFocused()
    await expect(page.getByLabel('Title')).toHaveValue('Subject')
    await expect(page.getByText('Left out: What was seen, When, Budget.')).toBeVisible()
    await page.getByRole('button', { name: 'Check the rows' }).press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeFocused()
    await lookAt(page, 'match with what is missing')
    await page.getByRole('link', { name: 'What it shows: choose the column that holds it' }).press('Enter')
    await expect(page.getByLabel('What it shows')).toBeFocused()
    await page.getByLabel('What it shows').selectOption('What was seen')
    await page.getByLabel('Describes from').selectOption('When')
    await lookAt(page, 'match')
    await page.getByRole('button', { name: 'Check the rows' }).press('Enter')
  })

  await test.step('faults stand on top with their row, and a mended cell brings its row in', async () => {
    await expect(step('Check the rows')).toBeFocused()
    await expect(page.getByText('4 rows: 2 can be brought in, 2 have faults.')).toBeVisible()
    await lookAt(page, 'check')
    const row = page.getByRole('form', { name: 'Row 3' })
    await expect(row).toContainText('“31/02/2026” is no day of the calendar')
    await expect(page.getByRole('button', { name: 'Bring in 2, leave out 2' })).toBeVisible()
    await row.getByLabel('Describes from').fill('28/02/2026')
    await row.getByLabel('Describes from').press('Enter')
    await expect(row).toContainText('Mended')
    await expect(row.getByLabel('Describes from')).toBeFocused()
    await lookAt(page, 'mended')
    expect(await titlesIn(app)).toEqual([])
  })

  await test.step('what is left out can be saved', async () => {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Save the 1 left out as CSV' }).press('Enter')
    const saved = await download
    expect(saved.suggestedFilename()).toBe('ward log - left out.csv')
    expect(await readFile(await saved.path(), 'utf8')).toContain('\r\nGossip,Somebody said so,gossip,')
  })

  await test.step('it is written once, and undone at once', async () => {
    await page.getByRole('button', { name: 'Bring in 3, leave out 1' }).press('Enter')
    await expect(page.getByRole('heading', { level: 2, name: '3 items brought in, 1 left out.' })).toBeFocused()
    expect(await titlesIn(app)).toEqual(['Café menu', 'Minutes of May', 'Night shift'])
    await page.getByRole('region', { name: 'What was done' }).getByRole('button', { name: /^Undo/ }).click()
    await expect.poll(() => titlesIn(app)).toEqual([])
    await lookAt(page, 'done')
  })
})

test('a large file can be given up while it is on its way, and nothing of it is written', async ({ launch }) => {
  test.setTimeout(120_000)
  const app = await launch()
  await arrange(app)
  const { page } = app
  await page.getByRole('link', { name: 'Bring in many' }).click()
  const rows = Array.from({ length: 30_000 }, (_, at) => `Item ${at},What it shows at some length,people`)
  await chooseFile(page, 'many.csv', Buffer.from(['title,shows,source_kind', ...rows].join('\n')))
  await page.getByRole('button', { name: 'Check the rows' }).click()
  const bring = page.getByRole('button', { name: 'Bring in 30,000' })
  await expect(bring).toBeVisible({ timeout: 60_000 })
  await bring.click()
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('Cancelled. Nothing was brought in.')).toBeVisible({ timeout: 60_000 })
  expect(await titlesIn(app)).toEqual([])
})
