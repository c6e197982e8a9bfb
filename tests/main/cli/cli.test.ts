import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { Status } from '../../../src/shared/model/status.ts'
import { sheetRows, writeXlsx } from '../../support/workbooks.ts'
import { makeFolder } from '../../support/workspace.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'

const entry = path.resolve(import.meta.dirname, '../../../out/main/cli.cjs')

type Ran = { code: number; out: string; err: string }

/** Runs the built command line as a person would. */
const run = (...args: string[]) =>
  new Promise<Ran>((resolve) =>
    execFile(process.execPath, [entry, ...args], { timeout: 30_000 }, (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, out, err }),
    ),
  )

let sample = ''
beforeAll(async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'recovery-evidence-cli-'))
  sample = path.join(folder, 'sample')
  const { code, err } = await run('sample', '--workspace', sample)
  if (code !== 0) throw new Error(`the sample could not be made: ${err}`)
  return () => rmSync(folder, { recursive: true, force: true })
})

test('help lists every command, and a command has its own', async () => {
  const { code, out } = await run('--help')
  expect(code).toBe(0)
  for (const command of [
    'sample',
    'init',
    'checklist',
    'import',
    'status',
    'report',
    'verify',
    'backup',
    'restore',
    'serve',
    'call',
    'care-plans',
    'identifiers',
  ])
    expect(out).toMatch(new RegExp(`^ {2}${command}\\b`, 'm'))
  const help = await run('import', 'evidence', '--help')
  expect(help.code).toBe(0)
  expect(help.out).toContain('--good-rows')
})

test.each([
  [['status']],
  [['status', '--workspace']],
  [['nonsense']],
  [['status', '--workspace', 'x', '--as-at', '31/02/2026']],
  [['status', '--workspace', 'x', '--as-at', '2026-02-31']],
  [['report', '--workspace', 'x']],
  [['report', '--workspace', 'x', '--out', 'y', '--audience', 'everybody']],
  [['call', 'no.method', '--workspace', 'x', '--json', '{}']],
  [['call', 'status.get', '--workspace', 'x', '--json', '{']],
  [['import', 'evidence', '--workspace', 'x']],
])('wrong usage ends with 2 and says what is wrong: %j', async (args) => {
  const { code, err, out } = await run(...args)
  expect([code, out]).toEqual([2, ''])
  expect(err).toMatch(/^error: /)
})

test('status in JSON has exactly the agreed format', async () => {
  const { out } = await run('status', '--workspace', sample, '--json', '--as-at', '2027-01-31')
  const status = Status.parse(JSON.parse(out))
  expect(status).toMatchObject({
    format: 1,
    asAt: '2027-01-31',
    checklist: { prompts: { provider: 6, coreService: 10 } },
  })
  expect(status.scopes.map(({ id }) => id)).toContain('acute-wards')
})

test('init makes an empty workspace of the six months up to today, and refuses a folder that is in use', async () => {
  const folder = path.join(makeFolder(), 'trust')
  expect(
    await run('init', '--workspace', folder, '--provider', 'Osmere Trust', '--core-service', 'acute', 'cmht'),
  ).toMatchObject({ code: 0 })
  const status = Status.parse(JSON.parse((await run('status', '--workspace', folder, '--json')).out))
  expect(status.scopes.map(({ id }) => id)).toEqual(['provider', 'acute-wards', 'community-adults'])
  expect(status.assessment.to).toBe(new Date().toISOString().slice(0, 10))
  const again = await run('init', '--workspace', folder, '--provider', 'Another')
  expect(again).toMatchObject({ code: 1 })
  expect(again.err.trim().split('\n')).toHaveLength(1)
  expect(
    (await run('init', '--workspace', path.join(makeFolder(), 'x'), '--provider', 'A', '--core-service', 'surgery'))
      .err,
  ).toContain('“surgery”')
})

test('verify ends with 1 and names the fault', async () => {
  const { code, err } = await run('verify', '--workspace', sample)
  expect(code).toBe(1)
  expect(err).toContain('discharge-minutes-12-read.docx')
})

test(
  'the report is a PDF, replaces a file whole, and the same workspace gives the same bytes',
  { timeout: 60_000 },
  async () => {
    const folder = makeFolder()
    const [one, two] = [path.join(folder, 'one.pdf'), path.join(folder, 'two.pdf')]
    await writeFile(two, 'an older report')
    expect((await run('report', '--workspace', sample, '--out', one, '--as-at', '2026-11-25')).code).toBe(0)
    expect((await run('report', '--workspace', sample, '--out', two, '--as-at', '2026-11-25')).code).toBe(0)
    const bytes = await readFile(one)
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    expect(bytes.equals(await readFile(two))).toBe(true)
    expect(await readdir(folder)).toEqual(['one.pdf', 'two.pdf'])
  },
)

