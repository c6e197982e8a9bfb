import type { Page } from '@playwright/test'
import { expect, test, type App } from '../support/app.ts'

const narrative = (page: Page) => page.getByLabel('Why staff say so')
const settled = (page: Page) =>
  expect(page.getByRole('region', { name: 'Staff say' })).not.toContainText(/Not saved|Saving/)

/** Opens a small workspace, and the finding of C4 in its acute wards, in this page. */
async function openFinding(app: App, page = app.page): Promise<string> {
  if ((await app.client.call('workspaces.current', {})) === null)
    await app.client.call('workspaces.create', {
      workspace: { provider: 'Osmere Trust', coreServices: ['acute-wards'], from: '2026-04-01', to: '2026-09-30' },
    })
  const { assessment } = await app.client.call('assessments.current', {})
  const address = `#/assessment/${assessment.id}/acute-wards/C4`
  await page.evaluate((to) => (location.hash = to), address)
  await expect(narrative(page)).toBeVisible()
  return address
}

const narrativeInCore = async (app: App) =>
  (await app.client.call('findings.find', { prompt: 'C4', scope: 'acute-wards' })).narrative

test('a change in one window shows in the other within a second', async ({ launch }) => {
  const app = await launch()
  await openFinding(app)
  const other = await app.openTab()
  await openFinding(app, other)
  const gaps = other.getByRole('region', { name: /^Gaps/ })
  await expect(gaps).toContainText('No evidence')

  // Counted from the answer to the command, so that a slow machine's typing is not part of it.
  const seen = other.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () =>
          [...document.querySelectorAll<HTMLInputElement>('.ladder input')].some(
            ({ checked, value }) => checked && value === 'not-evidenced',
          )
        const timer = setInterval(() => {
          if (!look()) return
          clearInterval(timer)
          resolve(Date.now())
        }, 10)
      }),
  )
  const saved = app.page.waitForResponse((response) => response.url().endsWith('/api/findings.update'))
  await app.page.getByRole('region', { name: 'Staff say' }).getByText('Not evidenced', { exact: true }).click()
  await narrative(app.page).focus()
  await saved
  const savedAt = Date.now()
  expect((await seen) - savedAt).toBeLessThan(1_000)
  await expect(gaps).toContainText('Falls short, no action')
})

test('the same words changed in both windows are both shown, and neither is lost', async ({ launch }) => {
  const app = await launch()
  app.allow(/409 \(Conflict\)/)
  await openFinding(app)
  const other = await app.openTab()
  await openFinding(app, other)
  // The other window's words are on their way to the core until this one's are there.
  const arrived = Promise.withResolvers<void>()
  await other.route('**/api/findings.update', async (route) => {
    await arrived.promise
    await route.continue()
  })
  await narrative(other).fill('Mine: nobody is shown round at night.')
  await narrative(app.page).fill('Theirs: people are shown round by day.')
  await app.page.getByLabel('Who looks after this').focus()
  await expect.poll(() => narrativeInCore(app)).toBe('Theirs: people are shown round by day.')
  await other.getByLabel('Who looks after this').focus()
  arrived.resolve()

  const conflict = other.getByRole('region', { name: 'Someone else changed this finding meanwhile' })
  await expect(conflict).toContainText('Mine: nobody is shown round at night.')
  await expect(conflict).toContainText('Theirs: people are shown round by day.')
  expect(await narrativeInCore(app)).toBe('Theirs: people are shown round by day.')
  await conflict.getByRole('radio', { name: 'Keep both' }).check()
  await conflict.getByRole('button', { name: 'Save what I chose' }).click()
  await expect(conflict).toBeHidden()
  for (const words of ['Mine: nobody is shown round at night.', 'Theirs: people are shown round by day.']) {
    await expect.poll(() => narrativeInCore(app)).toContain(words)
    await expect(narrative(app.page)).toHaveValue(new RegExp(words))
  }
})

test('a double click on "Log it" logs once', async ({ launch }) => {
  const app = await launch()
  await openFinding(app)
  await app.page.getByRole('link', { name: 'Evidence', exact: true }).click()
  await app.page.getByLabel('Title', { exact: true }).fill('Community meeting minutes')
  await app.page.getByLabel('What it shows').fill('People asked for a later lights-out time.')
  await app.page.getByRole('button', { name: /^Log it/ }).dblclick()
  await expect(app.page.getByLabel('Title', { exact: true })).toHaveValue('')
  await expect(app.page.getByText('1 item, newest first')).toBeVisible()
  // Whatever a second click might have sent is answered by now: it went before this call.
  expect((await app.client.call('evidence.list', {})).total).toBe(1)
})

test('a reload in mid-typing loses no word', async ({ launch }) => {
  const app = await launch()
  const address = await openFinding(app)
  await narrative(app.page).pressSequentially('Most people are shown round')
  await app.page.reload()
  await expect(narrative(app.page)).toHaveValue('Most people are shown round')

  await app.page.getByRole('link', { name: 'Evidence', exact: true }).click()
  await app.page.getByLabel('Title', { exact: true }).fill('Half a title')
  await app.page.getByLabel('What it shows').pressSequentially('Half a sentence')
  await app.page.reload()
  await expect(app.page.getByLabel('Title', { exact: true })).toHaveValue('Half a title')
  await expect(app.page.getByLabel('What it shows')).toHaveValue('Half a sentence')
  await app.page.evaluate((to) => (location.hash = to), address)
  await expect(narrative(app.page)).toHaveValue('Most people are shown round')
  await expect.poll(() => narrativeInCore(app)).toBe('Most people are shown round')
})

test('words typed while the host is gone are kept, and saved when it is back', async ({ launch }) => {
  const app = await launch()
  app.allow(/ERR_CONNECTION|ERR_INCOMPLETE|ERR_NETWORK|network error|Failed to fetch|Failed to load resource/)
  await openFinding(app)
  await narrative(app.page).fill('Before the power cut')
  await app.page.getByLabel('Who looks after this').focus()
  await settled(app.page)
  await app.kill()
  await expect(
    app.page.getByText('The program that holds this workspace does not answer.', { exact: true }),
  ).toBeVisible()
  await narrative(app.page).fill('Typed while nobody listened')
  await app.page.getByLabel('Who looks after this').focus()
  await expect(narrative(app.page)).toHaveValue('Typed while nobody listened')

  const page = await app.restart()
  await page.getByRole('button', { name: 'Osmere Trust', exact: true }).click()
  await expect(narrative(page)).toHaveValue('Typed while nobody listened')
  await expect.poll(() => narrativeInCore(app)).toBe('Typed while nobody listened')
})
