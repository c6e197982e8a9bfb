/** What `npm start` runs after the build: the desktop app, or where that cannot be, the same app in a browser. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { findElectron, findElectronPackage, getElectron } from './electron-binary.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const webEntry = fileURLToPath(new URL('../out/main/web.cjs', import.meta.url))
const printedLink = /http:\/\/127\.0\.0\.1:\d+\/#token=\S+/

/** An Electron that ends with a failure within this time has not started: a library or the sandbox is missing. In milliseconds. */
const startingTime = 10_000

const args = process.argv.slice(2)
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

process.exitCode = await main()

async function main(): Promise<number> {
  if (!hasDisplay) return serve('There is no display here')
  const electron = await obtainElectron()
  if ('missing' in electron) return serve(`Electron could not be had (${electron.missing})`)
  return runDesktop(electron.program)
}

async function obtainElectron(): Promise<{ program: string } | { missing: string }> {
  const packageFolder = findElectronPackage()
  const found = findElectron(packageFolder)
  if (found) return { program: found }
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return { missing: `there is none in ELECTRON_OVERRIDE_DIST_PATH` }
  say('Getting Electron, once. Without it the app is served to the browser.')
  const onProgress = (received: number) => sayOver(`Getting Electron: ${Math.round(received / 1e6)} MB`)
  const outcome = await getElectron(packageFolder, { patience: 10_000, interval: 250, onProgress })
  endLine()
  const program = findElectron(packageFolder)
  return program ? { program } : { missing: outcome ?? 'it is not where it should be' }
}

async function runDesktop(program: string): Promise<number> {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  if (isRoot) say("Started as root: Chromium's sandbox is not available to root and is off.")
  const began = Date.now()
  const code = await run(spawn(program, [...(isRoot ? ['--no-sandbox'] : []), root, ...args], { stdio: 'inherit' }))
  if (code === 0 || Date.now() - began > startingTime) return code
  return serve(`Electron did not start here (it ended with ${code})`)
}

async function serve(reason: string): Promise<number> {
  say(`${reason}: the same app is served to the browser.`)
  const host = spawn(process.execPath, [webEntry, ...args], { stdio: ['inherit', 'pipe', 'inherit'] })
  openLinkOnce(host)
  return run(host)
}

/** Hands on what the host prints, and opens its link where there is a browser. */
function openLinkOnce(host: ChildProcess): void {
  let printed = ''
  let opened = false
  host.stdout?.on('data', (chunk: Buffer) => {
    process.stdout.write(chunk)
    printed += chunk.toString()
    const link = printedLink.exec(printed)?.[0]
    if (!link || opened) return
    opened = true
    openInBrowser(link)
  })
}

/** Nothing is said when no browser opens: the link stands above. */
function openInBrowser(link: string): void {
  if (!hasDisplay) return
  const [program, ...before] = {
    win32: ['rundll32', 'url.dll,FileProtocolHandler'],
    darwin: ['open'],
  }[process.platform as string] ?? ['xdg-open']
  const opening = spawn(program ?? '', [...before, link], { stdio: 'ignore', detached: true })
  opening.once('error', () => undefined)
  opening.unref()
}

/** Waits for a program, handing on the signals that ask us to end; answers its exit code, 1 when it could not run or was killed. */
async function run(child: ChildProcess): Promise<number> {
  const handOn = (signal: NodeJS.Signals) => child.kill(signal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, handOn)
  try {
    const [code] = (await once(child, 'exit')) as [number | null]
    return code ?? 1
  } catch {
    return 1
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, handOn)
  }
}

function say(words: string): void {
  process.stderr.write(`${words}\n`)
}

function sayOver(words: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${words}`)
}

function endLine(): void {
  if (process.stderr.isTTY) process.stderr.write('\n')
}
