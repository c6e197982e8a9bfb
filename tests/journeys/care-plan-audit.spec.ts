import type { Page } from '@playwright/test'
import type { AuditPlan } from '../../src/shared/model/care-plan-audit.ts'
import { expect, test, type App } from '../support/app.ts'
import { wardFiles } from '../support/plan-files.ts'

const caseload = Array.from({ length: 17 }, (_, at) => `RW-${String(at + 1).padStart(2, '0')}`)

async function arrange({ client, page }: App) {
  await client.call('workspaces.create', {
    workspace: {
      provider: 'Osmere Partnership Trust',
      coreServices: ['acute-wards'],
      wards: [{ coreService: 'acute-wards', name: 'Rowan Ward' }],
      from: '2026-04-01',
      to: '2026-09-30',
    },
  })
  await page.goto(`${new URL(page.url()).origin}/#/care-plans`)
}

const statement = (page: Page) => page.locator('.statement[aria-expanded=true]')
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name })

/** The address of the prompt on care plans in the person's own voice. */
async function findingOnCarePlans({ client }: App) {
  const { assessment } = await client.call('assessments.current', {})
  return `#/assessment/${assessment.id}/acute-wards/C1`
}

/** Reads a plan to its end as it is suggested, without the screen. */
async function readRest({ client }: App, planId: AuditPlan['id']) {
  const view = await client.call('audits.plan', { planId })
  for (const { index, suggested, needs } of view.statements.filter(
    (each) => each.needsDecision && each.decision === null,
  ))
    await client.call('audits.decide', { planId, statement: index, voice: suggested, needs })
  const block = view.statements.filter((each) => !each.needsDecision && !each.isHeading && each.decision === null)
  if (block.length > 0)
    await client.call('audits.confirmBlock', { planId, statements: block.map(({ index }) => index) })
  for (const { id, answer } of view.criteria)
    if (answer === null) await client.call('audits.answer', { planId, criterion: id, answer: 'yes' })
}

