import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, expect, test as base, type ElectronApplication, type Page } from '@playwright/test'
import { findElectron, findElectronPackage } from '../../build/electron-binary.ts'
import type { Bridge } from '../../src/shared/bridge.ts'
import { createClient, type Client } from '../../src/shared/client.ts'

const project = fileURLToPath(new URL('../..', import.meta.url))
const program = findElectron(findElectronPackage())

/** Chromium refuses its sandbox to root. */
export const isRoot = process.getuid?.() === 0

/** The desktop app, running from the build. */
export type Desktop = {
  readonly electron: ElectronApplication
  readonly page: Page
  readonly dataFolder: string
  /** The contract over the page's bridge. */
  readonly client: Client
  /** Asks the host over the page's bridge, and answers its result. */
  host(method: Parameters<Bridge['host']>[0], input: unknown): Promise<unknown>
  close(): Promise<void>
  /** Starts the app again on the same data. */
  open(): Promise<void>
  /** Ends the app with no warning. */
  kill(): Promise<void>
}

/** What starts the app on a data folder: for a second instance. */
export const commandLine = (dataFolder: string): [string, ...string[]] => [
  program ?? '',
  project,
  ...(isRoot ? ['--no-sandbox'] : []),
  `--user-data-dir=${dataFolder}`,
]

type Fixtures = { launch: (args?: string[]) => Promise<Desktop>; desktop: Desktop }

/** Playwright's test with the desktop app, on a data folder of its own. Skipped only where there is no Electron. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright wants a pattern here
  launch: async ({}, use) => {
    base.skip(program === null, 'no Electron here: npx install-electron, or ELECTRON_OVERRIDE_DIST_PATH')
    const endings: (() => Promise<void>)[] = []
    await use(async (args = []) => {
      const dataFolder = mkdtempSync(path.join(os.tmpdir(), 'desktop-'))
      const desktop = await openDesktop(dataFolder, args)
      endings.push(async () => {
        await desktop.close().catch(() => undefined)
        rmSync(dataFolder, { recursive: true, force: true, maxRetries: 3 })
      })
      return desktop
    })
    for (const end of endings.toReversed()) await end()
  },
  desktop: async ({ launch }, use) => use(await launch()),
})

export { expect }

async function openDesktop(dataFolder: string, args: string[]): Promise<Desktop> {
  let electron: ElectronApplication
  let page: Page
  const open = async () => {
    electron = await _electron.launch({
      executablePath: program ?? '',
      args: [project, `--user-data-dir=${dataFolder}`, ...args],
      chromiumSandbox: !isRoot,
    })
    page = await electron.firstWindow()
    await expect(page.locator('#root')).not.toBeEmpty()
  }
  await open()
  return {
    dataFolder,
    get electron() {
      return electron
    },
    get page() {
      return page
    },
    client: createClient((method, input) => page.evaluate(callBridge, ['call', method, input] as const)),
    host: (method, input) => page.evaluate(callBridge, ['host', method, input] as const),
    close: () => electron.close(),
    open,
    async kill() {
      const closed = electron.waitForEvent('close')
      electron.process().kill('SIGKILL')
      await closed
    },
  }
}

/** Runs in the page. */
function callBridge([kind, method, input]: readonly ['call' | 'host', string, unknown]): Promise<unknown> {
  const { bridge } = window as unknown as { bridge: Record<string, (name: string, given: unknown) => Promise<unknown>> }
  const call = bridge[kind]
  if (!call) throw new Error('the page has no bridge')
  return call(method, input)
}
