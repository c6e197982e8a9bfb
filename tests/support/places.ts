import { expect, type Page } from '@playwright/test'
import type { Client } from '../../src/shared/client.ts'

/** A screen, or a dialog over one: its name, and the way there from any other place. */
export type Place = { name: string; open: (page: Page) => Promise<void> }

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const dialog = (page: Page) => page.getByRole('dialog').or(page.getByRole('alertdialog'))

/** Goes to an address of the app as a link would, and waits for its heading. */
async function go(page: Page, hash: string) {
  await page.evaluate((to) => (location.hash = to), hash)
  await expect(heading(page).first()).toBeVisible()
}

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .first()
    .click()

async function pressInDialog(page: Page, name: string) {
  await dialog(page).getByRole('button', { name, exact: true }).click()
}

const opened = (page: Page) => expect(dialog(page)).toBeVisible()

/** The screens of an app in which no workspace was ever opened. */
export const placesBeforeAll: readonly Place[] = [
  { name: 'home, the first time', open: (page) => go(page, '#/home') },
  { name: 'the first question, unanswered', open: firstQuestion },
  {
    name: 'the second question, with a ward',
    async open(page) {
      await firstQuestion(page)
      await page.getByLabel('Name of the provider').fill('Osmere Partnership Trust')
      await press(page, 'Next question')
      await page.getByRole('checkbox').first().check()
    },
  },
  {
    name: 'the third question, with a date that is none',
    async open(page) {
      await firstQuestion(page)
      await page.getByLabel('Name of the provider').fill('Osmere Partnership Trust')
      await press(page, 'Next question')
      await press(page, 'Next question')
      await page.getByLabel('From').fill('soon')
      await press(page, 'Create the workspace')
      await expect(page.locator('[role=alert]:not(:empty)').first()).toBeVisible()
    },
  },
]

async function firstQuestion(page: Page) {
  await go(page, '#/home')
  await press(page, /^Create a workspace/)
  await press(page, 'Next question')
  await expect(page.locator('[role=alert]:not(:empty)').first()).toBeVisible()
}

/** What the places of the sample are made of: ids that only the sample itself knows. */
type Ground = {
  signOff: string
  finding: string
  bare: string
  item: string
  action: string
  visit: string
  audit: string
}

/** Reads from an open sample what its places need. */
export async function readGround(client: Client): Promise<Ground> {
  const { assessment, scopes } = await client.call('assessments.current', {})
  const findings = await client.call('findings.list', {})
  const addressOf = (finding: (typeof findings)[number] | undefined) => {
    const scope = scopes.find(({ id }) => id === finding?.scopeId)
    return `#/assessment/${assessment.id}/${scope?.coreServiceId ?? 'provider'}/${finding?.promptId}`
  }
  const rich = findings.toSorted((one, other) => other.items - one.items)[0]
  const bare = findings.find(({ items }) => items === 0)
  const { rows } = await client.call('evidence.list', { limit: 500 })
  const [action] = await client.call('actions.list', { state: 'open' })
  return {
    signOff: `#/assessment/${assessment.id}/sign-off`,
    finding: addressOf(rich),
    bare: addressOf(bare),
    item: `#/evidence/${(rows.find(({ files }) => files > 0) ?? rows[0])?.id}`,
    action: `#/actions/${action?.id}`,
    visit: assessment.expectedVisit ?? '',
    audit: `#/care-plans/${await beginAudit(client)}`,
  }
}

/** Begins an audit with a plan that is read by two people and one that is not, and answers its id. */
async function beginAudit(client: Client): Promise<string> {
  const { coreServices } = await client.call('provider.get', {})
  const wardId = coreServices.flatMap(({ wards }) => wards)[0]?.id
  if (wardId === undefined) throw new Error('the sample has no ward')
  const { id } = await client.call('audits.create', {
    wardId,
    from: '2026-09-01',
    to: '2026-09-30',
    criteria: 'core',
    fortyMinutes: true,
    sample: { method: 'chosen' },
  })
  const text =
    'About me\nI want to bake with my sister Rosa again.\nI will engage with staff.\nStaff to offer a walk.\nWould like to see the dog.'
  const plans = ['RW-01', 'RW-02'].map((pseudonym) => ({
    pseudonym,
    patientName: 'Rosa Lind',
    source: { kind: 'pasted' as const, text },
  }))
  const { taskId } = await client.call('audits.load', { id, plans })
  await expect.poll(async () => (await client.call('tasks.get', { taskId })).state).toBe('done')
  const { planList } = await client.call('audits.get', { id })
  const planId = planList[0]?.id
  if (planId === undefined) throw new Error('the plans were not loaded')
  for (const reading of ['first', 'second'] as const)
    await client.call('audits.answer', {
      planId,
      reading,
      criterion: 'own-voice',
      answer: reading === 'first' ? 'yes' : 'partly',
    })
  return id
}