test('a ward’s sample is drawn, loaded, read by keyboard through a power cut, and becomes evidence for the prompt', async ({
  launch,
}) => {
  test.setTimeout(120_000)
  const app = await launch()
  app.allow(/ERR_CONNECTION|ERR_INCOMPLETE|network error|Failed to fetch/)
  await arrange(app)
  let { page } = app
  const goTo = (hash: string) => page.evaluate((to) => (location.hash = to), hash)

  await test.step('the prompt on care plans has no evidence', async () => {
    await goTo(await findingOnCarePlans(app))
    await expect(page.getByText('No evidence.', { exact: true }).first()).toBeVisible()
  })

  const drawn = await test.step('a sample is drawn by a seed that is shown', async () => {
    await page.keyboard.press('Alt+4')
    await page.getByRole('link', { name: 'Begin an audit' }).press('Enter')
    await page.getByRole('button', { name: 'Begin the audit' }).press('Enter')
    await expect(page.getByRole('alert').filter({ hasText: 'There is a problem' })).toBeFocused()
    await page.getByLabel('Ward or team').selectOption('Rowan Ward')
    await page.getByLabel('Pseudonyms of everybody').fill(caseload.join('\n'))
    await page.getByLabel('How many plans').fill('12')
    await expect(page.getByText(/^Seed \d+\./)).toBeVisible()
    await page.getByRole('radio', { name: /five core/ }).check()
    await page.getByRole('button', { name: 'Begin the audit' }).press('Enter')
    await expect(heading(page, /^Add plans: Rowan Ward/)).toBeFocused()
    const [audit] = await app.client.call('audits.list', {})
    const { sample } = await app.client.call('audits.get', { id: audit?.id ?? ('' as never) })
    expect(sample.drawn).toHaveLength(12)
    return sample.drawn
  })

  await test.step('twelve files of five formats are loaded, and the one that is cut in half is named', async () => {
    const chooser = page.waitForEvent('filechooser')
    await page.getByRole('button', { name: 'Choose files' }).press('Enter')
    await (await chooser).setFiles(wardFiles(drawn))
    // A file that is named by a pseudonym of the sample has it already.
    await expect(page.getByLabel('Pseudonym', { exact: true }).last()).toHaveValue(drawn.at(-1) ?? '')
    await page.getByRole('button', { name: 'Load 12 plans' }).press('Enter')
    await expect(heading(page, '11 plans added')).toBeFocused({ timeout: 30_000 })
    await expect(heading(page, '1 plan could not be read. The others are in.')).toBeVisible()
    await expect(page.getByText(`${drawn.at(-1)}, ${drawn.at(-1)}.docx:`)).toBeVisible()
  })

  await test.step('statements are confirmed and corrected by keyboard, each saved at once', async () => {
    await page.getByRole('link', { name: 'Read the plans' }).press('Enter')
    await expect(statement(page)).toBeFocused()
    await expect(statement(page)).toContainText('First person')
    await page.keyboard.press('Enter')
    await expect(statement(page)).toContainText('I will comply')
    await expect(page.getByText('11 of these 11 plans')).toBeVisible()
    await page.keyboard.press('v')
    await page.keyboard.press('a')
    await expect(statement(page)).toContainText('Advocate')
    await page.keyboard.press('Backspace')
    await expect(statement(page)).not.toContainText('Advocate')
    await expect(page.getByText('Saved', { exact: true })).toBeVisible()
  })

  await test.step('the host is killed, and what was decided is there when it is back', async () => {
    await app.kill()
    await expect(
      page.getByText('The program that holds this workspace does not answer.', { exact: true }),
    ).toBeVisible()
    page = await app.restart()
    await page.getByRole('button', { name: 'Osmere Partnership Trust', exact: true }).click()
    await expect(heading(page, `Plan ${drawn[0]}`)).toBeVisible()
    await expect(page.getByText('1 of 2 decided, then 1 block')).toBeVisible()
    await expect(statement(page)).toContainText('I will comply')
  })

  await test.step('the rest is confirmed as one block, and the criteria are answered', async () => {
    await statement(page).press('Enter')
    await expect(page.getByRole('button', { name: 'Confirm as shown' })).toBeFocused()
    await page.keyboard.press('ArrowRight')
    await expect(statement(page)).toContainText('Staff to offer')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('button', { name: '1. Own voice' })).toBeFocused()
    for (const [key, next] of [
      ['y', '2. '],
      ['p', '3. '],
      ['n', '4. '],
    ]) {
      await page.keyboard.press(key ?? '')
      await expect(page.getByRole('button', { name: next })).toBeFocused()
    }
    await page.keyboard.press('a')
    await page.getByLabel('Why does it not apply?').press('Enter')
    await expect(page.getByText('Say in a few words why it does not apply')).toBeVisible()
    await page.keyboard.type('In for two nights')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Because: In for two nights')).toBeVisible()
    await page.keyboard.press('y')
    await expect(page.getByText('5 of 5 answered').first()).toBeVisible()
    await page.keyboard.press('Control+Enter')
    await expect(heading(page, `Plan ${drawn[1]}`)).toBeVisible()
    await expect(statement(page)).toBeFocused()
  })

  await test.step('results are k of n with an interval, and no word for change without a signal', async () => {
    const [summary] = await app.client.call('audits.list', {})
    const { planList, id } = await app.client.call('audits.get', { id: summary?.id ?? ('' as never) })
    for (const plan of planList) await readRest(app, plan.id)
    await goTo(`#/care-plans/${id}/results`)
    await expect(page.getByRole('cell', { name: '11 of 11 74 to 100%' })).toBeVisible()
    await expect(page.getByRole('cell', { name: 'No signal yet' })).toContainText('no median yet')
    await expect(page.getByText('Missing:')).toContainText(drawn.at(-1) ?? '')
  })

  await test.step('the audit is logged as evidence in one step, and the prompt’s gaps change', async () => {
    await page.getByRole('button', { name: 'Log as evidence' }).press('Enter')
    await expect(page.getByLabel('What it shows')).toHaveValue(
      /yes in 11 of 11 .*12 drawn at random from a list of 17/s,
    )
    await page.getByRole('button', { name: 'Log it' }).press('Enter')
    await expect(heading(page, /Care-plan audit, Rowan Ward/).first()).toBeVisible()
    await goTo(await findingOnCarePlans(app))
    await expect(page.getByText(/Care-plan audit, Rowan Ward/).first()).toBeVisible()
    await expect(page.getByText('No evidence.', { exact: true })).toHaveCount(0)
    await expect(page.getByText('Records only, nobody was asked.', { exact: true }).first()).toBeVisible()
  })

  await test.step('closing asks first, and says what is erased and what stays', async () => {
    const [audit] = await app.client.call('audits.list', {})
    await goTo(`#/care-plans/${audit?.id}/plan/11`)
    await page.getByRole('button', { name: /^Take out RW/ }).press('Enter')
    await page.getByRole('button', { name: 'Take it out, erase its text' }).press('Enter')
    await expect(heading(page, /^Add plans: Rowan Ward/)).toBeVisible()
    await goTo(`#/care-plans/${audit?.id}/results`)
    await page.getByRole('button', { name: 'Close the audit' }).press('Enter')
    await expect(page.getByRole('alertdialog')).toContainText('Erased: 10 plan texts')
    await page.getByRole('button', { name: 'Close it, erase 10 texts' }).press('Enter')
    await expect(page.getByText('Closed, texts erased').first()).toBeVisible()
    await goTo(`#/care-plans/${audit?.id}/plan/1`)
    await expect(page.getByText('This audit is closed: its plan texts are erased.')).toBeVisible()
  })
})
