import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import { findFaults, findSideways } from '../support/axe.ts'
import { expect, test } from '../support/app.ts'

test('the report is saved as one web page, which reads without the app, a network or any script', async ({
  launch,
  browser,
}) => {
  const { page, client } = await launch()
  await client.call('workspaces.createSample', {})
  await page.goto(new URL('/#/report', page.url()).href)
  const webPage = page.getByRole('radio', { name: /One web page/ })
  await webPage.click()
  await expect(webPage).toBeChecked()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Make the report' }).click()
  const download = await saving
  expect(download.suggestedFilename()).toMatch(/\.html$/)
  const file = await download.path()
  expect(await readFile(file, 'utf8')).not.toMatch(
    /<script|https?:\/\/(?!www\.w3\.org)[^"'\s<]*\.(?:js|css|png|woff2?)/,
  )

  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const report = await context.newPage()
  const asked: string[] = []
  report.on('request', (request) => asked.push(request.url()))
  const address = `${pathToFileURL(file).href}`
  await report.route(address, async (route) => {
    await route.fulfill({ contentType: 'text/html', body: await readFile(file, 'utf8') })
  })
  await report.goto(address)
  await expect(report.getByRole('heading', { level: 1 })).toHaveText('Tarnwick Partnership Trust')
  await expect(report.getByRole('img', { name: /coverage/i }).first()).toBeVisible()
  await report.getByRole('link', { name: 'Method and limits' }).click()
  await expect(report.getByRole('heading', { name: 'Method and limits' })).toBeInViewport()
  expect(asked.filter((url) => !url.startsWith('file:') && !url.startsWith('data:'))).toEqual([])
  for (const size of [
    { width: 1280, height: 800 },
    { width: 640, height: 400 },
  ]) {
    await report.setViewportSize(size)
    expect(await findFaults(report)).toEqual([])
    expect(await findSideways(report)).toEqual([])
  }
  await context.close()
})
