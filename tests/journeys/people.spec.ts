import type { Page } from '@playwright/test'
import { expect, test, type App } from '../support/app.ts'

const person = (page: Page) => page.getByRole('button', { name: /^Working here:/ })

async function openFinding(app: App, page = app.page) {
  if ((await app.client.call('workspaces.current', {})) === null)
    await app.client.call('workspaces.create', {
      workspace: { provider: 'Osmere Trust', coreServices: ['acute-wards'], from: '2026-04-01', to: '2026-09-30' },
    })
  const { assessment } = await app.client.call('assessments.current', {})
  await page.evaluate((to) => (location.hash = to), `#/assessment/${assessment.id}/acute-wards/C4`)
  await expect(page.getByLabel('Why staff say so')).toBeVisible()
}

test('a shared PC changes hands in two presses, nothing typed is lost, and the trail tells who did what', async ({
  launch,
}) => {
  const app = await launch()
  await app.client.call('settings.set', { actorName: 'Asha Patel' })
  await app.client.call('settings.set', { actorName: 'Ben Okoro' })
  await openFinding(app)
  const other = await app.openTab()
  await openFinding(app, other)

  await app.page.getByLabel('Why staff say so').fill('At night it is left to chance.')
  await app.page.keyboard.press('Alt+N')
  const capture = app.page.getByRole('dialog', { name: 'Quick capture' })
  await capture.getByLabel('Title').fill('Half a note')
  await app.page.keyboard.press('Escape')
  await expect(capture).toBeHidden()

  // The two presses.
  await person(app.page).click()
  await app.page.getByRole('menuitemradio', { name: 'Asha Patel' }).click()

  await expect(person(app.page)).toHaveAccessibleName('Working here: Asha Patel')
  await expect(person(app.page)).toBeFocused()
  await expect(person(other)).toHaveAccessibleName('Working here: Asha Patel')
  await expect(app.page.getByLabel('Why staff say so')).toHaveValue('At night it is left to chance.')
  await app.page.keyboard.press('Alt+N')
  await expect(capture.getByLabel('Title')).toHaveValue('Half a note')
  await capture.getByLabel('What it shows').fill('Asha went on with it.')
  await capture.getByRole('button', { name: 'Log it' }).click()
  await expect(capture).toBeHidden()

  const trail = await app.client.call('trail.list', {})
  expect(trail.find(({ words }) => words.includes('Half a note'))?.actorName).toBe('Asha Patel')
  expect(trail.find(({ method }) => method === 'findings.update')?.actorName).toBe('Ben Okoro')

  await person(app.page).click()
  await app.page.getByRole('menuitem', { name: 'Someone else…' }).click()
  const dialog = app.page.getByRole('dialog', { name: 'Who is working here?' })
  await expect(dialog.getByLabel('Name or role')).toBeFocused()
  await dialog.getByRole('button', { name: 'Take over' }).click()
  await expect(dialog).toContainText('Give a name or a role')
  await dialog.getByLabel('Name or role').fill('Night lead')
  await app.page.keyboard.press('Enter')
  await expect(person(other)).toHaveAccessibleName('Working here: Night lead')
  expect((await app.client.call('settings.get', {})).names).toEqual([
    'Night lead',
    'Asha Patel',
    'Ben Okoro',
    expect.anything(),
  ])
})

test('larger words act at once, are remembered, and never push the page sideways', async ({ launch }) => {
  const app = await launch()
  await openFinding(app)
  const { page } = app
  await page.setViewportSize({ width: 1280, height: 800 })
  const size = (of: Page) => of.evaluate(() => Number.parseFloat(getComputedStyle(document.body).fontSize))
  expect(await size(page)).toBe(14)
  await person(page).click()
  await page.getByRole('menuitem', { name: 'Settings' }).click()
  const dialog = page.getByRole('dialog', { name: 'Settings of this PC' })
  await dialog.getByRole('radio', { name: /^Largest/ }).check()
  await expect.poll(() => size(page)).toBe(21)
  await dialog.getByRole('checkbox', { name: 'Names of people' }).uncheck()
  await dialog.getByLabel('Largest file, in MB').fill('lots')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Give a number of MB from 1 to 2,000')
  await dialog.getByLabel('Largest file, in MB').fill('20')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
  await expect(person(page)).toBeFocused()
  expect(await app.client.call('settings.get', {})).toMatchObject({ largestFile: 20, textSize: 150 })

  const again = await app.restart()
  await expect.poll(() => size(again)).toBe(21)
  for (const place of ['#/overview', '#/evidence', '#/actions', '#/report']) {
    await again.evaluate((to) => (location.hash = to), place)
    await expect(again.getByRole('heading', { level: 1 })).toBeVisible()
    const over = await again.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(over, place).toBeLessThanOrEqual(0)
  }
})
