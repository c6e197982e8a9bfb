import { expect, test } from '../support/app.ts'

test('nothing leaves this machine while the app is used, and nothing is refused by the page’s own policy', async ({
  launch,
}) => {
  test.slow()
  const { page } = await launch()
  const asked: URL[] = []
  const refused: string[] = []
  // Of the whole browser, not only of this page: a worker or another window would show as well.
  page.context().on('request', (request) => asked.push(new URL(request.url())))
  page.on('websocket', (socket) => asked.push(new URL(socket.url())))
  await page.exposeFunction('tellViolation', (words: string) => void refused.push(words))
  await page.evaluate(() =>
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      (window as unknown as { tellViolation(words: string): void }).tellViolation(`${violatedDirective} ${blockedURI}`),
    ),
  )

  await page.getByRole('button', { name: /^Open the sample/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: /^Expected visit/ }).click()
  await expect(page.getByRole('button', { name: 'Back to today' })).toBeVisible()
  for (const place of ['Assessment', 'Evidence', 'Actions', 'Report']) {
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  }
  await page.getByRole('link', { name: 'Evidence', exact: true }).click()
  await page.getByLabel('Title', { exact: true }).fill('A link to elsewhere')
  await page.getByLabel('What it shows').fill('An address is kept as words: https://www.cqc.org.uk/guidance')
  await page.getByLabel('It lives at').fill('https://www.cqc.org.uk/guidance')
  await page.getByRole('button', { name: /^Log it/ }).click()
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('')
  await page.getByRole('row').filter({ hasText: 'A link to elsewhere' }).click()
  await expect(page.getByRole('region', { name: 'Selected evidence' })).toContainText('https://www.cqc.org.uk/guidance')
  await page.getByRole('link', { name: 'Bring in many' }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  const csv = 'title,shows,source_kind,link\nMinutes,Agreed,processes,https://www.cqc.org.uk/guidance\n'
  await (await chooser).setFiles({ name: 'items.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByRole('button', { name: 'Check the rows' }).click()
  await page.getByRole('button', { name: 'Bring in 1', exact: true }).click()
  await expect(page.getByRole('region', { name: 'What was done' })).toContainText('1 item brought in')
  await page.getByRole('link', { name: 'Report', exact: true }).click()
  const download = page.waitForEvent('download', { timeout: 120_000 })
  await page.getByRole('button', { name: 'Make the report' }).click()
  expect((await download).suggestedFilename()).toMatch(/\.pdf$/)

  const { origin } = new URL(page.url())
  expect(asked.length).toBeGreaterThan(20)
  expect(asked.filter((url) => url.origin !== origin && url.protocol !== 'blob:').map(String)).toEqual([])
  expect(new URL(origin).hostname).toBe('127.0.0.1')
  expect(refused).toEqual([])
})
