import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { webPreferences } from '../../../src/main/electron/web-preferences.ts'

const sources = fileURLToPath(new URL('../../../src', import.meta.url))

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesBelow(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
  )
}

test('a page has no Node, no second world to reach into, and nothing switched off', () => {
  const { preload, ...rest } = webPreferences
  expect(preload).toMatch(/preload[\\/]index\.cjs$/)
  expect(rest).toEqual({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    spellcheck: false,
  })
})

test('no other file of the product sets a preference or opens a window', () => {
  const words =
    /webPreferences\s*:|new BrowserWindow|new WebContentsView|nodeIntegration|contextIsolation|--no-sandbox|disableWebSecurity|webSecurity/
  const found = filesBelow(sources)
    .filter((file) => /\.tsx?$/.test(file) && words.test(readFileSync(file, 'utf8')))
    .map((file) => path.relative(sources, file).replaceAll('\\', '/'))
  expect(found.toSorted()).toEqual(['main/electron/web-preferences.ts', 'main/electron/window.ts'])
})
