import { writeFile } from 'node:fs/promises'
import { deflateSync, crc32 } from 'node:zlib'
import { expect, test, type CDPSession, type Locator, type Page } from '@playwright/test'
import { getDocumentProxy } from 'unpdf'
import { formatDate } from '../../src/shared/drawing/date-words.ts'
import { daysAfter } from '../../src/shared/model/dates.ts'

/** A host on which the main job is done: what of it differs between a browser and the desktop. */
export type JobHost = {
  readonly page: Page
  /** Makes a picture the content of the clipboard, as a screenshot tool does. */
  copyPicture(picture: Buffer): Promise<void>
  /** Does what saves a file, and answers the bytes of that file. */
  saved(act: () => Promise<void>): Promise<Buffer>
  /** Fills the new workspace before anything is logged by hand, when it is to be a full one. */
  fill?(): Promise<void>
  /** Closes the whole app, opens it again on the same data, and answers its page. */
  reopen(): Promise<Page>
}

/** A day as it is typed, counted from today. */
const dayFromNow = (days: number) => formatDate(daysAfter(new Date().toISOString().slice(0, 10), days))

const provider = 'Osmere Partnership Trust'
const acute = 'Acute wards for adults of working age and psychiatric intensive care units'
const community = 'Community-based mental health services for adults of working age'
const minutes = 'Community meeting minutes, Rowan Ward'
const survey = 'What people said about the welcome on Rowan Ward'
const photograph = 'Photograph of the activities board'
const rota = 'Rota of peer workers'

/** The whole main job, by mouse and keyboard as anyone would do it, from an app that was never opened to one that is opened again. */
export async function doMainJob(host: JobHost): Promise<void> {
  const { page } = host
  await test.step('create a workspace, and choose its core services', () => createWorkspace(page))
  if (host.fill) await test.step('bring in many items', host.fill)
  await test.step('log evidence by the full form', () => logByForm(page))
  await test.step('log evidence by quick capture, from the finding it is for', () => logByQuickCapture(page))
  await test.step('log evidence by dragging a file', () => logByDrag(page))
  await test.step('log evidence by pasting a picture', () => logByPaste(page, host))
  await test.step('link one item to three prompts', () => linkToThree(page))
  await test.step('judge a prompt, and see the gaps change', () => judge(page))
  await test.step('mark one prompt not applicable, with a reason', () => setNotApplicable(page))
  await test.step('record what people say', () => recordPeople(page))
  await test.step('add an action; undo and redo it', () => planAction(page))
  await test.step('see all of it in the overview', () => seeOverview(page))
  await test.step('export the PDF', () => exportReport(page, host))
  await test.step('close, and reopen to the same place', () => reopenThere(page, host))
}

