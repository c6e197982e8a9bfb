import type { Page } from '@playwright/test'
import { expect, test } from '../support/app.ts'
import { findFaults, findSideways } from '../support/axe.ts'
import { closeDialogs, placesBeforeAll, placesOfSample, readGround, type Place } from '../support/places.ts'

const sizes = [
  { width: 1440, height: 900 },
  { width: 1280, height: 800 },
  { width: 640, height: 400 },
]

/** Looks at one place in every size, in the small one at each part that its tabs show. */
async function lookAt(page: Page, place: Place) {
  await page.setViewportSize({ width: 1440, height: 900 })
  await closeDialogs(page)
  await place.open(page)
  for (const size of sizes) {
    await page.setViewportSize(size)
    const where = `${place.name} at ${size.width}x${size.height}`
    expect.soft(await findFaults(page), where).toEqual([])
    if (size.width > 640) continue
    expect.soft(await findSideways(page), where).toEqual([])
    const tabs = page.locator('.pane-tabs [role=radio]')
    if ((await page.getByRole('dialog').count()) > 0) continue
    for (const tab of await tabs.all()) {
      if ((await tab.getAttribute('aria-checked')) === 'true') continue
      const part = await tab.innerText()
      await tab.click()
      expect.soft(await findFaults(page), `${where}, ${part}`).toEqual([])
      expect.soft(await findSideways(page), `${where}, ${part}`).toEqual([])
    }
  }
}

test('axe finds nothing before there is a workspace, in any size of window', async ({ launch }) => {
  test.slow()
  const { page } = await launch()
  for (const place of placesBeforeAll) await test.step(place.name, () => lookAt(page, place))
})

/** Parts that run beside one another. */
const parts = 6
for (let part = 0; part < parts; part++) {
  test(`axe finds nothing on any screen or dialog, in any size of window: part ${part + 1} of ${parts}`, async ({
    launch,
  }) => {
    test.setTimeout(300_000)
    const { page, client } = await launch()
    await page.getByRole('button', { name: /^Open the sample/ }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible({ timeout: 60_000 })
    const places = placesOfSample(await readGround(client))
    const mine = places.filter((_place, at) => Math.floor((at * parts) / places.length) === part)
    for (const place of mine) await test.step(place.name, () => lookAt(page, place))
  })
}
