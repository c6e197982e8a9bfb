import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test, type App } from '../support/app.ts'

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Holds what is on the screen to axe, wide and in a small window. */
async function lookAt(page: Page) {
  for (const size of [
    { width: 640, height: 800 },
    { width: 1440, height: 900 },
  ]) {
    await page.setViewportSize(size)
    const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze()
    expect.soft(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([])
    expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  }
}

/** A small workspace with two findings judged. */
async function arrange({ client }: App) {
  await client.call('workspaces.create', {
    workspace: {
      provider: 'Osmere Partnership Trust',
      coreServices: ['acute-wards'],
      wards: [],
      from: '2026-04-01',
      to: '2026-09-30',
    },
  })
  for (const [prompt, judgement] of [
    ['C1', 'well-evidenced'],
    ['C2', 'partly-evidenced'],
  ] as const) {
    const finding = await client.call('findings.find', { prompt, scope: 'acute-wards' })
    await client.call('findings.update', {
      id: finding.id,
      expectedVersion: finding.version,
      changes: { judgement, narrative: `What was so in September of ${prompt}.` },
    })
  }
}

test('a lead signs an assessment off, adds an erratum, starts the next cycle and sees what got worse', async ({
  launch,
}) => {
  test.setTimeout(240_000)
  const app = await launch()
  await arrange(app)
  const { page } = app
  await page.goto(`${new URL(page.url()).origin}/#/overview`)

  await test.step('before the first sign-off there is nothing to compare with', async () => {
    await expect(page.getByText('Nothing to compare yet. The first sign-off sets the mark.')).toBeVisible()
    await page.getByRole('link', { name: 'Sign off', exact: true }).click()
    await expect(heading(page, 'Sign off April to September 2026')).toBeFocused()
    await expect(page.getByText('2 of 16 assessed')).toBeVisible()
  })

  await test.step('nothing is signed without a reason, a statement, a name and a role', async () => {
    await page.getByRole('button', { name: 'Sign off', exact: true }).click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveText([
      'Say why, or assess them first',
      'Say what is signed',
      'Type the name of the signer',
      'Type the role of the signer',
    ])
    await lookAt(page)
    await page.getByLabel(/^Why 14 findings are not assessed/).fill('The rest is looked at in the spring.')
    await page.getByLabel('Statement').fill('The board has seen this.')
    await page.getByLabel('Name of the signer').fill('Ada Invented')
    await page.getByLabel('Role of the signer').fill('Director of nursing')
    await page.getByRole('button', { name: 'Sign off', exact: true }).click()
    const dialog = page.getByRole('alertdialog')
    await expect(dialog).toContainText('It cannot be undone.')
    await lookAt(page)
    await dialog.getByRole('button', { name: 'Sign off as Ada Invented' }).click()
    await expect(heading(page, 'April to September 2026, signed off')).toBeVisible()
    await expect(page.getByText('Ada Invented, Director of nursing')).toBeVisible()
  })

  await test.step('a finding is text now: there is nothing to type in', async () => {
    const finding = await app.client.call('findings.find', { prompt: 'C1', scope: 'acute-wards' })
    await page.goto(`${new URL(page.url()).origin}/#/assessment/${finding.assessmentId}/acute-wards/C1`)
    const pane = page.getByRole('region', { name: 'Finding' })
    await expect(pane.getByText('What was so in September of C1.')).toBeVisible()
    await expect(pane.getByRole('textbox')).toHaveCount(0)
    await expect(pane.getByRole('radio')).toHaveCount(0)
  })

  await test.step('a correction stands beside it', async () => {
    await page.getByRole('link', { name: 'Signed off' }).click()
    await page.getByRole('button', { name: 'Add an erratum' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('C2: nine people were asked, not ten.')
    await page.getByRole('button', { name: 'Add it' }).click()
    await expect(page.getByRole('region', { name: 'Errata' })).toContainText('nine people were asked')
    await lookAt(page)
  })

  await test.step('the next cycle begins with everything carried forward', async () => {
    await page.getByRole('button', { name: 'Start the next cycle' }).click()
    await expect(page.getByLabel('From')).toHaveValue('1 October 2026')
    await lookAt(page)
    await page.getByLabel('To', { exact: true }).fill('31 March 2027')
    await page.getByRole('button', { name: 'Start it' }).click()
    await expect(heading(page, 'Overview')).toBeVisible()
    await expect(page.getByRole('region', { name: 'Change' })).toContainText('2 findings not re-confirmed')
    await lookAt(page)
  })

  await test.step('last time’s words are re-confirmed, or replaced by what is so now', async () => {
    const finding = await app.client.call('findings.find', { prompt: 'C1', scope: 'acute-wards' })
    await page.goto(`${new URL(page.url()).origin}/#/assessment/${finding.assessmentId}/acute-wards/C1`)
    await expect(page.getByText(/^Carried forward from .*, not re-confirmed$/)).toBeVisible()
    await expect(page.getByRole('radio', { name: 'To do 10' })).toBeVisible()
    await lookAt(page)
    await page.getByRole('button', { name: 'Re-confirm' }).click()
    await expect(page.getByText(/^Re-confirmed \d/)).toBeVisible()
    await expect(page.getByText(/not re-confirmed/)).toHaveCount(0)
    await page.getByRole('radio', { name: /^Not evidenced/ }).press('n')
    await page.getByLabel('Why staff say so').fill('Nobody writes with people on nights. Days are better.')
    await page.getByLabel('Who looks after this').focus()
    await expect(page.getByText('Last sign-off', { exact: false })).toContainText('well evidenced')
  })

  await test.step('what got worse comes first, side by side', async () => {
    await page.goto(`${new URL(page.url()).origin}/#/overview`)
    const change = page.getByRole('region', { name: 'Change' })
    await expect(change).toContainText('1 worse')
    await change.getByRole('link', { name: 'Side by side' }).click()
    await expect(heading(page, 'Change since the last sign-off')).toBeFocused()
    const first = page.getByRole('row').nth(1)
    await expect(first).toContainText('Worse')
    await expect(first).toContainText('Nobody writes with people on nights.')
    await expect(first).not.toContainText('Days are better')
    await lookAt(page)
  })

  await test.step('the sign-off is still there to be read, by its name in the bar', async () => {
    await page.getByLabel('Assessment').selectOption('April to September 2026, signed off')
    await expect(heading(page, 'April to September 2026, signed off')).toBeVisible()
    await expect(page.getByText('What was so in September of C1.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Start the next cycle' })).toHaveCount(0)
  })
})