test('a report that cannot be written leaves what was there, and says so', async () => {
  const folder = makeFolder()
  const target = path.join(folder, 'a-folder.pdf')
  await mkdir(target)
  const { code, err } = await run('report', '--workspace', sample, '--out', target)
  expect(code).toBe(1)
  expect(err).toContain('a folder has this name')
})

test('bringing in: all or nothing, then the good rows, then nothing twice', async () => {
  const folder = path.join(makeFolder(), 'trust')
  await run('init', '--workspace', folder, '--provider', 'Osmere Trust', '--core-service', 'acute-wards')
  const csv = path.join(makeFolder(), 'items.csv')
  await writeFile(
    csv,
    'title,shows,source_kind,from,prompts\nMeeting,People said,people,01/09/2026,C1@acute-wards; P3\nBad,Row,people,31/02/2026,\n',
  )
  const refused = await run('import', 'evidence', '--workspace', folder, '--csv', csv)
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toMatch(/Row 3, from: .*31\/02\/2026/)
  expect((await run('import', 'evidence', '--workspace', folder, '--csv', csv, '--good-rows', '--dry-run')).out).toBe(
    'would be imported 1, left out 1, already there 0\n',
  )
  expect((await run('import', 'evidence', '--workspace', folder, '--csv', csv, '--good-rows')).out).toBe(
    'imported 1, left out 1, already there 0\n',
  )
  expect((await run('import', 'evidence', '--workspace', folder, '--csv', csv, '--good-rows')).out).toBe(
    'imported 0, left out 1, already there 1\n',
  )
  const status = Status.parse(JSON.parse((await run('status', '--workspace', folder, '--json')).out))
  expect(status.evidence).toEqual({ items: 1, links: 2 })
})

test('the template is a CSV that can be brought in', async () => {
  const folder = makeFolder()
  const csv = path.join(folder, 'template.csv')
  expect((await run('import', 'evidence', '--template', csv)).code).toBe(0)
  const workspace = path.join(folder, 'trust')
  await run('init', '--workspace', workspace, '--provider', 'Osmere Trust', '--core-service', 'acute-wards')
  expect((await run('import', 'evidence', '--workspace', workspace, '--csv', csv)).out).toBe(
    'imported 2, left out 0, already there 0\n',
  )
})

test('a workbook is brought in like a CSV, and refused like one', async () => {
  const folder = path.join(makeFolder(), 'trust')
  await run('init', '--workspace', folder, '--provider', 'Osmere Trust')
  const xlsx = path.join(makeFolder(), 'log.xlsx')
  const rows = [
    ['title', 'shows', 'source_kind'],
    ['Café menu', 'Chosen with people', 'people'],
    ['Gossip', 'Heard', 'gossip'],
  ]
  await writeFile(xlsx, writeXlsx({ sheets: { 'Read me': sheetRows([['About']]), Log: sheetRows(rows) } }))
  const refused = await run('import', 'evidence', '--workspace', folder, '--xlsx', xlsx)
  expect([refused.code, refused.out]).toEqual([1, ''])
  expect(refused.err).toContain('Row 3, source_kind: “gossip” is not one of the words it may be')
  expect((await run('import', 'evidence', '--workspace', folder, '--xlsx', xlsx, '--good-rows')).out).toBe(
    'imported 1, left out 1, already there 0\n',
  )
  expect((await run('import', 'evidence', '--workspace', folder, '--xlsx', xlsx, '--csv', xlsx)).code).toBe(2)
})

test('a pack is described, and a bad one has its place, what is wrong and the mend', async () => {
  const pack = path.resolve(import.meta.dirname, '../../../checklists/bg046-recovery-orientated-practice.json')
  expect((await run('checklist', 'validate', pack)).out).toContain(
    '6 prompts at provider level, 10 at core-service level',
  )
  const bad = path.join(makeFolder(), 'bad.json')
  await writeFile(bad, (await readFile(pack, 'utf8')).replace('"keyQuestion": "caring"', '"keyQuestion": "kind"'))
  const { code, err } = await run('checklist', 'validate', bad)
  expect(code).toBe(1)
  expect(err).toMatch(/\$\.prompts\[\d+\]\.keyQuestions\[\d+\]\.keyQuestion: .*caring/)
})

