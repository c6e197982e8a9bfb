import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test'
import type { Client } from '../../src/shared/client.ts'
import { findBrowser } from './browser.ts'
import { startHost, type RunningHost } from './web-host.ts'

/** The product in a browser, on a data folder of its own. */
export type App = {
  readonly page: Page
  readonly dataFolder: string
  /** The contract over HTTP, to arrange what a journey begins with. */
  readonly client: Client
  /** Opens the app in another tab. */
  openTab(): Promise<Page>
  /** Ends the host in order, starts it again on the same data, and opens the page again. */
  restart(): Promise<Page>
  /** Ends the host with no warning, as a power cut would; the page stays. */
  kill(): Promise<void>
  /** Says that faults which match are meant, such as those of a host that was killed. */
  allow(fault: RegExp): void
}

/** How the app is launched: further arguments of the web host, such as `--workspace DIR`; a data folder that is already there. */
export type LaunchOptions = { args?: string[]; dataFolder?: string }

type Fixtures = { launch: (options?: LaunchOptions) => Promise<App> }

/**
 * Playwright's test with `launch()`. A journey fails on any violation of the Content-Security-Policy, any error on the console or of the
 * page, and any request to another origin.
 */
export const test = base.extend<Fixtures>({
  launchOptions: [findBrowser(), { scope: 'worker' }],
  launch: async ({ context }, use) => {
    const endings: (() => Promise<void>)[] = []
    const faults: string[] = []
    const allowed: RegExp[] = []
    await use(async ({ args = [], dataFolder = makeFolder(endings) } = {}) => {
      const hosts: RunningHost[] = []
      endings.push(async () => void (await Promise.all(hosts.map((host) => host.kill()))))
      // Started again, it is on the same port: what the page keeps for itself belongs to its origin.
      const open = async (port = '0') => {
        const host = await startHost(dataFolder, ['--port', port, ...args])
        hosts.push(host)
        return { host, page: await openPage(context, host, faults) }
      }
      let { host, page } = await open()
      return {
        dataFolder,
        get page() {
          return page
        },
        get client() {
          return host.client
        },
        openTab: () => openPage(context, host, faults),
        async restart() {
          await page.close()
          await host.stop()
          ;({ host, page } = await open(new URL(host.origin).port))
          return page
        },
        kill: () => host.kill(),
        allow: (fault) => void allowed.push(fault),
      }
    })
    const meant = (fault: string) => allowed.some((pattern) => pattern.test(fault))
    // Before the hosts are ended, which no page could overlook.
    const found = faults.filter((fault) => !meant(fault))
    // A page that is still there when its host ends would say so on its console.
    for (const page of context.pages()) await page.close()
    for (const end of endings.toReversed()) await end()
    expect(found).toEqual([])
  },
})

export { expect }

async function openPage(context: BrowserContext, host: RunningHost, faults: string[]): Promise<Page> {
  const page = await context.newPage()
  watch(page, host.origin, faults)
  await page.goto(host.link)
  return page
}

/** Violations of the Content-Security-Policy are errors on the console. */
function watch(page: Page, origin: string, faults: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`))
  page.on('request', (request) => {
    const { protocol } = new URL(request.url())
    if (new URL(request.url()).origin !== origin && !['data:', 'blob:'].includes(protocol))
      faults.push(`request to another origin: ${request.url()}`)
  })
}

function makeFolder(endings: (() => Promise<void>)[]): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'journey-'))
  endings.push(async () => rmSync(folder, { recursive: true, force: true }))
  return folder
}
