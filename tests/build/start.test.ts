import { spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync, cpSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** Stands for the built web host: prints its link and what it was given, and waits to be ended. */
const webHost = `
console.log('Recovery Evidence is served at http://127.0.0.1:4173/#token=abc')
console.log('given ' + JSON.stringify(process.argv.slice(2)))
setTimeout(() => process.exit(0), Number(process.env.SERVE_FOR ?? 300))
process.on('SIGTERM', () => { console.log('ended in order'); process.exit(0) })
`

let folder: string
let electronPackage: string
let programs: string

/** A project of its own: the launcher, a web host, and the npm package of Electron with no binary. */
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'start-'))
  cpSync(path.join(project, 'build'), path.join(folder, 'build'), { recursive: true })
  mkdirSync(path.join(folder, 'out/main'), { recursive: true })
  writeFileSync(path.join(folder, 'out/main/web.cjs'), webHost)
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}')
  electronPackage = path.join(folder, 'node_modules/electron')
  mkdirSync(electronPackage, { recursive: true })
  writeFileSync(path.join(electronPackage, 'package.json'), '{"name":"electron","version":"45.4.1"}')
  programs = path.join(folder, 'programs')
  mkdirSync(programs)
  addProgram('xdg-open', 'echo "opened $1" >> "$(dirname "$0")/opened"')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function addProgram(name: string, script: string, where = programs): string {
  const file = path.join(where, name)
  writeFileSync(file, `#!/bin/sh\n${script}\n`)
  chmodSync(file, 0o755)
  return file
}

const install = (script: string) => writeFileSync(path.join(electronPackage, 'install.js'), script)

type Run = { code: number | null; out: string; err: string; took: number }

function start(env: NodeJS.ProcessEnv, args: string[] = [], signalAfter?: RegExp): Promise<Run> {
  const { DISPLAY: _display, WAYLAND_DISPLAY: _wayland, ELECTRON_OVERRIDE_DIST_PATH: _electron, ...rest } = process.env
  const began = Date.now()
  const child = spawn(process.execPath, [path.join(folder, 'build/start.ts'), ...args], {
    env: { ...rest, PATH: `${programs}:${rest.PATH}`, ...env },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
    if (signalAfter?.test(out)) child.kill('SIGTERM')
  })
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  return new Promise((resolve) => {
    child.on('close', (code) => resolve({ code, out, err, took: Date.now() - began }))
  })
}

const withDisplay = { DISPLAY: ':99' }
const served = /^Recovery Evidence is served at http:\/\/127\.0\.0\.1:4173\/#token=abc$/m

