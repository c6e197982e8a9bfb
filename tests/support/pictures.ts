import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright'
import { findBrowser } from './browser.ts'
import { startHost } from './web-host.ts'

/** The moment at which the pictures are taken, whatever the day is: the sample's days hang on it. */
const moment = '2026-10-13T09:20:00Z'
const folder = fileURLToPath(new URL('../../docs/pictures', import.meta.url))
const large = { width: 1440, height: 900 }
const small = { width: 640, height: 400 }

/** The pictures of the README, from the sample: `npm run pictures`. */
async function makePictures(): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'pictures-'))
  process.env.NODE_OPTIONS = `--import data:text/javascript,${encodeURIComponent(shiftClock)}`
  const host = await startHost(dataFolder)
  const browser = await chromium.launch(findBrowser())
  const context = await browser.newContext({ viewport: large, locale: 'en-GB', timezoneId: 'Europe/London' })
  const page = await context.newPage()
  await page.goto(host.link)
  await take(page, 'home')
  await page.getByRole('button', { name: /^Open the sample/ }).click()
  await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor()
  const { finding, item, action } = await findBest()
  for (const [name, hash] of Object.entries({
    overview: '#/overview',
    assessment: finding,
    evidence: item,
    actions: action,
    report: '#/report',
  }))
    await take(page, name, hash)
  await makePdf(page)
  await page.setViewportSize(small)
  await take(page, 'overview-small', '#/overview')
  await take(page, 'assessment-small', finding)
  await browser.close()
  await host.stop()
  rmSync(dataFolder, { recursive: true, force: true })

  async function findBest() {
    const { assessment, scopes } = await host.client.call('assessments.current', {})
    const findings = await host.client.call('findings.list', {})
    const rich = findings
      .filter(({ gaps, peopleView }) => gaps.length > 0 && peopleView.yes > 0)
      .toSorted((one, other) => other.items - one.items)[0]
    const scope = scopes.find(({ id }) => id === rich?.scopeId)?.coreServiceId ?? 'provider'
    const { rows } = await host.client.call('evidence.list', { limit: 500 })
    const [open] = await host.client.call('actions.list', { state: 'open' })
    return {
      finding: `#/assessment/${assessment.id}/${scope}/${rich?.promptId}`,
      item: `#/evidence/${(rows.find(({ files }) => files > 0) ?? rows[0])?.id}`,
      action: `#/actions/${open?.id}`,
    }
  }
}

/** Runs in the host before its own code: its clock starts at the moment, and goes on from there. */
const shiftClock = `
const Real = Date
const away = Real.now() - Real.parse('${moment}')
globalThis.Date = class extends Real {
  constructor(...given) { given.length === 0 ? super(Real.now() - away) : super(...given) }
  static now() { return Real.now() - away }
}`

async function take(page: Page, name: string, hash?: string): Promise<void> {
  if (hash !== undefined) await page.evaluate((to) => (location.hash = to), hash)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.mouse.move(0, 0)
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  const file = path.join(folder, `${name}.png`)
  writeFileSync(file, await lookUntilStill(page))
  reduce(file)
}

/** What the page looks like once it no longer changes. */
async function lookUntilStill(page: Page): Promise<Buffer> {
  let before = await page.screenshot({ animations: 'disabled' })
  for (let looks = 0; looks < 20; looks++) {
    await page.waitForTimeout(400)
    const now = await page.screenshot({ animations: 'disabled' })
    if (now.equals(before)) return now
    before = now
  }
  return before
}

/** The first pages of the report, where there is a program that draws a PDF. */
async function makePdf(page: Page): Promise<void> {
  const download = page.waitForEvent('download', { timeout: 180_000 })
  await page.getByRole('button', { name: 'Make the report' }).click()
  const file = await (await download).path()
  try {
    execFileSync('pdftoppm', ['-png', '-r', '80', '-f', '1', '-l', '3', file, path.join(folder, 'report-page')])
  } catch {
    console.error('No pictures of the PDF: pdftoppm is not here.')
    return
  }
  for (const number of [1, 2, 3]) {
    const made = ['-', '-0', '-00'].map((dash) => path.join(folder, `report-page${dash}${number}.png`))
    for (const from of made) {
      try {
        writeFileSync(path.join(folder, `report-page-${number}.png`), readFileSync(from))
        if (from !== made[0]) rmSync(from)
      } catch {
        // Another number of digits: it depends on how many pages there are.
      }
    }
    reduce(path.join(folder, `report-page-${number}.png`))
  }
}

/** Fewer colours make a screen's picture several times smaller; without the program it stays as it is. */
function reduce(file: string): void {
  try {
    execFileSync('convert', [file, '-strip', '-dither', 'None', '-colors', '128', `PNG8:${file}`])
  } catch {
    // It is only larger.
  }
}

await makePictures()
