import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../support/app.ts'
import { findFaults, findSideways } from '../support/axe.ts'

test('a backup is made by hand, put back, the putting back undone, and a saved copy opened as a workspace of its own', async ({
  launch,
}, info) => {
  const { page, client } = await launch()
  await client.call('workspaces.create', {
    workspace: { provider: 'Osmere Partnership Trust', coreServices: [], from: '2026-06-01', to: '2026-11-25' },
  })
  const log = (title: string) => client.call('evidence.log', { title, shows: 'x', sourceKind: 'people' })
  const titles = async () => (await client.call('evidence.list', {})).rows.map(({ title }) => title)
  await log('Before the backup')
  await page.goto(new URL('/#/overview', page.url()).href)
  await page.getByRole('link', { name: 'No backup yet' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Backups')
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByRole('row', { name: /By hand/ })).toContainText('1 item, 0 files')
  await expect(page.getByRole('link', { name: /^Backup checked/ })).toBeVisible()

  await log('After the backup')
  await expect(page.getByText('Something was changed since the newest backup.')).toBeVisible()
  await page.getByRole('button', { name: /^Put back/ }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('1 change in the trail is newer')
  await expect(dialog).toContainText('After the backup')
  await dialog.getByRole('button', { name: 'Put it back' }).click()
  await expect(dialog).toBeHidden()
  expect(await titles()).toEqual(['Before the backup'])
  await page.getByRole('button', { name: 'Undo the restore' }).click()
  await expect(page.getByRole('button', { name: 'Undo the restore' })).toBeHidden()
  expect(await titles()).toEqual(['After the backup', 'Before the backup'])

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save a copy elsewhere' }).click()
  const copy = info.outputPath('copy.zip')
  await writeFile(copy, await readFile(await (await saving).path()))
  await log('Not in the copy')
  await page.goto(new URL('/#/home', page.url()).href)
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /Restore from a backup/ }).click()
  await (await choosing).setFiles(copy)
  await expect(page).toHaveURL(/overview/)
  expect(await titles()).toEqual(['After the backup', 'Before the backup'])
  expect(await client.call('workspaces.list', {})).toHaveLength(2)
})

test('a damaged workspace is named on the home screen, and put back to its newest backup from there', async ({
  launch,
}) => {
  const app = await launch()
  const { page, client } = app
  await client.call('workspaces.create', {
    workspace: { provider: 'Osmere Partnership Trust', coreServices: [], from: '2026-06-01', to: '2026-11-25' },
  })
  await client.call('evidence.log', { title: 'Before the backup', shows: 'x', sourceKind: 'people' })
  const { taskId } = await client.call('backups.make', {})
  await expect.poll(async () => (await client.call('tasks.get', { taskId })).state).toBe('done')
  const [listed] = await client.call('workspaces.list', {})
  await client.call('workspaces.close', {})
  const file = path.join(listed?.folder ?? '', 'workspace.db')
  await writeFile(file, (await readFile(file)).fill(0xaa, 0, 4096))

  await page.goto(new URL('/#/home', page.url()).href)
  await page.getByRole('button', { name: 'Osmere Partnership Trust' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Osmere Partnership Trust' })
  await expect(row).toContainText('This workspace is damaged. It has not been changed')
  await row.getByRole('button', { name: 'Put back a checked copy' }).click()
  const dialog = page.getByRole('alertdialog')
  await expect(dialog).toContainText('What is newer than this backup cannot be said')
  for (const size of [
    { width: 1440, height: 900 },
    { width: 1280, height: 800 },
    { width: 640, height: 400 },
  ]) {
    await page.setViewportSize(size)
    expect(await findFaults(page)).toEqual([])
    expect(await findSideways(page)).toEqual([])
  }
  await dialog.getByRole('button', { name: /^Put back/ }).click()
  await expect(page).toHaveURL(/overview/)
  expect((await client.call('evidence.list', {})).rows.map(({ title }) => title)).toEqual(['Before the backup'])
  await page.goto(new URL('/#/workspace/backups', page.url()).href)
  await expect(page.getByRole('button', { name: 'Undo the restore' })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Where new backups are kept' })).toContainText(
    'A browser cannot choose a folder; the desktop app can.',
  )
})