describe.skipIf(process.platform !== 'linux')('npm start', () => {
  test('without a display serves the app to a browser at once, and fetches nothing', async () => {
    install("require('fs').writeFileSync(require('path').join(__dirname, 'asked'), '')")
    const run = await start({}, ['--port', '4173'])
    expect(run.code).toBe(0)
    expect(run.err).toContain('There is no display here: the same app is served to the browser.')
    expect(run.err.trim().split('\n')).toHaveLength(1)
    expect(run.out).toMatch(served)
    expect(run.out).toContain('given ["--port","4173"]')
    expect(() => cpSync(path.join(electronPackage, 'asked'), path.join(folder, 'x'))).toThrow('ENOENT')
  })

  test('opens the desktop app where there is one', async () => {
    const dist = path.join(folder, 'dist')
    mkdirSync(dist)
    addProgram('electron', 'echo "desktop $@"', dist)
    const run = await start({ ...withDisplay, ELECTRON_OVERRIDE_DIST_PATH: dist }, ['--user-data-dir=x'])
    expect(run.code).toBe(0)
    expect(run.out).toContain(`${folder}/ --user-data-dir=x`)
    expect(run.out).not.toMatch(served)
    expect(run.out.includes('--no-sandbox')).toBe(process.getuid?.() === 0)
  })

  test('gets the binary first where it is missing, and then opens the desktop app', async () => {
    install(`
      const fs = require('fs'), path = require('path')
      fs.writeFileSync(path.join(require('os').tmpdir(), 'part.zip'), Buffer.alloc(3e6))
      setTimeout(() => {
        fs.mkdirSync(path.join(__dirname, 'dist'))
        fs.writeFileSync(path.join(__dirname, 'dist/electron'), '#!/bin/sh\\necho desktop', { mode: 0o755 })
        fs.writeFileSync(path.join(__dirname, 'path.txt'), 'electron')
      }, 600)`)
    const run = await start(withDisplay)
    expect(run.err).toContain('Getting Electron')
    expect(run.out).toContain('desktop')
    expect(run.out).not.toMatch(served)
  })

  test('serves the app, and opens the link, where the binary cannot be had', async () => {
    install('process.exit(1)')
    const run = await start(withDisplay)
    expect(run.err).toContain(
      'Electron could not be had (it cannot be reached): the same app is served to the browser.',
    )
    expect(run.out).toMatch(served)
    expect(readFileSync(path.join(programs, 'opened'), 'utf8')).toBe('opened http://127.0.0.1:4173/#token=abc\n')
  })

  test('serves the app where Electron is there and cannot start', async () => {
    const dist = path.join(folder, 'dist')
    mkdirSync(dist)
    addProgram('electron', 'echo "error while loading shared libraries" >&2; exit 127', dist)
    const run = await start({ ...withDisplay, ELECTRON_OVERRIDE_DIST_PATH: dist })
    expect(run.err).toContain('Electron did not start here (it ended with 127)')
    expect(run.out).toMatch(served)
  })

  test('serves the app where the named folder holds no Electron', async () => {
    const run = await start({ ...withDisplay, ELECTRON_OVERRIDE_DIST_PATH: path.join(folder, 'nothing') })
    expect(run.err).toContain('there is none in ELECTRON_OVERRIDE_DIST_PATH')
    expect(run.out).toMatch(served)
  })

  test('serves the app though no browser can be opened', async () => {
    install('process.exit(1)')
    rmSync(path.join(programs, 'xdg-open'))
    const run = await start({ ...withDisplay, PATH: programs })
    expect(run.code).toBe(0)
    expect(run.out).toMatch(served)
  })

  test('hands on the signal to end, and ends with the host', async () => {
    const run = await start({ SERVE_FOR: '20000' }, [], /given/)
    expect(run.out).toContain('ended in order')
    expect(run.code).toBe(0)
    expect(run.took).toBeLessThan(10_000)
  })

  test(
    'gives up a download server that takes the call and never answers, after 10 seconds',
    { timeout: 60_000 },
    async () => {
      const asked: string[] = []
      const server = http.createServer((request) => void asked.push(request.url ?? ''))
      await new Promise<void>((resolve) => {
        server.listen(0, '127.0.0.1', resolve)
      })
      const { port } = server.address() as AddressInfo
      // The package's own downloader, in a copy of the package that has no binary.
      rmSync(electronPackage, { recursive: true })
      const real = path.join(project, 'node_modules/electron')
      cpSync(real, electronPackage, {
        recursive: true,
        filter: (file) => !/[\\/](dist|path\.txt)$/.test(file),
      })
      for (const scope of ['@electron', '@electron-internal'])
        symlinkSync(path.join(project, 'node_modules', scope), path.join(folder, 'node_modules', scope))
      const run = await start({
        ...withDisplay,
        ELECTRON_MIRROR: `http://127.0.0.1:${port}/`,
        electron_config_cache: path.join(folder, 'cache'),
      })
      server.closeAllConnections()
      server.close()
      expect(asked).toHaveLength(1)
      expect(run.err).toContain('Electron could not be had (nothing has arrived for 10 seconds)')
      expect(run.out).toMatch(served)
      expect(run.took).toBeGreaterThan(9_500)
      expect(run.took).toBeLessThan(25_000)
    },
  )
})
