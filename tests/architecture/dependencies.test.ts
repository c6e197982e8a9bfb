import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'

const root = path.resolve(import.meta.dirname, '../..')
const readText = (file: string) => readFileSync(path.join(root, file), 'utf8')

type Packages = Record<string, string>
const manifest = JSON.parse(readText('package.json')) as {
  dependencies: Packages
  devDependencies: Packages
  optionalDependencies: Packages
  allowScripts: Record<string, boolean>
}

type Locked = {
  integrity?: string
  hasInstallScript?: boolean
  dependencies?: Packages
  optionalDependencies?: Packages
}
const locked = (JSON.parse(readText('package-lock.json')) as { packages: Record<string, Locked> }).packages

const review = readText('SECURITY.md')

type Row = { names: string[]; script: string; native: string }

/** The rows of the table under a heading of the review. */
function rowsUnder(heading: string): Row[] {
  const section = review.split(`### ${heading}\n`)[1]?.split(/\n#+ /)[0] ?? ''
  const lines = section.split('\n').filter((line) => line.startsWith('| `'))
  return lines.map((line) => {
    const cells = line.split('|').map((cell) => cell.trim())
    const names = [...(cells[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name = '']) => name)
    return { names, script: cells[4] ?? '', native: cells[5] ?? '' }
  })
}

const shipped = rowsUnder('What ships')
const tools = rowsUnder('What builds and tests, and does not ship')
const says = (words: string) => (words.startsWith('yes') ? true : words.startsWith('no') ? false : words)

/** A package with everything that it needs, as the lockfile has it. */
function withNeeds(name: string, seen = new Set<string>()): Set<string> {
  const entry = locked[`node_modules/${name}`]
  if (entry === undefined || seen.has(name)) return seen
  seen.add(name)
  for (const need of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })) withNeeds(need, seen)
  return seen
}

/** Whether a package holds a module of machine code, or the recipe of one. */
function isNative(name: string): boolean {
  const folder = path.join(root, 'node_modules', name)
  if (!existsSync(folder)) return false
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).some((file) => /\.node$|^binding\.gyp$/.test(file))
}

const hasScript = (name: string) =>
  [...withNeeds(name)].some((each) => locked[`node_modules/${each}`]?.hasInstallScript === true)

describe('the review of dependencies in SECURITY.md', () => {
  test('names each package once, and none that is not there', () => {
    expect(shipped.flatMap(({ names }) => names).toSorted()).toEqual(Object.keys(manifest.dependencies).toSorted())
    expect(tools.flatMap(({ names }) => names).toSorted()).toEqual(
      Object.keys({ ...manifest.devDependencies, ...manifest.optionalDependencies }).toSorted(),
    )
  })

  test('says of each whether a script runs when it is installed', () => {
    const wrong = [...shipped, ...tools].filter(({ names, script }) => says(script) !== names.some(hasScript))
    expect(wrong).toEqual([])
  })

  test('says of each that ships whether machine code comes with it, and hides none among the tools', () => {
    const native = (names: readonly string[]) => names.some((name) => [...withNeeds(name)].some(isNative))
    expect(shipped.filter((row) => says(row.native) !== native(row.names))).toEqual([])
    expect(tools.filter((row) => says(row.native) !== true && native(row.names))).toEqual([])
  })

  test('holds: versions are exact, every file has its hash, and scripts run for sqlite3 alone', () => {
    const versions = Object.entries({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.optionalDependencies,
    })
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
    expect(Object.entries(locked).filter(([name, { integrity }]) => name !== '' && integrity === undefined)).toEqual([])
    const scripted = Object.entries(locked).flatMap(([name, entry]) =>
      entry.hasInstallScript === true ? [name.replace(/^.*node_modules\//, '')] : [],
    )
    expect(scripted.toSorted()).toEqual(Object.keys(manifest.allowScripts).toSorted())
    expect(Object.entries(manifest.allowScripts).filter(([, isAllowed]) => isAllowed)).toEqual([['sqlite3', true]])
  })

  test('is shown by tests that are there', () => {
    const named = [...review.matchAll(/\btests\/[\w./-]+/g)].map(([file]) => file.replace(/[.,]+$/, ''))
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
  })
})
