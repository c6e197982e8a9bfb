import { expect, test } from '../support/app.ts'

test('a button that is pressed while a field is left hears the first press, though what is wrong moves it away', async ({
  launch,
}) => {
  const app = await launch()
  await app.client.call('workspaces.create', {
    workspace: { provider: 'Osmere Trust', coreServices: ['acute-wards'], from: '2026-04-01', to: '2026-09-30' },
  })
  const { page } = app
  const { assessment } = await app.client.call('assessments.current', {})
  await page.evaluate((to) => (location.hash = to), `#/assessment/${assessment.id}/acute-wards/C4`)
  const people = page.getByRole('region', { name: 'People who use the service say' })
  await people.getByRole('button', { name: 'Ask people' }).click()
  const form = people.getByRole('form', { name: 'What people say' })
  await form.getByLabel('Yes').fill('many')
  await form.getByRole('button', { name: 'Done' }).click()
  await expect(form.getByRole('alert')).toBeFocused()
  await expect(form.getByRole('alert')).toContainText('Give the number in figures')

  // Left by keyboard it is said at once.
  await form.getByLabel('In part').fill('some')
  await page.keyboard.press('Tab')
  await expect(form.getByLabel('In part')).toHaveAttribute('aria-invalid', 'true')
})

test('a new workspace begins at its heading, and Tab leads into its first field', async ({ launch }) => {
  const { page } = await launch()
  await page.getByRole('button', { name: /^Create a workspace/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Create a workspace' })).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(page.getByLabel('Name of the provider')).toBeFocused()
  await page.keyboard.type('Osmere Trust')
  await page.getByRole('button', { name: 'Next question' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Which core services do you look at?' })).toBeFocused()
  await page.getByRole('button', { name: 'Back' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'Who is it for?' })).toBeFocused()
})
