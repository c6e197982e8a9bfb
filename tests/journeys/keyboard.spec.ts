import type { Locator, Page } from '@playwright/test'
import { expect, test } from '../support/app.ts'
import { drawPicture } from '../support/main-job.ts'

/** Presses Tab until this has focus. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  await expect(target).toBeFocused()
}

const type = (page: Page, words: string) => page.keyboard.insertText(words)
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const gaps = (page: Page) => page.getByRole('region', { name: /^Gaps/ })

test('the whole main job is done by keyboard alone, and focus is always where one would look for it', async ({
  launch,
}) => {
  test.setTimeout(240_000)
  const { page } = await launch()

  await test.step('create a workspace', async () => {
    await expect(heading(page, 'Recovery Evidence')).toBeVisible()
    await page.keyboard.press('Alt+C')
    await expect(heading(page, 'Create a workspace')).toBeFocused()
    await tabTo(page, page.getByLabel('Name of the provider'))
    await type(page, 'Osmere Trust')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 2, name: 'Which core services do you look at?' })).toBeFocused()
    await tabTo(page, page.getByRole('checkbox', { name: /^Acute wards/ }))
    await page.keyboard.press('Space')
    await page.keyboard.press('Tab')
    await expect(page.getByLabel('Wards in Acute and PICU')).toBeFocused()
    await type(page, 'Rowan Ward')
    await tabTo(page, page.getByRole('button', { name: 'Next question' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 2, name: /^Which period/ })).toBeFocused()
    await tabTo(page, page.getByRole('button', { name: 'Create the workspace' }))
    await page.keyboard.press('Enter')
    await expect(heading(page, 'Overview')).toBeFocused()
  })

  await test.step('go to a finding through the coverage, by the letters of its prompt', async () => {
    await tabTo(page, page.getByRole('grid').first().locator('a[tabindex="0"]'))
    await page.keyboard.type('C4')
    await expect(page.locator('.matrix a:focus')).toContainText('A warm welcome, and help to settle')
    await page.keyboard.press('Enter')
    await expect(heading(page, /C4$/)).toBeFocused()
    await expect(gaps(page)).toContainText('No evidence')
  })

  await test.step('log by quick capture, and be back where one was', async () => {
    await page.keyboard.press('Alt+N')
    const capture = page.getByRole('dialog', { name: 'Quick capture' })
    await expect(capture.getByLabel('Title', { exact: true })).toBeFocused()
    await type(page, 'What people said about the welcome')
    await page.keyboard.press('Tab')
    await type(page, 'Eleven of twelve were shown round.')
    await page.keyboard.press('Enter')
    await expect(capture).toBeHidden()
    await expect(heading(page, /C4$/)).toBeFocused()
    await expect(gaps(page)).not.toContainText('No evidence')
  })

  await test.step('judge by letter, and say why', async () => {
    await tabTo(page, page.getByRole('radio', { name: 'Not assessed' }))
    await page.keyboard.press('p')
    await expect(page.getByRole('radio', { name: 'Partly evidenced' })).toBeFocused()
    await expect(page.getByRole('radio', { name: 'Partly evidenced' })).toBeChecked()
    await page.keyboard.press('Tab')
    await expect(page.getByLabel('Why staff say so')).toBeFocused()
    await type(page, 'At night it is left to chance.')
    await expect(gaps(page)).toContainText('Falls short, no action')
  })

  await test.step('record what people say', async () => {
    await tabTo(page, page.getByRole('button', { name: 'Ask people' }).first())
    await page.keyboard.press('Enter')
    const form = page.getByRole('form', { name: 'What people say' })
    await expect(form.getByLabel('Yes')).toBeFocused()
    for (const words of ['9', '2', '1', 'People on Rowan Ward', 'In the community meeting', '1 June 2026', '']) {
      await type(page, words)
      await page.keyboard.press('Tab')
    }
    await expect(form.getByLabel('What people said, in short')).toBeFocused()
    await type(page, 'Somebody showed me round.')
    await tabTo(page, form.getByRole('button', { name: 'Done' }))
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: 'Ask again' })).toBeFocused()
    await expect(page.getByRole('region', { name: 'People who use the service say' })).toContainText('9 of 12')
  })

  await test.step('plan an action; put a dialog away; undo and redo', async () => {
    const actions = page.getByRole('region', { name: /^Actions/ })
    const add = actions.getByRole('button', { name: 'Add' })
    await tabTo(page, add)
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: /^Plan an action/ })
    await expect(dialog.getByLabel('What will be done')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(add).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog.getByLabel('What will be done')).toBeFocused()
    await type(page, 'Show people round at night too')
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(add).toBeFocused()
    await expect(actions).toContainText('Show people round at night too')
    await page.keyboard.press('Control+Z')
    await expect(actions).toContainText('None yet.')
    await page.keyboard.press('Control+Shift+Z')
    await expect(actions).toContainText('Show people round at night too')
  })

  await test.step('mark the next prompt not applicable, with a reason', async () => {
    await page.keyboard.press('Alt+ArrowDown')
    await expect(heading(page, /C5$/)).toBeFocused()
    await tabTo(page, page.getByRole('radio', { name: 'Not assessed' }))
    await page.keyboard.press('a')
    await expect(page.getByLabel('Why it does not apply')).toBeFocused()
    await type(page, 'Another service does this.')
    await page.keyboard.press('Tab')
    await expect(gaps(page)).toContainText('No gaps.')
  })

  await test.step('log by the full form, and with a file', async () => {
    await page.keyboard.press('Alt+3')
    await expect(heading(page, 'Evidence')).toBeFocused()
    const full = page.getByRole('button', { name: 'Full form' })
    await tabTo(page, full)
    await page.keyboard.press('Enter')
    const form = page.getByRole('dialog', { name: 'Log evidence' })
    await expect(form.getByLabel('Title', { exact: true })).toBeFocused()
    await type(page, 'Community meeting minutes')
    await page.keyboard.press('Tab')
    await type(page, 'A later lights-out time was asked for.')
    await tabTo(page, form.getByRole('button', { name: 'Log it' }))
    await page.keyboard.press('Enter')
    await expect(form).toBeHidden()
    await expect(full).toBeFocused()

    const capture = page.getByRole('form', { name: 'Quick capture' })
    await tabTo(page, capture.getByLabel('Title', { exact: true }))
    await type(page, 'Rota of peer workers')
    await page.keyboard.press('Tab')
    await type(page, 'Two peer workers a day.')
    await tabTo(page, capture.getByRole('button', { name: 'Attach' }))
    const chooser = page.waitForEvent('filechooser')
    await page.keyboard.press('Enter')
    await (await chooser).setFiles({ name: 'rota.png', mimeType: 'image/png', buffer: drawPicture(11) })
    await expect(capture.getByRole('list', { name: 'Files to attach' })).toContainText('rota.png')
    await tabTo(page, capture.getByRole('button', { name: /^Log it/ }))
    await page.keyboard.press('Enter')
    await expect(capture.getByLabel('Title', { exact: true })).toBeFocused()
    await expect(capture.getByLabel('Title', { exact: true })).toHaveValue('')
  })

  await test.step('open an item of the list, and link it', async () => {
    await tabTo(page, page.locator('tbody tr[tabindex="0"]'))
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    const item = page.getByRole('region', { name: 'Selected evidence' })
    await expect(item.getByRole('heading', { level: 2, name: 'Rota of peer workers' })).toBeFocused()
    await page.keyboard.press('l')
    const dialog = page.getByRole('dialog', { name: /^Link/ })
    await expect(dialog.getByLabel('Search prompts and scopes')).toBeFocused()
    await type(page, 'C7')
    await tabTo(page, dialog.getByRole('checkbox', { name: /C7$/ }))
    await page.keyboard.press('Space')
    await tabTo(page, dialog.getByRole('button', { name: 'Link it' }))
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    await expect(item.getByRole('heading', { level: 2, name: 'Rota of peer workers' })).toBeFocused()
    await expect(item).toContainText('Flexible staff, restrictions justified')
    await page.keyboard.press('Escape')
    await expect(page.locator('tbody tr[tabindex="0"]')).toBeFocused()
  })

  await test.step('export the PDF', async () => {
    await page.keyboard.press('Alt+8')
    await expect(heading(page, 'Report')).toBeFocused()
    await tabTo(page, page.getByRole('button', { name: 'Make the report' }))
    const download = page.waitForEvent('download', { timeout: 120_000 })
    await page.keyboard.press('Enter')
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/)
    await expect(page.getByRole('heading', { level: 3, name: /^Saved as/ })).toBeFocused()
  })
})
