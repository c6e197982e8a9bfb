import { mkdir, rm, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test, type App } from '../support/app.ts'

const item = (page: Page) => page.getByRole('region', { name: 'Selected evidence' })

async function open(app: App) {
  await app.client.call('workspaces.create', {
    workspace: { provider: 'Osmere Trust', coreServices: ['acute-wards'], from: '2026-04-01', to: '2026-09-30' },
  })
  const [listed] = await app.client.call('workspaces.list', {})
  const store = path.join(listed?.folder ?? '', 'attachments')
  return { fileOf: (sha256: string) => path.join(store, sha256.slice(0, 2), sha256) }
}

async function log(app: App, title: string) {
  return app.client.call('evidence.log', { title, shows: 'x', sourceKind: 'processes' })
}

async function attach(app: App, evidenceId: string, name: string, words: string) {
  const bytes = Buffer.from(words)
  const { id } = await app.client.call('transfers.begin', { name, size: bytes.length })
  await app.client.call('transfers.append', { id, offset: 0, bytes: bytes.toString('base64') })
  return app.client.call('attachments.add', { evidenceId, transferId: id, name })
}

async function see(page: Page, evidenceId: string, title: string) {
  await page.evaluate((to) => (location.hash = to), `#/evidence/${evidenceId}`)
  await expect(item(page).getByRole('heading', { level: 2, name: title })).toBeVisible()
}

/** Chooses a file through a button that opens the system's own dialog. */
async function choose(page: Page, button: string, name: string, words: string) {
  const chooser = page.waitForEvent('filechooser')
  await item(page).getByRole('button', { name: button, exact: true }).click()
  await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(words) })
}

test('a file that is attached already is noticed: it is attached here too, left off, or its item is linked instead', async ({
  launch,
}) => {
  const app = await launch()
  await open(app)
  const { page } = app
  const first = await log(app, 'Minutes of May')
  await attach(app, first.id, 'minutes.txt', 'Minutes')
  const second = await log(app, 'What May decided')
  const finding = await app.client.call('findings.find', { prompt: 'C9', scope: 'acute-wards' })
  await app.client.call('links.add', { evidenceId: second.id, findingIds: [finding.id] })
  await see(page, second.id, 'What May decided')
  const dialog = page.getByRole('dialog', { name: 'The same file is already attached' })

  await choose(page, 'Attach', 'scan 17.txt', 'Minutes')
  await expect(dialog).toContainText('scan 17.txt is attached to “Minutes of May” already, as minutes.txt')
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(item(page)).toContainText('No files')

  await choose(page, 'Attach', 'scan 17.txt', 'Minutes')
  await dialog.getByRole('button', { name: 'Link that item instead' }).click()
  await expect(dialog).toBeHidden()
  expect((await app.client.call('evidence.get', { id: first.id })).links).toMatchObject([{ findingId: finding.id }])
  await expect(item(page)).toContainText('No files')

  await choose(page, 'Attach', 'scan 17.txt', 'Minutes')
  await expect(dialog.getByRole('button', { name: 'Link that item instead' })).toBeHidden()
  await dialog.getByRole('button', { name: 'Attach it here too' }).click()
  await expect(item(page).getByRole('button', { name: 'Save scan 17.txt' })).toBeVisible()

  // The same over a capture: the item is logged, and the question stands above its dialog.
  await page.keyboard.press('Alt+N')
  const capture = page.getByRole('dialog', { name: 'Quick capture' })
  await capture.getByLabel('Title').fill('A third time')
  await capture.getByLabel('What it shows').fill('The same paper on another desk.')
  const chooser = page.waitForEvent('filechooser')
  await capture.getByRole('button', { name: 'Attach' }).click()
  await (await chooser).setFiles({ name: 'third.txt', mimeType: 'text/plain', buffer: Buffer.from('Minutes') })
  await capture.getByRole('button', { name: 'Log it' }).click()
  await expect(dialog).toContainText('2 items have it.')
  await dialog.getByRole('button', { name: 'Leave it off' }).click()
  await expect(dialog).toBeHidden()
  await expect(capture).toBeHidden()
  const { rows } = await app.client.call('evidence.list', { filter: { words: 'third' } })
  expect(rows).toMatchObject([{ title: 'A third time', files: 0 }])
})

test('a file that went missing is named with the ways back, and is right again when it is given again', async ({
  launch,
}) => {
  const app = await launch()
  const store = await open(app)
  const { page } = app
  const kept = await log(app, 'The plan')
  const { sha256 } = await attach(app, kept.id, 'plan.txt', 'The plan')
  await see(page, kept.id, 'The plan')
  await rm(store.fileOf(sha256))

  // Found where it is first missed: when somebody wants to read it.
  app.allow(/Failed to load resource/)
  await item(page).getByRole('button', { name: 'Save plan.txt' }).click()
  await expect(item(page)).toContainText('The file is not where it was kept.')

  await choose(page, 'Replace', 'plan v2.txt', 'Another plan')
  const other = page.getByRole('dialog', { name: 'This is not the same file' })
  await expect(other).toContainText('The bytes of plan v2.txt differ from those of plan.txt')
  await other.getByRole('button', { name: 'Keep looking' }).click()
  await choose(page, 'Replace', 'found it.txt', 'The plan')
  await expect(page.getByText('plan.txt is back as it was.').first()).toBeAttached()
  await expect(item(page).getByRole('button', { name: 'Save plan.txt' })).toBeVisible()

  await writeFile(store.fileOf(sha256), 'The plat')
  await item(page).getByRole('button', { name: 'Save plan.txt' }).click()
  await expect(item(page)).toContainText('The file is not as it was when it was attached.')
  await choose(page, 'Replace', 'plan v2.txt', 'Another plan')
  await other.getByRole('button', { name: 'Use it instead' }).click()
  await expect(other).toBeHidden()
  await expect(item(page).getByRole('button', { name: 'Save plan v2.txt' })).toBeVisible()
  await page.keyboard.press('Control+Z')
  await expect(item(page)).toContainText('plan.txt')
})

test('what a crash left behind is listed by the check of the workspace and cleared away', async ({ launch }) => {
  const app = await launch()
  const store = await open(app)
  const { page } = app
  const left = 'a'.repeat(64)
  await mkdir(path.dirname(store.fileOf(left)), { recursive: true })
  await writeFile(store.fileOf(left), 'left behind')
  await utimes(store.fileOf(left), new Date('2026-09-01'), new Date('2026-09-01'))
  await page.reload()
  await page.evaluate(() => (location.hash = '#/overview'))
  await page.getByRole('button', { name: /^Working here:/ }).click()
  await page.getByRole('menuitem', { name: 'Check this workspace' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Check this workspace' })).toBeFocused()
  await page.getByRole('button', { name: 'Check everything' }).click()
  await expect(page.getByRole('heading', { name: 'Checked, nothing wrong found' })).toBeVisible()
  await expect(page.getByRole('row', { name: /^aaaaaaaaaaaaaaaa… 11 bytes 1 September 2026/ })).toBeVisible()
  await page.getByRole('button', { name: 'Clear these files away' }).click()
  await expect(page.getByText('1 file cleared away, 11 bytes.')).toBeVisible()
  await page.getByRole('button', { name: 'Check again' }).click()
  await expect(page.getByRole('region', { name: 'Files that no item uses' })).toContainText('None.')
})