test('the whole main job runs through call: log with a file, judge, ask people, plan, undo, report', async () => {
  const folder = path.join(makeFolder(), 'trust')
  await run('init', '--workspace', folder, '--provider', 'Osmere Trust', '--core-service', 'acute-wards')
  const call = async (method: string, input: object, ...more: string[]) => {
    const { code, out, err } = await run(
      'call',
      method,
      '--workspace',
      folder,
      '--as',
      'Quality lead',
      '--json',
      JSON.stringify(input),
      ...more,
    )
    expect([method, code, err]).toEqual([method, 0, ''])
    return JSON.parse(out)
  }
  const finding = await call('findings.find', { prompt: 'C5', scope: 'acute-wards' })
  const item = await call('evidence.log', {
    title: 'Advocacy poster',
    shows: 'The number rings out',
    sourceKind: 'observation',
    links: [{ findingId: finding.id, relation: 'contradicts' }],
  })
  const photo = path.join(makeFolder(), 'note.txt')
  await writeFile(photo, 'Rang twice, no answer')
  expect(await call('attachments.add', { evidenceId: item.id, name: 'note.txt' }, '--file', photo)).toMatchObject({
    state: 'present',
    size: 21,
  })
  await call('findings.update', {
    id: finding.id,
    expectedVersion: 1,
    changes: { judgement: 'not-evidenced', narrative: 'The way to advocacy is broken.' },
  })
  await call('findings.recordPeopleView', {
    id: finding.id,
    expectedVersion: 2,
    peopleView: { yes: 0, inPart: 1, no: 7, who: '8 people', how: 'Meeting', from: '2026-09-01', to: null, words: '' },
  })
  await call('actions.add', { title: 'New poster', owner: 'Ward manager', due: '2026-12-01', findingId: finding.id })
  expect((await call('findings.get', { id: finding.id })).gaps).toEqual(['K', 'X'])
  await call('history.undo', {})
  expect((await call('findings.get', { id: finding.id })).gaps).toEqual(['K', 'X', 'N'])
  const pdf = path.join(makeFolder(), 'report.pdf')
  expect(await call('report.make', {}, '--out', pdf)).toMatchObject({ missingGlyphs: [] })
  expect(existsSync(pdf)).toBe(true)
  expect((await call('trail.list', {}))[0]).toMatchObject({
    actorName: 'Quality lead',
    words: 'Undone: Action added: New poster',
  })
})

test('a backup goes out and comes back', async () => {
  const folder = makeFolder()
  const [file, target] = [path.join(folder, 'copy.zip'), path.join(folder, 'restored')]
  expect((await run('backup', '--workspace', sample, '--out', file)).err).toContain(
    '136 items, 15 attachments, checked',
  )
  expect((await run('restore', '--from', file, '--workspace', target)).code).toBe(0)
  expect((await run('status', '--workspace', target)).out).toContain('136 items of evidence')
  expect(await run('restore', '--from', path.join(folder, 'nothing.zip'), '--workspace', target)).toMatchObject({
    code: 1,
  })
})

test('a folder without a workspace is said in one line', async () => {
  const { code, err } = await run('status', '--workspace', makeFolder())
  expect(code).toBe(1)
  expect(err).toBe('There is no workspace in this folder. It may have been moved.\n')
})

test('verify lists files that no item uses, and clears them away when told to', async () => {
  const folder = path.join(makeFolder(), 'ours')
  await run('init', '--workspace', folder, '--provider', 'Osmere Trust')
  const left = path.join(folder, 'attachments', 'aa', 'a'.repeat(64))
  await mkdir(path.dirname(left), { recursive: true })
  await writeFile(left, 'left behind')
  await utimes(left, new Date('2026-01-01'), new Date('2026-01-01'))
  const seen = await run('verify', '--workspace', folder)
  expect(seen).toMatchObject({ code: 0 })
  expect(seen.err).toContain(`No item uses attachments/aa/${'a'.repeat(64)}: 11 bytes, since 2026-01-01T00:00:00.000Z`)
  expect(existsSync(left)).toBe(true)
  const cleaned = await run('verify', '--clean', '--json', '--workspace', folder)
  expect(cleaned.err).toBe('1 file that no item uses cleared away, 11 bytes\n')
  expect(JSON.parse(cleaned.out)).toMatchObject({ attachments: { orphans: 0 }, orphanFiles: [], faults: [] })
  expect(existsSync(left)).toBe(false)
})
