import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')

/** One import: from a file to a file of the project or to a package. */
type Edge = { from: string; to: string; isPackage: boolean }

const files = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => path.posix.join('src', file.split(path.sep).join('/')))
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))

const edges: Edge[] = files.flatMap((from) => {
  const text = readFileSync(path.join(root, from), 'utf8')
  const named = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) => name)
  return named.map((name) =>
    name.startsWith('.')
      ? { from, to: path.posix.join(path.posix.dirname(from), name), isPackage: false }
      : { from, to: name, isPackage: true },
  )
})

const isIn = (file: string, ...folders: string[]) => folders.some((folder) => file.startsWith(`${folder}/`))
const show = ({ from, to }: Edge) => `${from} -> ${to}`

/** The folder of the core that a file belongs to: its feature. Files at the top of the core compose them all. */
const featureOf = (file: string) => /^src\/main\/core\/([^/]+)\//.exec(file)?.[1]

/** Parts of the core that every feature stands on. */
const foundations = ['database', 'trail', 'tasks', 'checklists', 'attachments', 'extraction']

test('shared knows nothing of those who use it, and needs no Node', () => {
  const wrong = edges.filter(
    ({ from, to, isPackage }) =>
      isIn(from, 'src/shared') && (isPackage ? to.startsWith('node:') || to === 'electron' : !isIn(to, 'src/shared')),
  )
  expect(wrong.map(show)).toEqual([])
})

test('the renderer sees shared and nothing of the main process', () => {
  const wrong = edges.filter(
    ({ from, to, isPackage }) =>
      isIn(from, 'src/renderer') &&
      (isPackage ? to.startsWith('node:') || to === 'electron' : !isIn(to, 'src/renderer', 'src/shared')),
  )
  expect(wrong.map(show)).toEqual([])
})

test('the core knows no host', () => {
  const wrong = edges.filter(
    ({ from, to, isPackage }) =>
      isIn(from, 'src/main/core') && !isPackage && !isIn(to, 'src/main/core', 'src/shared') && to !== 'package.json',
  )
  expect(wrong.map(show)).toEqual([])
})

test('hosts see the core through its door alone', () => {
  const wrong = edges.filter(
    ({ from, to, isPackage }) =>
      !isPackage &&
      isIn(from, 'src/main') &&
      !isIn(from, 'src/main/core') &&
      isIn(to, 'src/main/core') &&
      to !== 'src/main/core/application.ts',
  )
  expect(wrong.map(show)).toEqual([])
})

test('hosts never meet each other', () => {
  const hosts = ['src/main/electron', 'src/main/web', 'src/main/cli']
  const wrong = edges.filter(({ from, to }) =>
    hosts.some((host) => isIn(from, host) && hosts.some((other) => other !== host && isIn(to, other))),
  )
  expect(wrong.map(show)).toEqual([])
})

test('features of the core meet through their queries', () => {
  const wrong = edges.filter(({ from, to }) => {
    const [feature, other] = [featureOf(from), featureOf(to)]
    if (!feature || !other || feature === other || foundations.includes(other)) return false
    // A new workspace and the sample are put together out of all features.
    if (feature === 'workspaces' || feature === 'sample') return false
    return !to.endsWith('/queries.ts')
  })
  expect(wrong.map(show)).toEqual([])
})

test.each([
  ['sqlite3', ['src/main/core/database/sqlite3-dialect.ts']],
  ['electron', ['src/main/electron', 'src/preload']],
  ['pdfmake', ['src/main/core/report/pdf']],
  ['react-router', ['src/renderer']],
  ['hono', ['src/main/web']],
  ['commander', ['src/main/cli']],
])('%s is imported in one place', (name, places) => {
  const importers = edges.filter(({ to, isPackage }) => isPackage && (to === name || to.startsWith(`${name}/`)))
  const wrong = importers.filter(({ from }) => !places.some((place) => from === place || isIn(from, place)))
  expect(wrong.map(show)).toEqual([])
  expect(importers.length).toBeGreaterThan(0)
})

test('only one file speaks with ipcMain', () => {
  const speakers = files.filter((file) => /\bipcMain\b/.test(readFileSync(path.join(root, file), 'utf8')))
  expect(speakers).toEqual(['src/main/electron/ipc.ts'])
})

test('a file keeps to one idea: none is longer than 400 lines', () => {
  const long = files.filter((file) => readFileSync(path.join(root, file), 'utf8').split('\n').length > 401)
  expect(long).toEqual([])
})

test('nothing that is committed names a package registry’s host or a path of somebody’s machine', () => {
  const wrong = files.filter((file) =>
    /registry\.npmjs|\/root\/|\/work\/main/.test(readFileSync(path.join(root, file), 'utf8')),
  )
  expect(wrong).toEqual([])
})
