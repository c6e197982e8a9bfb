import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliDecompressSync } from 'node:zlib'
import { chromium, type LaunchOptions } from 'playwright'

const require = createRequire(import.meta.url)
const cache = fileURLToPath(new URL('../../node_modules/.cache', import.meta.url))
const systemBrowsers = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * How to start a Chromium for the journeys: the one named by `CHROMIUM_PATH`, the system's, Playwright's own, Edge on Windows, else
 * the one inside an npm package (Linux on x64 only), unpacked once.
 */
export function findBrowser(): LaunchOptions {
  const args = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
  ]
  return { ...findProgram(), args, chromiumSandbox: false }
}

function findProgram(): LaunchOptions {
  const named = process.env.CHROMIUM_PATH
  if (named) return { executablePath: named }
  const system = process.env.NO_SYSTEM_BROWSER ? undefined : systemBrowsers.find((file) => existsSync(file))
  if (system) return { executablePath: system }
  if (existsSync(chromium.executablePath())) return {}
  if (process.platform === 'win32') return { channel: 'msedge' }
  return unpackBrowser()
}

/** The package's own unpacking uses a shared temporary folder and trusts what it finds there; this one does not. */
function unpackBrowser(): LaunchOptions {
  const folder = path.join(cache, 'chromium')
  if (!existsSync(folder)) {
    const packed = path.resolve(path.dirname(require.resolve('@sparticuz/chromium')), '../bin')
    mkdirSync(cache, { recursive: true })
    const making = mkdtempSync(path.join(cache, 'chromium-'))
    writeFileSync(path.join(making, 'libraries.tar'), unpack(path.join(packed, 'al2023.tar.br')))
    execFileSync('tar', ['xf', 'libraries.tar'], { cwd: making })
    writeFileSync(path.join(making, 'chromium'), unpack(path.join(packed, 'chromium.br')), { mode: 0o755 })
    renameWhole(making, folder)
  }
  const libraries = [process.env.LD_LIBRARY_PATH, path.join(folder, 'lib')].filter(Boolean).join(':')
  return { executablePath: path.join(folder, 'chromium'), env: { ...environment(), LD_LIBRARY_PATH: libraries } }
}

const unpack = (file: string) => brotliDecompressSync(readFileSync(file))

/** Another process may have been first: then its folder is whole, and is used. */
function renameWhole(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    if (!existsSync(to)) throw error
  }
}

const environment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  )
