import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../support/workspace.ts'

const entry = path.resolve(import.meta.dirname, '../../../out/main/cli.cjs')

/** Loaded before anything else in the process and in each of its workers: writes down every name looked up and every connection begun. */
const recorder = `
  const { appendFileSync } = require('node:fs')
  const note = (words) => appendFileSync(process.env.NETWORK_RECORD, words + '\\n')
  const net = require('node:net'), dns = require('node:dns'), dgram = require('node:dgram')
  const watch = (owner, name) => {
    const real = owner[name]
    owner[name] = function (...given) { note(name + ' ' + JSON.stringify(given[0])); return real.apply(this, given) }
  }
  watch(net.Socket.prototype, 'connect')
  for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) { watch(dns, name); watch(dns.promises, name) }
  watch(dgram.Socket.prototype, 'send')
  note('recording ' + (require('node:worker_threads').isMainThread ? 'main' : 'worker'))
`

async function prepare() {
  const folder = makeFolder()
  const [script, record] = [path.join(folder, 'recorder.cjs'), path.join(folder, 'network.txt')]
  await writeFile(script, recorder)
  const env = { ...process.env, NODE_OPTIONS: `--require ${script}`, NETWORK_RECORD: record }
  const run = (...args: string[]) =>
    new Promise<string>((resolve, reject) =>
      execFile(process.execPath, args, { env, timeout: 30_000 }, (error, out, err) =>
        error ? reject(new Error(err)) : resolve(out),
      ),
    )
  return { folder, run, lines: async () => (await readFile(record, 'utf8')).trim().split('\n') }
}

test(
  'the whole job, with an import, a report, a request sheet, a backup and its restore, asks nothing of any network',
  { timeout: 60_000 },
  async () => {
    const { folder, run, lines } = await prepare()
    const [workspace, backup, pdf] = ['ours', 'copy.zip', 'report.pdf'].map((name) => path.join(folder, name)) as [
      string,
      string,
      string,
    ]
    const csv = path.join(folder, 'items.csv')
    const link = 'https://www.cqc.org.uk/guidance'
    await writeFile(csv, `title,shows,source_kind,link,prompts\nMinutes,Agreed ${link},processes,${link},P1\n`)
    const use = (...args: string[]) => run(entry, ...args, '--workspace', workspace)
    await use('init', '--provider', 'Osmere Trust', '--core-service', 'acute-wards')
    await use('import', 'evidence', '--csv', csv)
    const ward = JSON.parse(
      await use('call', 'wards.add', '--json', JSON.stringify({ coreServiceId: 'acute-wards', name: 'Rowan Ward' })),
    ) as { id: string }
    await use('call', 'requests.make', '--json', JSON.stringify({ wardId: ward.id, format: 'pdf' }))
    await use('report', '--out', pdf)
    await use('backup', '--out', backup)
    await run(entry, 'restore', '--from', backup, '--workspace', path.join(folder, 'again'))
    expect(existsSync(pdf)).toBe(true)

    const recorded = await lines()
    // The record was kept, in the processes and in their workers.
    expect(recorded.filter((line) => line === 'recording main')).toHaveLength(7)
    expect(recorded.filter((line) => line === 'recording worker').length).toBeGreaterThan(2)
    expect(recorded.filter((line) => !line.startsWith('recording'))).toEqual([])
  },
)

test('the record would show a name that is looked up and a connection that is begun', async () => {
  const { run, lines } = await prepare()
  await run(
    '-e',
    "fetch('http://127.0.0.1:40001/').catch(() => {}); require('node:dns').lookup('elsewhere.invalid', () => {})",
  )
  const recorded = (await lines()).join('\n')
  expect(recorded).toContain('connect')
  expect(recorded).toContain('lookup "elsewhere.invalid"')
})
