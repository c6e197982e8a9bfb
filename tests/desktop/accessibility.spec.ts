import { findFaults } from '../support/axe.ts'
import { expect, test } from '../support/desktop.ts'
import { closeDialogs, placesOfSample, readGround } from '../support/places.ts'

test('axe finds nothing on any screen or dialog of the desktop app', async ({ desktop }) => {
  test.setTimeout(300_000)
  const { page } = desktop
  await page.getByRole('button', { name: /^Open the sample/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible({ timeout: 60_000 })
  for (const place of placesOfSample(await readGround(desktop.client)))
    await test.step(place.name, async () => {
      await closeDialogs(page)
      await place.open(page)
      expect.soft(await findFaults(page), place.name).toEqual([])
    })
})
