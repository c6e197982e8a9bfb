import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../support/workspace.ts'

const entry = path.resolve(import.meta.dirname, '../../../out/main/cli.cjs')

/** Runs the built command line as a person would. */
const run = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) =>
    execFile(process.execPath, [entry, ...args], { timeout: 30_000 }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    ),
  )

test('a report with a name in it is refused with its id, and made once that find is dismissed with a reason', async () => {
  const folder = path.join(makeFolder(), 'workspace')
  const file = path.join(makeFolder(), 'report.pdf')
  await run('init', '--workspace', folder, '--provider', 'Osmere Partnership Trust')
  const finding = await run('call', 'findings.list', '--workspace', folder, '--json', '{}')
  const { id } = (JSON.parse(finding.out) as { id: string }[])[0] ?? { id: '' }
  const changes = { narrative: 'Mrs Ada Quill was asked about leave.' }
  const input = JSON.stringify({ id, expectedVersion: 1, changes })
  expect((await run('call', 'findings.update', '--workspace', folder, '--json', input)).code).toBe(0)

  const refused = await run('report', '--workspace', folder, '--out', file)
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toContain('The check found 1 and misses some. Read it before sharing.')
  expect(refused.err).not.toContain('Quill')
  expect(existsSync(file)).toBe(false)
  const find = /^([0-9a-f]{16}) {2}a name {2}Finding P1/m.exec(refused.err)?.[1] ?? ''

  expect((await run('report', '--workspace', folder, '--out', file, '--dismiss', find)).code).toBe(2)
  expect(
    (await run('report', '--workspace', folder, '--out', file, '--dismiss', `${'0'.repeat(16)}=a ward`)).code,
  ).toBe(1)
  const made = await run('report', '--workspace', folder, '--out', file, '--dismiss', `${find}=The name of a garden`)
  expect(made).toMatchObject({ code: 0 })
  expect(existsSync(file)).toBe(true)
})
