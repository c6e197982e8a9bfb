import { rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { findFaults, findSideways } from '../support/axe.ts'
import { expect, test } from '../support/app.ts'

const sizes = [
  { width: 1440, height: 900 },
  { width: 1280, height: 800 },
  { width: 640, height: 400 },
]

test('a damaged and a moved workspace each say what happened and what can be done, and the others open', async ({
  launch,
}) => {
  const { page, client } = await launch()
  for (const provider of ['Damaged Trust', 'Moved Trust', 'Plain Trust'])
    await client.call('workspaces.create', {
      workspace: { provider, coreServices: [], from: '2026-06-01', to: '2026-11-25' },
    })
  await client.call('workspaces.close', {})
  const listed = await client.call('workspaces.list', {})
  const folderOf = (name: string) => listed.find((workspace) => workspace.name === name)?.folder ?? ''
  await writeFile(path.join(folderOf('Damaged Trust'), 'workspace.db'), 'rubbish'.repeat(1_000))
  await rename(folderOf('Moved Trust'), `${folderOf('Moved Trust')}, moved`)

  await page.goto(new URL('/#/home', page.url()).href)
  await page.reload()
  await page.getByRole('button', { name: 'Damaged Trust' }).click()
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: `workspaces/${name}` })
  await expect(row('Damaged Trust')).toContainText('This workspace is damaged. It has not been changed')
  await expect(row('Damaged Trust').getByRole('button', { name: 'Save details for support' })).toBeVisible()
  await expect(row('Moved Trust')).toContainText('The folder has moved')
  for (const size of sizes) {
    await page.setViewportSize(size)
    expect(await findFaults(page)).toEqual([])
    expect(await findSideways(page)).toEqual([])
  }
  const saving = page.waitForEvent('download')
  await row('Damaged Trust').getByRole('button', { name: 'Save details for support' }).click()
  await saving
  await row('Moved Trust').getByRole('button', { name: 'Take it off this list' }).click()
  await expect(row('Moved Trust')).toHaveCount(0)
  await page.getByRole('button', { name: 'Plain Trust' }).click()
  await expect(page).toHaveURL(/overview/)
})