async function createWorkspace(page: Page) {
  await page.getByRole('button', { name: 'Create a workspace' }).click()
  await page.getByRole('button', { name: 'Next question' }).click()
  await expect(page.getByRole('alert').getByRole('link', { name: 'Give the provider’s name' })).toBeVisible()
  await page.getByLabel('Name of the provider').fill(provider)
  await page.getByRole('button', { name: 'Next question' }).click()
  await page.getByRole('checkbox', { name: acute }).check()
  await page.getByLabel('Wards in Acute and PICU').fill('Rowan Ward\nLinden Ward')
  await page.getByRole('checkbox', { name: community }).check()
  await page.getByLabel('Teams in Community adults').fill('North team')
  await page.getByRole('button', { name: 'Next question' }).click()
  await page.getByRole('button', { name: 'Create the workspace' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible()
  await expect(gapCount(page, 'No evidence')).toHaveText('26')
}

async function logByForm(page: Page) {
  await goTo(page, 'Evidence')
  await page.getByRole('button', { name: 'Full form' }).click()
  const form = page.getByRole('dialog', { name: 'Log evidence' })
  await form.getByLabel('Title').fill(minutes)
  await form
    .getByLabel('What it shows')
    .fill('People asked for a later lights-out time; staff agreed and wrote it down.')
  await form.getByLabel('Kind', { exact: true }).selectOption({ label: 'Processes' })
  await form.getByLabel('Where from').selectOption({ label: 'Rowan Ward' })
  await form.getByLabel('Describes from').fill(dayFromNow(-21))
  await form.getByLabel('Where it is kept').fill('Ward office, folder 3')
  await form.getByRole('checkbox', { name: 'Empowerment' }).check()
  await form.getByLabel('Note').fill('Next meeting on Tuesday.')
  await form.getByRole('button', { name: 'Log it' }).click()
  await expect(form).toBeHidden()
  await expect(item(page).getByRole('heading', { level: 2, name: minutes })).toBeVisible()
  await expect(item(page)).toContainText('Rowan Ward, Acute and PICU')
}

async function logByQuickCapture(page: Page) {
  await openFinding(page, 'Acute and PICU', 'C4')
  await expect(gaps(page)).toContainText('No evidence')
  await page.getByRole('button', { name: 'Quick capture' }).click()
  const capture = page.getByRole('dialog', { name: 'Quick capture' })
  await capture.getByLabel('Title').fill(survey)
  await capture.getByLabel('What it shows').fill('Eleven people were shown round on their first day; one was not.')
  await expect(capture.getByLabel('Where from').getByRole('option', { selected: true })).toHaveText(
    'Acute and PICU, all of it',
  )
  await capture.getByLabel('Said by').fill('12')
  await expect(capture.getByRole('checkbox', { name: 'A warm welcome, and help to settle C4' })).toBeChecked()
  await capture.getByRole('button', { name: 'Log it' }).click()
  await expect(capture).toBeHidden()
  await expect(page.getByRole('region', { name: 'Finding' })).toContainText(survey)
  await expect(gaps(page)).not.toContainText('No evidence')
  await expect(gaps(page)).toContainText('One kind of source')
}

async function logByDrag(page: Page) {
  await goTo(page, 'Evidence')
  const file = test.info().outputPath('rota.png')
  await writeFile(file, drawPicture(7))
  await dragFile(page, file, page.getByRole('region', { name: 'Capture and list' }))
  const capture = page.getByRole('form', { name: 'Quick capture' })
  await expect(capture.getByRole('list', { name: 'Files to attach' })).toContainText('rota.png')
  await logHere(page, rota, 'Two peer workers a day, in posts of their own.')
  await expect(item(page).getByRole('button', { name: 'Save rota.png' })).toBeVisible()
}

async function logByPaste(page: Page, host: JobHost) {
  await host.copyPicture(drawPicture(31))
  const capture = page.getByRole('form', { name: 'Quick capture' })
  await capture.getByLabel('Title').click()
  await page.keyboard.press('Control+V')
  await expect(capture.getByRole('list', { name: 'Files to attach' })).toContainText('Screenshot')
  await logHere(page, photograph, 'Walks, music and cooking are on the board every week.')
  await expect(item(page).getByRole('button', { name: /^Save Screenshot .*\.png$/ })).toBeVisible()
}

/** Logs what the form on the evidence screen holds, and opens the new item. */
async function logHere(page: Page, title: string, shows: string) {
  const capture = page.getByRole('form', { name: 'Quick capture' })
  await capture.getByLabel('Title').fill(title)
  await capture.getByLabel('What it shows').fill(shows)
  await capture.getByRole('button', { name: 'Log it' }).click()
  await expect(capture.getByLabel('Title')).toHaveValue('')
  await expect(capture.getByLabel('Title')).toBeFocused()
  await evidenceRow(page, title).click()
  await expect(item(page).getByRole('heading', { level: 2, name: title })).toBeVisible()
}

async function linkToThree(page: Page) {
  await evidenceRow(page, minutes).click()
  await expect(item(page).getByRole('heading', { level: 3, name: 'Used by no finding yet' })).toBeVisible()
  await item(page).getByRole('button', { name: 'Link', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: `Link “${minutes}”` })
  const inAcute = dialog.getByRole('group', { name: 'Acute and PICU' })
  for (const code of ['C1', 'C3', 'C4']) await inAcute.getByRole('checkbox', { name: new RegExp(`${code}$`) }).check()
  await dialog.getByRole('button', { name: 'Link to 3 findings' }).click()
  await expect(dialog).toBeHidden()
  await expect(item(page).getByRole('heading', { level: 3, name: 'Used by 3 findings' })).toBeVisible()
}

async function judge(page: Page) {
  await openFinding(page, 'Acute and PICU', 'C4')
  await expect(gaps(page)).not.toContainText('One kind of source')
  await expect(gaps(page)).toContainText('People not asked their view')
  await expect(gaps(page)).not.toContainText('Falls short, no action')
  await staffSay(page, 'Partly evidenced')
  await page.getByLabel('Why staff say so').fill('Most people are shown round; at night it is left to chance.')
  await page.getByLabel('Who looks after this').fill('Ward manager, Rowan')
  await expect(gaps(page)).toContainText('Falls short, no action')
  await expectSaved(page)
}

async function setNotApplicable(page: Page) {
  await openFinding(page, 'Community adults', 'C4')
  await staffSay(page, 'Not applicable')
  const reason = page.getByLabel('Why it does not apply')
  await expect(reason).toBeFocused()
  await reason.fill('The team sees people in their own homes.')
  await page.getByLabel('Why staff say so').focus()
  await expectSaved(page)
  await expect(gaps(page)).toContainText('No gaps.')
}

async function recordPeople(page: Page) {
  await openFinding(page, 'Acute and PICU', 'C4')
  const people = page.getByRole('region', { name: 'People who use the service say' })
  await people.getByRole('button', { name: 'Ask people' }).click()
  const form = people.getByRole('form', { name: 'What people say' })
  await expect(form.getByLabel('Yes')).toBeFocused()
  await form.getByLabel('Yes').fill('9')
  await form.getByLabel('In part').fill('2')
  await form.getByLabel('No', { exact: true }).fill('1')
  await form.getByLabel('Who was asked').fill('People on Rowan Ward')
  await form.getByLabel('How').fill('In the community meeting, by a peer worker')
  await form.getByLabel('From').fill(dayFromNow(-21))
  await form.getByLabel('What people said, in short').fill('“Somebody showed me where everything was.”')
  await form.getByRole('button', { name: 'Done' }).click()
  await expect(people).toContainText('9 of 12')
  await expect(people.getByRole('button', { name: 'Ask again' })).toBeFocused()
  await expect(gaps(page)).not.toContainText('People not asked their view')
  await expectSaved(page)
}

async function planAction(page: Page) {
  const actions = page.getByRole('region', { name: /^Actions/ })
  await actions.getByRole('button', { name: 'Add' }).click()
  const dialog = page.getByRole('dialog', { name: 'Plan an action for A warm welcome, and help to settle' })
  await dialog.getByLabel('What will be done').fill('Show people round at night too')
  await dialog.getByLabel('Who').fill('Night lead, Rowan')
  await dialog.getByLabel('By when').fill(dayFromNow(60))
  await dialog.getByRole('button', { name: 'Plan it' }).click()
  await expect(dialog).toBeHidden()
  await expect(actions.getByRole('button', { name: 'Add' })).toBeFocused()
  await expect(actions).toContainText(`Night lead, Rowan, due ${dayFromNow(60)}`)
  await expect(gaps(page)).not.toContainText('Falls short, no action')

  await page.keyboard.press('Control+Z')
  await expect(actions).toContainText('None yet.')
  await expect(gaps(page)).toContainText('Falls short, no action')
  await page.keyboard.press('Control+Shift+Z')
  await expect(actions).toContainText('Show people round at night too')
  await expect(gaps(page)).not.toContainText('Falls short, no action')
}

async function seeOverview(page: Page) {
  await goTo(page, 'Overview')
  await expect(page.getByRole('region', { name: 'Actions due' })).toContainText('Show people round at night too')
  await expect(gapCount(page, 'No evidence')).not.toHaveText('26')
}

async function exportReport(page: Page, host: JobHost) {
  await goTo(page, 'Report')
  await page.getByRole('radio', { name: 'Visit team' }).click()
  await expect(page.getByRole('radio', { name: 'Visit team' })).toBeChecked()
  const bytes = await host.saved(() => page.getByRole('button', { name: 'Make the report' }).click())
  await expect(page.getByRole('heading', { level: 3, name: /^Saved as .+\.pdf$/ })).toBeVisible()
  const pages = await readPages(bytes)
  expect(pages.length).toBeGreaterThan(10)
  const text = pages.join(' ').replace(/\s+/g, ' ')
  const expected = [
    provider,
    minutes,
    survey,
    'at night it is left to chance',
    'sees people in their own homes',
    'of 12 asked, yes 9',
    'Show people round at night too',
    'predicts no rating',
  ]
  expect(expected.filter((words) => !text.includes(words))).toEqual([])
}

async function reopenThere(page: Page, host: JobHost) {
  await openFinding(page, 'Acute and PICU', 'C4')
  const place = new URL(page.url()).hash
  const again = await host.reopen()
  await again.getByRole('button', { name: provider, exact: true }).click()
  await expect(again.getByRole('heading', { level: 1, name: /C4$/ })).toBeVisible()
  expect(new URL(again.url()).hash).toBe(place)
  await expect(again.getByRole('radio', { name: 'Partly evidenced' })).toBeChecked()
  await expect(again.getByLabel('Why staff say so')).toHaveValue(
    'Most people are shown round; at night it is left to chance.',
  )
  await expect(again.getByRole('region', { name: 'People who use the service say' })).toContainText('9 of 12')
}

const goTo = async (page: Page, place: 'Overview' | 'Assessment' | 'Evidence' | 'Report') => {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click()
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
}

/** Goes to a prompt in a scope through the assessment's own lists. */
async function openFinding(page: Page, scope: string, code: string) {
  await goTo(page, 'Assessment')
  await page.getByRole('row', { name: new RegExp(`^${scope}`) }).click()
  const prompt = page.getByRole('option', { name: new RegExp(`${code}\\b`) })
  await prompt.click()
  await expect(page.getByRole('heading', { level: 1, name: new RegExp(`${code}$`) })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Finding' })).toContainText(`${scope} `)
}

const item = (page: Page) => page.getByRole('region', { name: 'Selected evidence' })

const evidenceRow = (page: Page, title: string) =>
  page.getByRole('region', { name: 'Capture and list' }).getByRole('row').filter({ hasText: title })

const gaps = (page: Page): Locator => page.getByRole('region', { name: /^Gaps/ })

const gapCount = (page: Page, words: string) =>
  gaps(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: words, exact: true }) })
    .locator('b')

