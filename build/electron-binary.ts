import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'

/** Where the npm package `electron` is. Importing the package itself would start a download. */
export function findElectronPackage(): string {
  return path.dirname(createRequire(import.meta.url).resolve('electron/package.json'))
}

/**
 * The program of Electron, or null when there is none yet. `ELECTRON_OVERRIDE_DIST_PATH` names a folder to take it from, as the package
 * itself reads it.
 */
export function findElectron(
  packageFolder: string,
  overrideFolder = process.env.ELECTRON_OVERRIDE_DIST_PATH,
): string | null {
  const name = readName(path.join(packageFolder, 'path.txt'))
  const program = overrideFolder
    ? path.join(overrideFolder, name ?? 'electron')
    : name && path.join(packageFolder, 'dist', name)
  return program && existsSync(program) ? program : null
}

/** How a download is watched. It is given up when nothing has arrived for `patience` milliseconds; `onProgress` hears bytes. */
export type Watching = { patience: number; interval: number; onProgress: (received: number) => void }

/** How a download ended: null when it is there, else why not, in words that follow "because". */
export type Outcome = string | null

/**
 * Gets Electron by the package's own `install-electron`. That program says little and never gives up, so what it has received is
 * measured from outside, in a temporary folder of its own and in the folder where it unpacks.
 */
export async function getElectron(
  packageFolder: string,
  { patience, interval, onProgress }: Watching,
): Promise<Outcome> {
  const temporary = mkdtempSync(path.join(os.tmpdir(), 'get-electron-'))
  const env = { ...process.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary, ELECTRON_GET_NO_PROGRESS: '1' }
  const installing = spawn(process.execPath, [path.join(packageFolder, 'install.js')], { env, stdio: 'ignore' })
  const ended = new Promise<Outcome>((resolve) => {
    installing.once('error', () => resolve('it could not be started'))
    installing.once('exit', (code) => resolve(code === 0 ? null : 'it cannot be reached'))
  })
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<Outcome>((resolve) => {
    let received = 0
    let lastArrival = Date.now()
    timer = setInterval(() => {
      const now = measure(temporary) + measure(path.join(packageFolder, 'dist'))
      if (now !== received) {
        received = now
        lastArrival = Date.now()
        onProgress(received)
      } else if (Date.now() - lastArrival >= patience) {
        resolve(`nothing has arrived for ${Math.round(patience / 1000)} seconds`)
      }
    }, interval)
  })
  const outcome = await Promise.race([ended, silence])
  clearInterval(timer)
  if (outcome !== null) {
    installing.kill('SIGKILL')
    await ended
  }
  rmSync(temporary, { recursive: true, force: true })
  return outcome
}

function readName(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** Bytes of all files below a folder; files that vanish meanwhile count nothing. */
function measure(folder: string): number {
  try {
    return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
      const place = path.join(folder, entry.name)
      return sum + (entry.isDirectory() ? measure(place) : statSync(place).size)
    }, 0)
  } catch {
    return 0
  }
}
