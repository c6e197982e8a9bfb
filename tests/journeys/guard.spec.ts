import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '../support/app.ts'

test('a report is held by what the guard finds; one find is masked, one is kept with a reason, and it is made', async ({
  launch,
}) => {
  test.setTimeout(120_000)
  const { page, client } = await launch()
  await client.call('workspaces.create', {
    workspace: {
      provider: 'Osmere Partnership Trust',
      coreServices: ['acute-wards'],
      wards: [],
      from: '2026-04-01',
      to: '2026-09-30',
    },
  })
  const finding = await client.call('findings.find', { prompt: 'C1', scope: 'acute-wards' })
  await client.call('findings.update', {
    id: finding.id,
    expectedVersion: finding.version,
    changes: { narrative: 'Mrs Ada Quill, NHS number 999 000 0018, was asked about leave.' },
  })
  await page.goto(`${new URL(page.url()).origin}/#/report`)
  const finds = page.getByRole('region', { name: 'Before you export' })
  await expect(finds).toContainText('The check found 2 and misses some. Read it before sharing.')
  await expect(finds).not.toContainText('Quill')

  await test.step('asked for too soon it is not made, and focus goes to the first find', async () => {
    await page.getByRole('button', { name: 'Make the report' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'Nothing was made' })).toBeVisible()
    await expect(finds.getByRole('heading', { level: 3 }).first()).toBeFocused()
  })

  await test.step('by keyboard a reason is asked for, and the number is masked', async () => {
    const keep = finds.getByRole('button', { name: /^Keep it: A name/ })
    await keep.focus()
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await expect(finds.getByText('Say what it is, for example “a ward”')).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).include('.report').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target.join(' '))])).toEqual([])
    await finds.getByLabel('What it is').fill('The name of a garden')
    await page.keyboard.press('Enter')
    await expect(finds).toContainText('The check found 1 and misses some.')
    await finds.getByRole('button', { name: /^Mask it: An NHS number/ }).press('Enter')
    await expect(finds).toContainText('The check found nothing and misses some. Read it before sharing.')
    await finds.getByText('1 dealt with').click()
    await expect(finds).toContainText('The name of a garden')
  })

  await page.getByRole('button', { name: /^Make the report|^Make it again/ }).click()
  await expect(page.getByRole('heading', { level: 3, name: /^The report is made|^Saved as/ })).toBeVisible({
    timeout: 60_000,
  })
  const { narrative } = await client.call('findings.get', { id: finding.id })
  expect(narrative).toBe('Mrs Ada Quill, NHS number [NHS number], was asked about leave.')
})