const staffSay = (page: Page, judgement: string) =>
  page.getByRole('region', { name: 'Staff say' }).getByText(judgement, { exact: true }).click()

/** Waits until nothing of the finding is on its way to the core. */
const expectSaved = (page: Page) =>
  expect(page.getByRole('region', { name: 'Staff say' })).not.toContainText(/Not saved|Saving/)

/** Drags a file of this machine from outside the window onto a part of the page, as a person would. */
async function dragFile(page: Page, file: string, onto: Locator) {
  const box = await onto.boundingBox()
  if (box === null) throw new Error('there is nothing to drop the file on')
  const session: CDPSession = await page.context().newCDPSession(page)
  const at = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 300) }
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data })
  await expect(page.getByText('Drop the files here to attach them')).toBeVisible()
  await session.send('Input.dispatchDragEvent', { type: 'drop', ...at, data })
  await session.detach()
}

/** The text of each page of a PDF, by the reader that the product itself uses. */
async function readPages(bytes: Buffer): Promise<string[]> {
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  const document = await getDocumentProxy(new Uint8Array(bytes))
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((part) => ('str' in part ? part.str : '')).join(' '))
  }
  return pages
}

/** A small picture (PNG, 32 by 32, greys), a different one for each seed. */
export function drawPicture(seed: number): Buffer {
  const size = 32
  const rows = Buffer.from(
    Array.from({ length: size * (size + 1) }, (_, at) => (at % (size + 1) === 0 ? 0 : (at * seed) % 256)),
  )
  const header = Buffer.alloc(13)
  header.writeUInt32BE(size, 0)
  header.writeUInt32BE(size, 4)
  header.set([8, 0, 0, 0, 0], 8)
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const ends = Buffer.alloc(8)
    ends.writeUInt32BE(data.length, 0)
    ends.writeUInt32BE(crc32(body), 4)
    return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)])
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}