/** Every screen and dialog of an open sample. */
export const placesOfSample = ({ signOff, finding, bare, item, action, visit, audit }: Ground): readonly Place[] => [
  { name: 'home, with a recent workspace', open: (page) => go(page, '#/home') },
  { name: 'overview', open: (page) => go(page, '#/overview') },
  { name: 'overview as at the visit', open: (page) => go(page, `#/overview?at=${visit}`) },
  { name: 'findings behind a count', open: (page) => go(page, '#/overview/findings?gap=E') },
  { name: 'finding', open: (page) => go(page, finding) },
  {
    name: 'finding with its source',
    async open(page) {
      await go(page, finding)
      await press(page, /^Source:/)
    },
  },
  {
    name: 'finding without evidence, people being asked',
    async open(page) {
      await go(page, bare)
      await page
        .getByRole('button', { name: /^Ask (people|again)$/ })
        .last()
        .click()
      const form = page.getByRole('form', { name: 'What people say' })
      await form.getByLabel('Yes').fill('many')
      await form.getByLabel('Yes').press('Enter')
      await expect(page.locator('[role=alert]:not(:empty)').first()).toBeVisible()
    },
  },
  {
    name: 'scopes and teams',
    async open(page) {
      await go(page, finding)
      await showPart(page, 'Prompts')
      await press(page, 'Scopes and teams')
      await opened(page)
    },
  },
  {
    name: 'linking evidence to a finding',
    async open(page) {
      await go(page, finding)
      await page.getByRole('button', { name: 'Link evidence' }).first().click()
      await opened(page)
    },
  },
  {
    name: 'changing a link',
    async open(page) {
      await go(page, finding)
      await page
        .getByRole('button', { name: /Change how .* bears on this/ })
        .first()
        .click()
      await opened(page)
    },
  },
  {
    name: 'planning an action, with what is missing',
    async open(page) {
      await go(page, finding)
      await page
        .getByRole('region', { name: /^Actions/ })
        .getByRole('button', { name: 'Add' })
        .click()
      await pressInDialog(page, 'Plan it')
      await opened(page)
    },
  },
  { name: 'an address of no finding', open: (page) => go(page, '#/assessment/nothing/nowhere/C99') },
  { name: 'evidence', open: (page) => go(page, '#/evidence') },
  { name: 'evidence, one item', open: (page) => go(page, item) },
  { name: 'evidence, none that matches', open: (page) => go(page, '#/evidence?words=zzzz') },
  {
    name: 'evidence, quick capture with what is missing',
    async open(page) {
      await go(page, '#/evidence')
      await showPart(page, 'List')
      await page.getByRole('radio', { name: 'Yes:' }).check()
      await press(page, /^Log it/)
      await expect(page.locator('[role=alert]:not(:empty)').first()).toBeVisible()
      await page.getByRole('radio', { name: 'No', exact: true }).check()
    },
  },
  {
    name: 'the full form',
    async open(page) {
      await go(page, '#/evidence')
      await showPart(page, 'List')
      await press(page, 'Full form')
      await opened(page)
    },
  },
  {
    name: 'editing an item',
    async open(page) {
      await go(page, item)
      await showPart(page, 'Item')
      await page.getByRole('button', { name: 'Edit' }).click()
      await opened(page)
    },
  },
  {
    name: 'linking an item to findings',
    async open(page) {
      await go(page, item)
      await showPart(page, 'Item')
      await page
        .getByRole('region', { name: 'Selected evidence' })
        .getByRole('button', { name: 'Link', exact: true })
        .click()
      await opened(page)
    },
  },
  {
    name: 'quick capture over another screen',
    async open(page) {
      await go(page, '#/overview')
      await page.keyboard.press('Alt+N')
      await opened(page)
    },
  },
  { name: 'care-plan audits', open: (page) => go(page, '#/care-plans') },
  {
    name: 'beginning an audit, with what is missing',
    async open(page) {
      await go(page, '#/care-plans/new')
      await press(page, 'Begin the audit')
      await expect(page.locator('[role=alert]:not(:empty)').first()).toBeVisible()
    },
  },
  {
    name: 'pasting a plan, with what is missing',
    async open(page) {
      await go(page, `${audit}/plans`)
      await press(page, 'Paste a plan')
      await pressInDialog(page, 'Add it to the list')
      await expect(page.locator('[role=alert]:not(:empty)').first()).toBeVisible()
    },
  },
  {
    name: 'reading a plan: statements',
    async open(page) {
      await go(page, `${audit}/plan/2`)
      await expect(page.locator('.statement').first()).toBeVisible()
    },
  },
  {
    name: 'reading a plan: criteria, one with its source and without a reason',
    async open(page) {
      await go(page, `${audit}/plan/1/criteria`)
      await showPart(page, '2 Criteria')
      await page.getByRole('button', { name: 'Does not apply' }).nth(1).click()
      await page.getByRole('button', { name: 'Keep it' }).click()
      await page.locator('.criterion__head .link-button').first().click()
      await expect(page.locator('.criterion__sources')).toBeVisible()
    },
  },
  {
    name: 'audit results as tables',
    async open(page) {
      await go(page, `${audit}/results`)
      await page.getByText('Tables', { exact: true }).click()
      await expect(page.getByRole('region', { name: 'Every criterion, as a table' })).toBeVisible()
    },
  },
  {
    name: 'audit results as charts, closing the audit',
    async open(page) {
      await go(page, `${audit}/results`)
      await page.getByText('Charts', { exact: true }).click()
      await press(page, 'Close the audit')
      await expect(page.getByRole('alertdialog')).toBeVisible()
    },
  },
  { name: 'where two readers differ', open: (page) => go(page, `${audit}/differences`) },
  { name: 'actions', open: (page) => go(page, '#/actions') },
  { name: 'one action', open: (page) => go(page, action) },
  {
    name: 'adding an action',
    async open(page) {
      await go(page, '#/actions')
      await press(page, 'Add an action')
      await opened(page)
    },
  },
  {
    name: 'editing an action',
    async open(page) {
      await go(page, action)
      await press(page, 'Edit')
      await opened(page)
    },
  },
  {
    name: 'closing an action, with what is missing',
    async open(page) {
      await go(page, action)
      await press(page, 'Close it')
      await pressInDialog(page, 'Close it')
      await expect(page.locator('[role=alert]:not(:empty)').first()).toBeVisible()
    },
  },
  { name: 'report', open: (page) => go(page, '#/report') },
  {
    name: 'report, made',
    async open(page) {
      await go(page, '#/report')
      await press(page, 'Make the report')
      await expect(page.getByRole('heading', { level: 3 }).first()).toBeVisible({ timeout: 120_000 })
    },
  },
  { name: 'sign-off', open: (page) => go(page, signOff) },
  { name: 'compare, with nothing signed off', open: (page) => go(page, '#/overview/compare') },
  { name: 'bringing in many', open: (page) => go(page, '#/evidence/import') },
  {
    name: 'settings',
    async open(page) {
      await go(page, '#/home')
      await press(page, /^Settings/)
      await opened(page)
    },
  },
  { name: 'asking a ward or team', open: (page) => go(page, '#/overview/requests') },
  {
    name: 'backups, with one made and about to be put back',
    async open(page) {
      await go(page, '#/workspace/backups')
      await press(page, 'Back up now')
      await page
        .getByRole('button', { name: /^Put back/ })
        .first()
        .click()
      await expect(page.getByRole('alertdialog')).toBeVisible()
    },
  },
  {
    name: 'the workspace, checked',
    async open(page) {
      await go(page, '#/workspace/check')
      await press(page, 'Check everything')
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
    },
  },
  {
    name: 'who is working here',
    async open(page) {
      await go(page, '#/overview')
      await press(page, /^Working here:/)
      await expect(page.getByRole('menu')).toBeVisible()
    },
  },
  {
    name: 'someone else, without a name',
    async open(page) {
      await go(page, '#/overview')
      await press(page, /^Working here:/)
      await page.getByRole('menuitem', { name: 'Someone else…' }).click()
      await pressInDialog(page, 'Take over')
      await expect(dialog(page)).toContainText('Give a name or a role')
    },
  },
  {
    name: 'all keys',
    async open(page) {
      await go(page, '#/overview')
      await page.keyboard.press('Control+/')
      await opened(page)
    },
  },
]

/** In a small window a screen's panes are tabs: shows one of them, where there are any. */
async function showPart(page: Page, name: string) {
  const tab = page
    .getByRole('radio', { name, exact: true })
    .or(page.locator('.pane-tabs').getByText(name, { exact: true }))
  if (await page.locator('.pane-tabs').isVisible()) await tab.first().click()
}

/** Puts away whatever dialog is open, without a word of it being kept. */
export async function closeDialogs(page: Page): Promise<void> {
  if (await page.getByRole('menu').isVisible()) await page.keyboard.press('Escape')
  await expect(page.getByRole('menu')).toBeHidden()
  if (await dialog(page).isVisible()) await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
}
